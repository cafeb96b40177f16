// Numbers with letters glued to them: `5min`, `1e3`, `10mio`, `3points`, `500usd`.

import type { IToken, TokenType } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import { entryOf } from '../../table-entry.ts';
import { Currency, keywordByText, NumberConstant, NumberWord, TextConstant, Unit } from '../../tokens.ts';
import {
  can,
  canAll,
  endOf,
  fix,
  isType,
  made,
  near,
  type Recogniser,
  type Repair,
  retyped,
  spanOver,
  type Trouble,
} from '../trouble.ts';
import { unitFor, unitToken } from './lengths-of-time.ts';
import { isKnownCurrency } from './money.ts';

/** The number, the letters behind it, and the offset at which the letters begin. */
interface Glued {
  readonly trouble: Trouble;
  readonly token: IToken;
  readonly amount: string;
  readonly letters: string;
  readonly split: number;
}

/** What the letters say: a unit, a power of ten, thousands or millions, the next word, a currency, or nothing. */
export const numberWord: Recogniser = (trouble) => {
  const token = near(trouble);
  if (token === undefined || !isType(token, NumberWord) || !can(trouble, NumberConstant)) return undefined;
  const [, amount = '', letters = ''] = /^(-?\d[\d_]*(?:\.\d+)?)([A-Za-z]\w*)$/.exec(token.image) ?? [];
  const glued: Glued = { trouble, token, amount, letters, split: token.startOffset + amount.length };
  return unit(glued) ?? exponent(glued) ?? scaled(glued) ?? nextWord(glued) ?? currency(glued) ?? unknown(glued);
};

function unit({ trouble, token, amount, letters, split }: Glued): Repair | undefined {
  const meant = canAll(trouble, [NumberConstant, Unit]) ? unitFor(letters, amount) : undefined;
  if (meant === undefined) return undefined;
  const span = spanOver(trouble, token);
  const instead = meant.join(' ');
  const fixes = [fix(`Write \`${instead}\``, span, instead)];
  const problem = report('FL123', span, { found: token.image, instead, reason: 'glued' }, { fixes });
  const put = [made(NumberConstant, meant[0], token.startOffset, split), unitToken(meant[1], split, endOf(token))];
  return { from: trouble.index, to: trouble.index + 1, put, problem };
}

function exponent({ trouble, token }: Glued): Repair | undefined {
  const plain = withoutExponent(token.image);
  return plain === undefined ? undefined : oneNumber(trouble, token, plain);
}

/** `1e3`, `2.5E6` in plain digits; undefined for everything else, and for more than 15 digits. */
function withoutExponent(image: string): string | undefined {
  const [, sign = '', whole = '', fraction = '', power = ''] = /^(-?)(\d+)(?:\.(\d+))?[eE](\d{1,2})$/.exec(image) ?? [];
  if (power === '') return undefined;
  const shift = Number(power);
  const digits = `${whole}${fraction.padEnd(shift, '0')}`;
  const point = whole.length + shift;
  const before = digits.slice(0, point).replace(/^0+(?=\d)/, '');
  const after = digits.slice(point).replace(/0+$/, '');
  return before.length + after.length > 15 ? undefined : `${sign}${before}${after === '' ? '' : `.${after}`}`;
}

const scales: Readonly<Record<string, string>> = { k: 'k', m: 'M', mio: 'M', mn: 'M' };

function scaled({ trouble, token, amount, letters }: Glued): Repair | undefined {
  const scale = entryOf(scales, letters.toLowerCase());
  return scale === undefined ? undefined : oneNumber(trouble, token, `${amount}${scale}`);
}

/** Another number in its place. */
function oneNumber(trouble: Trouble, token: IToken, instead: string): Repair {
  const span = spanOver(trouble, token);
  const fixes = [fix(`Write \`${instead}\``, span, instead)];
  const problem = report('FL128', span, { found: token.image, instead }, { fixes });
  return { from: trouble.index, to: trouble.index + 1, put: [retyped(NumberConstant, instead, token)], problem };
}

function nextWord(glued: Glued): Repair | undefined {
  const text = glued.letters.toLowerCase();
  const word = keywordByText.get(text);
  return word === undefined ? undefined : parted(glued, 'FL128', word, text);
}

function currency(glued: Glued): Repair | undefined {
  const code = glued.letters.toUpperCase();
  return isKnownCurrency(code) ? parted(glued, 'FL121', Currency, code) : undefined;
}

/** The number, and behind it what the letters say. */
function parted(glued: Glued, code: 'FL121' | 'FL128', type: TokenType, word: string): Repair {
  const { trouble, token, amount, split } = glued;
  const span = spanOver(trouble, token);
  const instead = `${amount} ${word}`;
  const fixes = [fix(`Write \`${instead}\``, span, instead)];
  const problem = report(code, span, { found: token.image, instead }, { fixes });
  const put = [made(NumberConstant, amount, token.startOffset, split), made(type, word, split, endOf(token))];
  return { from: trouble.index, to: trouble.index + 1, put, problem };
}

/** Where a text may stand it is one that has lost its quotes. */
function unknown({ trouble, token, amount }: Glued): Repair {
  const span = spanOver(trouble, token);
  const text = can(trouble, TextConstant) ? `"${token.image}"` : undefined;
  const fixes = text === undefined ? [] : [fix(`Write ${text}`, span, text)];
  const problem = report('FL128', span, { found: token.image, instead: undefined }, { fixes });
  const put = text === undefined ? retyped(NumberConstant, amount, token) : retyped(TextConstant, text, token);
  return { from: trouble.index, to: trouble.index + 1, put: [put], problem };
}
