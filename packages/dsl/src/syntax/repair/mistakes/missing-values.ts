// Missing values in words of other languages: `is null`, `= ""`, `is not missing`.

import type { IToken } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import { knownWords, missingWords } from '../../other-words.ts';
import { TextConstant } from '../../tokens.ts';
import {
  isType,
  isWord,
  near,
  type Recogniser,
  type Repair,
  replaced,
  spanOver,
  type Trouble,
  wordOver,
  written,
} from '../trouble.ts';
import { spaced, valueBefore } from './neighbours.ts';

/** `null`, `None`, `empty`, an empty text: what elsewhere says that there is no value. */
export function isMissingWord(token: IToken | undefined): boolean {
  if (token === undefined) return false;
  if (isType(token, TextConstant)) return token.image.slice(1, -1).trim() === '';
  return (
    missingWords.includes(token.image.toLowerCase()) || /^['\u2018\u2019\u201C]\s*['\u2019\u201D]$/.test(token.image)
  );
}

/** `is NULL`, `is not None`, `= ''`: what cannot be read after `is`. */
export const missingWord: Recogniser = (trouble) => {
  const { index } = trouble;
  const token = near(trouble);
  const negated = isWord(near(trouble, -1), 'not');
  if (!isWord(near(trouble, negated ? -2 : -1), 'is')) return undefined;
  const isKnown = token !== undefined && /[A-Z]/.test(token.image) && knownWords.includes(token.image.toLowerCase());
  if (!isMissingWord(token) && !isKnown) return undefined;
  return missingTest(trouble, index - (negated ? 2 : 1), index + 1, isKnown ? !negated : negated);
};

/** `is not missing`, `is not known`. */
export const negatedMissing: Recogniser = (trouble) => {
  const { index } = trouble;
  const isMissing = isWord(near(trouble), 'missing');
  if (
    !(isMissing || isWord(near(trouble), 'known')) ||
    !isWord(near(trouble, -1), 'not') ||
    !isWord(near(trouble, -2), 'is')
  )
    return undefined;
  const known = isMissing;
  const [first, last] = [near(trouble, -2), near(trouble)];
  if (first === undefined || last === undefined) return undefined;
  const words = known ? 'is known' : 'is missing';
  const instead = `${valueBefore(trouble, index - 2).text} ${words}`;
  const fixes = [{ title: `Write \`${words}\``, edits: [replaced(trouble, first, last, words)] }];
  const problem = report(
    'FL141',
    spanOver(trouble, first, last),
    { found: written(trouble, index - 2, index), instead },
    { fixes },
  );
  return {
    from: index - 2,
    to: index + 1,
    put: [wordOver('is', first), wordOver(known ? 'known' : 'missing', last)],
    problem,
  };
};

/** `is known` or `is missing` in the place of a stretch of tokens; `to` is the token behind it. */
export function missingTest(trouble: Trouble, from: number, to: number, known: boolean): Repair | undefined {
  const [first, last] = [trouble.tokens[from], trouble.tokens[to - 1]];
  if (first === undefined || last === undefined) return undefined;
  const words = known ? 'is known' : 'is missing';
  const instead = `${valueBefore(trouble, from).text} ${words}`;
  const problem = report(
    'FL133',
    spanOver(trouble, first, last),
    { found: missingFound(last), instead, isKnown: knownWords.includes(last.image.toLowerCase()) },
    {
      fixes: [{ title: `Write \`${words}\``, edits: [spaced(trouble, first, last, words)] }],
    },
  );
  return { from, to, put: [wordOver('is', first), wordOver(known ? 'known' : 'missing', last)], problem };
}

function missingFound(token: IToken): string {
  return /^["'\u2018\u2019\u201C]/.test(token.image) ? 'an empty text' : `\`${token.image}\``;
}
