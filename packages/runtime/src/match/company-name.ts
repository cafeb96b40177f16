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
  const all = joinInitials(wordsOf(text.slice(0, MOST_CHARACTERS)));
  if (all.length === 0) return undefined;
  const bare = withoutForms(all);
  const telling = bare.filter((word) => !LEFT_OUT.has(word));
  const words = telling.length > 0 ? telling : bare;
  return { words, joined: words.join(''), sorted: [...words].sort(compareCodePoints).join('') };
}

/** No company name is longer. */
const MOST_CHARACTERS = 500;

/** The words of a text: folded, without accents, apart wherever something else than a letter or a digit stands. */
function wordsOf(text: string): readonly string[] {
  const folded = foldText(text.normalize('NFKC'));
  const apart = isPlain(folded) ? folded : spaceForms(withoutAccents(folded));
  return apart.replace(APOSTROPHES, '').replace(AND_SIGNS, ' and ').split(NO_WORD).filter(isWord);
}

/** Printable ASCII: nothing to take off. */
function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

const PLAIN = /^[\x20-\x7e]*$/;
const APOSTROPHES = /['’‘ʼ`´"״׳]/g;
const AND_SIGNS = /[&+＆]/g;
const NO_WORD = /[^\p{L}\p{N}\p{M}]+/u;

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

/** The forms by their first words (in front of a name) or last words (behind it); the longest first. */
interface Forms {
  readonly before: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly behind: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** Takes one form after the other off, behind the name and then in front of it; a name that is nothing else keeps its first words. */
function withoutForms(words: readonly string[]): readonly string[] {
  const { before, behind } = FORMS;
  let [from, to] = [0, words.length];
  for (let found = true; found && to > 1; ) {
    found = false;
    for (const form of behind.get(words[to - 1] ?? '') ?? []) {
      if (form.length >= to - from || !stands(words, to - form.length, form)) continue;
      to -= form.length;
      found = true;
      break;
    }
  }
  for (let found = true; found; ) {
    found = false;
    for (const form of before.get(words[from] ?? '') ?? []) {
      if (form.length >= to - from || !stands(words, from, form)) continue;
      from += form.length;
      found = true;
      break;
    }
  }
  return words.slice(from, to);
}

function stands(words: readonly string[], at: number, form: readonly string[]): boolean {
  return form.every((word, index) => words[at + index] === word);
}

function formsBy(forms: readonly string[], end: 'first' | 'last'): Forms['behind'] {
  const by = new Map<string, (readonly string[])[]>();
  for (const text of new Set(forms.map((form) => joinInitials(wordsOf(form)).join(' ')))) {
    const form = text.split(' ');
    const key = form.at(end === 'first' ? 0 : -1) ?? '';
    by.set(key, [...(by.get(key) ?? []), form].sort((a, b) => b.length - a.length));
  }
  return by;
}

const ALL_FORMS = Object.values(LEGAL_FORMS);

const JOINED: RegExp = new RegExp(
  ALL_FORMS.flatMap(({ joined }) => joined ?? [])
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'g',
);

/** Forms that stand at a name without a space get one. */
function spaceForms(text: string): string {
  return text.replace(JOINED, ' $& ');
}

const FORMS: Forms = {
  before: formsBy(
    ALL_FORMS.flatMap(({ before }) => before ?? []),
    'first',
  ),
  behind: formsBy(
    ALL_FORMS.flatMap(({ behind }) => behind),
    'last',
  ),
};
