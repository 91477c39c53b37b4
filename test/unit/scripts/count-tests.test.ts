import { describe, expect, it } from 'vitest';
import { countTests, passedLater } from '../../../scripts/test/vitest.mjs';

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

it('names what passed only when it was tried again', () => {
  const late = {
    status: 'passed',
    fullName: 'a card opens',
    failureMessages: ['Error: none\n    at x', 'two'],
  };
  const wrong = { status: 'failed', fullName: 'a card closes', failureMessages: ['Error: open'] };
  const files = [
    { status: 'failed', assertionResults: [late, wrong, { status: 'passed', failureMessages: [] }] },
  ];
  expect(passedLater(files)).toEqual(['a card opens: Error: none']);
});
