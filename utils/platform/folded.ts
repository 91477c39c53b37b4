/** Which parts of the panel the reader folded; a browser that keeps nothing for frames on foreign sites loses no more. */

const key = (part: string) => `folded ${part}`;

export interface Folded {
  has(part: string): boolean;
  set(part: string, folded: boolean): void;
}

export const folded: Folded = {
  has(part) {
    try {
      return localStorage.getItem(key(part)) !== null;
    } catch {
      return false;
    }
  },
  set(part, isFolded) {
    try {
      if (isFolded) localStorage.setItem(key(part), '1');
      else localStorage.removeItem(key(part));
    } catch {}
  },
};

/** Part of deleting everything. */
export function forgetFolded(): void {
  localStorage.clear();
}
