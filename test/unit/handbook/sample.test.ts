import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { danglingReferences, readHandbook } from '@/utils/handbook/read';

const file = fileURLToPath(new URL('../../../public/sample-handbook.json', import.meta.url));
const { handbook, problems } = readHandbook(JSON.parse(readFileSync(file, 'utf8')));

it('reads without problems', () => {
  expect(problems).toEqual([]);
  expect(danglingReferences(handbook!)).toEqual([]);
});
