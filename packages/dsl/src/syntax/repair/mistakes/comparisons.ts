// Comparisons with signs and words of other languages: `==`, `!=`, `null`, `greater than`, `is in`.

import type { IToken } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import { flagFor, knownWords, missingWords } from '../../other-words.ts';
import { entryOf } from '../../table-entry.ts';
import {
  Comma,
  Dot,
  Equal,
  keywords,
  LeftBracket,
  NumberConstant,
  Relation,
  RightBracket,
  TextConstant,
} from '../../tokens.ts';
import type { Keyword } from '../../words.ts';
import {
  added,
  can,
  canAll,
  endOf,
  fix,
  isForeign,
  isType,
  isWord,
  made,
  near,
  type Recogniser,
  type Repair,
  reads,
  replaced,
  spanOver,
  startsLine,
  type Trouble,
  touches,
  wordOver,
  written,
} from '../trouble.ts';

/** The value that stands before an index, as it was written: `account.owner`, `domain of email`. */
export function valueBefore(trouble: Trouble, index: number): { readonly from: number; readonly text: string } {
  const { tokens } = trouble;
  let from = index - 1;
  while (from > 1 && (isType(tokens[from - 1], keywords.of) || tokens[from - 1]?.image === '.')) from -= 2;
  return { from, text: written(trouble, from, index - 1) };
}

/** The constant, name or list after an index, for a hint; `…` where there is none on the line. */
export function valueAfter(trouble: Trouble, index: number): string {
  const { tokens } = trouble;
  const token = tokens[index];
  if (token === undefined || startsLine(trouble, index)) return '…';
  if (!isType(token, LeftBracket)) return isPlain(trouble, index) ? token.image : '…';
  const end = tokens.findIndex((one, at) => at > index && isType(one, RightBracket));
  return end < 0 || end - index > 8 ? '[…]' : written(trouble, index, end);
}

/** Whether the token can be shown as it is: no bracket, and nothing that is a mistake of its own. */
function isPlain({ tokens }: Trouble, index: number): boolean {
  const [token, next] = [tokens[index], tokens[index + 1]];
  const goesOn = touches(token, next) && (isType(next, Comma) || isType(next, Dot));
  return token !== undefined && !isForeign(token) && !goesOn && !/[{}[\]()]/.test(token.image);
}

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

/** Replaces tokens, with a space to each neighbour that had none. */
export function spaced(trouble: Trouble, first: IToken, last: IToken, words: string): ReturnType<typeof replaced> {
  const { text } = trouble.source;
  const before = /[\s([]/.test(text[first.startOffset - 1] ?? ' ') ? '' : ' ';
  const after = /[\s)\]]/.test(text[endOf(last)] ?? ' ') ? '' : ' ';
  return replaced(trouble, first, last, `${before}${words}${after}`);
}

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

function missingTest(trouble: Trouble, from: number, to: number, known: boolean): Repair | undefined {
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

function isUnit(token: IToken | undefined): boolean {
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
