/** The ways to write one regular expression of many forms that were found worth a try. */
import { EXACT } from '@/utils/terms/form';

/** A written form, and whether it matches in any case. */
interface Written {
  text: string;
  anyCase: boolean;
}

const special = /[.*+?^${}()|[\]\\/]/g;
/** What may stand between two words of a term: any white space, one hyphen or short dash. */
const glue = '(?:\\s+|[\\-\\u2010-\\u2013])';
const escaped = (text: string) => text.replace(special, '\\$&').replace(/[ -]/g, glue);
const han = /\p{Script=Han}/u;
const longestFirst = (a: string, b: string) => b.length - a.length;
/** Puts "net revenue" before "net", and what begins alike side by side. */
const backwards = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0);

/** By Unicode: é and ю are letters too. */
const letter = '[\\p{L}\\p{N}\\p{M}_]';
/**
 * @param forms all written forms of the terms, as the product has them (plural, simplified, traditional), and how each
 *   is to be compared; at least one that is compared in any case
 * @returns by name; each finds at any place the longest form, Latin ones only as whole words. Acronyms match in their
 *   case, all else in any: by a modifier, `(?i:…)`
 */
export function regularExpressions(
  forms: ReadonlyArray<{ text: string; flags: number }>,
): Record<string, RegExp> {
  const written = forms.map(({ text, flags }): Written => ({ text, anyCase: (flags & EXACT) === 0 }));
  const latin = written.filter(({ text }) => !han.test(text));
  const exact = latin.filter(({ anyCase }) => !anyCase).map(({ text }) => text);
  const free = [...new Set(latin.filter(({ anyCase }) => anyCase).map(({ text }) => text.toLowerCase()))];
  const chinese = written.filter(({ text }) => han.test(text)).map(({ text }) => text);
  const inOrder = (order: (a: string, b: string) => number) => (texts: string[]) =>
    texts.toSorted(order).map(escaped).join('|');
  const ways = { 'longest first': inOrder(longestFirst), sorted: inOrder(backwards), 'as a trie': asTrie };
  const made: Record<string, RegExp> = {};
  for (const [name, alternatives] of Object.entries(ways)) {
    const words = [`(?i:${alternatives(free)})`, ...(exact.length > 0 ? [alternatives(exact)] : [])].join(
      '|',
    );
    const signs = chinese.length > 0 ? `|${alternatives(chinese)}` : '';
    made[name] = new RegExp(`\\b(?:${words})\\b${signs}`, 'g');
    // The others take minutes to compile so: each letter becomes a class of its own.
    if (name === 'as a trie')
      made[`${name}, Unicode boundaries`] = new RegExp(
        `(?<!${letter})(?:${words})(?!${letter})${signs}`,
        'gu',
      );
  }
  return made;
}

interface Branch {
  ends: boolean;
  branches: Map<string, Branch>;
}

/** What begins alike is written once: `net(?: revenue)?`. */
function asTrie(terms: readonly string[]): string {
  const root: Branch = { ends: false, branches: new Map() };
  for (const term of terms) {
    let at = root;
    for (const character of term) {
      const next = at.branches.get(character) ?? { ends: false, branches: new Map() };
      at.branches.set(character, next);
      at = next;
    }
    at.ends = true;
  }
  return written(root);
}

function written({ ends, branches }: Branch): string {
  const alternatives = [...branches].map(([character, next]) => escaped(character) + written(next));
  if (alternatives.length === 0) return '';
  const [only] = alternatives;
  const all = alternatives.length === 1 && !ends ? only! : `(?:${alternatives.join('|')})`;
  return ends ? `${all}?` : all;
}
