/** Whether a page is light or dark, so that the card looks at home on it. */

/** What dark pages say of themselves, on their root or body. */
const markers: ReadonlyArray<(element: Element) => string | null> = [
  (element) => element.getAttribute('data-color-mode'), // Trello, GitHub
  (element) => element.getAttribute('data-theme'),
  (element) => element.getAttribute('data-bs-theme'),
  (element) => (/(?:^|[\s_-])dark(?:$|[\s_-]|mode)/i.exec(element.className) ? 'dark' : null), // Roundcube, Outlook
];

/**
 * Decides by what is painted: the first background behind the page that is not see-through, else what the page says of
 * itself, else the system where the page follows it.
 */
export function isDark(document: Document): boolean {
  for (const element of [document.body, document.documentElement]) {
    if (!element) continue;
    const lightness = lightnessOf(getComputedStyle(element).backgroundColor);
    if (lightness !== null) return lightness < 0.4;
  }
  for (const element of [document.documentElement, document.body]) {
    const said = element && markers.map((marker) => marker(element)?.toLowerCase()).find((value) => value);
    if (said) return said.includes('dark');
  }
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  return scheme === 'dark' || (scheme.includes('dark') && matchMedia('(prefers-color-scheme: dark)').matches);
}

/** @returns relative brightness 0 to 1 of a computed `rgb()` or `rgba()` colour, or null for one that shows little */
function lightnessOf(color: string): number | null {
  const [red, green, blue, alpha = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  if (
    !color.startsWith('rgb') ||
    red === undefined ||
    green === undefined ||
    blue === undefined ||
    alpha < 0.5
  )
    return null;
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}
