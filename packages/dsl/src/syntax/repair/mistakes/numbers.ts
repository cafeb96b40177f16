// Numbers that are written in another way: with commas, or without what begins them.

import type { IToken } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import { entryOf } from '../../table-entry.ts';
import { Comma, NumberConstant, PercentConstant } from '../../tokens.ts';
import { can, endOf, fix, isType, made, near, type Recogniser, spanOver, touches, written } from '../trouble.ts';

/** `1,000` and `1,5`. */
export const commaInNumber: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const first = near(trouble, -1);
  if (first === undefined || !isType(near(trouble), Comma) || !isNumber(first)) return undefined;
  let to = index;
  while (
    isType(tokens[to], Comma) &&
    isNumber(tokens[to + 1]) &&
    touches(tokens[to - 1], tokens[to]) &&
    touches(tokens[to], tokens[to + 1])
  )
    to += 2;
  const last = tokens[to - 1];
  if (to === index || last === undefined) return undefined;
  const found = written(trouble, index - 1, to - 1);
  const isDecimal = !/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?[kM]?%?$/.test(found);
  const instead = isDecimal ? found.replace(',', '.') : found.replaceAll(',', '');
  if (!/^-?\d[\d_]*(?:\.\d+)?[kM]?%?$/.test(instead)) return undefined;
  const type = instead.endsWith('%') ? PercentConstant : NumberConstant;
  const span = spanOver(trouble, first, last);
  const fixes = [fix(isDecimal ? 'Write a point' : 'Remove the commas', span, instead)];
  const problem = report('FL120', span, { found, instead, isDecimal }, { fixes });
  return { from: index - 1, to, put: [made(type, instead, first.startOffset, endOf(last))], problem };
};

/** `- 40`, `+5` and `.5`: with the sign taken away the number would be another one. */
export const numberStart: Recogniser = (trouble) => {
  const { index } = trouble;
  const [sign, number] = [near(trouble), near(trouble, 1)];
  if (sign === undefined || number === undefined || !isNumber(number) || !can(trouble, number.tokenType))
    return undefined;
  const start = entryOf(numberStarts, sign.image);
  if (start === undefined || !/^\d/.test(number.image)) return undefined;
  if (start === '0.' && (!touches(sign, number) || number.image.includes('.'))) return undefined;
  const instead = `${start}${number.image}`;
  const span = spanOver(trouble, sign, number);
  const problem = report(
    'FL128',
    span,
    { found: written(trouble, index, index + 1), instead },
    { fixes: [fix(`Write \`${instead}\``, span, instead)] },
  );
  return { from: index, to: index + 2, put: [made(number.tokenType, instead, span.start, span.end)], problem };
};

/** What stands before the digits → what should. */
const numberStarts: Readonly<Record<string, string>> = { '-': '-', '\u2212': '-', '\u2013': '-', '+': '', '.': '0.' };

function isNumber(token: IToken | undefined): boolean {
  return isType(token, NumberConstant) || isType(token, PercentConstant);
}
