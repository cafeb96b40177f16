// How long ago something was, in other words: `older than 30 days`, `in the last 7 days`, `less than 7 days ago`.

import type { IToken } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import { keywords, NumberConstant } from '../../tokens.ts';
import type { Keyword } from '../../words.ts';
import {
  added,
  can,
  canAll,
  endOf,
  fix,
  isType,
  isWord,
  made,
  type Recogniser,
  type Repair,
  reads,
  spanOver,
  type Trouble,
} from '../trouble.ts';
import { valueBefore } from './neighbours.ts';

const agoShapes: readonly string[] = ['older', 'over', 'longer', 'earlier', 'before'];

const recentShapes: readonly string[] = ['newer', 'less', 'fewer', 'younger'];

/** `older than 30 days`, `less than 7 days ago`, `in the last 7 days`. */
export const ageShape: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  for (const back of [0, 1, 2, 3, 4]) {
    const at = index - back;
    const from = isWord(tokens[at - 1], 'is') ? at - 1 : at;
    if (!can(trouble, 'within', from) || !canAll(trouble, ['within', 'the', 'last'], from)) continue;
    const window = windowWords(trouble, at);
    if (window > 0) {
      const isNext = reads(tokens[at + window - 1], 'next', 'coming', 'following');
      return aged(trouble, from, at + window, ['within', 'the', isNext ? 'next' : 'last'], 0);
    }
    if (!isWord(tokens[at + 1], 'than') || tokens[at + 2]?.tokenType.name !== 'Number') continue;
    const hasAgo = isWord(tokens[at + 4], 'ago');
    if (reads(tokens[at], ...agoShapes)) return aged(trouble, from, at + 2, ['more', 'than'], hasAgo ? 0 : 2);
    if (reads(tokens[at], ...recentShapes) && isUnit(tokens[at + 3]))
      return aged(trouble, from, at + 2, ['within', 'the', 'last'], hasAgo ? -2 : 0);
  }
  return undefined;
};

/** How many words say "in the last" before a length of time: `in last`, `during the past`, `last`; 0 if none do. */
function windowWords(trouble: Trouble, at: number): number {
  const { tokens } = trouble;
  let to = at;
  if (reads(tokens[to], 'in', 'for', 'during', 'over', 'within')) to += 1;
  if (isWord(tokens[to], 'the')) to += 1;
  if (!reads(tokens[to], 'last', 'past', 'previous', 'next', 'coming', 'following')) return 0;
  const isRight = isWord(tokens[at], 'within') && isWord(tokens[at + 1], 'the') && isWord(tokens[to], 'last', 'next');
  return !isRight && isType(tokens[to + 1], NumberConstant) && isUnit(tokens[to + 2]) ? to + 1 - at : 0;
}

/** Whether it is a unit of time. */
export function isUnit(token: IToken | undefined): boolean {
  return token?.tokenType.CATEGORIES?.some((category) => category.name === 'Unit') ?? false;
}

/** Words in the place of a stretch; `ago` 2 tokens on is added (2), taken away (-2) or left alone (0). */
function aged(trouble: Trouble, from: number, to: number, words: readonly Keyword[], ago: number): Repair | undefined {
  const { tokens } = trouble;
  const [first, last, amount, unit, end] = [tokens[from], tokens[to - 1], tokens[to], tokens[to + 1], tokens[to + 2]];
  if (first === undefined || last === undefined || amount === undefined || unit === undefined) return undefined;
  const wholeEnd = ago < 0 ? end : unit;
  if (wholeEnd === undefined) return undefined;
  const text = `${words.join(' ')} ${amount.image} ${unit.image}${words[0] === 'more' ? ' ago' : ''}`;
  const put = [
    ...words.map((word) => made(keywords[word], word, first.startOffset, endOf(last))),
    amount,
    unit,
    ...(ago > 0 ? [added('ago', endOf(unit))] : []),
  ];
  const span = spanOver(trouble, first, wholeEnd);
  const instead = `${valueBefore(trouble, from).text} ${text}`;
  const cut = ago === 0 && words[0] === 'more' && end !== undefined ? spanOver(trouble, first, end) : span;
  const found = trouble.source.text.slice(span.start, span.end);
  const problem = report('FL141', span, { found, instead }, { fixes: [fix(`Write \`${text}\``, cut, text)] });
  return { from, to: to + 2 + (ago < 0 ? 1 : 0), put, problem };
}
