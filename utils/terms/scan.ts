/** Finds terms in tokenised text: leftmost, then longest, each beginning and ending where a word does. */
import { HanWords, insideAddress, insideContraction, insideNever, isPossessive } from './boundaries';
import { insideName, isShouted } from './capitals';
import { HAN, SPACE, WORD } from './characters';
import { fold, narrow } from './fold';
import { CONTESTED, EXACT, type Form, PART, WORDLIKE } from './form';
import { APART, classAndFold, type Tokens } from './tokens';
import { type KnownForm, NONE, ROOT, type Trie } from './trie';

/** Where a term stands: indices of text nodes as given to the tokeniser, offsets in UTF-16 code units. */
export interface Match {
  term: number;
  contested: boolean;
  startNode: number;
  start: number;
  endNode: number;
  end: number;
}

/**
 * @param tokens of one or more stretches of text
 * @param texts data of the text nodes, by the index the tokens name
 * @param trie the forms to find
 */
export function scan(tokens: Tokens, texts: readonly string[], trie: Trie): Match[] {
  const matches: Match[] = [];
  const words = new HanWords(tokens, texts);
  /** Nodes that end a form, on the way from the token in hand; the first `found` hold. */
  const ends: number[] = [];
  const nodes: number[] = [];
  const { length, hash, gap } = tokens;
  scanning: for (let i = 0; i < length; i++) {
    let found = 0;
    let node = trie.child(ROOT, hash[i]!);
    for (let j = i; node !== NONE; ) {
      if (trie.ending(node) !== NONE) {
        ends[found] = j;
        nodes[found++] = node;
      }
      if (++j >= length || gap[j] === APART) break;
      node = trie.child(node, hash[j]!);
    }
    for (let k = found - 1; k >= 0; k--) {
      const form = accepted(i, ends[k]!, nodes[k]!);
      if (!form) continue;
      const last = ends[k]!;
      const possessive = isPossessive(tokens, texts, last);
      report(form, i, possessive ? last + 2 : last);
      i = last;
      continue scanning;
    }
    if (trie.parts.length > 0 && tokens.kind[i] === WORD) reportPart(i);
  }
  return matches;

  function report(form: Form, first: number, last: number): void {
    matches.push({
      term: form.term,
      contested: (form.flags & CONTESTED) !== 0,
      startNode: tokens.startNode[first]!,
      start: tokens.start[first]!,
      endNode: tokens.endNode[last]!,
      end: tokens.end[last]!,
    });
  }

  /** A Latin term that also stands inside longer words: `cyber` in "cybersecurity". */
  function reportPart(i: number): void {
    const [node, from, to] = [tokens.startNode[i]!, tokens.start[i]!, tokens.end[i]!];
    if (tokens.endNode[i] !== node) return;
    const word = texts[node]!.slice(from, to);
    const folded = fold(word);
    for (const form of trie.parts) {
      const at = form.flags & EXACT ? word.indexOf(form.text) : folded.indexOf(fold(form.text));
      if (at < 0 || !isMeant(form, i, i)) continue;
      report(form, i, i);
      Object.assign(matches[matches.length - 1]!, { start: from + at, end: from + at + form.text.length });
      return;
    }
  }

  /** The form that is written here, first of all one in its very case: SAFe before "safe". */
  function accepted(first: number, last: number, node: number): Form | undefined {
    let inAnyCase: Form | undefined;
    for (let f = trie.ending(node); f !== NONE; f = trie.forms[f]!.next) {
      const form = trie.forms[f]!;
      if (!spells(tokens, texts, first, last, form) || !isMeant(form, first, last)) continue;
      if (form.flags & EXACT) return form;
      inAnyCase ??= form;
    }
    return inAnyCase;
  }

  function isMeant({ flags, never }: Form, first: number, last: number): boolean {
    return (
      ((flags & PART) !== 0 || standsAlone(first, last)) &&
      !isAddressed(first, last) &&
      !((flags & EXACT) !== 0 && insideName(tokens, texts, first, last)) &&
      !((flags & WORDLIKE) !== 0 && isShouted(tokens, texts, first, last)) &&
      !(never && insideNever(tokens, first, last, never))
    );
  }

  function standsAlone(first: number, last: number): boolean {
    const touchesHan = tokens.kind[first] === HAN || tokens.kind[last] === HAN;
    if (touchesHan && !words.standsAlone(first, last)) return false;
    return !isWordAt(first, last) || !insideContraction(tokens, texts, first, last);
  }

  function isAddressed(first: number, last: number): boolean {
    return isWordAt(first, last) && insideAddress(tokens, texts, first, last);
  }

  function isWordAt(first: number, last: number): boolean {
    return tokens.kind[first] === WORD || tokens.kind[last] === WORD;
  }
}

/** A hash only guesses; the characters decide, and for an exact form their case. */
function spells(
  tokens: Tokens,
  texts: readonly string[],
  first: number,
  last: number,
  { letters, flags }: KnownForm,
): boolean {
  const exact = (flags & EXACT) !== 0;
  let at = 0;
  for (let node = tokens.startNode[first]!; node <= tokens.endNode[last]!; node++) {
    const text = texts[node]!;
    const from = node === tokens.startNode[first] ? tokens.start[first]! : 0;
    const to = node === tokens.endNode[last] ? tokens.end[last]! : text.length;
    for (let i = from; i < to; i++) {
      const code = text.charCodeAt(i);
      const folded = classAndFold(code);
      if (folded >> 16 >= SPACE) continue; // glue
      if (letters.charCodeAt(at++) !== (exact ? narrow(code) : folded & 0xffff)) return false;
    }
  }
  return at === letters.length;
}
