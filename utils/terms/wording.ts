/** Text reduced to the words it uses, to compare what two texts speak of. */
import { HAN, WORD } from './characters';
import { fold } from './fold';
import { TOUCHING, tokenise } from './tokens';

/** English words that say nothing of what a text is about. */
const common = new Set(
  (
    'about after again also another because been before being both could does each either every from have having here ' +
    'into just last least like made make many more most much must need never next only other over same should since some ' +
    'such than that their them then there these they this those through time today tomorrow under until very want week ' +
    'well were what when where which while will with within without would year your'
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
}

/** @returns the words of `text` in a row, each between spaces, endings cut: one row holds another's words as a substring */
export function spaced(text: string): string {
  return ` ${words(text)
    .map((word) => (word.han ? word.text : stem(word.text)))
    .join(' ')} `;
}

/** @returns what tells the subject of a text: its longer Latin words, and its pairs of Han characters */
export function contentWords(text: string): Set<string> {
  const found = new Set<string>();
  let before: Word | undefined;
  for (const word of words(text)) {
    if (
      word.han &&
      before?.han &&
      word.touching &&
      [before, word].every(({ text }) => !functionCharacters.has(text))
    ) {
      found.add(before.text + word.text);
    }
    if (!word.han && word.text.length >= 4 && !common.has(word.text)) found.add(stem(word.text));
    before = word;
  }
  return found;
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
      touching: gap[i] === TOUCHING,
    });
  }
  return found;
}
