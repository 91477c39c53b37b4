/** Stand-ins for the background and the browser, so that a page of ours can be tried whole. */
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import { Page } from '@/components/Page';
import english from '@/public/_locales/en/messages.json';
import chinese from '@/public/_locales/zh_CN/messages.json';
import type { Answer, HandbookStatus, MessageName, Params } from '@/utils/messages/protocol';
import type { Send } from '@/utils/messages/send';
import type { Wording } from '@/utils/platform/language';
import type { PageBrowser } from '@/utils/platform/page-browser';
import { defaults } from '@/utils/store/settings';

export const wordings: Record<Wording['language'], Wording> = {
  en: { language: 'en', catalogue: textOf(english) },
  'zh-CN': { language: 'zh-CN', catalogue: textOf(chinese) },
};

function textOf(messages: Record<string, { message: string }>): Record<string, string> {
  return Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message]));
}

export const noHandbook: HandbookStatus = { source: 'none', problems: [], departments: [], busy: false };

export const lantern: HandbookStatus = {
  source: 'sample',
  name: 'Lantern',
  revision: '7',
  counts: { concepts: 162, contested: 34, departments: 2, projects: 4 },
  loadedAt: Date.now() - 3_600_000,
  checkedAt: Date.now() - 300_000,
  problems: [],
  departments: [
    { id: 'sales', name: 'Sales' },
    { id: 'rnd', name: 'R&D' },
  ],
  busy: false,
};

type Answers = { [N in MessageName]?: (params: Params<N>) => Answer<N> | Promise<Answer<N>> };

/** A background that answers as told, keeps settings, and lists what it was asked. */
export function background(answers: Answers, saved: Partial<typeof defaults> = {}) {
  let settings = { ...defaults, ...saved };
  const asked: Array<[name: MessageName, params: unknown]> = [];
  const all: Answers = {
    'settings.get': () => settings,
    'settings.set': (patch) => {
      settings = { ...settings, ...(patch as Partial<typeof defaults>) };
      return settings;
    },
    'handbook.status': () => lantern,
    'handbook.refresh': () => lantern,
    'site.state': () => ({ granted: false, everywhere: false, rule: 'impossible' }),
    'site.remove': ({ url }) => {
      settings = { ...settings, sites: settings.sites.filter(({ origin }) => origin !== url) };
      return { granted: false, everywhere: false, rule: 'not-added' };
    },
    stored: () => ({ bytes: 1_432_000, handbook: true, meanings: 412, settings: ['theme'] }),
    ...answers,
  };
  const send: Send = async (name, params) => {
    asked.push([name, params]);
    const answer = all[name];
    if (!answer) throw new Error(`Not expected: ${name}`);
    return answer(params);
  };
  return {
    send,
    asked,
    sent: (name: MessageName) => asked.filter(([sent]) => sent === name).map(([, p]) => p),
  };
}

export function fakeBrowser(over: Partial<PageBrowser> = {}) {
  return {
    activeAddress: vi.fn(async () => 'https://board.example.com/b/1'),
    requestSites: vi.fn(async () => true),
    releaseSites: vi.fn(async () => {}),
    grantedSites: vi.fn(async () => ({ everywhere: false, patterns: [] })),
    shortcuts: vi.fn(async () => [{ name: 'define-selection', keys: 'Alt+Shift+D' }]),
    openShortcuts: vi.fn(async () => {}),
    openPanel: vi.fn(async () => {}),
    forgetFolded: vi.fn(),
    openOptions: vi.fn(async () => {}),
    openWelcome: vi.fn(async () => {}),
    close: vi.fn(async () => {}),
    ...over,
  } satisfies PageBrowser;
}

/** Lets promises and effects that are under way come to an end. */
export const settle = () => act(async () => new Promise((resolve) => setTimeout(resolve)));

/** Draws a page and waits until it has what it asked for. */
export async function show(child: ComponentChild): Promise<void> {
  const root = document.createElement('main');
  document.body.replaceChildren(root);
  await act(() => render(child, root));
  await settle();
}

/** A page inside its words. */
export const inEnglish = (child: ComponentChild) => (
  <Page wording={wordings.en} theme="auto" title="manifest_short_name">
    {child}
  </Page>
);

const nameOf = (element: Element): string =>
  (element.getAttribute('aria-label') ?? labelOf(element) ?? element.textContent ?? '').trim();

function labelOf(element: Element): string | undefined {
  const id = element.id && document.querySelector(`label[for="${element.id}"]`);
  return (id || element.closest('label'))?.textContent ?? undefined;
}

/** @returns the button, link or field that a person would call `name` */
export function control<E extends HTMLElement = HTMLElement>(
  name: string,
  selector = 'button, a, input, select',
) {
  const found = [...document.querySelectorAll<E>(selector)].find((element) =>
    nameOf(element).startsWith(name),
  );
  if (!found) throw new Error(`There is no "${name}" in: ${document.body.textContent}`);
  return found;
}

export const has = (name: string): boolean =>
  [...document.querySelectorAll('button, input, select')].some((element) => nameOf(element).startsWith(name));

export const text = (): string => document.body.textContent ?? '';

export async function press(name: string): Promise<void> {
  await act(() => control(name, 'button').click());
  await settle();
}

/** Types into a field; `change`: and leaves it. */
export async function type(name: string, value: string, change = false): Promise<void> {
  const field = control<HTMLInputElement>(name, 'input');
  await act(() => {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    if (change) field.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settle();
}

export async function choose(name: string, value: string): Promise<void> {
  const field = control<HTMLSelectElement>(name, 'select');
  await act(() => {
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settle();
}

export async function key(name: string): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });
  await act(() => {
    document.activeElement!.dispatchEvent(event);
  });
  await settle();
  return event;
}
