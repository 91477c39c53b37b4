import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import published from '@/public/handbook.schema.json';
import sample from '@/public/sample-handbook.json';
import { readHandbook } from '@/utils/handbook/read';
import {
  Concept,
  Department,
  Handbook,
  HostAnchor,
  HostCorrection,
  Part,
  Project,
  Template,
} from '@/utils/handbook/schema';
import { handbookJsonSchema } from '../../../scripts/json-schema.mjs';

const accepts = new Ajv({ strict: true, allErrors: true, validateFormats: false }).compile(published);

describe('the published JSON Schema', () => {
  it('is what `npm run schema` writes', () => {
    const current = handbookJsonSchema({
      Handbook,
      Department,
      Concept,
      Project,
      Template,
      HostAnchor,
      HostCorrection,
      Part,
    });
    expect(published).toEqual(JSON.parse(JSON.stringify(current)));
  });

  it('accepts the sample handbook', () => {
    accepts(sample);
    expect(accepts.errors ?? []).toEqual([]);
  });

  it('accepts the smallest handbook, as the reader does', () => {
    const smallest = {
      format: 1,
      name: 'Ours',
      concepts: [{ id: 'gmv', terms: ['GMV'], definition: 'Orders.' }],
    };
    expect(accepts(smallest)).toBe(true);
    expect(readHandbook(smallest).problems).toEqual([]);
  });

  it.each([
    ['another format', { format: 2, name: 'Ours' }],
    ['no name', { format: 1 }],
    [
      'an id with capitals',
      { format: 1, name: 'Ours', concepts: [{ id: 'GMV', terms: ['GMV'], definition: 'x' }] },
    ],
    [
      'a concept without terms',
      { format: 1, name: 'Ours', concepts: [{ id: 'gmv', terms: [], definition: 'x' }] },
    ],
    [
      'an unknown status',
      {
        format: 1,
        name: 'Ours',
        concepts: [{ id: 'gmv', terms: ['GMV'], definition: 'x', status: 'maybe' }],
      },
    ],
    [
      'a link that runs a script',
      {
        format: 1,
        name: 'Ours',
        concepts: [
          { id: 'gmv', terms: ['GMV'], definition: 'x', links: [{ title: 'x', url: 'javascript:1' }] },
        ],
      },
    ],
  ])('refuses %s, as the reader does', (_, broken) => {
    expect(accepts(broken)).toBe(false);
    const { handbook, problems } = readHandbook(broken);
    expect(handbook === null || problems.length > 0).toBe(true);
  });
});
