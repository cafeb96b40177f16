// Comparisons with signs and words of other languages: `==`, `!=`, `greater than`, `is in`, `TRUE`.

import type { IToken } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import { flagFor } from '../../other-words.ts';
import { entryOf } from '../../table-entry.ts';
import { Equal, keywords, NumberConstant, Relation } from '../../tokens.ts';
import {
  added,
  can,
  endOf,
  fix,
  isType,
  isWord,
  made,
  near,
  type Recogniser,
  type Repair,
  reads,
  replaced,
  spanOver,
  type Trouble,
  wordOver,
  written,
} from '../trouble.ts';
import { isUnit } from './ages.ts';
import { isMissingWord, missingTest } from './missing-values.ts';
import { spaced, valueAfter, valueBefore } from './neighbours.ts';

const equalSigns: readonly string[] = [
  '=',
  '==',
  '===',
  ':',
  ':=',
  'equals',
  'equal',
  'eq',
  'equalto',
  'are',
  'was',
  'be',
  'iz',
];

const unequalSigns: readonly string[] = ['!=', '!==', '<>', '\u2260', 'isnt', 'ne', 'neq', 'unequal'];

/** `=`, `==`, `equals (to)`, `is equal to`: → `is`; before `null` → `is missing`. */
export const equalSign: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const token = near(trouble);
  if (token === undefined) return undefined;
  const afterIs = isWord(near(trouble, -1), 'is');
  if (reads(token, 'to') && reads(near(trouble, -1), 'equal', 'same', 'equals') && isWord(near(trouble, -2), 'is')) {
    return compared(trouble, index - 2, index + 1, false);
  }
  if (!reads(token, ...equalSigns) || can(trouble, Equal)) return undefined;
  let to = index + 1;
  if (reads(token, 'equals', 'equal') && reads(tokens[to], 'to')) to += 1;
  if (afterIs) return compared(trouble, index - 1, to, false);
  if (can(trouble, 'is')) return compared(trouble, index, to, false);
  return undefined;
};

/** `!=`, `<>`, `is not equal to`, `isn't`: → `is not`; before `null` → `is known`. */
export const unequalSign: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const token = near(trouble);
  if (token === undefined) return undefined;
  const [before, beforeThat] = [near(trouble, -1), near(trouble, -2)];
  if (
    reads(token, 'to') &&
    reads(before, 'equal', 'same') &&
    isWord(beforeThat, 'not') &&
    isWord(near(trouble, -3), 'is')
  ) {
    return compared(trouble, index - 3, index + 1, true);
  }
  if (isWord(before, 'not') && reads(token, 'equal', 'equals')) {
    return compared(trouble, index - 1, index + (reads(tokens[index + 1], 'to') ? 2 : 1), true);
  }
  if (reads(token, '!') && reads(near(trouble, 1), '=', '==') && can(trouble, 'is'))
    return compared(trouble, index, index + 2, true);
  if (!reads(token, ...unequalSigns) || !can(trouble, 'is')) return undefined;
  return compared(trouble, index, index + 1, true);
};

/** `is` or `is not` in the place of what stands there; with the word for "missing" that may follow. */
function compared(trouble: Trouble, from: number, to: number, negated: boolean): Repair | undefined {
  const { tokens } = trouble;
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (first === undefined || last === undefined) return undefined;
  const left = valueBefore(trouble, from).text;
  if (isMissingWord(tokens[to])) return missingTest(trouble, from, to + 1, negated);
  const found = written(trouble, from, to - 1);
  const words = negated ? 'is not' : 'is';
  const span = spanOver(trouble, first, last);
  const instead = `${left} ${words} ${valueAfter(trouble, to)}`;
  const put = [made(keywords.is, 'is', span.start, span.end), ...(negated ? [added('not', span.end)] : [])];
  const fixes = [{ title: `Write \`${words}\``, edits: [spaced(trouble, first, last, words)] }];
  const problem = report(negated ? 'FL131' : 'FL130', span, { found, instead }, { fixes });
  return { from, to, put, problem };
}

/** `is > 5`, `is contains "x"`, `is in […]`, `is not in […]`, `is within …`: `is` too much. */
export const isTooMuch: Recogniser = (trouble) => {
  const { index } = trouble;
  const token = near(trouble);
  if (token === undefined) return undefined;
  const negated = isWord(near(trouble, -1), 'not');
  const from = index - (negated ? 2 : 1);
  const is = trouble.tokens[from];
  if (is === undefined || !isWord(is, 'is')) return undefined;
  const isTest =
    isWord(token, 'in', 'contains', 'includes', 'mentions', 'starts', 'ends', 'within', 'more') ||
    isType(token, Relation);
  if (!isTest || !(can(trouble, token.tokenType, from) || (negated && isWord(token, 'in')))) return undefined;
  if (negated && !isWord(token, 'in')) return oppositeTest(trouble, from, is, token);
  const last = trouble.tokens[index - 1] ?? is;
  const words = negated ? 'not' : '';
  const found = written(trouble, from, index);
  const instead = `${valueBefore(trouble, from).text} ${negated ? 'not ' : ''}${token.image} ${isWord(token, 'more') ? 'than' : valueAfter(trouble, index + 1)}`;
  const edit = replaced(trouble, is, token, negated ? `${words} ${token.image}` : token.image);
  const problem = report(
    'FL141',
    spanOver(trouble, is, last),
    { found, instead },
    {
      fixes: [{ title: `Write \`${edit.text}\``, edits: [edit] }],
    },
  );
  return { from, to: index, put: negated ? [wordOver('not', last)] : [], problem };
};

const opposites: Readonly<Record<string, string>> = { '>': '<=', '>=': '<', '<': '>=', '<=': '>' };

function oppositeTest(trouble: Trouble, from: number, is: IToken, token: IToken): Repair | undefined {
  const opposite = entryOf(opposites, token.image);
  if (opposite === undefined) return undefined;
  const found = written(trouble, from, trouble.index);
  const instead = `${valueBefore(trouble, from).text} ${opposite} ${valueAfter(trouble, trouble.index + 1)}`;
  const span = spanOver(trouble, is, token);
  const problem = report('FL141', span, { found, instead }, { fixes: [fix(`Write \`${opposite}\``, span, opposite)] });
  return { from, to: trouble.index + 1, put: [made(Relation, opposite, span.start, span.end)], problem };
}

/** What is meant as a unit is not a plain number. */
const shortUnitWords: readonly string[] = [
  'd',
  'h',
  'm',
  'min',
  'mins',
  'hrs',
  'hr',
  'year',
  'years',
  'wk',
  'wks',
  'dayz',
  'business',
];

const signShapes: Readonly<Record<string, string>> = { '=>': '>=', '=<': '<=', '\u2265': '>=', '\u2264': '<=' };

const wordShapes: readonly (readonly [words: readonly string[], relation: string])[] = [
  [['greater', 'than', 'or', 'equal', 'to'], '>='],
  [['less', 'than', 'or', 'equal', 'to'], '<='],
  [['greater', 'than'], '>'],
  [['bigger', 'than'], '>'],
  [['larger', 'than'], '>'],
  [['higher', 'than'], '>'],
  [['more', 'than'], '>'],
  [['less', 'than'], '<'],
  [['smaller', 'than'], '<'],
  [['fewer', 'than'], '<'],
  [['lower', 'than'], '<'],
  [['at', 'least'], '>='],
  [['at', 'most'], '<='],
  [['minimum'], '>='],
  [['maximum'], '<='],
  [['later', 'than'], '>'],
  [['earlier', 'than'], '<'],
  [['after'], '>'],
  [['before'], '<'],
  [['since'], '>='],
  [['over'], '>'],
  [['above'], '>'],
  [['under'], '<'],
  [['below'], '<'],
  [['exceeds'], '>'],
  [['gt'], '>'],
  [['gte'], '>='],
  [['lt'], '<'],
  [['lte'], '<='],
];

/** `=>`, `≥`, `greater than`, `is at least`: → `>`, `>=`, `<`, `<=`. */
export const orderShape: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const token = near(trouble);
  if (
    isType(near(trouble, -1), NumberConstant) &&
    isWord(near(trouble, -2), 'than') &&
    isWord(near(trouble, -3), 'more') &&
    !isUnit(token)
  ) {
    return reads(token, ...shortUnitWords) ? undefined : ordered(trouble, index - 3, index - 1, '>');
  }
  if (token === undefined) return undefined;
  const sign = entryOf(signShapes, token.image);
  if (sign !== undefined && can(trouble, Relation) && !isArrow(trouble, token))
    return ordered(trouble, index, index + 1, sign);
  if (isType(token, Equal) && isType(near(trouble, -1), Relation) && /^[<>]$/.test(near(trouble, -1)?.image ?? '')) {
    return ordered(trouble, index - 1, index + 1, `${near(trouble, -1)?.image}=`);
  }
  for (const back of [0, 1, 2, 3]) {
    const at = index - back;
    const from = isWord(tokens[at - 1], 'is') ? at - 1 : at;
    const shape = wordShapes.find(([words]) => words.every((word, place) => reads(tokens[at + place], word)));
    // Behind `is` a single word reads as a name, so the trouble comes one word later.
    const reach = from === at ? index : index - 1;
    if (shape === undefined || at + shape[0].length <= reach || !can(trouble, Relation, from)) continue;
    return ordered(trouble, from, at + shape[0].length, shape[1]);
  }
  return undefined;
};

/** `=>` before what a lead is given to is no comparison. */
function isArrow(trouble: Trouble, token: IToken): boolean {
  const next = near(trouble, 1);
  return token.image === '=>' && can(trouble, 'route') && !/^[-\d$\u20AC\u00A3]/.test(next?.image ?? '');
}

function ordered(trouble: Trouble, from: number, to: number, relation: string): Repair | undefined {
  const [first, last] = [trouble.tokens[from], trouble.tokens[to - 1]];
  if (first === undefined || last === undefined) return undefined;
  const found = written(trouble, from, to - 1);
  const instead = `${valueBefore(trouble, from).text} ${relation} ${valueAfter(trouble, to)}`;
  const fixes = [{ title: `Write \`${relation}\``, edits: [spaced(trouble, first, last, relation)] }];
  const problem = report('FL141', spanOver(trouble, first, last), { found, instead }, { fixes });
  return { from, to, put: [made(Relation, relation, first.startOffset, endOf(last))], problem };
}

/** `TRUE`, `False`, `YES`. Those in small letters read as names; the builder finds them. */
export const flagWord: Recogniser = (trouble) => {
  const token = near(trouble);
  if (token === undefined || !/[A-Z]/.test(token.image)) return undefined;
  const flag = flagFor(token.image);
  if (flag === undefined || !can(trouble, flag)) return undefined;
  const span = spanOver(trouble, token);
  const problem = report(
    'FL134',
    span,
    { found: token.image, instead: flag },
    { fixes: [fix(`Write \`${flag}\``, span, flag)] },
  );
  return { from: trouble.index, to: trouble.index + 1, put: [wordOver(flag, token)], problem };
};
