import { expect, it } from 'vitest';
import { mayRead } from '@/utils/handbook/audience';

it('what names no audience is for everyone, else for those named only', () => {
  expect(mayRead({ audience: [] })).toBe(true);
  expect(mayRead({ audience: [] }, 'sales')).toBe(true);
  expect(mayRead({ audience: ['sales', 'finance'] }, 'finance')).toBe(true);
  expect(mayRead({ audience: ['sales'] }, 'finance')).toBe(false);
  expect(mayRead({ audience: ['sales'] })).toBe(false);
});
