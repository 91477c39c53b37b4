/** The panel as a whole, with stand-ins for the background, the browser and the script on the page. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, vi } from 'vitest';
import { Page } from '@/components/Page';
import { FoldedContext } from '@/components/panel/Part';
import { PanelPage } from '@/entrypoints/panel/PanelPage';
import { aView } from '@/test/fixtures/views';
import type { Context, Handoff, Who } from '@/utils/messages/context';
import type { FromPanel, ToPanel } from '@/utils/messages/panel';
import type { View } from '@/utils/messages/view';
import { folded } from '@/utils/platform/folded';
import type { PanelBrowser } from '@/utils/platform/panel-browser';
import { background, settle, show, wordings } from '../page-doubles';

export const words = (text: string) => ({ text, language: 'en' });
export const sales = { id: 'sales', name: 'Sales' };
export const rnd = { id: 'rnd', name: 'R&D' };
export const nothing: Context = {
  projects: [],
  who: [],
  handoffs: [],
  updates: [],
  documents: [],
  decisions: [],
  lessons: [],
};
export const who = (department: typeof sales, more: Partial<Who> = {}): Who => ({
  department,
  contacts: [],
  people: [],
  yours: false,
  ...more,
});
const handoff: Handoff = {
  id: 'rnd>sales#0',
  from: rnd,
  to: sales,
  when: words('The sample is approved'),
  gives: [
    { text: words('Sample'), ticked: false },
    { text: words('Price list'), ticked: true },
  ],
  doneWhen: words('Sales has signed'),
  here: true,
};
const lamp = { id: 'lamp', name: words('Desk Lamp'), goal: words('Sold by spring') };
export const full: Context = {
  ...nothing,
  goal: { ...lamp, owners: [rnd], measures: [], chosen: false },
  projects: [
    { id: 'lamp', name: words('Desk Lamp') },
    { id: 'hotel', name: words('Hotel line') },
  ],
  who: [
    who(rnd, { yours: true }),
    who(sales, {
      contacts: [{ name: words('Clara'), href: 'mailto:clara@sales.example.com', address: 'clara@sales.example.com' }],
    }),
  ],
  handoffs: [handoff],
  updates: [{ department: sales, week: '2026-W48', age: 0, done: words('Ten contracts') }],
  documents: [{ title: words('Plan'), url: 'https://docs.example.com/plan' }],
}; // biome-ignore format: a context is read as a whole

export type Answers = Parameters<typeof background>[0];

/** A script in a tab, as the panel is linked to it. */
interface Link {
  tab: number;
  hear(message: ToPanel): void;
  lose(): void;
  closed: boolean;
}

interface PanelDouble {
  /** What the panel said to scripts in tabs. */
  said: FromPanel[];
  /** Links to scripts in tabs, the last at the end. */
  links: Link[];
  /** What the browser does otherwise than usual; to be set before the panel is opened. */
  over: Partial<PanelBrowser>;
  browser: PanelBrowser;
  /** @returns the background that it asks */
  open(answers?: Answers, language?: keyof typeof wordings): Promise<ReturnType<typeof background>>;
  close(): Promise<void>;
  /** Says something to it; over the last link, if not told otherwise. */
  hear(message: ToPanel, link?: Link): Promise<void>;
  see(view?: Partial<View>): Promise<void>;
  /** Puts another tab in front. */
  goTo(tab: number | null): Promise<void>;
}

/** To be called once in a test file. @returns a panel that is not yet open; closed after each test */
export function createPanel(): PanelDouble {
  let front: (tab: number | null) => void;
  const panel = {
    async open(answers = {}, language = 'en') {
      const back = background({
        'context.view': () => null,
        context: () => full,
        'context.words': () => [],
        ...answers,
      });
      panel.browser = fakePanelBrowser();
      await show(
        <Page wording={wordings[language]} theme="auto" title="manifest_short_name">
          <FoldedContext.Provider value={folded}>
            <PanelPage send={back.send} browser={panel.browser} />
          </FoldedContext.Provider>
        </Page>,
      );
      return back;
    },
    async close() {
      const root = document.querySelector('main');
      if (root) await act(() => render(null, root));
    },
    async hear(message, link = panel.links.at(-1)!) {
      await act(() => link.hear(message));
      await settle();
    },
    see: (view = {}) => panel.hear({ say: 'view', view: aView(view) }),
    async goTo(tab) {
      await act(() => front(tab));
      await settle();
    },
  } as PanelDouble;

  const fakePanelBrowser = (): PanelBrowser => ({
    pass: null,
    private: false,
    onFront(listener) {
      front = listener;
      listener(1);
    },
    link(tab, hear, onLost) {
      const link = { tab, hear, lose: onLost, closed: false };
      panel.links.push(link);
      return {
        send: (message) => panel.said.push(message),
        close() {
          link.closed = true;
        },
      };
    },
    page: async () => null,
    openWelcome: vi.fn(async () => {}),
    ...panel.over,
  });

  beforeEach(() => {
    panel.said = [];
    panel.links = [];
    panel.over = {};
    localStorage.clear();
  });
  afterEach(async () => {
    await panel.close();
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  return panel;
}

export const title = () => document.querySelector('h1')?.textContent;
export const parts = () =>
  [...document.querySelectorAll('.panel-parts:not([hidden]) details.part')].map(({ className }) =>
    className.slice(10),
  );
export const later = () => {
  let resolve!: (context: Context | null) => void;
  const promise = new Promise<Context | null>((done) => {
    resolve = done;
  });
  return {
    promise,
    answer: (context: Context | null) => act(async () => resolve(context)).then(() => settle()),
  };
};
