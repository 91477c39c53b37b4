import { afterEach, describe, expect, it, vi } from 'vitest';
import { OptionsPage } from '@/entrypoints/options/OptionsPage';
import type { Problem } from '@/utils/handbook/read';
import type { HandbookStatus } from '@/utils/messages/protocol';
import { defaults, type Settings, type SiteRule } from '@/utils/store/settings';
import {
  background,
  choose,
  control,
  fakeBrowser,
  has,
  lantern,
  press,
  settle,
  show,
  text,
  type,
  wordings,
} from './page-doubles';

const open = async (
  saved: Partial<Settings> = { source: 'sample' },
  answers: Parameters<typeof background>[0] = {},
  browser = fakeBrowser(),
) => {
  const ground = background(answers, saved);
  await show(
    <OptionsPage
      send={ground.send}
      browser={browser}
      loadWording={async (setting) => wordings[setting === 'auto' ? 'en' : setting]}
      start={{ settings: { ...defaults, ...saved }, wording: wordings.en }}
    />,
  );
  return { ...ground, browser };
};

const section = (name: string) => {
  const heading = [...document.querySelectorAll('h2')].find((h2) => h2.textContent === name);
  return heading!.closest('section')!;
};
const click = async (name: string) => {
  control(name, 'input').click();
  await settle();
};

afterEach(() => {
  vi.restoreAllMocks();
  delete document.documentElement.dataset.theme;
});

describe('handbook', () => {
  it('shows what is in use and when it was looked for', async () => {
    await open();
    const shown = section('Handbook').textContent;
    for (const part of ['Lantern', 'Revision 7', '162', '34', '1 hour ago', '5 minutes ago']) {
      expect(shown).toContain(part);
    }
  });

  it('refreshes by hand', async () => {
    const { sent } = await open(
      { source: 'sample' },
      { 'handbook.refresh': () => ({ ...lantern, revision: '8' }) },
    );
    await press('Refresh now');
    expect(sent('handbook.refresh')).toHaveLength(1);
    expect(text()).toContain('Revision 8');
  });

  it('uses an address after asking for access to its site', async () => {
    const { sent, browser } = await open();
    await click('Our company’s handbook');
    await type('Address of the handbook', 'https://handbook.example.com/h.json');
    control('Use this address').click();
    expect(browser.requestSites).toHaveBeenCalledWith(['https://handbook.example.com/*']);
    await settle();
    expect(sent('settings.set')).toEqual([
      { source: 'address', address: 'https://handbook.example.com/h.json' },
    ]);
  });

  it('lists entries set aside with their places and what to write instead', async () => {
    const problems: Problem[] = [
      { path: 'concepts[12].terms[0].language', code: 'wrong', values: ['language', 'English'] },
      { path: 'concepts[40].definition', code: 'missing', values: [] },
    ];
    await open({ source: 'sample' }, { 'handbook.status': () => ({ ...lantern, problems }) });
    const list = [...document.querySelectorAll('.set-aside li')].map((item) => item.textContent);
    expect(text()).toContain('Entries to correct: 2');
    expect(list[0]).toMatch(/concepts\[12\]\.terms\[0\]\.language.*English.*a language tag such as en/);
    expect(list[1]).toContain('concepts[40].definition is missing');
  });

  it('does not draw thousands of them', async () => {
    const problems = Array.from(
      { length: 1234 },
      (_, i): Problem => ({ path: `concepts[${i}]`, code: 'missing', values: [] }),
    );
    await open({ source: 'sample' }, { 'handbook.status': () => ({ ...lantern, problems }) });
    expect(document.querySelectorAll('.set-aside li')).toHaveLength(200);
    expect(text()).toContain('And 1,034 more.');
  });

  it('shows the last failure beside the handbook that stays', async () => {
    const error = {
      key: 'fetch_forbidden' as const,
      names: ['handbook.example.com', '403'],
      at: Date.now() - 600_000,
    };
    await open(
      { source: 'address', address: 'https://handbook.example.com/h.json' },
      {
        'handbook.status': (): HandbookStatus => ({ ...lantern, source: 'address', error }),
      },
    );
    const shown = section('Handbook').textContent;
    expect(shown).toContain('refused access (403)');
    expect(shown).toContain('The handbook you had stays in use.');
    expect(shown).toContain('10 minutes ago');
    expect(shown).toContain('Lantern');
  });

  it('keeps how often to look, also a number that is not among those offered', async () => {
    const { sent } = await open({ source: 'address', address: 'https://a.example.com/', refreshEvery: 90 });
    const select = control<HTMLSelectElement>('Check for changes every', 'select');
    expect(select.selectedOptions[0]?.textContent).toBe('90 minutes');
    await choose('Check for changes every', '1440');
    expect(sent('settings.set')).toEqual([{ refreshEvery: 1440 }]);
  });
});

describe('you and pages', () => {
  it('keeps each choice at once and says so', async () => {
    const { sent } = await open();
    expect(text()).not.toContain('Saved');
    await choose('Your department', 'rnd');
    expect(text()).toContain('Saved');
    await choose('Language of definitions', 'zh-CN');
    await click('None');
    await click('Show keys on the card');
    expect(sent('settings.set')).toEqual([
      { department: 'rnd' },
      { contentLanguage: 'zh-CN' },
      { density: 'none' },
      { hints: false },
    ]);
  });

  it('speaks the language that was chosen, at once', async () => {
    await open();
    await choose('Language of Common Ground', 'zh-CN');
    expect(document.documentElement.lang).toBe('zh-CN');
    expect(document.querySelector('h1')?.textContent).toBe('设置');
    expect(document.title).toBe('同语设置');
  });

  it('takes the look that was chosen, and follows the system otherwise', async () => {
    await open();
    expect(document.documentElement.dataset.theme).toBeUndefined();
    await click('Dark');
    expect(document.documentElement.dataset.theme).toBe('dark');
    await click('As the system');
    expect(document.documentElement.dataset.theme).toBeUndefined();
  });

  it('names a department that the handbook no longer has', async () => {
    await open({ source: 'sample', department: 'mill' });
    const select = control<HTMLSelectElement>('Your department', 'select');
    expect(select.selectedOptions[0]?.textContent).toBe('mill (not in this handbook)');
  });

  it('shows the keys the browser has, and where to change them', async () => {
    const { browser } = await open(
      {},
      {},
      fakeBrowser({
        shortcuts: vi.fn(async () => [
          { name: '_execute_action', keys: 'Alt+C' },
          { name: 'define-selection', keys: 'Alt+Shift+D' },
          { name: 'next-term', keys: '' },
        ]),
      }),
    );
    expect([...document.querySelectorAll('kbd')].map((key) => key.textContent)).toEqual([
      'Alt',
      'Shift',
      'D',
    ]);
    expect(text()).toContain('Next marked wordNot set');
    await press('Change in the browser');
    expect(browser.openShortcuts).toHaveBeenCalledOnce();
  });
});

describe('sites', () => {
  const sites: SiteRule[] = [
    { origin: 'https://board.example.com', rule: 'on', department: 'sales' },
    { origin: 'https://mail.example.com', rule: 'off' },
  ];
  const granted = (patterns: string[], everywhere = false) =>
    fakeBrowser({ grantedSites: vi.fn(async () => ({ everywhere, patterns })) });
  const rows = () =>
    [...document.querySelectorAll('.site-row')].map((row) => row.querySelector('.site-host')?.textContent);

  it('lists sites with a rule, not what access alone was given to', async () => {
    await open(
      { sites },
      {},
      granted(['https://board.example.com/*', 'http://wiki.example.com/*', '*://*.corp.example.com/*']),
    );
    expect(rows()).toEqual(['board.example.com', 'mail.example.com']);
  });

  it('offers access again where it was taken back', async () => {
    const { browser, sent } = await open(
      { sites },
      { 'site.rule': () => ({ granted: true, everywhere: false, rule: 'on' }) },
      granted([]),
    );
    await press('Allow access');
    expect(browser.requestSites).toHaveBeenCalledWith(['https://board.example.com/*']);
    expect(sent('site.rule')).toEqual([{ url: 'https://board.example.com', rule: 'on' }]);
  });

  it('changes rule and department of a site', async () => {
    const { sent, browser } = await open(
      { sites },
      { 'site.rule': () => ({ granted: true, everywhere: false, rule: 'on' }) },
      granted(['https://board.example.com/*']),
    );
    await choose('Marking on board.example.com', 'paused');
    expect(browser.requestSites).not.toHaveBeenCalled();
    await choose('Who speaks on board.example.com', '');
    expect(sent('site.rule')).toEqual([
      { url: 'https://board.example.com', rule: 'paused' },
      { url: 'https://board.example.com', department: null },
    ]);
  });

  it('removes a site together with the access to it', async () => {
    const { sent, browser } = await open({ sites }, {}, granted(['https://board.example.com/*']));
    await press('Remove board.example.com');
    expect(browser.releaseSites).toHaveBeenCalledWith(['https://board.example.com/*']);
    expect(sent('site.remove')).toEqual([{ url: 'https://board.example.com' }]);
    expect(rows()).toEqual(['mail.example.com']);
  });

  it('keeps the access while another port of the host needs it', async () => {
    const two: SiteRule[] = [
      { origin: 'http://localhost:3000', rule: 'on' },
      { origin: 'http://localhost:4000', rule: 'on' },
    ];
    const { browser } = await open({ sites: two }, {}, granted(['http://localhost/*']));
    expect(rows()).toEqual(['localhost:3000', 'localhost:4000']);
    await press('Remove localhost:3000');
    expect(browser.releaseSites).not.toHaveBeenCalled();
  });

  it('keeps the access that the handbook needs', async () => {
    const { sent, browser } = await open(
      { sites, source: 'address', address: 'https://board.example.com:8443/h.json' },
      {},
      granted(['https://board.example.com/*']),
    );
    await press('Remove board.example.com');
    expect(sent('site.remove')).toEqual([{ url: 'https://board.example.com' }]);
    expect(browser.releaseSites).not.toHaveBeenCalled();
  });

  it('adds a site by its address, and says at the field when it is none', async () => {
    const { sent, browser } = await open(
      {},
      { 'site.rule': () => ({ granted: true, everywhere: false, rule: 'on' }) },
    );
    await type('Add a site', 'not an address');
    await press('Add');
    expect(control('Add a site', 'input').getAttribute('aria-invalid')).toBe('true');
    expect(browser.requestSites).not.toHaveBeenCalled();
    await type('Add a site', 'board.example.com/b/1');
    await press('Add');
    expect(browser.requestSites).toHaveBeenCalledWith(['https://board.example.com/*']);
    expect(sent('site.rule')).toEqual([{ url: 'https://board.example.com', rule: 'on' }]);
  });

  it('asks for all sites and gives them back', async () => {
    let everywhere = false;
    const { browser } = await open(
      {},
      {},
      fakeBrowser({
        grantedSites: vi.fn(async () => ({ everywhere, patterns: everywhere ? ['*://*/*'] : [] })),
        requestSites: vi.fn(async () => {
          everywhere = true;
          return true;
        }),
      }),
    );
    const all = () => control<HTMLInputElement>('On all sites', 'input');
    await click('On all sites');
    expect(browser.requestSites).toHaveBeenCalledWith(['*://*/*']);
    expect(all().checked).toBe(true);
    await click('On all sites');
    expect(browser.releaseSites).toHaveBeenCalledWith(['*://*/*']);
  });

  it('shows the truth when the browser keeps the access or the user refuses it', async () => {
    const kept = fakeBrowser({
      grantedSites: vi.fn(async () => ({ everywhere: true, patterns: ['*://*/*'] })),
      releaseSites: vi.fn(async () => Promise.reject(new Error('required'))),
    });
    await open({}, {}, kept);
    await click('On all sites');
    expect(control<HTMLInputElement>('On all sites', 'input').checked).toBe(true);
    expect(text()).toContain('can only be taken back there');

    await open({}, {}, fakeBrowser({ requestSites: vi.fn(async () => false) }));
    for (const _ of ['once', 'twice']) {
      await click('On all sites');
      expect(control<HTMLInputElement>('On all sites', 'input').checked).toBe(false);
      expect(text()).toContain('nothing changed');
      expect(text()).not.toContain('Saved');
    }
  });
});

describe('Trello', () => {
  const connect = async (key: string, token: string) => {
    await type('Key', key);
    await type('Token', token);
    await press('Connect');
  };

  it('is asked with the user’s own key and token, once its address may be reached', async () => {
    const { sent, browser } = await open();
    await connect(' k ', ' t ');
    expect(browser.requestSites).toHaveBeenCalledWith(['https://api.trello.com/*']);
    expect(sent('settings.set')).toEqual([{ trelloKey: 'k', trelloToken: 't' }]);
  });

  it('keeps nothing while the access is refused, and says what to do', async () => {
    const browser = fakeBrowser({ requestSites: vi.fn(async () => false) });
    const { sent } = await open({ source: 'sample' }, {}, browser);
    await connect('k', 't');
    expect(sent('settings.set')).toEqual([]);
    expect(section('Trello').textContent).toContain('Press Connect again and allow it');
  });

  it('is disconnected, and the token forgotten', async () => {
    const { sent } = await open({ source: 'sample', trelloKey: 'k', trelloToken: 't' });
    expect(section('Trello').textContent).toContain('Connected.');
    await press('Disconnect');
    expect(sent('settings.set')).toEqual([{ trelloKey: null, trelloToken: null }]);
  });
});

describe('what is stored', () => {
  it('says how much, and which settings', async () => {
    await open(
      {},
      { stored: () => ({ bytes: 1_432_000, handbook: true, meanings: 1412, settings: ['theme', 'sites'] }) },
    );
    expect(section('What is stored').textContent).toContain('1,412 meanings, 1.4 MB');
    expect(section('What is stored').textContent).toContain('Look and Sites');
  });

  it('deletes only after a second, separate press', async () => {
    const { sent } = await open(
      { theme: 'dark' },
      {
        'stored.delete': () => ({ bytes: 0, handbook: false, meanings: 0, settings: [] }),
      },
    );
    await press('Delete everything…');
    expect(sent('stored.delete')).toEqual([]);
    expect(document.activeElement?.textContent).toBe('Keep it');
    await press('Keep it');
    expect(has('Keep it')).toBe(false);
    await press('Delete everything…');
    await press('Delete everything');
    expect(sent('stored.delete')).toHaveLength(1);
    expect(text()).toContain('Everything is deleted.');
  });

  it('leaves no source of a handbook picked', async () => {
    let source: Settings['source'] = 'sample';
    await open(
      { source },
      {
        'stored.delete': () => {
          source = 'none';
          return { bytes: 0, handbook: false, meanings: 0, settings: [] };
        },
        'settings.get': () => ({ ...defaults, source }),
      },
    );
    const radios = () => [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')];
    const picked = () => radios().filter(({ value, checked }) => /sample|address/.test(value) && checked);
    expect(picked()).toHaveLength(1);
    await press('Delete everything…');
    await press('Delete everything');
    expect(picked()).toEqual([]);
  });

  it('leads back to the first-run page', async () => {
    const { browser } = await open(
      {},
      { 'stored.delete': () => ({ bytes: 0, handbook: false, meanings: 0, settings: [] }) },
    );
    await press('Delete everything…');
    await press('Delete everything');
    await press('Start again');
    expect(browser.openWelcome).toHaveBeenCalledOnce();
  });
});

it('says when a change could not be kept, and shows what holds', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { sent } = await open(
    { source: 'sample' },
    {
      'settings.set': () => {
        throw new Error('gone');
      },
    },
  );
  for (const _ of ['once', 'twice']) {
    await choose('Your department', 'rnd');
    expect(text()).toContain('does not answer');
    expect(text()).not.toContain('Saved');
    expect(control<HTMLSelectElement>('Your department', 'select').value).toBe('');
  }
  expect(sent('settings.set')).toHaveLength(2);
});
