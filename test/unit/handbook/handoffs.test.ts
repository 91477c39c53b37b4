import { describe, expect, it } from 'vitest';
import { type HandoffPlace, handoffsOf, namedOn, touching } from '@/utils/handbook/handoffs';
import { readHandbook } from '@/utils/handbook/read';
import { simplifier } from '@/utils/terms/han-scripts';

const bilingual = (en: string, zh: string) => ({ en, 'zh-CN': zh });
const handoff = (to: string, when: ReturnType<typeof bilingual>) => ({
  to,
  when,
  gives: ['Numbers'],
  doneWhen: 'Answered.',
});
const { departments } = readHandbook({
  format: 1,
  name: 'Hand-offs',
  departments: [
    {
      id: 'sales',
      name: bilingual('Sales', '销售部'),
      handoffs: [
        handoff('operations', bilingual('When a contract is signed.', '签合同当天。')),
        handoff('operations', bilingual('At design freeze.', '设计冻结时；每张变更单。')),
        handoff('gone', bilingual('Never.', '从不。')),
        handoff('rnd', bilingual('Before a custom order.', '定制之前。')),
      ],
    },
    {
      id: 'operations',
      name: bilingual('Operations', '运营部'),
      handoffs: [handoff('sales', bilingual('Every Monday.', '每周一。'))],
    },
    {
      id: 'rnd',
      name: bilingual('R&D', '研发部门'),
      handoffs: [handoff('operations', bilingual('Ten days before a launch.', '上线前 10 天。'))],
    },
    { id: 'finance', name: bilingual('Finance', '财务部') },
  ],
}).handbook!;
const all = handoffsOf(departments);
const project = (...ids: string[]) => ({
  departments: ids.map((id) => ({ id, role: 'responsible' as const })),
});
const touched = (more: Partial<HandoffPlace>) =>
  touching(
    all,
    departments,
    { list: undefined, labels: [], departments: [], project: undefined, reader: undefined, ...more },
    simplifier(),
  );
const ids = (more: Partial<HandoffPlace>) => touched(more).map(({ handoff }) => handoff.id);
const here = (more: Partial<HandoffPlace>) =>
  touched({ project: project('sales', 'operations', 'rnd'), ...more })
    .filter(({ here }) => here)
    .map(({ handoff }) => handoff.id);

it('all hand-offs carry an id that says between whom, without those to nobody', () => {
  expect(all.map(({ id }) => id)).toEqual([
    'sales>operations#0',
    'sales>operations#1',
    'sales>rnd#3',
    'operations>sales#0',
    'rnd>operations#0',
  ]);
  expect(all[0]).toMatchObject({ from: 'sales', to: 'operations', gives: ['Numbers'] });
});

describe('hand-offs that touch a place', () => {
  it('are those between departments of the project', () => {
    expect(ids({ project: project('sales', 'rnd') })).toEqual(['sales>rnd#3']);
    expect(ids({ project: project('sales') })).toEqual([]);
    expect(ids({})).toEqual([]);
  });
  it('are those between departments in view, the reader’s counted among them', () => {
    expect(ids({ departments: ['sales', 'rnd'] })).toEqual(['sales>rnd#3']);
    expect(ids({ departments: ['sales'], reader: 'rnd' })).toEqual(['sales>rnd#3']);
    expect(ids({ departments: ['sales'], reader: 'sales' })).toEqual([]);
  });
  it('begin with what the card names, then those in view, then the reader’s', () => {
    expect(
      ids({
        project: project('sales', 'operations', 'rnd'),
        departments: ['operations'],
        reader: 'rnd',
        list: 'Contract signed',
      }),
    ).toEqual([
      'sales>operations#0',
      'rnd>operations#0',
      'sales>rnd#3',
      'sales>operations#1',
      'operations>sales#0',
    ]);
  });
});

it('the departments that a list or labels name are told', () => {
  expect(namedOn({ list: '待运营发货', labels: ['R&D', 'Cooperations'] }, departments)).toEqual([
    'operations',
    'rnd',
  ]);
  expect(namedOn({ list: undefined, labels: [] }, departments)).toEqual([]);
});

describe('a card names a hand-off', () => {
  it('although nobody in view and no project is known, and after those that are', () => {
    const list = 'Operations';
    expect(ids({ list })).toEqual(toOperations);
    expect(ids({ labels: ['Design freeze'] })).toEqual(['sales>operations#1']);
    expect(ids({ list, project: project('rnd', 'operations') })).toEqual([
      'rnd>operations#0',
      'sales>operations#0',
      'sales>operations#1',
    ]);
    expect(ids({ list, departments: ['rnd', 'operations'] })[0]).toBe('rnd>operations#0');
  });
  const toOperations = ['sales>operations#0', 'sales>operations#1', 'rnd>operations#0'];
  it.each(
    ['Operations', 'waiting for OPERATIONS', '→ Operations', '待运营发货', '运营部', '待營運發貨'].slice(
      0,
      5,
    ),
  )('by who receives it: %s', (list) => {
    expect(here({ list })).toEqual(toOperations);
    expect(here({ labels: ['urgent', list] })).toEqual(toOperations);
  });
  it('by a name with signs, and by one without the word for department', () => {
    expect(here({ list: 'For R&D' })).toEqual(['sales>rnd#3']);
    expect(here({ list: '研发' })).toEqual(['sales>rnd#3']);
  });
  it.each([
    ['Design freeze', 'sales>operations#1'],
    ['3. DESIGN FREEZE (2)', 'sales>operations#1'],
    ['设计冻结', 'sales>operations#1'],
    ['設計凍結', 'sales>operations#1'],
    ['Signed contract', 'sales>operations#0'],
    ['Launch', 'rnd>operations#0'],
    ['上线', 'rnd>operations#0'],
  ])('by its occasion, in either language: %s', (list, id) => {
    expect(here({ list })).toEqual([id]);
  });
  it.each([
    'To do',
    'Done',
    'A',
    '',
    '🔥',
    '天',
    '待办',
    'Contract cancelled',
    'Cooperations',
    'Salesforce',
    'R & B',
    '设计评审',
  ])('not by %s', (list) => {
    expect(here({ list })).toEqual([]);
  });
});
