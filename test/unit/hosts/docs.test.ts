/** docs/hosts.md lists what there is. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { hosts } from '@/utils/hosts/registry';
import { reproductions } from '../../e2e/reproductions';

const file = fileURLToPath(new URL('../../../docs/hosts.md', import.meta.url));
const rows = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => /^\| .+ \| `[a-z-]+` \|/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

const isReproduced = (id: string) =>
  Object.keys(reproductions).some((origin) =>
    hosts.some(
      (host) =>
        host.id === id && host.patterns.some((pattern) => pattern.replace('*.', '').startsWith(origin)),
    ),
  );
/** Started by the end-to-end tests (test/e2e/real-hosts). */
const started = ['roundcube', 'maildev', 'backlog'];

function proofOf(id: string, anchored: boolean): string {
  if (started.includes(id)) return 'real program';
  if (isReproduced(id)) return 'reproduction';
  return anchored ? 'documented structure' : 'address and title only';
}

it('has a row for each host, in their order', () => {
  expect(rows.map(([name, id]) => [name, id])).toEqual(hosts.map(({ name, id }) => [name, `\`${id}\``]));
});

it.each(hosts)(
  'says of $id what is read, how that is proven, and of when the facts are',
  ({ id, anchors }) => {
    const [, , reads, proof, facts] = rows.find((row) => row[1] === `\`${id}\``) ?? [];
    const slots = Object.keys(anchors);
    expect(reads?.split(', ').sort()).toEqual(slots.length > 0 ? slots.sort() : ['—']);
    expect(proof).toBe(proofOf(id, slots.length > 0));
    const dates = Object.values(anchors).flatMap((list) => list.map(({ since }) => since));
    expect(facts).toBe(dates.sort().at(-1) ?? '—');
  },
);
