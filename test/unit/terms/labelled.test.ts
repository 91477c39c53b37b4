/** Precision and recall of matching on sentences labelled by hand: see test/fixtures/labelled/README.md. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readHandbook } from '@/utils/handbook/read';
import { hanScripts } from '@/utils/terms/han-scripts';
import { scan } from '@/utils/terms/scan';
import { tokenise } from '@/utils/terms/tokens';
import { Trie } from '@/utils/terms/trie';
import { buildVocabulary, formsBeginning } from '@/utils/terms/vocabulary';

interface Labelled {
  text: string;
  language: string;
  marks: string[];
}

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/labelled/${name}`, import.meta.url), 'utf8');
const sentences = fixture('marks.jsonl')
  .trim()
  .split('\n')
  .map((line): Labelled => JSON.parse(line));
const { handbook } = readHandbook(JSON.parse(fixture('vocabulary.json')));
const vocabulary = buildVocabulary(handbook!.concepts, hanScripts());
const trie = new Trie();
for (const form of formsBeginning(vocabulary, new Set(vocabulary.keys))) trie.add(form);

const marked = (text: string) =>
  scan(tokenise(text), [text], trie).map(({ start, end }) => text.slice(start, end));

/** Marks expected and made, compared as lists in order; what is in one only is missed or wrong. */
function compare({ text, marks }: Labelled) {
  const made = marked(text);
  const left = [...made];
  const missed = marks.filter((mark) => {
    const at = left.indexOf(mark);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { text, right: marks.length - missed.length, missed, wrong: left };
}

describe.each(['all', 'en', 'zh'])('sentences in %s', (language) => {
  const results = sentences
    .filter((one) => language === 'all' || one.language.startsWith(language))
    .map(compare);
  const sum = (count: (result: (typeof results)[number]) => number) =>
    results.reduce((all, one) => all + count(one), 0);
  const right = sum((one) => one.right);
  const precision = right / (right + sum((one) => one.wrong.length));
  const recall = right / (right + sum((one) => one.missed.length));

  it(`precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} over ${results.length} sentences`, () => {
    const faults = results.filter(({ missed, wrong }) => missed.length > 0 || wrong.length > 0);
    expect(results.length).toBeGreaterThanOrEqual(language === 'all' ? 200 : 100);
    expect(precision, JSON.stringify(faults)).toBeGreaterThanOrEqual(0.97);
    expect(recall, JSON.stringify(faults)).toBeGreaterThanOrEqual(0.97);
  });
});
