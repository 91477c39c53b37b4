import { describe, expect, it } from 'vitest';
import { matches } from '../../../scripts/setup/dependencies.mjs';

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/idb': { version: '8.0.4', integrity: 'sha512-a' },
    'node_modules/tool-for-another-system': { version: '1.0.0', integrity: 'sha512-b', optional: true },
  },
};
const idb = wanted.packages['node_modules/idb'];

describe('whether node_modules is what the lock says', () => {
  it('is so without the optional packages of other systems', () => {
    expect(matches(wanted, { packages: { 'node_modules/idb': idb } })).toBe(true);
  });

  it.each([
    ['a package is missing', {}],
    ['another version is there', { 'node_modules/idb': { ...idb, version: '8.0.3' } }],
    ['the same version has other content', { 'node_modules/idb': { ...idb, integrity: 'sha512-c' } }],
    ['a package is left over', { 'node_modules/idb': idb, 'node_modules/old': { version: '1.0.0' } }],
  ])('is not so where %s', (_, packages) => {
    expect(matches(wanted, { packages })).toBe(false);
  });
});
