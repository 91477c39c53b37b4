/** Whether a page is light or dark, so that what is ours looks at home on it. */

/** ms that colours may take to fade into others */
const fade = 400;

/** What pages say of themselves, on their root or body. */
const markers: ReadonlyArray<(element: Element) => string | null> = [
  (element) => element.getAttribute('data-color-mode'), // Trello, GitHub
  (element) => element.getAttribute('data-theme'),
  (element) => element.getAttribute('data-bs-theme'),
  (element) => (/(?:^|[\s_-])dark(?:$|[\s_-]|mode)/i.test(element.className) ? 'dark' : null), // Roundcube, Outlook
];

/**
 * Decides by what is painted: the outermost background that is not see-through, else what the page says of itself, else
 * the system where the page follows it.
 */
export function isDark(document: Document): boolean {
  const root = document.documentElement;
  for (const element of outermostFirst(document)) {
    const dark = isPaintedDark(element);
    if (dark !== null) return dark;
  }
  for (const element of [root, document.body]) {
    const said = element && markers.map((marker) => marker(element)?.toLowerCase() ?? '');
    const known = said?.find((value) => /dark|light/.test(value));
    if (known) return known.includes('dark');
  }
  const scheme = getComputedStyle(root).colorScheme;
  return scheme === 'dark' || (scheme.includes('dark') && matchMedia('(prefers-color-scheme: dark)').matches);
}

/** @returns whether an element's background is dark; null where it has none, or one that shows little */
export function isPaintedDark(element: Element): boolean | null {
  const lightness = lightnessOf(getComputedStyle(element).backgroundColor);
  return lightness === null ? null : lightness < 0.4;
}

/** Pages turn dark by what they say of themselves on their root or body, or with the system: tells when they may have. */
export function watchColours(document: Document, onRepainted: () => void, signal: AbortSignal): void {
  const page = document.defaultView!;
  let fading = 0;
  const repainted = () => {
    fading ||= page.setTimeout(() => {
      fading = 0;
      onRepainted();
    }, fade);
  };
  const said = new MutationObserver(repainted);
  for (const element of [document.documentElement, document.body])
    if (element) said.observe(element, { attributes: true });
  page.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repainted, { signal });
  signal.addEventListener('abort', () => {
    page.clearTimeout(fading);
    said.disconnect();
  });
}

/** Root and body, then what stands in the middle of the window: applications paint a box of their own over the body. */
function outermostFirst(document: Document): Element[] {
  const inner: Element[] = [];
  const { innerWidth, innerHeight } = document.defaultView ?? { innerWidth: 0, innerHeight: 0 };
  const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  for (
    let at = middle;
    at && at !== document.body && at !== document.documentElement;
    at = at.parentElement
  ) {
    inner.unshift(at);
  }
  return [document.body, document.documentElement, ...inner].filter(Boolean);
}

/** @returns lightness 0 to 1 of a computed colour, or null for one that shows little or is written in another way */
function lightnessOf(color: string): number | null {
  const [, space = '', inside = ''] =
    /^([a-z]+)\((.*)\)$/.exec(color.replace(/^color\(srgb /, 'srgb(')) ?? [];
  const [first = 0, second = 0, third = 0, alpha = 1] = inside.split(/[\s,/]+/).map(Number);
  if (alpha < 0.5) return null;
  switch (space) {
    case 'rgb':
    case 'rgba':
      return brightness(first, second, third) / 255;
    case 'srgb':
      return brightness(first, second, third);
    case 'lab':
    case 'lch':
      return first / 100;
    case 'oklab':
    case 'oklch':
      return first;
    default:
      return null;
  }
}

function brightness(red: number, green: number, blue: number): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
