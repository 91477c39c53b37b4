/** Text reduced to the words it uses, to compare what two texts speak of. */
import { HAN, WORD } from './characters';
import { fold } from './fold';
import { TOUCHING, tokenise } from './tokens';

/** English words that say nothing of what a text is about: function words, and words of time and number. */
const common = new Set(
  (
    'about above after again against all also am an and another any april are as at august away back be because been ' +
    'before being below between both but by came can come could day days december did do does doing done down during each ' +
    'eight either eleven even every february few first five for four friday from further gave get give go goes going gone ' +
    'good got had has have having he her here him his how if in into is it its january july june just keep kept know last ' +
    'least less let like look made make many march may me might monday months more most much must my need never new next ' +
    'nine no nor not november now october of off old on once one only or other our out over own part please put said same ' +
    'saturday saw say says see september seven should six so some sorry still such sunday take ten than thanks that the ' +
    'their them then there these they think this those three through thursday time to today told tomorrow too took tuesday ' +
    'twelve two under until up us very wants want was we wednesday week weeks well went were what when where which while ' +
    'who whom whose why will with within without would year years yesterday yet you your'
  ).split(' '),
);

/** Characters of Chinese function words: a pair with one of them says nothing of what a text is about. */
const functionCharacters = new Set(
  '的了是在不有我你他她它们这那个和与及或就都也还要会能可把被对从到为以于之其所一二两几很太再又才只已着过吗呢吧啊没说给让请',
);

interface Word {
  text: string;
  han: boolean;
  touching: boolean;
  /** Offsets in the text. */
  from: number;
  to: number;
}

/** A word that tells something, as it is compared, and where it is written. */
export interface ContentWord {
  word: string;
  /** Whether it is a pair of Han characters. */
  han: boolean;
  /** UTF-16 offsets in the text. */
  from: number;
  to: number;
}

/** @returns the words of `text` in a row, each between spaces, endings cut: one row holds another's words as a substring */
export function spaced(text: string): string {
  return ` ${words(text)
    .map((word) => (word.han ? word.text : stem(word.text)))
    .join(' ')} `;
}

/** @returns what tells the subject of a text: its Latin words of three letters and more, and its pairs of Han characters */
export function contentWordsIn(text: string): ContentWord[] {
  const found: ContentWord[] = [];
  let before: Word | undefined;
  for (const word of words(text)) {
    const { han, from, to } = word;
    if (han) {
      const isPair =
        before?.han &&
        word.touching &&
        [before, word].every((character) => !functionCharacters.has(character.text));
      if (isPair) found.push({ word: before!.text + word.text, han, from: before!.from, to });
    } else if (word.text.length >= 3 && !common.has(word.text) && !/^\d/.test(word.text)) {
      found.push({ word: stem(word.text), han, from, to });
    }
    before = word;
  }
  return found;
}

/** @returns the words of a text that say what it is about, each once, as `contentWordsIn` cuts them */
export function contentWords(text: string): Set<string> {
  return new Set(contentWordsIn(text).map(({ word }) => word));
}

/** Cuts the commonest English endings, so that "shipped" and "shipping" meet "ship"; crude, and enough for evidence. */
function stem(word: string): string {
  const cut = word.replace(/(?:ies|ing|ed|es|s|e|y)$/, '');
  if (cut.length < 3) return /^[^s]{2}s$/.test(word) ? cut : word; // ads
  return cut.length > 3 ? cut.replace(/([^aeiou])\1$/, '$1') : cut; // not "add", which is no "ad"
}

function words(text: string): Word[] {
  const { length, kind, start, end, gap } = tokenise(text);
  const found: Word[] = [];
  for (let i = 0; i < length; i++) {
    if (kind[i] !== WORD && kind[i] !== HAN) continue;
    found.push({
      text: fold(text.slice(start[i], end[i])),
      han: kind[i] === HAN,
      // A sign between two words is no word, yet it parts them.
      touching: gap[i] === TOUCHING && (kind[i - 1] === WORD || kind[i - 1] === HAN),
      from: start[i]!,
      to: end[i]!,
    });
  }
  return found;
}
