/** Titles of documents: what they say beside the product's name and counts of what is new. */

const counts = /^(?:\(\d+\+?\)|\[\d+\+?\]|\*|•|●)\s+/;
const separator = /\s+[-–—|·•]\s+|\s+::\s+/;

/** @returns the title without a count of what is new before it: `(3) Inbox` */
export function withoutCounts(title: string): string {
  return title.trim().replace(counts, '').trim();
}

/**
 * @param products names that stand at either end, in any case
 * @returns the parts of a title between ` - `, ` | ` and the like
 */
export function partsOf(title: string, ...products: string[]): string[] {
  const parts = title
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);
  const isProduct = (part: string | undefined) =>
    products.some((product) => product.toLowerCase() === part?.toLowerCase());
  while (isProduct(parts.at(-1))) parts.pop();
  while (isProduct(parts[0])) parts.shift();
  return parts;
}

/** @returns the title without the product's name at its ends; what stands between is left as it is written */
export function withoutProduct(title: string, ...products: string[]): string {
  const parts = partsOf(title, ...products);
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return '';
  const from = title.indexOf(first);
  return title.slice(from, title.lastIndexOf(last) + last.length);
}
