/** Puts what is wrong in a handbook into words for the person who keeps it. */
import type { Expectation, Problem } from './read';

const sentences = {
  missing: 'problem_missing',
  wrong: 'problem_wrong',
  duplicate: 'problem_duplicate',
  unknown: 'problem_unknown',
  'time-zone': 'problem_time_zone',
  list: 'problem_list',
  shape: 'problem_shape',
  format: 'problem_format',
  nested: 'problem_nested',
  'part-kept': 'problem_part_kept',
  'part-absent': 'problem_part_absent',
  more: 'problem_more',
} as const satisfies Record<Problem['code'], string>;

const expected = {
  text: 'problem_expect_text',
  term: 'problem_expect_term',
  place: 'problem_expect_place',
  id: 'problem_expect_id',
  language: 'problem_expect_language',
  digest: 'problem_expect_digest',
  selector: 'problem_expect_selector',
  read: 'problem_expect_read',
  since: 'problem_expect_since',
  time: 'problem_expect_time',
  url: 'problem_expect_url',
  string: 'problem_expect_string',
  non_empty: 'problem_expect_non_empty',
  number: 'problem_expect_number',
  integer: 'problem_expect_integer',
  min_value: 'problem_expect_min_value',
  boolean: 'problem_expect_boolean',
  picklist: 'problem_expect_picklist',
  array: 'problem_expect_array',
  min_length: 'problem_expect_min_length',
  max_length: 'problem_expect_max_length',
  object: 'problem_expect_object',
  iso_date: 'problem_expect_iso_date',
  iso_week: 'problem_expect_iso_week',
} as const satisfies Record<Expectation, string>;

type Key =
  | (typeof sentences)[keyof typeof sentences]
  | (typeof expected)[keyof typeof expected]
  | 'problem_whole';

/**
 * @param translate message keys to text in the reader's language
 * @returns what is wrong, where, and what to write instead
 */
export function problemText(
  { path, code, values }: Problem,
  translate: (key: Key, ...names: string[]) => string,
): string {
  const sentence = sentences[code];
  if (code === 'more') return translate(sentence, ...values);
  const where = path || translate('problem_whole');
  if (code !== 'wrong') return translate(sentence, where, ...values);
  const [expectation = 'text', found = '', detail = ''] = values;
  return translate(sentence, where, found, translate(expected[expectation as Expectation], detail));
}
