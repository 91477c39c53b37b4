import { describe, expect, it, vi } from 'vitest';
import type { SiteRule } from '@/utils/store/settings';
import { choose, control, fakeBrowser, press, text, type } from '../page-doubles';
import { click, open } from './open';

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
