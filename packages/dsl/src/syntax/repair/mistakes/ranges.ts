// Ranges in the manner of other languages: `BETWEEN … AND …`, `100-999`, `[100..999]`.

import type { IToken } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import {
  Comma,
  Currency,
  DateConstant,
  DotDot,
  keywords,
  LeftBracket,
  NumberConstant,
  PercentConstant,
  RightBracket,
} from '../../tokens.ts';
import {
  can,
  endOf,
  isType,
  isWord,
  made,
  near,
  type Recogniser,
  type Repair,
  reads,
  replaced,
  retyped,
  spanOver,
  type Trouble,
  written,
} from '../trouble.ts';
import { valueBefore } from './neighbours.ts';
import { numberOfPercentage } from './percentages.ts';

/** `between 1 and 5`, `BETWEEN 1 AND 5`, `is between …`, `from 1 to 5`. */
export const between: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  for (const back of [0, 1]) {
    const at = index - back;
    if (!reads(tokens[at], 'between') && !(reads(tokens[at], 'from') && can(trouble, 'in', at))) continue;
    const negated = isWord(tokens[at - 1], 'not') || tokens[at - 1]?.image === 'NOT';
    let from = negated ? at - 1 : at;
    if (isWord(tokens[from - 1], 'is')) from -= 1;
    const low = boundFrom(trouble, at + 1);
    const join = tokens[low];
    if (low === at + 1 || !(reads(join, 'and', 'to', '-', '–', '..') || isType(join, Comma))) continue;
    const high = boundFrom(trouble, low + 1);
    const [first, last, wall] = [tokens[from], tokens[high - 1], join];
    if (
      high === low + 1 ||
      first === undefined ||
      last === undefined ||
      wall === undefined ||
      !can(trouble, 'in', from)
    )
      continue;
    const [lowest, highest] = [bound(trouble, at + 1, low), bound(trouble, low + 1, high)];
    const text = `${negated ? 'not in' : 'in'} ${lowest.text}..${highest.text}`;
    const put = [
      ...(negated ? [made(keywords.not, 'not', first.startOffset, endOf(first))] : []),
      made(keywords.in, 'in', first.startOffset, endOf(tokens[at] ?? first)),
      ...lowest.tokens,
      retyped(DotDot, '..', wall),
      ...highest.tokens,
    ];
    const instead = `${valueBefore(trouble, from).text} ${text}`;
    const problem = report(
      'FL137',
      spanOver(trouble, first, last),
      { instead },
      { fixes: [{ title: `Write \`${text}\``, edits: [replaced(trouble, first, last, text)] }] },
    );
    return { from, to: high, put, problem };
  }
  return undefined;
};

/** An end of a range as it is to be written: percentages are numbers there. */
function bound(
  trouble: Trouble,
  from: number,
  to: number,
): { readonly text: string; readonly tokens: readonly IToken[] } {
  const [token] = trouble.tokens.slice(from, to);
  if (token === undefined || !isType(token, PercentConstant)) {
    return { text: written(trouble, from, to - 1), tokens: trouble.tokens.slice(from, to) };
  }
  const text = numberOfPercentage(token.image);
  return { text, tokens: [retyped(NumberConstant, text, token)] };
}

/** The index after a number, a percentage, an amount of money or a date. */
function boundFrom(trouble: Trouble, from: number): number {
  const { tokens } = trouble;
  if (isType(tokens[from], DateConstant) || isType(tokens[from], PercentConstant)) return from + 1;
  if (!isType(tokens[from], NumberConstant)) return from;
  return isType(tokens[from + 1], Currency) ? from + 2 : from + 1;
}

/** `100 - 999`, `100 to 999`, `100-999` after `in`. */
export const rangeShape: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const sign = near(trouble);
  const other = rangeInBrackets(trouble) ?? rangeAfterIs(trouble);
  if (other !== undefined) return other;
  if (sign === undefined || !can(trouble, DotDot)) return undefined;
  if (isType(sign, NumberConstant) && sign.image.startsWith('-')) {
    const low = near(trouble, -1);
    if (low === undefined) return undefined;
    const text = `${low.image}..${sign.image.slice(1)}`;
    const put = [
      low,
      made(DotDot, '..', sign.startOffset, sign.startOffset + 1),
      made(NumberConstant, sign.image.slice(1), sign.startOffset + 1, endOf(sign)),
    ];
    return range(trouble, index - 1, index + 1, put, text);
  }
  const high = boundFrom(trouble, index + 1);
  if (!reads(sign, '-', '–', '—', '…', '...', 'to', 'and', 'until', '.') || high === index + 1) return undefined;
  const text = `${near(trouble, -1)?.image ?? ''}..${written(trouble, index + 1, high - 1)}`;
  const put = [...tokens.slice(index - 1, index), retyped(DotDot, '..', sign), ...tokens.slice(index + 1, high)];
  return range(trouble, index - 1, high, put, text);
};

/** `is 5..10`, `is not 5..10`, `is 5...10`: a value is in a range. */
function rangeAfterIs(trouble: Trouble): Repair | undefined {
  const { tokens, index } = trouble;
  if (!isType(near(trouble), DotDot) && !reads(near(trouble), '...', '…')) return undefined;
  const low = isType(tokens[index - 1], Currency) ? index - 2 : index - 1;
  const negated = isWord(tokens[low - 1], 'not');
  const from = negated ? low - 2 : low - 1;
  const high = boundFrom(trouble, index + 1);
  const [first, last, dots] = [tokens[from], tokens[high - 1], tokens[index]];
  if (!isWord(first, 'is') || boundFrom(trouble, low) !== index || high === index + 1) return undefined;
  if (first === undefined || last === undefined || dots === undefined) return undefined;
  const [lowest, highest] = [bound(trouble, low, index), bound(trouble, index + 1, high)];
  const text = `${negated ? 'not in' : 'in'} ${lowest.text}..${highest.text}`;
  const words = negated ? [made(keywords.not, 'not', first.startOffset, endOf(first))] : [];
  const put = [
    ...words,
    made(keywords.in, 'in', first.startOffset, endOf(first)),
    ...lowest.tokens,
    retyped(DotDot, '..', dots),
    ...highest.tokens,
  ];
  const problem = report(
    'FL137',
    spanOver(trouble, first, last),
    { instead: `${valueBefore(trouble, from).text} ${text}`, is: true },
    { fixes: [{ title: `Write \`${text}\``, edits: [replaced(trouble, first, last, text)] }] },
  );
  return { from, to: high, put, problem };
}

/** `in [5..10]`, `in [5-10]`: a range has no brackets. */
function rangeInBrackets(trouble: Trouble): Repair | undefined {
  const { tokens, index } = trouble;
  const open = isType(tokens[index - 2], LeftBracket) ? index - 2 : index - 3;
  const low = tokens.slice(open + 1, index);
  const sign = near(trouble);
  if (sign === undefined || !isType(tokens[open], LeftBracket) || boundFrom(trouble, open + 1) !== index)
    return undefined;
  const glued = isType(sign, NumberConstant) && sign.image.startsWith('-');
  const high = glued ? index + 1 : boundFrom(trouble, index + 1);
  if (
    !(glued || isType(sign, DotDot) || reads(sign, '-', '–', '...', '…', 'to')) ||
    !isType(tokens[high], RightBracket)
  )
    return undefined;
  const end = glued ? [retyped(NumberConstant, sign.image.slice(1), sign)] : tokens.slice(index + 1, high);
  const text = `${written(trouble, open + 1, index - 1)}..${glued ? sign.image.slice(1) : written(trouble, index + 1, high - 1)}`;
  return range(trouble, open, high + 1, [...low, retyped(DotDot, '..', sign), ...end], text);
}

function range(trouble: Trouble, from: number, to: number, put: readonly IToken[], text: string): Repair | undefined {
  const [first, last] = [trouble.tokens[from], trouble.tokens[to - 1]];
  if (first === undefined || last === undefined) return undefined;
  const problem = report(
    'FL137',
    spanOver(trouble, first, last),
    { instead: text },
    { fixes: [{ title: `Write \`${text}\``, edits: [replaced(trouble, first, last, text)] }] },
  );
  return { from, to, put, problem };
}
