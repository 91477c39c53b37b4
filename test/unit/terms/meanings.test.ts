/** Which meaning leads, on cases labelled by hand: see test/fixtures/labelled/README.md. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readHandbook } from '@/utils/handbook/read';
import { hanScripts } from '@/utils/terms/han-scripts';
import { rank } from '@/utils/terms/meaning';
import { scan } from '@/utils/terms/scan';
import { tokenise } from '@/utils/terms/tokens';
import { Trie } from '@/utils/terms/trie';
import { buildVocabulary, conceptsOf, formsBeginning, formsSpelling } from '@/utils/terms/vocabulary';

interface Case {
  word: string;
  text: string;
  url?: string;
  title?: string;
  speakers?: string[];
  reader?: string;
  /** null: nobody could know. */
  lead: string | null;
  by: string;
}

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const cases = read('../../fixtures/labelled/meanings.jsonl')
  .trim()
  .split('\n')
  .map((line): Case => JSON.parse(line));
const handbook = readHandbook(JSON.parse(read('../../../public/sample-handbook.json'))).handbook!;
const vocabulary = buildVocabulary(handbook.concepts, hanScripts());
const trie = new Trie();
for (const form of formsBeginning(vocabulary, new Set(vocabulary.keys))) trie.add(form);
const carrying = (term: number) => conceptsOf(vocabulary, term).map((index) => handbook.concepts[index]!);

function ranked({ word, text, url = '', title = '', speakers = [], reader }: Case) {
  const { term } = formsSpelling(vocabulary, word)[0]!;
  const others = scan(tokenise(text), [text], trie)
    .filter((match) => match.term !== term)
    .map((match) => carrying(match.term));
  return rank(
    carrying(term),
    { text, url, title, speakers, others, ...(reader !== undefined && { reader }) },
    handbook,
  );
}

const judged = cases.map((one) => {
  const { order, certain, why } = ranked(one);
  const right = one.lead === null ? !certain : certain && order[0]!.id === one.lead;
  return { ...one, got: certain ? order[0]!.id : null, first: order[0]!.id, why, right };
});
const share = (some: typeof judged) => some.filter(({ right }) => right).length / some.length;
const known = judged.filter(({ lead }) => lead !== null);
const unknown = judged.filter(({ lead }) => lead === null);

it('names meanings that exist and carry the word', () => {
  for (const one of known) {
    const carries = carrying(formsSpelling(vocabulary, one.word)[0]!.term).map(({ id }) => id);
    expect(carries, one.word).toContain(one.lead);
  }
});

describe('the meaning a person chose leads', () => {
  it(`in ${known.filter(({ right }) => right).length} of ${known.length} cases that can be known`, () => {
    expect(known.length).toBeGreaterThanOrEqual(60);
    expect(share(known), JSON.stringify(known.filter(({ right }) => !right))).toBeGreaterThanOrEqual(0.9);
  });
  // Where the text contradicts who speaks, as few words do as a person needs, is the hardest.
  it.each([
    ['sender', 0.95],
    ['place', 0.95],
    ['concepts', 0.95],
    ['words', 0.85],
    ['conflict', 0.65],
  ])('where it is known by %s, in a share of %f', (by, least) => {
    expect(share(known.filter((one) => one.by === by))).toBeGreaterThanOrEqual(least);
  });
  it('or else the card says that nothing tells, and seldom names a wrong one', () => {
    const wrong = known.filter(({ right, got }) => !right && got !== null);
    expect(wrong.length / known.length, JSON.stringify(wrong)).toBeLessThanOrEqual(0.02);
  });
  it('for a reason that weighs most, and words that stand in the text', () => {
    const words = judged.flatMap(({ why, text }) =>
      why.kind === 'words' ? [{ text: text.toLowerCase(), words: why.words }] : [],
    );
    expect(words.length).toBeGreaterThan(60);
    expect(words.filter(({ words }) => words.length === 0)).toEqual([]);
    for (const one of known.filter(({ by }) => by === 'sender' || by === 'place')) {
      if (one.got !== null)
        expect(['speaker', 'place', 'words', 'project'], one.text).toContain(one.why.kind);
    }
  });
});

it(`says that nothing tells in ${unknown.filter(({ right }) => right).length} of ${unknown.length} cases where nobody could know`, () => {
  expect(share(unknown), JSON.stringify(unknown.filter(({ right }) => !right))).toBeGreaterThanOrEqual(0.9);
});
