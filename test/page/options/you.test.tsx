import { afterEach, describe, expect, it, vi } from 'vitest';
import { choose, control, fakeBrowser, press, text } from '../page-doubles';
import { click, open } from './open';

afterEach(() => {
  vi.restoreAllMocks();
  delete document.documentElement.dataset.theme;
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
