import { describe, expect, it } from 'vitest';
import type { View } from '@/utils/messages/view';
import { createWorld, mail } from './world';

const world = createWorld();

describe('who is involved', () => {
  const people = [
    { name: 'Zhao Min', address: 'zhao.min@finance.example.com' },
    { name: 'Liu Wei', address: 'liu.wei@sales.example.com' },
    { name: '', address: 'qian@finance.example.com' },
    { name: 'Somebody', address: 'somebody@else.example' },
  ];
  it('begins with who speaks, then the others in view, then the project by role', async () => {
    const { who } = await world.contextOf(mail({ title: '[Desk Lamp 3] price', people }));
    expect(who.map(({ department, role }) => `${department.id} ${role}`)).toEqual([
      'finance consulted',
      'sales informed',
      'production responsible',
      'marketing responsible',
      'operations responsible',
      'quality responsible',
      'rnd accountable',
      'service consulted',
      'risk consulted',
      'people informed',
    ]);
    expect(who[0]!.people).toEqual(['Zhao Min', 'qian@finance.example.com']);
    expect(who[1]).toMatchObject({ people: ['Liu Wei'], yours: true });
    expect(who.filter(({ yours }) => yours)).toHaveLength(1);
  });
  it('without a project, is who is in view', async () => {
    const { who } = await world.contextOf(mail({ people }));
    expect(who.map(({ department, role }) => [department.id, role])).toEqual([
      ['finance', undefined],
      ['sales', undefined],
    ]);
    expect((await world.contextOf(mail())).who).toEqual([]);
  });
  it('holds the department whose page it is, by the handbook or by the user', async () => {
    const page: Partial<View> = { host: 'page', kind: 'page', url: 'https://wiki.example.com/finance/a' };
    expect((await world.contextOf(page)).who.map(({ department }) => department.id)).toEqual(['finance']);
    world.reader = { ...world.reader, speaksAt: () => 'risk' };
    expect((await world.contextOf(page)).who.map(({ department }) => department.id)).toEqual(['risk']);
  });
  it('says what a department is for and how it is reached', async () => {
    const { who } = await world.contextOf(mail({ people: people.slice(1, 2) }));
    expect(who[0]).toMatchObject({
      department: { id: 'sales', name: 'Sales' },
      purpose: { text: expect.stringContaining('companies and distributors') },
      lead: { text: 'Head of sales' },
      answersWithin: 4,
    });
    expect(who[0]!.contacts[0]).toEqual({
      name: { text: 'Sales operations', language: 'en' },
      address: 'salesops@sales.example.com',
      href: 'mailto:salesops@sales.example.com',
      for: { text: 'contracts, quotations, promised dates', language: 'en' },
    });
  });
  it.each([
    ['desk@example.com', 'mailto:desk@example.com'],
    ['a&b?cc=x@example.com', 'mailto:a%26b%3Fcc%3Dx@example.com'],
    ['mailto:desk@example.com', 'mailto:desk@example.com'],
    ['https://chat.example.com/room 1', 'https://chat.example.com/room%201'],
    ['http://chat.example.com/', undefined],
    ['javascript:alert(1)', undefined],
    ['javascript:alert(1)//@example.com', undefined],
    ['data:text/html,x@example.com', undefined],
    ['Room 301, ext. 42', undefined],
    ['@desk', undefined],
  ])('opens the address %s as %s', async (address, href) => {
    world.take({
      departments: [{ id: 'a', name: 'A', contacts: [{ name: 'Desk', address }], people: ['*@a.example'] }],
    });
    const { who } = await world.contextOf(mail({ people: [{ address: 'x@a.example' }] }));
    expect(who[0]!.contacts).toEqual([
      { name: { text: 'Desk', language: 'en' }, address, ...(href !== undefined && { href }) },
    ]);
  });

  describe('works or not', () => {
    const hoursOf = async () => (await world.contextOf(mail({ people: people.slice(1, 2) }))).who[0]!.hours;
    it.each([
      ['2026-11-24T11:00:00+08:00', true, '2026-11-24T12:00:00+08:00'],
      ['2026-11-24T12:30:00+08:00', false, '2026-11-24T13:30:00+08:00'],
      ['2026-11-27T20:00:00+08:00', false, '2026-11-30T09:00:00+08:00'],
      // The week of the national day.
      ['2026-10-01T11:00:00+08:00', false, '2026-10-08T09:00:00+08:00'],
      // A Saturday worked for it.
      ['2026-10-10T11:00:00+08:00', true, '2026-10-10T12:00:00+08:00'],
    ])('at %s: %s, until %s', async (at, open, until) => {
      world.now = Date.parse(at);
      expect(await hoursOf()).toEqual({ open, until: Date.parse(until) });
    });
    it('is not said without a calendar, or with one of no known time zone', async () => {
      const calendar = {
        timeZone: 'Asia/Atlantis',
        days: [1 as const],
        hours: [['09:00', '18:00'] as [string, string]],
      };
      world.take({
        departments: [
          { id: 'a', name: 'A', people: ['*@a.example'] },
          { id: 'b', name: 'B', people: ['*@b.example'], calendar },
        ],
      });
      const { who } = await world.contextOf(
        mail({ people: [{ address: 'x@a.example' }, { address: 'x@b.example' }] }),
      );
      expect(who.map(({ hours }) => hours)).toEqual([undefined, undefined]);
    });
  });
});
