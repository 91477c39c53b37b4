/** Which parts of the panel the reader folded, or opened where they are folded at first; a browser that keeps nothing for frames on foreign sites loses no more. */

const key = (part: string) => `folded ${part}`;

export interface Folded {
  has(part: string): boolean;
  set(part: string, turned: boolean): void;
}

export const folded: Folded = {
  has(part) {
    try {
      return localStorage.getItem(key(part)) !== null;
    } catch {
      return false;
    }
  },
  set(part, turned) {
    try {
      if (turned) localStorage.setItem(key(part), '1');
      else localStorage.removeItem(key(part));
    } catch {}
  },
};

/** Part of deleting everything. */
export function forgetFolded(): void {
  localStorage.clear();
}
