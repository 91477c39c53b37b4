import { describe, expect, it } from 'vitest';
import { readHandbook } from '@/utils/handbook/read';
import { CONTESTED, PART, partsKey } from '@/utils/terms/form';
import { pairKey, singleKey, tokenise } from '@/utils/terms/tokens';
import { buildVocabulary, conceptsOf, formsBeginning, formsSpelling } from '@/utils/terms/vocabulary';

const vocabularyOf = (concepts: object[]) =>
  buildVocabulary(
    readHandbook({
      format: 1,
      name: 'Words',
      concepts: concepts.map((concept, i) => ({ id: `c${i}`, definition: 'd', ...concept })),
    }).handbook!.concepts,
    () => [],
  );
const termOf = (vocabulary: ReturnType<typeof vocabularyOf>, text: string) =>
  formsSpelling(vocabulary, text)[0]!.term;

describe('a term', () => {
  it('is contested once two concepts in use carry it, however each writes it', () => {
    const vocabulary = vocabularyOf([
      { terms: ['Delivery'] },
      { terms: ['deliveries'] },
      { terms: ['lead'] },
    ]);
    expect(vocabulary.contested).toBe(1);
    expect(conceptsOf(vocabulary, termOf(vocabulary, 'delivery'))).toEqual([0, 1]);
    expect(formsSpelling(vocabulary, 'delivery')[0]!.flags & CONTESTED).toBe(CONTESTED);
    expect(formsSpelling(vocabulary, 'lead')[0]!.flags & CONTESTED).toBe(0);
  });
  it('is not contested by a retired concept, which keeps it all the same', () => {
    const vocabulary = vocabularyOf([{ terms: ['lead'] }, { terms: ['lead'], status: 'retired' }]);
    expect(vocabulary.contested).toBe(0);
    expect(conceptsOf(vocabulary, termOf(vocabulary, 'lead'))).toEqual([0, 1]);
  });
  it('is one although a concept writes it twice', () => {
    const vocabulary = vocabularyOf([{ terms: ['e-mail', 'email'] }]);
    expect(vocabulary.contested).toBe(0);
    expect(conceptsOf(vocabulary, termOf(vocabulary, 'e mail'))).toEqual([0]);
  });
  it('is another where only its case tells it from one', () => {
    const concepts = [
      { terms: ['SAFe', 'AM'] },
      { terms: ['safe'] },
      { terms: ['am', 'SLA'] },
      { terms: ['SLA'] },
    ];
    for (const list of [concepts, concepts.toReversed()]) {
      const vocabulary = vocabularyOf(list);
      const concept = (text: string) =>
        conceptsOf(vocabulary, termOf(vocabulary, text)).map((index) => list[index]!.terms[0]);
      expect(vocabulary.contested).toBe(1);
      expect(concept('SAFe')).toEqual(['SAFe']);
      expect(concept('safe')).toEqual(['safe']);
      expect(concept('AM')).toEqual(['SAFe']);
      expect(concept('am')).toEqual(['am']);
      expect(concept('SLAs')).toHaveLength(2);
    }
  });
  it('is one where one concept takes it in any case and another as it is written', () => {
    const vocabulary = vocabularyOf([
      { terms: ['SLA'] },
      { terms: [{ text: 'SLA', language: 'en', match: { case: false } }] },
    ]);
    expect(vocabulary.contested).toBe(1);
  });
  it('that does not exist is carried by none', () => {
    expect(conceptsOf(vocabularyOf([{ terms: ['lead'] }]), 7)).toEqual([]);
  });
});

describe('a page is told', () => {
  const vocabulary = vocabularyOf([
    { terms: ['lead'] },
    { terms: ['lead time'] },
    { terms: [{ text: 'cyber', language: 'en', match: { whole: false } }] },
    { terms: [{ text: 'cloud', language: 'en', match: { never: ['cloud cover'] } }] },
  ]);
  const [lead, time] = tokenise('lead time').hash;
  const told = (...keys: number[]) => formsBeginning(vocabulary, keys).map(({ text }) => text);

  it('of one word by its hash, of more by the first two', () => {
    expect(told(singleKey(lead!))).toEqual(['lead']);
    expect(told(pairKey(lead!, time!))).toEqual(['lead time']);
  });
  it('of terms that stand inside words when it begins', () => {
    expect(formsBeginning(vocabulary, [partsKey])[0]).toMatchObject({ text: 'cyber', flags: PART });
  });
  it('of phrases in which a term is not meant', () => {
    expect(formsBeginning(vocabulary, [singleKey(tokenise('cloud').hash[0]!)])[0]!.never).toEqual([
      'cloud cover',
      'cloud covers',
    ]);
  });
  it('of nothing else', () => {
    expect(told(singleKey(time!), 1, -1)).toEqual([]);
  });
});

it('survives being stored', () => {
  const vocabulary = vocabularyOf([{ terms: ['delivery', '交付'] }]);
  expect(formsSpelling(structuredClone(vocabulary), '交付')).toEqual(formsSpelling(vocabulary, '交付'));
});

it('is empty for an empty handbook', () => {
  const vocabulary = vocabularyOf([]);
  expect(formsBeginning(vocabulary, [partsKey, 1])).toEqual([]);
  expect(formsSpelling(vocabulary, '')).toEqual([]);
});
