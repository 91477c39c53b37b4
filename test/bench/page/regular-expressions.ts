/** The ways to write one regular expression of many terms that were found worth a try. */

const special = /[.*+?^${}()|[\]\\/]/g;
const escaped = (text: string) => text.replace(special, '\\$&');
const han = /\p{Script=Han}/u;
const notHan = (term: string) => !han.test(term);
const longestFirst = (a: string, b: string) => b.length - a.length;
/** Puts "net revenue" before "net", and what begins alike side by side. */
const backwards = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0);

/**
 * @param terms at least one of them without Han text
 * @returns by name; each finds the longest of the terms that begin at a place, and Latin ones only as whole words
 */
export function regularExpressions(terms: readonly string[]): Record<string, RegExp> {
  const lower = [...new Set(terms.map((term) => term.toLowerCase()))];
  const latin = lower.filter(notHan);
  const chinese = lower.filter((term) => han.test(term));
  const alternatives = (list: string[]) => list.map(escaped).join('|');
  const beside = (words: string, signs: string) => new RegExp(signs ? `${words}|${signs}` : words, 'gi');
  return {
    'longest first': beside(
      `\\b(?:${alternatives(latin.toSorted(longestFirst))})\\b`,
      alternatives(chinese.toSorted(longestFirst)),
    ),
    sorted: beside(
      `\\b(?:${alternatives(latin.toSorted(backwards))})\\b`,
      alternatives(chinese.toSorted(backwards)),
    ),
    'as a trie': beside(`\\b(?:${asTrie(latin)})\\b`, asTrie(chinese)),
  };
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
