import { describe, expect, it, vi } from 'vitest';
import { PopupPage } from '@/entrypoints/popup/PopupPage';
import type { Definition, Meaning, SearchHit, SiteState } from '@/utils/messages/protocol';
import {
  background,
  choose,
  control,
  fakeBrowser,
  has,
  inEnglish,
  key,
  lantern,
  noHandbook,
  press,
  settle,
  show,
  text,
  type,
} from './page-doubles';

const board: SiteState = {
  origin: 'https://board.example.com',
  host: 'board.example.com',
  granted: false,
  everywhere: false,
  rule: 'not-added',
};

const hit = (concept: string, department: string): SearchHit => ({
  concept,
  term: { text: 'delivery', language: 'en' },
  department,
  definition: { text: `What ${department} means`, language: 'en' },
  contested: true,
});

const meaning = (concept: string, name: string): Meaning => ({
  concept,
  department: { id: name.toLowerCase(), name },
  term: { text: 'delivery', language: 'en' },
  otherTerms: [],
  definition: { text: `What ${name} means`, language: 'en' },
  links: [],
  related: [{ concept: 'launch', term: { text: 'launch', language: 'en' } }],
  status: 'approved',
});

const definition = (...meanings: Meaning[]): Definition => ({
  word: 'delivery',
  meanings,
  reason: { key: 'reason_chosen', names: [] },
  certain: true,
});

const open = (answers: Parameters<typeof background>[0], browser = fakeBrowser()) => {
  const { send, sent } = background({ 'site.state': () => board, ...answers });
  return { sent, browser, shown: show(inEnglish(<PopupPage send={send} browser={browser} />)) };
};

describe('this site', () => {
  it('says what happens here and turns it on, asking for access to this site alone', async () => {
    let rule: SiteState['rule'] = 'not-added';
    const { sent, browser, shown } = open({
      'site.state': () => ({ ...board, granted: rule === 'on', rule }),
      'site.rule': () => {
        rule = 'on';
        return { ...board, granted: true, rule };
      },
    });
    await shown;
    expect(text()).toContain('board.example.com');
    expect(text()).toContain('Not added yet');
    await press('Turn on here');
    expect(browser.requestSites).toHaveBeenCalledWith(['https://board.example.com/*']);
    expect(sent('site.rule')).toEqual([{ url: 'https://board.example.com/b/1', rule: 'on' }]);
    expect(text()).toContain('Common Ground is on here.');
    expect(has('Turn on here')).toBe(false);
  });

  it('asks within the click itself, and keeps the wish before the answer is known', async () => {
    let answer = (_given: boolean) => {};
    const { sent, browser, shown } = open(
      { 'site.rule': () => board },
      fakeBrowser({ requestSites: vi.fn(() => new Promise<boolean>((resolve) => (answer = resolve))) }),
    );
    await shown;
    control('Turn on here').click();
    expect(browser.requestSites).toHaveBeenCalledOnce();
    await settle();
    expect(sent('site.rule')).toHaveLength(1);
    answer(true);
    await settle();
    expect(text()).not.toContain('nothing changed');
  });

  it('says so when the user declines, and goes on offering it', async () => {
    const { shown } = open(
      { 'site.rule': () => board, 'site.state': () => board },
      fakeBrowser({ requestSites: vi.fn(async () => false) }),
    );
    await shown;
    await press('Turn on here');
    expect(text()).toContain('nothing changed');
    expect(has('Turn on here')).toBe(true);
  });

  it('asks for all sites and then looks again at this one', async () => {
    let granted = false;
    const { sent, browser, shown } = open(
      { 'site.state': () => (granted ? { ...board, granted, everywhere: true, rule: 'on' } : board) },
      fakeBrowser({
        requestSites: vi.fn(async () => {
          granted = true;
          return true;
        }),
      }),
    );
    await shown;
    await press('On all sites');
    expect(browser.requestSites).toHaveBeenCalledWith(['*://*/*']);
    expect(sent('site.rule')).toEqual([]);
    expect(has('On all sites')).toBe(false);
    expect(has('Off here')).toBe(true);
  });

  it('pauses, goes on, and turns off', async () => {
    let rule: SiteState['rule'] = 'on';
    const { sent, shown } = open({
      'site.state': () => ({ ...board, granted: true, rule }),
      'site.rule': (params) => {
        rule = params.rule ?? rule;
        return { ...board, granted: true, rule };
      },
    });
    await shown;
    await press('Pause for an hour');
    expect(text()).toContain('Paused on this site');
    await press('Go on now');
    await press('Off here');
    expect(sent('site.rule')).toEqual(
      ['paused', 'on', 'off'].map((rule) => ({ url: 'https://board.example.com/b/1', rule })),
    );
    expect(text()).toContain('Off on this site');
  });

  it('does not call a site on whose access was taken back', async () => {
    await open({ 'site.state': () => ({ ...board, granted: false, rule: 'on' }) }).shown;
    expect(text()).toContain('Not added yet');
    expect(has('Turn on here')).toBe(true);
  });

  it.each([
    ['sensitive', 'money, health or passwords', 'Turn on here anyway'],
    ['off', 'Off on this site', 'Turn on here'],
  ] as const)('explains %s and offers the way out', async (rule, sentence, button) => {
    await open({ 'site.state': () => ({ ...board, granted: true, rule }) }).shown;
    expect(text()).toContain(sentence);
    expect(has(button)).toBe(true);
    expect(has('Pause for an hour')).toBe(false);
  });

  it('offers nothing where no extension may work', async () => {
    await open(
      { 'site.state': () => ({ granted: false, everywhere: false, rule: 'impossible' }) },
      fakeBrowser({ activeAddress: vi.fn(async () => undefined) }),
    ).shown;
    expect(text()).toContain('no extension work on this page');
    expect(has('Turn on here')).toBe(false);
    expect(has('On all sites')).toBe(false);
  });

  it('keeps which department speaks here, and that none in particular does', async () => {
    const { sent, shown } = open({
      'site.state': () => ({ ...board, granted: true, rule: 'on', department: 'sales' }),
      'site.rule': () => ({ ...board, granted: true, rule: 'on' }),
    });
    await shown;
    expect(control<HTMLSelectElement>('Who speaks here', 'select').value).toBe('sales');
    await choose('Who speaks here', 'rnd');
    await choose('Who speaks here', '');
    expect(sent('site.rule')).toMatchObject([{ department: 'rnd' }, { department: null }]);
  });
});

it('says nothing of a site when it was opened from the address bar', async () => {
  const { send } = background({ 'site.state': () => board, search: () => [hit('a', 'Sales')] });
  await show(inEnglish(<PopupPage send={send} browser={fakeBrowser()} asked={{ q: 'delivery' }} />));
  expect(text()).toContain('What Sales means');
  expect(text()).not.toContain('board.example.com');
});

describe('search', () => {
  const found = [hit('a', 'Sales'), hit('b', 'R&D'), hit('c', 'Finance')];

  it('has the focus, and arrows and Enter open what was found', async () => {
    const { sent, shown } = open({
      search: () => found,
      'search.concept': () => definition(meaning('b', 'R&D'), meaning('a', 'Sales')),
    });
    await shown;
    expect(document.activeElement).toBe(control('Look up a word'));
    await type('Look up a word', 'jf');
    const options = () => [...document.querySelectorAll('[role=option]')];
    expect(options().map((option) => option.getAttribute('aria-selected'))).toEqual([
      'true',
      'false',
      'false',
    ]);
    await key('ArrowDown');
    const box = document.activeElement!;
    expect(box.getAttribute('aria-activedescendant')).toBe(options()[1]!.id);
    await key('ArrowUp');
    await key('ArrowUp');
    expect(box.getAttribute('aria-activedescendant')).toBe(options()[2]!.id);
    await key('Enter');
    expect(sent('search.concept')).toEqual([{ concept: 'c', word: 'delivery' }]);
    expect(text()).toContain('What R&D means');
  });

  it('leaves Enter to an input method that is choosing a candidate', async () => {
    const { sent, shown } = open({ search: () => found });
    await shown;
    await type('Look up a word', 'jiaofu');
    const event = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
    document.activeElement!.dispatchEvent(event);
    await settle();
    expect(sent('search.concept')).toEqual([]);
  });

  it('goes back to the same results, and from a related term to where it was opened', async () => {
    await open({
      search: () => found,
      'search.concept': ({ concept }) =>
        concept === 'launch' ? definition(meaning('launch', 'Marketing')) : definition(meaning('a', 'Sales')),
    }).shown;
    await type('Look up a word', 'delivery');
    await key('Enter');
    await press('launch');
    expect(text()).toContain('What Marketing means');
    await press('Back');
    expect(text()).toContain('What Sales means');
    expect((await key('Escape')).defaultPrevented).toBe(true);
    expect(control<HTMLInputElement>('Look up a word', 'input').value).toBe('delivery');
    expect(document.querySelectorAll('[role=option]')).toHaveLength(3);
  });

  it('never shows an answer that more typing has overtaken', async () => {
    const waiting: Array<(hits: SearchHit[]) => void> = [];
    await open({ search: () => new Promise<SearchHit[]>((resolve) => waiting.push(resolve)) }).shown;
    await type('Look up a word', 'd');
    await type('Look up a word', 'de');
    waiting[1]!([hit('new', 'Sales')]);
    waiting[0]!([hit('old', 'Finance')]);
    await settle();
    expect(text()).toContain('What Sales means');
    expect(text()).not.toContain('What Finance means');
  });

  it('says that a word is not there, and Esc empties the box before it closes the popup', async () => {
    await open({ search: () => [] }).shown;
    await type('Look up a word', 'xyz');
    expect(text()).toContain('“xyz” is not in the handbook.');
    expect((await key('Escape')).defaultPrevented).toBe(true);
    expect(control<HTMLInputElement>('Look up a word', 'input').value).toBe('');
    expect((await key('Escape')).defaultPrevented).toBe(false);
  });
});

describe('handbook', () => {
  it('shows its name and age', async () => {
    await open({}).shown;
    expect(text()).toContain('Lantern');
    expect(text()).toContain('Checked 5 minutes ago');
  });

  it('shows what went wrong, that the old one stays, and tries again', async () => {
    const error = { key: 'fetch_not_found' as const, names: ['handbook.example.com', '404'], at: Date.now() };
    const { sent, shown } = open({
      'handbook.status': () => ({ ...lantern, error }),
      'handbook.refresh': () => lantern,
    });
    await shown;
    expect(text()).toContain('There is nothing at handbook.example.com (404)');
    expect(text()).toContain('The handbook you had stays in use.');
    await press('Check again');
    expect(sent('handbook.refresh')).toHaveLength(1);
    expect(text()).not.toContain('404');
  });

  it('leads to the first-run page while there is none', async () => {
    const { browser, shown } = open({ 'handbook.status': () => noHandbook });
    await shown;
    expect(text()).toContain('Choose a handbook');
    expect(has('Turn on here')).toBe(false);
    await press('Get started');
    expect(browser.openWelcome).toHaveBeenCalledOnce();
    expect(browser.close).toHaveBeenCalledOnce();
  });

  it('opens the settings', async () => {
    const { browser, shown } = open({});
    await shown;
    await press('Settings');
    expect(browser.openOptions).toHaveBeenCalledOnce();
  });
});

it('says when the background does not answer, and tries again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  let alive = false;
  await open({
    'site.state': () => {
      if (!alive) throw new Error('gone');
      return board;
    },
  }).shown;
  expect(text()).toContain('does not answer');
  alive = true;
  await press('Try again');
  expect(text()).toContain('board.example.com');
  expect(text()).not.toContain('does not answer');
  vi.restoreAllMocks();
});
