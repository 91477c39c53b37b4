/** The panel as a whole, with stand-ins for the background, the browser and the script on the page. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Page } from '@/components/Page';
import { FoldedContext } from '@/components/panel/Part';
import { PanelPage } from '@/entrypoints/panel/PanelPage';
import { aView } from '@/test/fixtures/views';
import type { Context, Handoff, Who, WordHere } from '@/utils/messages/context';
import type { DraftWord } from '@/utils/messages/draft';
import type { FromPanel, ToPanel } from '@/utils/messages/panel';
import type { View } from '@/utils/messages/view';
import { folded } from '@/utils/platform/folded';
import type { PanelBrowser } from '@/utils/platform/panel-browser';
import { background, choose, has, key, press, settle, show, text, type, wordings } from './page-doubles';

const words = (text: string) => ({ text, language: 'en' });
const sales = { id: 'sales', name: 'Sales' };
const rnd = { id: 'rnd', name: 'R&D' };
const nothing: Context = {
  projects: [],
  who: [],
  handoffs: [],
  updates: [],
  documents: [],
  decisions: [],
  lessons: [],
};
const who = (department: typeof sales, more: Partial<Who> = {}): Who => ({
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
const full: Context = {
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

let front: (tab: number | null) => void;
let said: FromPanel[];
/** Links to scripts in tabs, the last at the end. */
let links: Array<{ tab: number; hear(message: ToPanel): void; lose(): void; closed: boolean }>;
let over: Partial<PanelBrowser>;

beforeEach(() => {
  said = [];
  links = [];
  over = {};
  localStorage.clear();
});
afterEach(async () => {
  await close();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const fakePanelBrowser = (): PanelBrowser => ({
  pass: null,
  private: false,
  onFront(listener) {
    front = listener;
    listener(1);
  },
  link(tab, hear, onLost) {
    const link = { tab, hear, lose: onLost, closed: false };
    links.push(link);
    return {
      send: (message) => said.push(message),
      close() {
        link.closed = true;
      },
    };
  },
  page: async () => null,
  openWelcome: vi.fn(async () => {}),
  ...over,
});

type Answers = Parameters<typeof background>[0];
let browser: PanelBrowser;
async function open(answers: Answers = {}, language: keyof typeof wordings = 'en') {
  const back = background({ context: () => full, 'context.words': () => [], ...answers });
  browser = fakePanelBrowser();
  await show(
    <Page wording={wordings[language]} theme="auto" title="manifest_short_name">
      <FoldedContext.Provider value={folded}>
        <PanelPage send={back.send} browser={browser} />
      </FoldedContext.Provider>
    </Page>,
  );
  return back;
}
async function close(): Promise<void> {
  const root = document.querySelector('main');
  if (root) await act(() => render(null, root));
}
async function hear(message: ToPanel, link = links.at(-1)!): Promise<void> {
  await act(() => link.hear(message));
  await settle();
}
const see = (more: Partial<View> = {}) => hear({ say: 'view', view: aView(more) });
const goTo = async (tab: number | null) => {
  await act(() => front(tab));
  await settle();
};
const title = () => document.querySelector('h1')?.textContent;
const parts = () =>
  [...document.querySelectorAll('details.part')].map(({ className }) => className.slice(10));
const later = () => {
  let resolve!: (context: Context | null) => void;
  const promise = new Promise<Context | null>((done) => {
    resolve = done;
  });
  return {
    promise,
    answer: (context: Context | null) => act(async () => resolve(context)).then(() => settle()),
  };
};

describe('what is in view', () => {
  it('is followed, and asked about each time', async () => {
    const { sent } = await open();
    await see({ kind: 'card', id: '7', title: 'Hinge', board: 'Lamp', list: 'Doing' });
    expect(title()).toBe('Hinge');
    expect(text()).toContain('Card · Lamp · Doing');
    expect(text()).toContain('Sold by spring');
    await see({ kind: 'card', id: '8', title: 'Shade' });
    expect(title()).toBe('Shade');
    expect(sent('context')).toEqual([
      { view: expect.objectContaining({ id: '7' }) },
      { view: expect.objectContaining({ id: '8' }) },
    ]);
  });

  it('is not mixed with what belonged to the view before, even before the answer is there', async () => {
    const second = later();
    const answers = [Promise.resolve(full), second.promise];
    await open({ context: () => answers.shift()! });
    await see({ kind: 'card', id: '7', title: 'Hinge' });
    expect(text()).toContain('Sold by spring');
    await see({ kind: 'card', id: '8', title: 'Shade' });
    expect(parts()).toEqual([]);
    await second.answer({ ...full, goal: { ...full.goal!, goal: words('Another goal') } });
    expect(text()).toContain('Another goal');
  });

  it('has the answer of the last question, whichever comes first', async () => {
    const [first, second] = [later(), later()];
    const answers = [first.promise, second.promise];
    await open({ context: () => answers.shift()! });
    await see({ kind: 'card', id: '7', title: 'Hinge' });
    await see({ kind: 'card', id: '8', title: 'Shade' });
    await second.answer({ ...full, goal: { ...full.goal!, goal: words('The second') } });
    await first.answer({ ...full, goal: { ...full.goal!, goal: words('The first') } });
    expect(text()).toContain('The second');
    expect(text()).not.toContain('The first');
  });

  it('keeps what is shown while the same view is asked about again', async () => {
    const second = later();
    const answers = [Promise.resolve(full), second.promise];
    await open({ context: () => answers.shift()! });
    await see({ kind: 'card', id: '7', title: 'Hinge' });
    await see({ kind: 'card', id: '7', title: 'Hinge', labels: ['new'] });
    expect(text()).toContain('Sold by spring');
  });

  it('stays as it was where a question fails', async () => {
    const answers = [() => full, () => Promise.reject(new Error('gone'))];
    await open({ context: () => answers.shift()!() });
    await see({ title: 'Hinge' });
    await see({ title: 'Hinge', labels: ['new'] });
    expect(text()).toContain('Sold by spring');
  });

  it.each([
    [true, 'dark'],
    [false, 'light'],
  ])('tells whether the page is dark: %s', async (dark, page) => {
    await open();
    await see({ dark });
    expect(document.documentElement.dataset.page).toBe(page);
  });
});

describe('another tab', () => {
  it('leaves nothing of the one before', async () => {
    const word: WordHere = { term: 1, frame: 0, word: 'delivery', contested: true, others: [sales] };
    await open({
      'context.words': ({ tab }) => (tab === 1 ? [word] : []),
      'draft.words': () => [{ word: 'launch', theirs: [], instead: [], note: 'launch: x' }],
    });
    await see({ title: 'Hinge' });
    await hear({ say: 'draft', text: 'launch' });
    await hear({ say: 'given-up' });
    expect(text()).toContain('delivery');
    await goTo(2);
    for (const old of ['Hinge', 'Sold by spring', 'delivery', 'launch', 'keeps taking'])
      expect(text(), old).not.toContain(old);
    expect(links.map(({ tab, closed }) => [tab, closed])).toEqual([
      [1, true],
      [2, false],
    ]);
  });

  it('hears nothing that the one before still says', async () => {
    await open();
    const [old] = links;
    await goTo(2);
    await hear({ say: 'view', view: aView({ title: 'Old' }) }, old);
    await hear({ say: 'given-up' }, old);
    expect(text()).not.toContain('Old');
    expect(text()).not.toContain('keeps taking');
  });

  it('gets no answer that was for the one before', async () => {
    const first = later();
    const [old] = await Promise.all([first, open({ context: () => first.promise })]);
    await see({ title: 'Hinge' });
    await goTo(2);
    await old.answer(full);
    expect(text()).not.toContain('Sold by spring');
  });

  it('gets no words and no draft that were looked up for the one before', async () => {
    let answerWords!: (words: WordHere[]) => void;
    let answerDraft!: (words: DraftWord[]) => void;
    await open({
      'context.words': ({ tab }) => (tab === 1 ? new Promise((resolve) => (answerWords = resolve)) : []),
      'draft.words': () => new Promise((resolve) => (answerDraft = resolve)),
    });
    await see();
    await hear({ say: 'draft', text: 'delivery' });
    await goTo(2);
    await see({ title: 'Two' });
    await act(() => {
      answerWords([{ term: 1, frame: 0, word: 'delivery', contested: true, others: [sales] }]);
      answerDraft([{ word: 'delivery', theirs: [], instead: [], note: 'x' }]);
    });
    await settle();
    expect(parts()).not.toContain('words');
    expect(text()).not.toContain('delivery');
  });

  it('may be none at all', async () => {
    await open();
    await goTo(null);
    expect(text()).toContain(wordings.en.catalogue.panel_unread);
    expect(parts()).toEqual([]);
  });
});

describe('a page without our script', () => {
  it('that may not be read is said to be so', async () => {
    const { sent } = await open();
    await act(() => links[0]!.lose());
    await settle();
    expect(text()).toContain(wordings.en.catalogue.panel_unread);
    expect(sent('context')).toEqual([]);
  });

  it('is known by address and title, and asked for again', async () => {
    over = { page: async () => ({ url: 'https://docs.example.com/a', title: 'Plan' }) };
    const back = await open();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const pass = (ms: number) =>
      act(async () => {
        await vi.advanceTimersByTimeAsync(ms);
      });
    await act(() => links[0]!.lose());
    await pass(1);
    expect(title()).toBe('Plan');
    expect(back.sent('context')).toEqual([
      { view: expect.objectContaining({ host: 'page', kind: 'page', url: 'https://docs.example.com/a' }) },
    ]);
    expect(links).toHaveLength(1);
    await pass(2000);
    expect(links).toHaveLength(2);
  });
});

describe('in a frame on the page', () => {
  it('enters once with its pass, and closes and moves by its own buttons', async () => {
    over = { pass: 'secret' };
    const { sent } = await open({ 'panel.enter': () => 7 });
    expect(sent('panel.enter')).toEqual([{ pass: 'secret' }]);
    expect(links.map(({ tab }) => tab)).toEqual([7]);
    await press(wordings.en.catalogue.panel_other_side!);
    await press(wordings.en.catalogue.dock_close!);
    expect(said).toEqual([{ say: 'other-side' }, { say: 'close' }]);
  });

  it.each<[string, NonNullable<Answers['panel.enter']>]>([
    ['is not let in', () => null],
    ['gets no answer', () => Promise.reject(new Error('gone'))],
  ])('that %s shows nothing, hears nothing and asks nothing', async (_, enter) => {
    over = { pass: '' };
    const { asked } = await open({ 'panel.enter': enter });
    expect(links).toEqual([]);
    expect(parts()).toEqual([]);
    expect(text()).toBe('');
    expect(asked.map(([name]) => name)).toEqual(['panel.enter']);
  });

  it('closes by Escape, but not where that means something else', async () => {
    over = { pass: 'secret' };
    await open({ 'panel.enter': () => 7, 'context.search': () => [] });
    await see();
    const field = document.querySelector<HTMLElement>('.search input')!;
    await type(wordings.en.catalogue.search_label!, 'delivery');
    field.focus();
    await key('Escape');
    expect(said).toEqual([]);
    await key('Escape');
    expect(said).toEqual([{ say: 'close' }]);
  });

  it('beside the page Escape closes nothing', async () => {
    await open();
    await see();
    await key('Escape');
    expect(said).toEqual([]);
  });

  it('beside the page the browser has its own ways', async () => {
    await open();
    await see();
    expect(has(wordings.en.catalogue.dock_close!)).toBe(false);
    expect(has(wordings.en.catalogue.panel_other_side!)).toBe(false);
  });
});

describe('parts', () => {
  it('that are empty are absent', async () => {
    await open({ context: () => nothing });
    await see({ title: 'Hinge' });
    expect(title()).toBe('Hinge');
    expect(parts()).toEqual([]);
  });

  it('stand in their order', async () => {
    await open({
      'context.words': () => [{ term: 1, frame: 0, word: 'delivery', contested: false, others: [] }],
    });
    await see();
    expect(parts()).toEqual(['goal', 'who', 'handoffs', 'words', 'week', 'documents']);
  });

  it('that were folded stay folded', async () => {
    await open();
    await see();
    const goal = document.querySelector<HTMLDetailsElement>('.part-goal')!;
    await act(() => {
      goal.open = false;
      goal.dispatchEvent(new Event('toggle'));
    });
    await close();
    await open();
    await see();
    expect(document.querySelector<HTMLDetailsElement>('.part-goal')!.open).toBe(false);
    expect(document.querySelector<HTMLDetailsElement>('.part-who')!.open).toBe(true);
  });

  it('without a handbook are absent; it can be chosen', async () => {
    await open({ context: () => null });
    await see();
    expect(parts()).toEqual([]);
    await press(wordings.en.catalogue.popup_first_choose!);
    expect(browser.openWelcome).toHaveBeenCalledOnce();
  });
});

describe('a host that has changed', () => {
  it('is said to be reduced, and a report is copied only when it is asked for', async () => {
    const copied: string[] = [];
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => {
      copied.push(text);
    });
    await open();
    await see({ missing: ['title'] });
    // A page that loads shows nothing yet.
    expect(text()).not.toContain('This site has changed.');
    await vi.waitFor(() => expect(text()).toContain('This site has changed.'), { timeout: 10_000 });
    expect(said).toEqual([]);
    await press('Copy a report');
    expect(said).toEqual([{ say: 'report' }]);
    await hear({ say: 'report', text: '<div>' });
    expect(copied).toEqual(['<div>']);
    expect(text()).toContain(wordings.en.catalogue.panel_report_copied);
  });

  it('that shows all it should says nothing', async () => {
    await open();
    await see();
    expect(text()).not.toContain('This site has changed.');
    expect(has('Copy a report')).toBe(false);
  });

  it('does not keep a report for copied that could not be', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no focus'));
    await open();
    await see({ missing: ['title'] });
    await hear({ say: 'report', text: '<div>' });
    expect(text()).not.toContain(wordings.en.catalogue.panel_report_copied);
  });

  it('that takes our element away is said to', async () => {
    await open();
    await see();
    await hear({ say: 'given-up' });
    expect(text()).toContain(wordings.en.catalogue.panel_given_up);
  });
});

describe('what the reader does', () => {
  it('chooses the project, or leaves it to the handbook', async () => {
    const hotel: Context = { ...full, goal: { ...full.goal!, id: 'hotel', goal: words('Twenty hotels'), chosen: true } }; // biome-ignore format: one line says it
    const { sent } = await open({ 'context.choose': ({ project }) => (project ? hotel : full) });
    await see({ title: 'Hinge' });
    await choose('Project', 'hotel');
    expect(text()).toContain('Twenty hotels');
    await choose('Project', '');
    expect(text()).toContain('Sold by spring');
    expect(sent('context.choose')).toEqual([
      { view: expect.objectContaining({ title: 'Hinge' }), project: 'hotel', private: false },
      { view: expect.objectContaining({ title: 'Hinge' }), project: null, private: false },
    ]);
  });

  it('ticks what has come along, for this view', async () => {
    const { sent } = await open({ 'context.tick': () => full });
    await see({ kind: 'card', id: '7', title: 'Hinge' });
    const [sample, prices] = document.querySelectorAll<HTMLInputElement>('.checklist input');
    expect([sample!.checked, prices!.checked]).toEqual([false, true]);
    await act(() => sample!.click());
    await act(() => prices!.click());
    await settle();
    const view = expect.objectContaining({ id: '7' });
    expect(sent('context.tick')).toEqual([
      { view, handoff: 'rnd>sales#0', entry: 0, done: true, private: false },
      { view, handoff: 'rnd>sales#0', entry: 1, done: false, private: false },
    ]);
  });

  it('goes to a word on the page', async () => {
    const { sent } = await open({
      'context.words': () => [{ term: 4, frame: 2, word: 'delivery', contested: true, others: [sales] }],
      'context.show': () => {},
    });
    await see();
    expect(text()).toContain('1 word means something else to Sales');
    await press('delivery');
    expect(sent('context.show')).toEqual([{ tab: 1, frame: 2, term: 4 }]);
  });

  it('asks: the first other department is opened and has the focus', async () => {
    await open();
    await see();
    await hear({ say: 'ask' });
    const row = document.querySelector<HTMLDetailsElement>('.part-who .row:not(.yours)')!;
    expect(row.open).toBe(true);
    expect(document.querySelector<HTMLDetailsElement>('.part-who .row.yours')!.open).toBe(false);
    expect(document.activeElement?.textContent).toContain('Ask Clara');
    expect(document.activeElement?.getAttribute('href')).toBe('mailto:clara@sales.example.com');
  });

  it('asks before it is known who is there, and is led there once it is', async () => {
    const answer = later();
    await open({ context: () => answer.promise });
    await see();
    await hear({ say: 'ask' });
    await answer.answer(full);
    expect(document.querySelector<HTMLDetailsElement>('.part-who .row:not(.yours)')!.open).toBe(true);
    expect(document.activeElement?.textContent).toContain('Ask Clara');
  });

  it('searches: a department is shown, a project is chosen, nothing else stands there meanwhile', async () => {
    const { sent } = await open({
      'context.search': ({ query }) =>
        query === 'fin'
          ? [{ kind: 'department', who: who({ id: 'finance', name: 'Finance' }) }]
          : [{ kind: 'project', id: 'hotel', name: words('Hotel line'), goal: words('Twenty hotels') }],
      'context.choose': () => full,
    });
    await see();
    const field = wordings.en.catalogue.search_label!;
    await type(field, 'hotel');
    expect(parts()).toEqual([]);
    await act(() => document.querySelector<HTMLElement>('[role=option]')!.click());
    await settle();
    expect(sent('context.choose')).toEqual([{ view: aView(), project: 'hotel', private: false }]);
    await type(field, 'fin');
    await act(() => document.querySelector<HTMLElement>('[role=option]')!.click());
    await settle();
    expect(parts()[0]).toBe('found');
    expect(document.querySelector('.part-found')!.textContent).toContain('Finance');
  });
});

describe('words of a draft', () => {
  const delivery: DraftWord = {
    word: 'delivery',
    yours: { department: rnd, definition: words('A build') },
    theirs: [{ department: sales, definition: words('A signed form') }],
    instead: ['build delivery'],
    note: 'delivery: A build.',
  };

  it('are listed with both meanings; changed and noted only when it is pressed', async () => {
    const { sent } = await open({ 'draft.words': () => [delivery] });
    await see({ kind: 'draft', title: 'Friday' });
    await hear({ say: 'draft', text: 'The delivery' });
    expect(sent('draft.words')).toEqual([
      { view: expect.objectContaining({ title: 'Friday' }), text: 'The delivery' },
    ]);
    const part = document.querySelector('.part-draft')!.textContent;
    for (const said of ['You mean', 'A build', 'Sales reads', 'A signed form']) expect(part).toContain(said);
    expect(said).toEqual([]);
    await press('Write “build delivery”');
    await press('Add a note at the end');
    expect(said).toEqual([
      { say: 'replace', word: 'delivery', other: 'build delivery' },
      { say: 'add', text: 'delivery: A build.' },
    ]);
  });

  it('go with the draft, which is asked about no more', async () => {
    const { sent } = await open({ 'draft.words': () => [delivery] });
    await see();
    await hear({ say: 'draft', text: 'The delivery' });
    await hear({ say: 'draft', text: '' });
    expect(parts()).not.toContain('draft');
    expect(sent('draft.words')).toHaveLength(1);
  });

  it('are those of the last text, whichever answer comes first', async () => {
    const waiting: Array<(words: DraftWord[]) => void> = [];
    await open({ 'draft.words': () => new Promise((resolve) => waiting.push(resolve)) });
    await see();
    await hear({ say: 'draft', text: 'The delivery' });
    await hear({ say: 'draft', text: 'The launch' });
    await act(async () => waiting[1]!([{ ...delivery, word: 'launch' }]));
    await act(async () => waiting[0]!([delivery]));
    await settle();
    expect(document.querySelector('.part-draft h3')!.textContent).toBe('launch');
    await hear({ say: 'draft', text: 'The delivery' });
    await hear({ say: 'draft', text: '' });
    await act(async () => waiting[2]!([delivery]));
    await settle();
    expect(parts()).not.toContain('draft');
  });
});

it('speaks Chinese', async () => {
  await open({}, 'zh-CN');
  await see({ kind: 'card', title: '铰链', missing: ['title'] });
  const { catalogue } = wordings['zh-CN'];
  for (const key of ['panel_goal', 'panel_who', 'panel_handoffs', 'panel_week', 'panel_documents'])
    expect(text(), key).toContain(catalogue[key]);
  expect(text()).not.toContain('Goal');
}); // biome-ignore format: a list
