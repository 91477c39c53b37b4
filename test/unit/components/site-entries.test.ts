import { expect, it } from 'vitest';
import { siteEntries } from '@/entrypoints/options/site-entries';
import type { SiteRule } from '@/utils/store/settings';

const rules: SiteRule[] = [
  { origin: 'https://mail.example.com', rule: 'paused', until: 2000 },
  { origin: 'https://board.example.com:8443', rule: 'on', department: 'sales' },
];

it('lists sites by host with their port, and says where access is missing', () => {
  const entries = siteEntries(rules, { everywhere: false, patterns: ['https://board.example.com/*'] }, 1000);
  expect(entries.map(({ host, rule, granted }) => [host, rule, granted])).toEqual([
    ['board.example.com:8443', 'on', true],
    ['mail.example.com', 'paused', false],
  ]);
  expect(entries[0]?.department).toBe('sales');
});

it('knows that access to all sites, or to a whole domain, is access to each', () => {
  for (const pattern of ['*://*/*', '*://*.example.com/*']) {
    const entries = siteEntries(rules, { everywhere: false, patterns: [pattern] }, 1000);
    expect(entries.map(({ granted }) => granted)).toEqual([true, true]);
  }
});

it('calls a pause that has ended on', () => {
  const entry = siteEntries(rules, { everywhere: false, patterns: [] }, 2000).find(
    ({ host }) => host === 'mail.example.com',
  );
  expect(entry?.rule).toBe('on');
});
