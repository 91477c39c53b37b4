/** Finds terms in a text that is no page: all at once, by what the vocabulary holds. */
import type { Form } from './form';
import { KeySet, newKeys } from './key-set';
import { type Match, scan } from './scan';
import { tokenise } from './tokens';
import { Trie } from './trie';

/**
 * @param formsBeginning which forms begin with the keys of the text's tokens
 * @returns the matches in the order of the text
 */
export function findTerms(text: string, formsBeginning: (keys: readonly number[]) => Form[]): Match[] {
  const tokens = tokenise(text);
  const trie = new Trie();
  for (const form of formsBeginning(newKeys(tokens, new KeySet()))) trie.add(form);
  return scan(tokens, [text], trie);
}
