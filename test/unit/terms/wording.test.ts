import { describe, expect, it } from 'vitest';
import { spaced } from '@/utils/terms/wording';

describe('words are alike', () => {
  it.each([
    ['shipped', 'shipping'],
    ['shipped', 'ship'],
    ['deliveries', 'delivered'],
    ['billing', 'bill'],
    ['ads', 'ad'],
    ['adding', 'add'],
    ['Pages', 'page'],
  ])('%s and %s', (a, b) => {
    expect(spaced(a)).toBe(spaced(b));
  });
});

describe('words differ', () => {
  it.each([
    ['add', 'ad'],
    ['adding', 'ad'],
    ['egg', 'eg'],
    ['test', 'tes'],
  ])('%s and %s', (a, b) => {
    expect(spaced(a)).not.toBe(spaced(b));
  });
});
