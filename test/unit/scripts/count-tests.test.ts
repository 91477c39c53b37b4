import { describe, expect, it } from 'vitest';
import { countTests } from '../../../scripts/test/vitest.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

describe('counting the tests of a run', () => {
  it('adds up files', () => {
    const files = [
      file('passed', 'passed', 'skipped'),
      file('failed', 'failed', 'passed', 'todo', 'pending'),
    ];
    expect(countTests(files)).toEqual({ passed: 2, failed: 1, skipped: 3 });
  });

  it('counts a file that broke before its first test', () => {
    expect(countTests([file('failed'), file('passed', 'passed')])).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    });
  });

  it('finds nothing in no files', () => {
    expect(countTests([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});
