// Slips of people who know formulas: `100 < x < 1000`, `a xor b`, `during berlin hours`, and numbers in quotes.

import type { IToken } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import { DotDot, NumberConstant, PercentConstant, Relation, TextConstant } from '../../tokens.ts';
import {
  can,
  fix,
  isType,
  isWord,
  made,
  near,
  type Recogniser,
  reads,
  removed,
  replaced,
  retyped,
  spanOver,
  wordOver,
  written,
} from '../trouble.ts';
import { valueBefore } from './neighbours.ts';

/** `100 < x < 1000`, `100 <= x <= 1000`: a value between two others. */
export const chained: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const [second, high] = [near(trouble), near(trouble, 1)];
  const middle = valueBefore(trouble, index);
  const first = tokens[middle.from - 1];
  const low = tokens[middle.from - 2];
  if (!isType(first, Relation) || !isType(second, Relation) || !isType(low, NumberConstant)) return undefined;
  if (low === undefined || first === undefined || second === undefined || high === undefined) return undefined;
  if (!isType(high, NumberConstant) || first.image[0] !== second.image[0]) return undefined;
  const isUp = first.image.startsWith('<');
  const range = first.image.length === 2 && second.image.length === 2;
  const [least, most] = isUp ? [low, high] : [high, low];
  const value = tokens.slice(middle.from, index);
  const turned = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' }[first.image] ?? first.image;
  const text = range
    ? `${middle.text} in ${least.image}..${most.image}`
    : `${middle.text} ${turned} ${low.image} and ${middle.text} ${second.image} ${high.image}`;
  const put = range
    ? [...value, wordOver('in', second), ...rangeTokens(least, most, high)]
    : [...value, relation(turned, first), low, wordOver('and', second), ...value, second, high];
  const problem = report(
    'FL141',
    spanOver(trouble, low, high),
    { found: written(trouble, middle.from - 2, index + 1), instead: text },
    { fixes: [{ title: `Write \`${text}\``, edits: [replaced(trouble, low, high, text)] }] },
  );
  return { from: middle.from - 2, to: index + 2, put, problem };
};

function rangeTokens(least: IToken, most: IToken, at: IToken): readonly IToken[] {
  return [least, made(DotDot, '..', at.startOffset, at.startOffset), most];
}

function relation(image: string, over: IToken): IToken {
  return retyped(Relation, image, over);
}

/** `a xor b`: one of the two, and not both. What it comes to is for the author to write. */
export const oneOfTwo: Recogniser = (trouble) => {
  const token = near(trouble);
  if (token === undefined || !reads(token, 'xor') || !can(trouble, 'or')) return undefined;
  const instead = '(one and not (other)) or (other and not (one))';
  const problem = report('FL141', spanOver(trouble, token), { found: token.image, instead });
  return { from: trouble.index, to: trouble.index + 1, put: [wordOver('or', token)], problem };
};

/** `during berlin hours`, `during the hours of berlin`: the name of the calendar is enough. */
export const duringHours: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const [token, name, during] = [near(trouble), near(trouble, -1), near(trouble, -2)];
  if (token === undefined || name === undefined || !isWord(during, 'during')) return undefined;
  let to = index;
  while (reads(tokens[to], 'business', 'office', 'working', 'open', 'opening', 'hours', 'hour', 'time')) to += 1;
  const last = tokens[to - 1];
  if (last === undefined || to === index || !reads(last, 'hours', 'hour', 'time')) return undefined;
  const problem = report(
    'FL141',
    spanOver(trouble, during ?? name, last),
    { found: written(trouble, index - 2, to - 1), instead: `during ${name.image}` },
    { fixes: [{ title: `Remove \`${written(trouble, index, to - 1)}\``, edits: [removed(trouble, token, last)] }] },
  );
  return { from: index, to, put: [], problem };
};

/** `language "1"`, `capacity "40" open`: a number is not quoted. */
export const quotedNumber: Recogniser = (trouble) => {
  const token = near(trouble);
  if (token === undefined || !isType(token, TextConstant)) return undefined;
  const bare = token.image.slice(1, -1).trim();
  const type = /^-?\d[\d_]*(?:\.\d+)?[kM]?$/.test(bare)
    ? NumberConstant
    : /^-?\d[\d_]*(?:\.\d+)?%$/.test(bare)
      ? PercentConstant
      : undefined;
  if (type === undefined || !can(trouble, type)) return undefined;
  const span = spanOver(trouble, token);
  const fixes = [fix(`Write \`${bare}\``, span, bare)];
  const problem = report('FL129', span, { found: token.image, instead: bare }, { fixes });
  return { from: trouble.index, to: trouble.index + 1, put: [retyped(type, bare, token)], problem };
};
