import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readHandbook } from '@/utils/handbook/read';
import { type Opening, ToCard } from '@/utils/messages/card';
import type { Meaning } from '@/utils/messages/definition';
import { createPresenter } from '@/utils/services/present';

const handbook = readHandbook(JSON.parse(readFileSync('public/sample-handbook.json', 'utf8'))).handbook!;
const presenter = createPresenter(handbook, () => true);
const look = { dark: false, hints: true, language: 'zh-CN', messages: { card_more: 'More' } };
const opening = (content: Opening['content']) =>
  ({ say: 'open', opening: { number: 1, content, look, width: 360, pinned: false } }) as const;
const defining = (meaning: Meaning) =>
  opening({
    definition: {
      word: 'it',
      meanings: [meaning],
      reason: { key: 'reason_only', names: [] },
      certain: true,
      yours: 0,
    },
  });
const [concept] = handbook.concepts;
const meaning = presenter.meaning(concept!, { languages: ['en'], today: '2026-01-31' });

describe('a message to the card', () => {
  it.each(['en', 'zh-CN'])('is taken whole, whatever the handbook says in %s', (language) => {
    const reading = { languages: [language], today: '2026-01-31' };
    for (const concept of handbook.concepts) {
      const message = defining(presenter.meaning(concept, reading));
      expect(v.parse(ToCard, message)).toEqual(message);
      const missing = opening({ missing: 'it', near: [presenter.hit(concept, reading)] });
      expect(v.parse(ToCard, missing)).toEqual(missing);
    }
  });

  it('is refused if it has another shape, and never breaks anything', () => {
    fc.assert(
      fc.property(fc.anything(), (message) => {
        expect(v.is(ToCard, message)).toBe(false);
        expect(v.is(ToCard, { say: 'open', opening: message })).toBe(false);
      }),
    );
  });

  it.each(['https://a.example/b', 'http://a.example', 'mailto:an@a.example'])('may link to %s', (url) => {
    expect(
      v.is(ToCard, defining({ ...meaning, links: [{ title: { text: 'There', language: 'en' }, url }] })),
    ).toBe(true);
  });

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,there',
    'blob:https://a.example/b',
    'file:///there',
    'chrome-extension://there/',
    '//a.example',
    '/there',
    '',
  ])('may not link to %j', (url) => {
    expect(
      v.is(ToCard, defining({ ...meaning, links: [{ title: { text: 'There', language: 'en' }, url }] })),
    ).toBe(false);
  });
});
