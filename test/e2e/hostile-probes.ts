/**
 * What a page can try to read a card with. It runs in the page's own world, before anything else there, and keeps all it
 * comes by in one list of strings, each headed by the name of its probe.
 */

type Things = Record<string, unknown>;
interface Finder {
  find(text: string, ...options: boolean[]): boolean;
}

export interface Hostile {
  /** `probe: what it came by` */
  seen: Set<string>;
  /** Tries everything that has to be tried while a card is open, with words to look for. */
  probe(words: readonly string[]): Promise<void>;
}

/**
 * Runs in the page, complete in itself: leaves a `hostile` there.
 * @param rare characters that fonts are laid out for, which are only fetched if one is drawn
 */
export function installProbes(rare: string): void {
  const seen = new Set<string>();
  /** What the probes do themselves is not to be recorded. */
  let probing = false;
  const quietly = <R>(work: () => R): R | undefined => {
    const before = probing;
    probing = true;
    try {
      return work();
    } catch (error) {
      // What is refused may say too much.
      note('refusals', String(error), (error as Error).stack);
      return undefined;
    } finally {
      probing = before;
    }
  };

  /** Writes down all that a thing tells: text, what a node stands in and holds, what an object's properties say. */
  function note(probe: string, ...things: unknown[]): void {
    for (const thing of things) quietly(() => look(probe, thing, 2));
  }
  function look(probe: string, thing: unknown, depth: number): void {
    if (thing === null || thing === undefined || thing === window) return;
    if (typeof thing === 'function') return;
    if (typeof thing !== 'object') seen.add(`${probe}: ${String(thing)}`);
    else if (isWindow(thing)) quietly(() => lookAtWindow(probe, thing));
    else if (thing instanceof Node) lookAtNode(probe, thing);
    else if (depth > 0) {
      if (thing instanceof DataTransfer) look(probe, thing.getData('text/plain'), 0);
      if (Symbol.iterator in thing)
        for (const part of thing as Iterable<unknown>) look(probe, part, depth - 1);
      for (const key in Array.isArray(thing) ? {} : thing) {
        seen.add(`${probe}: ${key}`);
        look(probe, quietly(() => (thing as Things)[key]), depth - 1); // biome-ignore format: one line says it
      }
    }
  }
  function lookAtNode(probe: string, node: Node): void {
    for (const at of [node, node.getRootNode(), (node as Element).shadowRoot]) {
      if (!at || at === document) continue;
      const { outerHTML, innerHTML, textContent } = at as Element;
      look(probe, [outerHTML ?? innerHTML, textContent], 1);
    }
    if ('contentWindow' in node) {
      const { contentWindow, contentDocument, src } = node as HTMLIFrameElement;
      look(probe, [src, contentWindow, contentDocument?.documentElement], 1);
    }
  }
  function isWindow(thing: object): thing is Window {
    try {
      return (thing as Window).window === thing;
    } catch {
      return false;
    }
  }
  function lookAtWindow(probe: string, other: Window): void {
    const facts: Array<() => unknown> = [
      () => other.document.documentElement.outerHTML,
      () => other.location.href,
      () => other.name,
      () => other.origin,
      () => other.performance.getEntries().map(({ name }) => name),
      () => [...Array(other.length).keys()].map((index) => other[index]),
    ];
    for (const fact of facts) look(probe, quietly(fact), 2);
  }

  // Everything that scripts do with the page's objects, if they do it in the page's world.
  const patched = [
    Node, Element, HTMLElement, Document, DocumentFragment, ShadowRoot, EventTarget, HTMLIFrameElement, Range,
    MessagePort, MessageChannel, Promise, Highlight, HighlightRegistry, Selection, Storage, History, CSSStyleDeclaration,
    IntersectionObserver, ResizeObserver, MutationObserver, AbortSignal,
  ]; // biome-ignore format: a list
  for (const { prototype } of patched as Array<{ prototype: object }>) {
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (name === 'constructor' || !descriptor.configurable) continue;
      for (const part of ['value', 'get', 'set'] as const) {
        const original: unknown = descriptor[part];
        if (typeof original !== 'function') continue;
        descriptor[part] = function (this: unknown, ...args: unknown[]) {
          const result: unknown = original.apply(this, args);
          if (!probing) note('patched prototypes', this, args, result);
          return result;
        };
      }
      Object.defineProperty(prototype, name, descriptor);
    }
  }
  const functions: Array<[Things, string]> = [
    ...[
      'postMessage',
      'fetch',
      'getSelection',
      'queueMicrotask',
      'structuredClone',
      'requestIdleCallback',
    ].map((name): [Things, string] => [window as unknown as Things, name]),
    ...['log', 'debug', 'info', 'warn', 'error'].map((name): [Things, string] => [
      console as unknown as Things,
      name,
    ]),
    [JSON as unknown as Things, 'parse'],
    [JSON as unknown as Things, 'stringify'],
  ];
  for (const [owner, name] of functions) {
    const original = owner[name] as (...args: unknown[]) => unknown;
    owner[name] = function (this: unknown, ...args: unknown[]) {
      const result = original.apply(this, args);
      if (!probing) note('patched functions', args, result);
      return result;
    };
  }

  // Every event there is a name for, before anybody else hears it.
  const handlers = [window, document, HTMLElement.prototype, HTMLIFrameElement.prototype].flatMap((owner) => {
    const names: string[] = [];
    for (const key in owner) if (key.startsWith('on')) names.push(key.slice(2));
    return names;
  });
  const others = [
    'focusin',
    'focusout',
    'DOMActivate',
    'DOMContentLoaded',
    'compositionend',
    'fullscreenchange',
  ];
  const listen = EventTarget.prototype.addEventListener;
  quietly(() => {
    for (const type of new Set([...handlers, ...others]))
      listen.call(window, type, (event) => hear(event), { capture: true, passive: true });
  });
  function hear(event: Event): void {
    const { rangeParent } = event as Event & { rangeParent?: Node };
    note('events', event, rangeParent, event.composedPath(), String(getSelection()), new Error().stack);
    const { clipboardData, dataTransfer } = event as ClipboardEvent & DragEvent;
    note('events', clipboardData, dataTransfer);
  }

  const sizes = new ResizeObserver((entries) => note('observers', entries));
  const sights = new IntersectionObserver((entries) => note('observers', entries));
  const watchAll = () =>
    quietly(() => {
      for (const element of document.querySelectorAll('*')) {
        sizes.observe(element);
        sights.observe(element);
      }
    });
  new MutationObserver((records) => {
    for (const { target, addedNodes, removedNodes, oldValue } of records)
      note('mutations', target, addedNodes, removedNodes, oldValue);
    watchAll();
  }).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeOldValue: true,
    characterDataOldValue: true,
  });
  for (const type of PerformanceObserver.supportedEntryTypes)
    new PerformanceObserver((list) => noteEntries(list.getEntries())).observe({ type, buffered: true });
  function noteEntries(entries: PerformanceEntryList): void {
    note('performance', entries, quietly(() => JSON.stringify(entries)), entries.map((entry) => Object.values(entry))); // biome-ignore format: a list
    for (const entry of entries as Array<PerformanceEntry & Things>)
      for (const part of ['sources', 'attribution', 'scripts', 'target', 'element'])
        note('performance', entry[part]);
  }
  if ('ReportingObserver' in window)
    new ReportingObserver((reports) => note('reports', reports, JSON.stringify(reports)), {
      buffered: true,
    }).observe();
  const families = ['PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Segoe UI', 'Arial', 'DejaVu Sans'];
  const faces = families.flatMap((family) =>
    [...rare].map((character) => {
      const unicodeRange = `U+${character.codePointAt(0)?.toString(16)}`;
      return { character, face: new FontFace(family, 'url(/font)', { unicodeRange }) };
    }),
  );
  for (const { face } of faces) document.fonts.add(face);
  const globals = new Set(Object.getOwnPropertyNames(window));

  /** By name, what is tried while a card is open. */
  const probes: Record<string, (words: readonly string[]) => unknown> = {
    'window.find': (words) =>
      words.filter((word) => (window as unknown as Finder).find(word, false, false, true, false, true)),
    selection() {
      getSelection()?.selectAllChildren(document.documentElement);
      const found = [String(getSelection()), getSelection()?.getRangeAt(0).cloneContents()];
      document.execCommand('selectAll');
      found.push(String(getSelection()), String(document.execCommand('copy')));
      getSelection()?.empty();
      return found;
    },
    points() {
      const found = new Set<unknown>();
      for (let x = 4; x < innerWidth; x += 40)
        for (let y = 4; y < innerHeight; y += 20) {
          for (const element of document.elementsFromPoint(x, y)) found.add(element);
          found.add(document.caretPositionFromPoint(x, y)?.offsetNode);
          found.add(document.caretRangeFromPoint?.(x, y)?.startContainer);
          for (const { ranges } of CSS.highlights.highlightsFromPoint(x, y))
            for (const range of ranges) found.add(range.startContainer);
        }
      return [...found];
    },
    styles: () =>
      [...document.querySelectorAll('*')].flatMap((element) => [
        element.getAttribute('style'),
        ...['', '::before', '::after', '::backdrop', '::highlight(common-ground-term)'].map((pseudo) => {
          const style = getComputedStyle(element, pseudo);
          return [...style].map((name) => style.getPropertyValue(name)).join();
        }),
      ]),
    'style sheets': () =>
      [...document.styleSheets, ...document.adoptedStyleSheets].map(({ cssRules }) =>
        [...cssRules].map(({ cssText }) => cssText).join(),
      ),
    highlights: () =>
      [...CSS.highlights].map(([name, ranges]) => [
        name,
        ...[...ranges].map(({ startContainer, startOffset, endOffset }) =>
          startContainer.nodeValue?.slice(startOffset, endOffset),
        ),
      ]),
    frames: () => [...Array(window.length).keys()].map((index) => window[index]),
    performance() {
      noteEntries(performance.getEntries());
      return null;
    },
    history: () => [
      history.length,
      JSON.stringify(history.state),
      ...navigation.entries().map(({ url, getState }) => [url, getState]),
      navigation.entries().map((entry) => JSON.stringify(entry.getState()) ?? ''),
    ],
    storage: () => [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie],
    tree: () => [
      document.documentElement,
      document.activeElement,
      new XMLSerializer().serializeToString(document),
      document.documentElement.getHTML({ serializableShadowRoots: true }),
      document.documentElement.innerText,
      ...document.querySelectorAll('*'),
    ],
    animations: () => document.getAnimations().map(({ effect }) => (effect as KeyframeEffect | null)?.target),
    fonts: () => faces.filter(({ face }) => face.status !== 'unloaded').map(({ character }) => character),
    globals: () =>
      Object.getOwnPropertyNames(window)
        .filter((name) => !globals.has(name) && name !== 'hostile')
        .map((name) => [name, (window as unknown as Things)[name]]),
  };

  async function probe(words: readonly string[]): Promise<void> {
    for (const [name, run] of Object.entries(probes)) note(name, quietly(() => run(words))); // biome-ignore format: one line says it
    const [databases, caches] = await Promise.all([indexedDB.databases(), window.caches.keys()]);
    note('storage', databases, caches);
    // What observers have to tell comes after a drawing or two.
    for (let times = 0; times < 3; times++) await new Promise(requestAnimationFrame);
  }
  Object.assign(window, { hostile: { seen, probe } satisfies Hostile });
}

/** Runs in the page, complete in itself: shows a text as somebody would who protects nothing. */
export async function showUnprotected(text: string): Promise<void> {
  const host = document.createElement('div');
  host.style.cssText =
    'position: fixed; left: 40px; top: 200px; width: 400px; height: 200px; overflow: hidden';
  host.style.setProperty('--definition', JSON.stringify(text));
  const root = host.attachShadow({ mode: 'open' });
  const shown = document.createElement('p');
  shown.textContent = text;
  root.append(shown, document.createElement('slot'));
  document.documentElement.append(host);
  host.append(text);
  host.firstChild!.nodeValue = `${text}.`;
  const frame = document.createElement('iframe');
  frame.srcdoc = text;
  const loaded = new Promise((resolve) => {
    frame.onload = resolve;
  });
  host.append(frame);
  await loaded;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`#card::before { content: ${JSON.stringify(text)} }`);
  document.adoptedStyleSheets.push(sheet);
  CSS.highlights.set(text, new Highlight());
  host.animate({ opacity: [0.5, 1] }, 1e6);
  const input = new InputEvent('input', { data: text, bubbles: true, composed: true });
  Object.defineProperty(input, 'refusing', {
    enumerable: true,
    get() {
      throw new Error(text);
    },
  });
  host.dispatchEvent(input);
  window.postMessage({ say: 'open', text });
  history.replaceState({ text }, '');
  localStorage.setItem('card', text);
  Object.assign(window, { card: text });
  // It breaks the page's rules, is refused and told of.
  await fetch(`/card?${encodeURIComponent(text)}`);
  const picture = new Image();
  picture.src = `/card?${text.replace(/\W+/g, '-')}`;
  await new Promise((resolve) => {
    picture.onload = picture.onerror = resolve;
  });
  setTimeout(() => {
    throw new Error(text);
  });
}
