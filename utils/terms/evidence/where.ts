/** Who speaks, on whose page, on whose project, and who is named. */
import { departmentAt, departmentOf } from '@/utils/handbook/people';
import { projectAt } from '@/utils/handbook/projects';
import type { Gather } from './evidence';

const weights = { speaker: 1.65, place: 2.5, responsible: 1, member: 0.5, named: 1.6 } as const;

/** The department of who speaks; where several departments speak, none decides. */
export const bySpeaker: Gather = (candidates, { speakers }, { departments }, vote) => {
  const speaking = new Map<string, string>();
  for (const address of speakers) {
    const department = departmentOf(address, departments);
    if (department) speaking.set(department.id, address);
  }
  if (speaking.size !== 1) return;
  const [[department, address]] = [...speaking] as [[string, string]];
  for (const concept of candidates) {
    if (concept.department === department) {
      vote(concept, { weight: weights.speaker, why: { kind: 'speaker', department, address } });
    }
  }
};

export const byPlace: Gather = (candidates, { url, siteDepartment }, { departments }, vote) => {
  const here = siteDepartment ?? departmentAt(url, departments)?.id;
  for (const concept of candidates) {
    if (here !== undefined && concept.department === here) {
      vote(concept, { weight: weights.place, why: { kind: 'place', department: here } });
    }
  }
};

export const byProject: Gather = (candidates, { url, title }, { projects }, vote) => {
  const project = projectAt({ url, title }, projects);
  for (const concept of candidates) {
    const member = project?.departments.find(({ id }) => id === concept.department);
    if (!project || !member) continue;
    const leads = member.role === 'responsible' || member.role === 'accountable';
    vote(concept, {
      weight: leads ? weights.responsible : weights.member,
      why: { kind: 'project', department: member.id, project: project.id },
    });
  }
};

/** "Sales says …", 研发部说…… */
export const byNames: Gather = (candidates, { text }, { departments }, vote) => {
  for (const concept of candidates) {
    const department = departments.find(({ id }) => id === concept.department);
    if (!department) continue;
    const names = typeof department.name === 'string' ? [department.name] : Object.values(department.name);
    if (names.some((name) => isNamed(name, text))) {
      vote(concept, { weight: weights.named, why: { kind: 'named', department: department.id } });
    }
  }
};

/** A name is written as a name: "People" is the department, "people" and "Peoples" are not. */
function isNamed(name: string, text: string): boolean {
  const before = /^\w/.test(name);
  const after = /\w$/.test(name);
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const goesOn = after && /\w/.test(text[at + name.length] ?? '');
    if (!goesOn && !(before && /\w/.test(text[at - 1] ?? ''))) return true;
  }
  return false;
}
