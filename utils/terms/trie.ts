/**
 * The forms a page has been told of, as a trie over token hashes. Flat typed arrays: its edges lie in one
 * open-addressed table of (node, token), so a lookup costs the same at ten forms and at two hundred thousand.
 */

import { isGlue } from './boundaries';
import { HAN } from './characters';
import { foldCode, narrow } from './fold';
import { EXACT, type Form, isPartOfWord } from './form';
import { Tokeniser } from './tokens';

/** A form as it is compared with text. */
export interface KnownForm extends Form {
  /** Its characters but those that may differ in text (`isGlue`), folded as far as the form allows. */
  letters: string;
  /** Index of the next form that ends at the same node, or NONE. */
  next: number;
}

export const ROOT = 0;
export const NONE = -1;

export class Trie {
  #mask = 255;
  #from = new Int32Array(256);
  #token = new Int32Array(256);
  /** 0: free, for nothing leads back to the root. */
  #to = new Int32Array(256);
  #edges = 0;
  #nodes = 1;
  /** First form that ends at a node, as its index + 1. */
  #ending = new Int32Array(256);
  readonly forms: KnownForm[] = [];

  /** Latin forms that are also looked for inside words; few handbooks have any. */
  readonly parts: Form[] = [];

  /** Whether a form has Han text, for which words have to be told apart. */
  hasHan = false;
  readonly #tokeniser = new Tokeniser(16);

  /** Adds a form; the same form added twice does no harm but is kept twice. */
  add(form: Form): void {
    this.#tokeniser.clear();
    this.#tokeniser.read(form.text, 0);
    const { hash, kind, length } = this.#tokeniser.finish();
    if (length === 0) return;
    this.hasHan ||= kind[0] === HAN || kind[length - 1] === HAN;
    if (isPartOfWord(form)) this.parts.push(form);
    let node = ROOT;
    for (let i = 0; i < length; i++) node = this.#step(node, hash[i]!);
    this.forms.push({ ...form, letters: lettersOf(form), next: this.#ending[node]! - 1 });
    this.#ending[node] = this.forms.length;
  }

  /** @returns the node that `token` leads to, or NONE */
  child(node: number, token: number): number {
    const slot = this.#slot(node, token);
    return this.#to[slot]! || NONE;
  }

  /** @returns index in `forms` of the first form that ends at `node`, or NONE */
  ending(node: number): number {
    return this.#ending[node]! - 1;
  }

  /** Bytes of its arrays. */
  get bytes(): number {
    return this.#from.byteLength * 3 + this.#ending.byteLength;
  }

  #slot(node: number, token: number): number {
    let slot = (token ^ Math.imul(node, 0x9e3779b1)) & this.#mask;
    while (this.#to[slot] && (this.#from[slot] !== node || this.#token[slot] !== token)) {
      slot = (slot + 1) & this.#mask;
    }
    return slot;
  }

  #step(node: number, token: number): number {
    let slot = this.#slot(node, token);
    if (this.#to[slot]) return this.#to[slot]!;
    if (this.#edges * 2 > this.#mask) {
      this.#grow();
      slot = this.#slot(node, token);
    }
    const to = this.#nodes++;
    if (to === this.#ending.length) this.#ending = widened(this.#ending);
    this.#from[slot] = node;
    this.#token[slot] = token;
    this.#to[slot] = to;
    this.#edges++;
    return to;
  }

  #grow(): void {
    const [from, token, to] = [this.#from, this.#token, this.#to];
    const room = from.length * 2;
    this.#mask = room - 1;
    this.#from = new Int32Array(room);
    this.#token = new Int32Array(room);
    this.#to = new Int32Array(room);
    for (let i = 0; i < from.length; i++) {
      if (!to[i]) continue;
      const slot = this.#slot(from[i]!, token[i]!);
      this.#from[slot] = from[i]!;
      this.#token[slot] = token[i]!;
      this.#to[slot] = to[i]!;
    }
  }
}

function lettersOf({ text, flags }: Form): string {
  const foldOne = flags & EXACT ? narrow : foldCode;
  let letters = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!isGlue(code)) letters += String.fromCharCode(foldOne(code));
  }
  return letters;
}

function widened(array: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(array.length * 2);
  wider.set(array);
  return wider;
}
