// Turns a company name as people write it into the words that it is compared by: `names-1`, the same in every language, locale and process.
import { compareCodePoints, foldText } from '@fairlead/ir';
import { LEGAL_FORMS } from './legal-forms.ts';

/** The published name of the normal form, its legal forms and the similarity: it changes whenever a similarity may change. */
export const NAMES_VERSION = 'names-1';

/** A company name, ready to be compared. */
export interface CompanyName {
  /** The words, in the order of the name; one or more. */
  readonly words: readonly string[];
  /** The words one behind the other: in which places spaces stand makes no difference. */
  readonly joined: string;
  /** The words in code-point order, one behind the other. */
  readonly sorted: string;
}

/**
 * A name without case, accents, punctuation, `and`, `the` and legal forms; of `The Müller & Söhne GmbH & Co. KG` the words `muller sohne`. Where
 * nothing else is left, the words that were left out are kept. Undefined for text without a letter or digit.
 */
export function companyName(text: string): CompanyName | undefined {
  const all = wordsOf(text);
  if (all.length === 0) return undefined;
  const bare = joinInitials(withoutForms(all));
  const telling = bare.filter((word) => !LEFT_OUT.has(word));
  const words = telling.length > 0 ? telling : bare;
  return { words, joined: words.join(''), sorted: [...words].sort(compareCodePoints).join('') };
}

/** No company name is longer. */
const MOST_CHARACTERS = 500;

/** The words of a text: folded, without accents, apart wherever something else than a letter or a digit stands. */
function wordsOf(text: string): readonly string[] {
  const folded = foldText(text.slice(0, MOST_CHARACTERS).normalize('NFKC').slice(0, MOST_CHARACTERS));
  const apart = isPlain(folded) ? folded : spaceForms(withoutAccents(folded));
  return apart
    .replace(APOSTROPHES, '')
    .replace(AND_SIGNS, ' and ')
    .replace(DOTTED, withoutDots)
    .split(NO_WORD)
    .filter(isWord);
}

/** Printable ASCII: nothing to take off. */
function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

const PLAIN = /^[\x20-\x7e]*$/;
const APOSTROPHES = /['’‘ʼ`´"״׳]/g;
const AND_SIGNS = /[&+＆]/g;
/** `S.p.A.`, `A/S`, `J.P.`: single letters with dots or strokes between are one word. */
const DOTTED = /(?<![\p{L}\p{N}])\p{L}(?:[./]\p{L})+(?![\p{L}\p{N}])/gu;
const NO_WORD = /[^\p{L}\p{N}\p{M}]+/u;

function withoutDots(letters: string): string {
  return letters.replace(/[./]/g, '');
}

function isWord(word: string): boolean {
  return word !== '';
}

/** Marks above and below Latin, Greek and Cyrillic letters go, and letters that have them built in become plain. Those of other scripts stay: か is not が. */
function withoutAccents(text: string): string {
  const bare = text.normalize('NFD').replace(MARKS, '').normalize('NFC');
  return bare.replace(BUILT_IN, (letter) => PLAIN_LETTERS.get(letter) ?? letter);
}

const MARKS = /[\u0300-\u036f]/g;

const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map([
  ['ı', 'i'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ł', 'l'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
]);

const BUILT_IN: RegExp = new RegExp(`[${[...PLAIN_LETTERS.keys()].join('')}]`, 'g');

/** Letters that stand alone belong together: `N. V.` is `nv`, `J P Morgan` is `jp morgan`. */
function joinInitials(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let initials = '';
  for (const word of words) {
    if (LETTER.test(word)) {
      initials += word;
      continue;
    }
    if (initials !== '') joined.push(initials);
    initials = '';
    joined.push(word);
  }
  return initials === '' ? joined : [...joined, initials];
}

const LETTER = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]$/u;

/** Words that companies are written with and without. */
const LEFT_OUT: ReadonlySet<string> = new Set(['and', 'und', 'et', 'och', 'og', 'y', 'и', 'και', 've', 'the']);

// ---- legal forms -------------------------------------------------------------------------------------------------

/** The letters of a form, one behind the other, whether it stands as one word: then, and not else, it is also found as one. */
type Forms = ReadonlyMap<string, boolean>;

/** The most words that a form is written in. */
const MOST_WORDS = 9;

/**
 * Takes one form after the other off, behind the name and then in front of it, the longest first; one word is always left. Dots and spaces make no
 * difference: `B.V.`, `BV` and `B V` are one. But `scoop` is no `S. Coop.`
 */
function withoutForms(words: readonly string[]): readonly string[] {
  let [from, to] = [0, words.length];
  for (let length = 1; length > 0; to -= length) length = formLength(BEHIND, words, from, to, 'behind');
  for (let length = 1; length > 0; from += length) length = formLength(BEFORE, words, from, to, 'before');
  return words.slice(from, to);
}

/** How many words at this end of `words[from..to)` are a form; 0: none. */
function formLength(
  forms: Forms,
  words: readonly string[],
  from: number,
  to: number,
  end: 'before' | 'behind',
): number {
  for (let length = Math.min(MOST_WORDS, to - from - 1); length > 0; length -= 1) {
    const start = end === 'before' ? from : to - length;
    const isOneWord = forms.get(words.slice(start, start + length).join(''));
    if (isOneWord !== undefined && (isOneWord || length > 1)) return length;
  }
  return 0;
}

function formsOf(texts: readonly string[]): Forms {
  const forms = new Map<string, boolean>();
  for (const text of texts) {
    const words = wordsOf(text);
    const letters = words.join('');
    forms.set(letters, (forms.get(letters) ?? false) || words.length === 1);
  }
  return forms;
}

const ALL_FORMS = Object.values(LEGAL_FORMS);

const JOINED: RegExp = new RegExp(
  ALL_FORMS.flatMap(({ joined }) => joined ?? [])
    .map((form) => form.normalize('NFKC'))
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'g',
);

/** Forms that stand at a name without a space get one. */
function spaceForms(text: string): string {
  return text.replace(JOINED, ' $& ');
}

const BEFORE: Forms = formsOf(ALL_FORMS.flatMap(({ before }) => before ?? []));
const BEHIND: Forms = formsOf(ALL_FORMS.flatMap(({ behind }) => behind));
