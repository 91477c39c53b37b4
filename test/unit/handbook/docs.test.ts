import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { danglingReferences, readHandbook, readLists } from '@/utils/handbook/read';

const file = fileURLToPath(new URL('../../../docs/handbook.md', import.meta.url));
const examples = [...readFileSync(file, 'utf8').matchAll(/^```json\n(.*?)^```$/gms)].map(([, json]) => json!);
const isWhole = (json: string) => 'format' in (JSON.parse(json) as object);
const whole = examples.filter(isWhole);

describe('the examples in docs/handbook.md', () => {
  it('are found, the smallest first and ten lines long', () => {
    expect(whole.length).toBeGreaterThanOrEqual(2);
    expect(examples[0]).toBe(whole[0]);
    expect(examples[0]!.trim().split('\n').length).toBeLessThanOrEqual(10);
  });

  it.each(whole)('is a handbook without problems: %#', (json) => {
    const { handbook, problems } = readHandbook(JSON.parse(json));
    expect(problems).toEqual([]);
    expect(danglingReferences(handbook!)).toEqual([]);
  });

  it.each(examples.filter((json) => !isWhole(json)))('holds entries without problems: %#', (json) => {
    const { lists, problems } = readLists(JSON.parse(json));
    expect(problems).toEqual([]);
    expect(Object.values(lists).flat().length).toBeGreaterThan(0);
  });

  it('shows every list of the format', () => {
    const shown = new Set(examples.flatMap((json) => Object.keys(JSON.parse(json) as object)));
    expect([...shown]).toEqual(
      expect.arrayContaining(['departments', 'concepts', 'projects', 'templates', 'hosts', 'parts']),
    );
  });
});
