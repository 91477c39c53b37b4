/** Selectors as data: ours, and a handbook's. */
import { describe, expect, it } from 'vitest';
import english from '@/public/_locales/en/messages.json';
import { mergeHandbook } from '@/utils/handbook/parts';
import { problemText } from '@/utils/handbook/problem-text';
import { readHandbook, readLists } from '@/utils/handbook/read';
import { isSelector } from '@/utils/handbook/selector';
import { corrected, correctionsFor } from '@/utils/hosts/corrections';
import type { Anchors, Correction } from '@/utils/hosts/host';
import { hosts } from '@/utils/hosts/registry';

const ours: Anchors = {
  title: [
    { css: 'h1.new', since: '2026-04-16', source: 'ours' },
    { css: 'h1.old', since: '2024', source: 'ours' },
  ],
  list: [{ css: '.list', since: '2026', source: 'ours' }],
};
const cssOf = (ways: ReturnType<typeof corrected>) =>
  Object.fromEntries(Object.entries(ways).map(([slot, list]) => [slot, list.map(({ css }) => css)]));

describe('corrected', () => {
  it('puts a correction where its date belongs', () => {
    const ways = corrected(ours, [
      { title: [{ css: 'h1.newest', since: '2026-11' }] },
      { title: [{ css: 'h1.between', since: '2025-01-02' }], due: [{ css: 'time', since: '2026-11' }] },
    ]);
    expect(cssOf(ways)).toEqual({
      title: ['h1.newest', 'h1.new', 'h1.between', 'h1.old'],
      list: ['.list'],
      due: ['time'],
    });
  });

  it('believes a correction before ours of the same date', () => {
    expect(cssOf(corrected(ours, [{ title: [{ css: 'h1.other', since: '2026-04-16' }] }])).title?.[0]).toBe(
      'h1.other',
    );
  });

  it('leaves what it was given as it was', () => {
    const before = structuredClone(ours);
    corrected(ours, [{ title: [{ css: 'h1.newest', since: '2026-11' }] }]);
    expect(ours).toEqual(before);
    expect(corrected(ours, [])).toBe(ours);
  });

  it('takes those of one host', () => {
    const of = (host: string): Correction => ({
      host,
      anchors: { title: [{ css: `.${host}`, since: '2026' }] },
    });
    expect(correctionsFor('trello', [of('gmail'), of('trello')])).toEqual([of('trello').anchors]);
  });
});

describe('our own anchors', () => {
  const all = hosts.flatMap(({ id, anchors }) =>
    Object.entries(anchors).flatMap(([slot, list]) => list.map((anchor) => ({ id, slot, ...anchor }))),
  );

  it.each(all)('$id $slot: $css', ({ css, read, since, source }) => {
    expect(isSelector(css)).toBe(true);
    expect(css.length).toBeLessThanOrEqual(300);
    expect(since).toMatch(/^20\d\d(-[01]\d(-[0-3]\d)?)?$/);
    expect(read ?? 'text').toMatch(/^(?:text|value|@[a-z][a-z-]*)$/);
    expect(source.length).toBeGreaterThan(8);
  });

  it.each(hosts)('$id: newest first', ({ anchors }) => {
    for (const list of Object.values(anchors)) {
      const dates = list.map(({ since }) => since);
      expect(dates).toEqual([...dates].sort().reverse());
    }
  });

  it.each(hosts)('$id: there is a way to everything that must be there', ({ essential, anchors }) => {
    const must = Object.values(essential).flat();
    expect(must.filter((slot) => !anchors[slot])).toEqual([]);
  });
});

describe('a selector', () => {
  it.each([
    'h1',
    '#a > .b ~ c + d',
    '[data-testid="list"]:has(> a[href*="/c/{id}"]) [data-x]',
    'a:not(b, c):is(d)',
    ':has(+ p)',
    'li:nth-child(2n + 1)::before',
    '[href^="mailto:" i]',
    '*',
    'h1, h2',
  ])('%s', (css) => {
    expect(isSelector(css)).toBe(true);
  });

  it.each([
    '',
    ' ',
    'div >',
    '> div',
    'a,,b',
    'a, ',
    'a[b',
    ':has(',
    'a)',
    'a{}',
    'a;b',
    '<script>',
    '@media',
    ':is(> a)',
    'a:not(b >)',
  ])('not %j', (css) => {
    expect(isSelector(css)).toBe(false);
  });
});

describe('in a handbook', () => {
  const entry = (anchor: object) => ({ host: 'trello', anchors: { title: [anchor] } });
  const good = { css: 'h1', since: '2026-11' };
  const say = (key: string, ...names: string[]) =>
    (english as Record<string, { message: string }>)[key]!.message.replace(
      /\$(\d)/g,
      (_, at) => names[at - 1] ?? '',
    );

  it('is read as it is written', () => {
    const corrections = [entry(good), { host: 'gmail', anchors: { senders: [{ ...good, read: '@email' }] } }];
    const { handbook, problems } = readHandbook({ format: 1, name: 'Lantern', hosts: corrections });
    expect(problems).toEqual([]);
    const read: readonly Correction[] = handbook!.hosts;
    expect(read).toEqual(corrections);
  });

  it.each([
    ['a selector', { ...good, css: 'div >' }, 'css'],
    ['300', { ...good, css: `h1${' h1'.repeat(100)}` }, 'css'],
    ['an attribute', { ...good, read: 'innerHTML' }, 'read'],
    ['a month', { ...good, since: 'yesterday' }, 'since'],
  ])('is set aside where it is not %s', (_, anchor, key) => {
    const { lists, problems } = readLists({ hosts: [entry(anchor), { ...entry(good), host: 'gmail' }] });
    expect(lists.hosts.map(({ host }) => host)).toEqual(['gmail']);
    expect(problems.map(({ path, code }) => [path, code])).toEqual([
      [`hosts[0].anchors.title[0].${key}`, 'wrong'],
    ]);
    expect(problemText(problems[0]!, say)).toContain(`hosts[0].anchors.title[0].${key}`);
  });

  it('says in words what a selector should have been', () => {
    const { problems } = readLists({ hosts: [entry({ ...good, css: 'a[' })] });
    expect(problemText(problems[0]!, say)).toContain('a CSS selector');
  });

  it('stands once for each host, in parts as well', () => {
    const head = readHandbook({ format: 1, name: 'Lantern', hosts: [entry(good)] });
    const read = readLists({ hosts: [entry({ ...good, css: 'h2' }), { ...entry(good), host: 'gmail' }] });
    const { handbook, problems } = mergeHandbook({ ...head, handbook: head.handbook! }, [
      { url: 'a.json', state: 'loaded', read },
    ]);
    expect(handbook.hosts.map(({ host, anchors }) => [host, anchors.title?.[0]?.css])).toEqual([
      ['trello', 'h1'],
      ['gmail', 'h1'],
    ]);
    expect(problems).toEqual([{ path: 'a.json: hosts[0]', code: 'duplicate', values: ['trello'] }]);
  });
});
