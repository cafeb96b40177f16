// `&&`, `||`, `!`, and `not` before a comparison.

import type { IToken } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import { step } from '../../places.ts';
import { entryOf } from '../../table-entry.ts';
import { LeftParen, RightParen } from '../../tokens.ts';
import {
  can,
  endOf,
  isType,
  isWord,
  made,
  near,
  type Recogniser,
  type Repair,
  removed,
  replaced,
  spanAt,
  spanOver,
  type Trouble,
  wordOver,
  written,
} from '../trouble.ts';
import { spaced, valueAfter } from './neighbours.ts';

const joins: Readonly<Record<string, 'and' | 'or'>> = {
  '&&': 'and',
  '&': 'and',
  '||': 'or',
  '|': 'or',
  plus: 'and',
  but: 'and',
};

/** `&&`, `||`, `&`, `|`: → `and`, `or`. */
export const joiningSign: Recogniser = (trouble) => {
  const token = near(trouble);
  const word = token === undefined ? undefined : entryOf(joins, token.image.toLowerCase());
  if (token === undefined || word === undefined || !can(trouble, word)) return undefined;
  const problem = report(
    'FL132',
    spanOver(trouble, token),
    { found: token.image, instead: word },
    {
      fixes: [{ title: `Write \`${word}\``, edits: [spaced(trouble, token, token, word)] }],
    },
  );
  return { from: trouble.index, to: trouble.index + 1, put: [wordOver(word, token)], problem };
};

/** `!active`, `! (…)`: → `not`. */
export const notSign: Recogniser = (trouble) => {
  const token = near(trouble);
  if (token === undefined || token.image !== '!' || !can(trouble, 'not')) return undefined;
  const after = /\s/.test(trouble.source.text[endOf(token)] ?? ' ') ? '' : ' ';
  const problem = report(
    'FL132',
    spanOver(trouble, token),
    { found: token.image, instead: 'not' },
    {
      fixes: [{ title: 'Write `not`', edits: [replaced(trouble, token, token, `not${after}`)] }],
    },
  );
  return { from: trouble.index, to: trouble.index + 1, put: [wordOver('not', token)], problem };
};

/** `not country is "DE"`: → `country is not "DE"`, or brackets. */
export const notWithoutBrackets: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const not = findNot(trouble);
  if (not === undefined) return undefined;
  const word = tokens[not];
  const [first, here] = [tokens[not + 1], near(trouble)];
  if (word === undefined || first === undefined || here === undefined) return undefined;
  const left = written(trouble, not + 1, index - 1);
  const subject = tokens.slice(not + 1, index);
  const next = near(trouble, 1);
  if (isWord(here, 'is') && isWord(next, 'missing', 'known') && next !== undefined) {
    const opposite = isWord(next, 'missing') ? 'known' : 'missing';
    const edits = [removed(trouble, word, word), replaced(trouble, next, next, opposite)];
    return negated(
      trouble,
      not,
      index + 2,
      [...subject, here, wordOver(opposite, next)],
      `${left} is ${opposite}`,
      edits,
    );
  }
  const tail = valueAfter(trouble, index + 1);
  if ((isWord(here, 'is') || isWord(here, 'in')) && !isWord(next, 'not')) {
    const instead = isWord(here, 'is') ? `${left} is not ${tail}` : `${left} not in ${tail}`;
    const words = isWord(here, 'is') ? 'is not' : 'not in';
    const put = isWord(here, 'is')
      ? [...subject, here, wordOver('not', here)]
      : [...subject, wordOver('not', here), here];
    return negated(trouble, not, index + 1, put, instead, [
      removed(trouble, word, word),
      replaced(trouble, here, here, words),
    ]);
  }
  return inBrackets(trouble, not);
};

/** The `not` whose reading ends right before the trouble. */
function findNot(trouble: Trouble): number | undefined {
  const { tokens, index } = trouble;
  for (let at = index - 1; at >= Math.max(0, index - 8); at -= 1) {
    if (isWord(tokens[at], 'not')) return at < index - 1 && can(trouble, 'not', at) ? at : undefined;
    if (isWord(tokens[at], 'and', 'or', 'when', 'where')) return undefined;
  }
  return undefined;
}

function negated(
  trouble: Trouble,
  not: number,
  to: number,
  put: readonly IToken[],
  instead: string,
  edits: readonly ReturnType<typeof replaced>[],
): Repair | undefined {
  const word = trouble.tokens[not];
  const last = trouble.tokens[to - 1];
  if (word === undefined || last === undefined) return undefined;
  const problem = report(
    'FL140',
    spanOver(trouble, word, last),
    { instead },
    { fixes: [{ title: `Write \`${instead}\``, edits }] },
  );
  return { from: not, to, put, problem };
}

/** Puts brackets around the comparison after `not`. */
function inBrackets(trouble: Trouble, not: number): Repair | undefined {
  const { tokens } = trouble;
  const end = endOfComparison(trouble, not + 1);
  const [word, first, last] = [tokens[not], tokens[not + 1], tokens[end - 1]];
  if (word === undefined || first === undefined || last === undefined || end <= trouble.index) return undefined;
  const inner = written(trouble, not + 1, end - 1);
  const put = [
    word,
    made(LeftParen, '(', first.startOffset, first.startOffset),
    ...tokens.slice(not + 1, end),
    made(RightParen, ')', endOf(last), endOf(last)),
  ];
  const edits = [
    { span: spanAt(trouble, first.startOffset), text: '(' },
    { span: spanAt(trouble, endOf(last)), text: ')' },
  ];
  const problem = report(
    'FL140',
    spanOver(trouble, word, last),
    { instead: `not (${inner})` },
    { fixes: [{ title: 'Add brackets', edits }] },
  );
  return { from: not, to: end, put, problem };
}

/** The index after the comparison that begins at `from`: before `and`, `or`, a bracket or what cannot belong to it. */
function endOfComparison(trouble: Trouble, from: number): number {
  const { tokens, machine } = trouble;
  let places = step(machine, trouble.places[from] ?? [], LeftParen);
  if (places.length === 0) places = step(machine, trouble.places[from - 1] ?? [], LeftParen);
  let at = from;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || isWord(token, 'and', 'or') || isType(token, RightParen)) break;
    const next = step(machine, places, token.tokenType);
    if (next.length === 0) break;
    places = next;
  }
  return at;
}
