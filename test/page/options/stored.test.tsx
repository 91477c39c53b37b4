import { describe, expect, it } from 'vitest';
import { defaults, type Settings } from '@/utils/store/settings';
import { has, press, text } from '../page-doubles';
import { open, section } from './open';

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
