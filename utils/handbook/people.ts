/** Which department a person, an address or a page belongs to. */
import { bestFit } from './globs';
import type { Department } from './schema';

/** @returns the department whose people patterns fit a mail address best */
export function departmentOf(address: string, departments: readonly Department[]): Department | undefined {
  return bestFit(departments, ({ people }) => people, address);
}

/** @returns the department whose places fit the address of a page best */
export function departmentAt(url: string, departments: readonly Department[]): Department | undefined {
  return bestFit(departments, ({ places }) => places, url);
}

/**
 * @param people in their order: who speaks comes first
 * @returns those whose department is known, by its id; departments in the order in which they are first met
 */
export function peopleByDepartment<Person extends { address?: string }>(
  people: readonly Person[],
  departments: readonly Department[],
): Map<string, Person[]> {
  const found = new Map<string, Person[]>();
  for (const person of people) {
    const department = person.address === undefined ? undefined : departmentOf(person.address, departments);
    if (department) found.set(department.id, [...(found.get(department.id) ?? []), person]);
  }
  return found;
}
