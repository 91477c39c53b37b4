import { partsKey } from './form';
import { APART, pairKey, singleKey, type Tokens } from './tokens';

/** A set of 32-bit integers in one flat array: a page's keys, at four bytes each where a Set takes thirty. */
export class KeySet {
  #slots = new Int32Array(512);
  #size = 0;
  #hasZero = false;

  /** @returns whether the key is new */
  add(key: number): boolean {
    if (key === 0) {
      const isNew = !this.#hasZero;
      this.#hasZero = true;
      return isNew;
    }
    const slot = this.#slot(key);
    if (this.#slots[slot] === key) return false;
    this.#slots[slot] = key;
    if (++this.#size * 2 > this.#slots.length) this.#grow();
    return true;
  }

  #slot(key: number): number {
    const mask = this.#slots.length - 1;
    let slot = key & mask;
    while (this.#slots[slot] && this.#slots[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    for (const key of old) if (key) this.#slots[this.#slot(key)] = key;
  }
}

/**
 * @param asked keys asked for so far; the new ones are added
 * @returns keys of what could begin in the tokens and was not asked for yet
 */
export function newKeys({ length, hash, gap }: Tokens, asked: KeySet): number[] {
  const keys = asked.add(partsKey) ? [partsKey] : [];
  for (let i = 0; i < length; i++) {
    const single = singleKey(hash[i]!);
    if (asked.add(single)) keys.push(single);
    if (i === 0 || gap[i] === APART) continue;
    const pair = pairKey(hash[i - 1]!, hash[i]!);
    if (asked.add(pair)) keys.push(pair);
  }
  return keys;
}
