import { describe, expect, it } from 'vitest';
import type { Problem } from '@/utils/handbook/read';
import type { HandbookStatus } from '@/utils/messages/protocol';
import { choose, control, lantern, press, settle, text, type } from '../page-doubles';
import { click, open, section } from './open';

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
