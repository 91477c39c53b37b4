import { beforeEach, describe, expect, it } from 'vitest';
import { formsSpelling } from '@/utils/terms/vocabulary';
import { createWorld } from './world';

const world = createWorld();

describe('words here', () => {
  const concept = (id: string, term: string, department?: string, status = 'approved' as const) => ({
    id,
    terms: [term],
    definition: 'Meaning.',
    status,
    ...(department && { department }),
  });
  beforeEach(() => {
    world.take({
      departments: ['sales', 'rnd', 'finance'].map((id) => ({ id, name: id.toUpperCase() })),
      concepts: [
        concept('invoice', 'invoice', 'finance'),
        concept('launch.sales', 'launch', 'sales'),
        concept('launch.rnd', 'launch', 'rnd'),
        concept('launch', 'launch'),
        concept('margin.rnd', 'margin', 'rnd'),
        { ...concept('margin.old', 'margin', 'finance'), status: 'retired', insteadUse: 'margin.rnd' },
        concept('lead.finance', 'lead', 'finance'),
        concept('lead.rnd', 'lead', 'rnd'),
      ],
    });
  });
  const seen = (...words: string[]) =>
    words.map((word, frame) => ({
      term: formsSpelling(world.used!.vocabulary, word)[0]!.term,
      frame,
      word,
    }));

  it('are each once, as it was met first, the contested ones first', async () => {
    const words = await world.service.words(
      'v1',
      seen('invoice', 'launch', 'Invoice', 'margin', 'LEAD', 'launches'),
    );
    expect(words.map(({ word, frame, contested, others }) => [word, frame, contested, others])).toEqual([
      ['launch', 1, true, [{ id: 'rnd', name: 'RND' }]],
      [
        'LEAD',
        4,
        true,
        [
          { id: 'finance', name: 'FINANCE' },
          { id: 'rnd', name: 'RND' },
        ],
      ],
      ['invoice', 0, false, []],
      ['margin', 3, false, []],
    ]);
  });
  it('name every department to a reader of none', async () => {
    const { department: _, ...rest } = world.reader;
    world.reader = rest;
    const [launch] = await world.service.words('v1', seen('launch'));
    expect(launch!.others.map(({ id }) => id)).toEqual(['sales', 'rnd']);
  });
  it('are none for a vocabulary that is no longer in use, nor for numbers that name no term', async () => {
    expect(await world.service.words('v0', seen('launch'))).toEqual([]);
    const strange = [-1, 99].map((term) => ({ term, frame: 0, word: 'x' }));
    expect(await world.service.words('v1', strange)).toEqual([]);
  });
  it('leave out what the reader may not read', async () => {
    world.take({
      departments: ['sales', 'finance'].map((id) => ({ id, name: id })),
      concepts: [
        concept('margin', 'margin'),
        { ...concept('margin.finance', 'margin', 'finance'), audience: ['finance'] },
        { ...concept('bonus', 'bonus'), audience: ['finance'] },
      ],
    });
    const told = async () =>
      (await world.service.words('v1', seen('bonus', 'margin'))).map(({ word, contested }) => [
        word,
        contested,
      ]);
    expect(await told()).toEqual([['margin', false]]);
    world.reader = { ...world.reader, department: 'finance' };
    expect(await told()).toEqual([
      ['margin', true],
      ['bonus', false],
    ]);
  });
});
