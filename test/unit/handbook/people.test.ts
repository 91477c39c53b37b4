import { describe, expect, it } from 'vitest';
import { departmentAt, departmentOf, peopleByDepartment } from '@/utils/handbook/people';
import { readHandbook } from '@/utils/handbook/read';

const { departments } = readHandbook({
  format: 1,
  name: 'People',
  departments: [
    { id: 'company', people: ['*@example.com', '*@*.example.com'], places: ['https://wiki.example.com/*'] },
    { id: 'sales', people: ['*@sales.example.com', 'ann@*'], places: ['https://wiki.example.com/sales/*'] },
    { id: 'finance', people: ['*@finance.example.com', 'cfo@example.com'] },
  ].map((department) => ({ name: department.id, ...department })),
}).handbook!;

describe('the department of an address', () => {
  it.each([
    ['liu.wei@sales.example.com', 'sales'],
    ['LIU.WEI@Sales.Example.com', 'sales'],
    ['cfo@example.com', 'finance'],
    ['bob@example.com', 'company'],
    ['bob@it.example.com', 'company'],
    ['ann@partner.example', 'sales'],
    ['someone@else.example', undefined],
  ])('is the one whose pattern says most: %s', (address, id) => {
    expect(departmentOf(address, departments)?.id).toBe(id);
  });
  it('does not hang on the order of the handbook', () => {
    expect(departmentOf('liu.wei@sales.example.com', departments.toReversed())?.id).toBe('sales');
  });
  it('of a page is told by its places', () => {
    expect(departmentAt('https://wiki.example.com/sales/prices', departments)?.id).toBe('sales');
    expect(departmentAt('https://wiki.example.com/it', departments)?.id).toBe('company');
    expect(departmentAt('https://else.example/', departments)).toBeUndefined();
  });
});

it('people stand by their department in the order they are met, without those that nobody knows', () => {
  const people = [
    { name: 'Zhao', address: 'zhao@finance.example.com' },
    { name: 'No address' },
    { name: 'Liu', address: 'liu@sales.example.com' },
    { name: 'Else', address: 'else@else.example' },
    { address: 'qian@finance.example.com' },
  ];
  expect([...peopleByDepartment(people, departments)]).toEqual([
    ['finance', [people[0], people[4]]],
    ['sales', [people[2]]],
  ]);
});
