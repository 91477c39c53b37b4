/** Entries that are read as was typed. */
import { type Candidate, type Query, room, type Tier } from './candidates';
import { open } from './open';
import { Cover, isBeginning, TypedPinyin } from './pinyin';
import { at, type SearchIndex, startOf } from './shape';
import { Kind, type Token, tokensOf } from './tokens';
import { wordsFrom } from './words';
import { eachHolder, type Range, weigh } from './written';

/** @returns entries that are read as was typed: all of it, or what of it does not stand in them as written */
export function spoken(index: SearchIndex, query: Query): Candidate[] {
  // Not of `query.tokens`, which have each one once: xie xie is 谢谢.
  const words = tokensOf(query.text).filter(({ kind }) => kind !== Kind.symbol);
  if (!words.some(isSpelled)) return [];
  const whole = words.every(isSpelled) ? readAs(index, query, words) : [];
  return query.tokens.length > 1 ? [...whole, ...readInPart(index, query)] : whole;
}

const isSpelled = ({ kind, text }: Token) => kind === Kind.word && /^[a-z0-9]+$/.test(text);

const tierOfCover: Record<Exclude<Cover, 0>, Tier> = {
  [Cover.inside]: 'pinyin-part',
  [Cover.beginning]: 'pinyin-prefix',
  [Cover.whole]: 'pinyin',
};

function readAs(index: SearchIndex, query: Query, words: readonly Token[]): Candidate[] {
  const { readings, syllables } = open(index);
  const typed = new TypedPinyin(
    words.map(({ text }) => text),
    readings,
  );
  const seen = new Set<number>();
  const found: Candidate[] = [];
  for (const pair of typed.pairs(syllables)) {
    let left = room(query);
    for (let i = startOf(index.pairs, pair); i < index.pairs.ends[pair]! && left > 0; i++) {
      const entry = index.pairs.items[i]!;
      if (seen.has(entry)) continue;
      // Such a pair is looked for only where one character may be all that was typed.
      const first = index.texts.text.charCodeAt(startOf(index.texts, entry));
      if (isBeginning(pair) && !typed.isReadingOf(first)) continue;
      seen.add(entry);
      const { cover, even } = typed.cover(at(index.texts, entry));
      if (cover === Cover.none) continue;
      if (cover !== Cover.inside) left--;
      found.push({ entry, tier: tierOfCover[cover], flaws: even ? 0 : 1 });
    }
  }
  return found;
}

/** Entries that hold at least one token as written and are read as the rest: `GMV zz`, `交fu`. */
function readInPart(index: SearchIndex, query: Query): Candidate[] {
  const { readings } = open(index);
  const tokens = query.tokens.map((token) => ({
    text: token.text,
    letters: isSpelled(token) ? new TypedPinyin([token.text], readings) : undefined,
  }));
  const found: Candidate[] = [];
  for (const entry of mixedHolders(index, query.tokens)) {
    const text = at(index.texts, entry);
    const fits = tokens.every((token) => text.includes(token.text) || token.letters?.cover(text).cover);
    if (fits) found.push({ entry, tier: 'pinyin-part', flaws: 0 });
    if (found.length === room(query)) break;
  }
  return found;
}

/** @returns entries with CJK that hold a token as written: the rarest one in CJK, since CJK is not read; else any */
function mixedHolders(index: SearchIndex, tokens: readonly Token[]): Set<number> {
  const { cjk } = open(index);
  const rangeOf = ({ text }: Token): Range => wordsFrom(index, text);
  const ranges = tokens.filter(({ kind }) => kind === Kind.cjk).map(rangeOf);
  const [rarest] = ranges.sort((a, b) => weigh(index, [a]) - weigh(index, [b]));
  const holders = new Set<number>();
  eachHolder(index, rarest ? [rarest] : tokens.map(rangeOf), (entry) => {
    if (cjk[entry]) holders.add(entry);
  });
  return holders;
}
