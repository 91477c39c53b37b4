import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concept, smallHandbook } from '@/test/fixtures/handbooks';
import {
  digestOf,
  hasEntries,
  mergeHandbook,
  type PartRead,
  partAddress,
  readableParts,
} from '@/utils/handbook/parts';
import { readHandbook, readLists } from '@/utils/handbook/read';

function headOf(value: object) {
  const read = readHandbook({ format: 1, name: 'Test', ...value });
  if (!read.handbook) throw new Error('The fixture is broken.');
  return { ...read, handbook: read.handbook };
}
const part = (url: string, value: unknown, state: 'loaded' | 'kept' = 'loaded'): PartRead => ({
  url,
  state,
  read: readLists(value),
});

describe('partAddress', () => {
  const base = 'https://wiki.example.com/terms/handbook.json?v=2';
  it.each([
    ['sales.json', 'https://wiki.example.com/terms/sales.json'],
    ['parts/销售.json', 'https://wiki.example.com/terms/parts/%E9%94%80%E5%94%AE.json'],
    ['/sales.json', 'https://wiki.example.com/sales.json'],
    ['//cdn.example.com/sales.json', 'https://cdn.example.com/sales.json'],
    ['http://intranet/sales.json', 'http://intranet/sales.json'],
    ['file:///etc/passwd', null],
    ['data:application/json,{}', null],
    ['javascript:alert(1)', null],
    ['https://', null],
  ])('%s is at %s', (url, address) => {
    expect(partAddress({ url }, base)).toBe(address);
  });
});

describe('digestOf', () => {
  it('is that of Subresource Integrity', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), async (bytes) => {
        const expected = createHash('sha256').update(bytes).digest('base64');
        expect(await digestOf(Uint8Array.from(bytes))).toBe(`sha256-${expected}`);
      }),
    );
  });
});

describe('readableParts', () => {
  it('leaves out those for an audience', () => {
    const digest = `sha256-${'A'.repeat(43)}=`;
    const { handbook } = headOf({
      parts: [
        { url: 'a.json', digest },
        { url: 'b.json', digest, audience: ['board'] },
      ],
    });
    expect(readableParts(handbook).map(({ url }) => url)).toEqual(['a.json']);
  });
});

describe('hasEntries', () => {
  it('tells a document that holds something from one that holds nothing', () => {
    expect(hasEntries(readLists({}).lists)).toBe(false);
    expect(hasEntries(readLists({ concepts: [{}] }).lists)).toBe(false);
    expect(hasEntries(readLists({ concepts: [concept('a')] }).lists)).toBe(true);
  });
});

describe('mergeHandbook', () => {
  it('puts the entries of the parts after those of the handbook, in its order', () => {
    const { handbook, problems } = mergeHandbook(headOf({ concepts: [concept('a')] }), [
      part('b.json', { concepts: [concept('b')], departments: [{ id: 'sales', name: 'Sales' }] }),
      part('c.json', { concepts: [concept('c')] }, 'kept'),
    ]);
    expect(handbook.concepts.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(handbook.departments.map(({ id }) => id)).toEqual(['sales']);
    expect(problems).toEqual([{ path: 'c.json', code: 'part-kept', values: [] }]);
  });

  it('reports problems of a part by its address', () => {
    const { problems } = mergeHandbook(headOf({}), [
      part('b.json', { concepts: [{ id: 'b', terms: ['b'] }] }),
      part('c.json', [concept('c')]),
      { url: 'd.json', state: 'absent' },
    ]);
    expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'b.json: concepts[0].definition missing',
      'c.json shape',
      'd.json part-absent',
    ]);
  });

  it('keeps the first of two entries with one id, whichever document it stands in', () => {
    const { handbook, problems } = mergeHandbook(headOf({ concepts: [concept('a', 'Handbook.')] }), [
      part('b.json', { concepts: [{}, concept('a', 'Part b.'), concept('b', 'Part b.')] }),
      part('c.json', { concepts: [concept('b', 'Part c.')], departments: [{ id: 'a', name: 'A' }] }),
    ]);
    expect(handbook.concepts.map(({ definition }) => definition)).toEqual(['Handbook.', 'Part b.']);
    expect(handbook.departments).toHaveLength(1);
    expect(problems.filter(({ code }) => code === 'duplicate')).toEqual([
      { path: 'b.json: concepts[1]', code: 'duplicate', values: ['a'] },
      { path: 'c.json: concepts[0]', code: 'duplicate', values: ['b'] },
    ]);
  });

  it('lets entries of one document name those of another, and reports the rest where it stands', () => {
    const { problems } = mergeHandbook(headOf({ concepts: [{ ...concept('a'), related: ['b'] }] }), [
      part('b.json', { concepts: [{}, { ...concept('b'), related: ['a', 'c'], department: 'sales' }] }),
    ]);
    expect(problems.filter(({ code }) => code === 'unknown')).toEqual([
      { path: 'b.json: concepts[1].department', code: 'unknown', values: ['sales'] },
      { path: 'b.json: concepts[1].related[1]', code: 'unknown', values: ['c'] },
    ]);
  });

  it('does not follow the parts of a part', () => {
    const digest = `sha256-${'A'.repeat(43)}=`;
    const { handbook, problems } = mergeHandbook(headOf({}), [
      part('b.json', { parts: [{ url: 'x', digest }] }),
    ]);
    expect(handbook.parts).toEqual([]);
    expect(problems).toEqual([{ path: 'b.json: parts', code: 'nested', values: [] }]);
  });

  it('leaves what it was given as it was', () => {
    const head = headOf(smallHandbook(1));
    const before = structuredClone(head.handbook);
    mergeHandbook(head, [part('b.json', { concepts: [concept('b'), concept('delivery.rd')] })]);
    expect(head.handbook).toEqual(before);
    expect(head.problems).toEqual([]);
  });

  it('lists 500 problems and counts the others', () => {
    const broken = Array.from({ length: 200_000 }, () => 5);
    const { problems } = mergeHandbook(headOf({}), [part('b.json', { concepts: broken })]);
    expect(problems).toHaveLength(501);
    expect(problems.at(-1)).toEqual({ path: '', code: 'more', values: ['199500'] });
  });

  it('holds each id once, and every id of every document', () => {
    const ids = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
    fc.assert(
      fc.property(ids, fc.array(ids), (own, others) => {
        const list = (ids: string[]) => ({ concepts: ids.map((id) => concept(id)) });
        const { handbook } = mergeHandbook(
          headOf(list(own)),
          others.map((ids, index) => part(`${index}.json`, list(ids))),
        );
        expect(handbook.concepts.map(({ id }) => id)).toEqual([...new Set([...own, ...others.flat()])]);
      }),
    );
  });
});
