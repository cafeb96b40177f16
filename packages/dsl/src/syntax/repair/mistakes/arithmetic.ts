// Minus, division, brackets around values, and functions.

import type { IToken } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import { entryOf } from '../../table-entry.ts';
import {
  Comma,
  LeftBracket,
  LeftParen,
  Minus,
  Name,
  NumberConstant,
  Plus,
  Relation,
  RightBracket,
  RightParen,
  Star,
  TextConstant,
  Word,
} from '../../tokens.ts';
import {
  can,
  endOf,
  fix,
  isType,
  isWord,
  made,
  near,
  type Recogniser,
  type Repair,
  spanOver,
  type Trouble,
  touches,
  wordOver,
  written,
} from '../trouble.ts';
import { valueBefore } from './neighbours.ts';
import { lexFrom } from './quotes.ts';

/** `a - b`, `a -5`, `a / b`, `a % b`: there is `+` and `*` only. */
export const minus: Recogniser = (trouble) => {
  const { index } = trouble;
  const token = near(trouble);
  if (token === undefined || !can(trouble, Plus) || !can(trouble, Star)) return undefined;
  if (isType(token, NumberConstant) && token.image.startsWith('-')) {
    const sign = made(Plus, '+', token.startOffset, token.startOffset);
    const instead = `+ ${token.image}`;
    const problem = report(
      'FL138',
      spanOver(trouble, token),
      { sign: '-', advice: `Add a negative number: \`${instead}\`.` },
      {
        fixes: [fix(`Write \`${instead}\``, spanOver(trouble, token), instead)],
      },
    );
    return { from: index, to: index, put: [sign], problem };
  }
  const isMinus = isType(token, Minus) || token.image === '\u2013' || token.image === '\u2014';
  if (!isMinus && !['/', '%', '^', '\\'].includes(token.image)) return undefined;
  const next = near(trouble, 1);
  const number =
    isMinus && next !== undefined && isType(next, NumberConstant) && !next.image.startsWith('-') ? next : undefined;
  const left = near(trouble, -1);
  const type = isMinus ? Plus : Star;
  const sign = made(type, isMinus ? '+' : '*', token.startOffset, endOf(token));
  const fixes =
    number === undefined
      ? compareFix(trouble, index)
      : [fix(`Write \`+ -${number.image}\``, spanOver(trouble, token, number), `+ -${number.image}`)];
  const advice =
    number !== undefined
      ? `Add a negative number: \`+ -${number.image}\`.`
      : isMinus
        ? `Compare the two values with each other, as in \`${left?.image ?? 'a'} > ${next?.image ?? 'b'}\`, or let the data hold the difference.`
        : 'Let the data hold the result as a field of its own, or multiply: `* 0.5` halves.';
  const put =
    number === undefined ? [sign] : [sign, made(NumberConstant, `-${number.image}`, number.startOffset, endOf(number))];
  const problem = report('FL138', spanOver(trouble, token), { sign: token.image, advice }, { fixes });
  return { from: index, to: number === undefined ? index + 1 : index + 2, put, problem };
};

/** `a - b > 0` says `a > b`. */
function compareFix(trouble: Trouble, index: number): readonly ReturnType<typeof fix>[] {
  const { tokens } = trouble;
  const [sign, right, relation, zero] = [tokens[index], tokens[index + 1], tokens[index + 2], tokens[index + 3]];
  if (
    sign === undefined ||
    right === undefined ||
    zero === undefined ||
    !isType(relation, Relation) ||
    zero.image !== '0'
  )
    return [];
  const text = `${relation?.image} ${right.image}`;
  return [fix(`Write \`${tokens[index - 1]?.image} ${text}\``, spanOver(trouble, sign, zero), text)];
}

/** `(a + b) > 5`, `is ("DE")`, `2 * (a + b)`. */
export const valueInBrackets: Recogniser = (trouble) => {
  const { index } = trouble;
  const token = near(trouble);
  if (token === undefined) return undefined;
  if (isType(token, LeftParen) && can(trouble, NumberConstant) && can(trouble, Name)) {
    const close = partner(trouble, index);
    return close === undefined ? undefined : withoutBrackets(trouble, index, close);
  }
  const isTest =
    isType(token, Relation) ||
    isType(token, Star) ||
    isType(token, Plus) ||
    isWord(token, 'is', 'in', 'within', 'contains', 'starts', 'ends', 'mentions', 'includes');
  if (!isTest || !isType(near(trouble, -1), RightParen)) return undefined;
  const open = opener(trouble, index - 1);
  return open === undefined ? undefined : withoutBrackets(trouble, open, index - 1);
};

/** The index of the closing bracket of the one at `from`. */
function partner(trouble: Trouble, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < Math.min(trouble.tokens.length, from + 60); at += 1) {
    if (isType(trouble.tokens[at], LeftParen)) depth += 1;
    if (isType(trouble.tokens[at], RightParen)) depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}

function opener(trouble: Trouble, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at >= Math.max(0, from - 60); at -= 1) {
    if (isType(trouble.tokens[at], RightParen)) depth += 1;
    if (isType(trouble.tokens[at], LeftParen)) depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}

function withoutBrackets(trouble: Trouble, open: number, close: number): Repair | undefined {
  const { tokens } = trouble;
  const [first, last] = [tokens[open], tokens[close]];
  const inner = tokens.slice(open + 1, close);
  if (first === undefined || last === undefined || inner.length === 0) return undefined;
  const choice = choiceInBrackets(trouble, open, close);
  if (choice !== undefined) return choice;
  const times = isType(tokens[close + 1], Star) || isType(tokens[open - 1], Star);
  if (times && inner.some((token) => isType(token, Plus))) return multipliedOut(trouble, open, close);
  const text = written(trouble, open + 1, close - 1);
  const fixes = [fix('Remove the brackets', spanOver(trouble, first, last), text)];
  const problem = report('FL142', spanOver(trouble, first, last), { instead: text }, { fixes });
  const rest = tokens.slice(close + 1, trouble.index);
  return { from: open, to: Math.max(close + 1, trouble.index), put: [...inner, ...rest], problem };
}

/** `2 * (fit + intent)`: → `2 * fit + 2 * intent`. */
function multipliedOut(trouble: Trouble, open: number, close: number): Repair | undefined {
  const { tokens, index } = trouble;
  const before = isType(tokens[open - 1], Star) ? valueBefore(trouble, open - 1) : undefined;
  const after = isType(tokens[close + 1], Star) ? tokens[close + 2] : undefined;
  const from = before?.from ?? open;
  const to = after === undefined ? close + 1 : close + 3;
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (first === undefined || last === undefined || (before !== undefined && after !== undefined)) return undefined;
  const terms = written(trouble, open + 1, close - 1)
    .split('+')
    .map((term) => term.trim());
  const text = terms
    .map((term) => (before === undefined ? `${term} * ${after?.image}` : `${before.text} * ${term}`))
    .join(' + ');
  const span = spanOver(trouble, first, last);
  const put = lexFrom(text, first.startOffset).map((token) =>
    made(token.tokenType, token.image, first.startOffset, endOf(last)),
  );
  const problem = report('FL142', span, { instead: text }, { fixes: [fix(`Write \`${text}\``, span, text)] });
  return { from, to: Math.max(to, index), put: [...put, ...tokens.slice(to, index)], problem };
}

/** `is ("DE" or "AT")`: → `in ["DE", "AT"]`. */
function choiceInBrackets(trouble: Trouble, open: number, close: number): Repair | undefined {
  const { tokens } = trouble;
  const negated = isWord(tokens[open - 1], 'not');
  const from = negated ? open - 2 : open - 1;
  const inner = tokens.slice(open + 1, close);
  const joined = inner.filter((_, at) => at % 2 === 1);
  const [is, last] = [tokens[from], tokens[close]];
  if (is === undefined || last === undefined || !isWord(is, 'is') || joined.length === 0 || close < trouble.index)
    return undefined;
  if (!joined.every((token) => isWord(token, 'and', 'or') || isType(token, Comma))) return undefined;
  const items = inner.filter((_, at) => at % 2 === 0);
  const list = `[${items.map((item) => item.image).join(', ')}]`;
  const words = negated ? 'not in' : 'in';
  const put = [
    ...(negated ? [wordOver('not', is)] : []),
    wordOver('in', is),
    ...inner.map((token, at) => (at % 2 === 1 ? made(Comma, ',', token.startOffset, endOf(token)) : token)),
  ];
  const [first, end] = [tokens[open] ?? is, last];
  const brackets = [
    made(LeftBracket, '[', first.startOffset, endOf(first)),
    made(RightBracket, ']', end.startOffset, endOf(end)),
  ] as const;
  const at = negated ? 2 : 1;
  const span = spanOver(trouble, is, last);
  const instead = `${words} ${list}`;
  const problem = report(
    'FL136',
    span,
    { found: '( )', instead, reason: 'brackets' },
    { fixes: [fix(`Write \`${instead}\``, span, instead)] },
  );
  return { from, to: close + 1, put: [...put.slice(0, at), brackets[0], ...put.slice(at), brackets[1]], problem };
}

const emptyTests: readonly string[] = [
  'isblank',
  'isnull',
  'isempty',
  'is_blank',
  'is_null',
  'is_empty',
  'empty',
  'blank',
  'missing',
];
const cleaners: readonly string[] = [
  'lower',
  'upper',
  'trim',
  'tolower',
  'toupper',
  'lowercase',
  'uppercase',
  'strip',
  'text',
  'value',
  'number',
  'date',
];
const verbs: Readonly<Record<string, 'contains' | 'includes'>> = {
  contains: 'contains',
  includes: 'includes',
  search: 'contains',
  find: 'contains',
};

/** What can be read with `of` and not with brackets: `domain(email)`. */
const wordsBeforeOf: readonly string[] = ['domain', 'backup', 'team', 'manager'];

const aboutNow = 'Compare with the present by `within the last 7 days` or `more than 30 days ago`.';
const aboutTables = 'Declare a `table` that is looked up by its keys; its fields are read as in `territory.owner`.';

const otherWays: Readonly<Record<string, string>> = {
  today: aboutNow,
  now: aboutNow,
  getdate: aboutNow,
  sysdate: aboutNow,
  current_date: aboutNow,
  lookup: aboutTables,
  vlookup: aboutTables,
  xlookup: aboutTables,
  hlookup: aboutTables,
  index: aboutTables,
};

/** `lower(country)`, `contains(title, "CEO")`, `isblank(industry)`, `today()`. */
export const functionCall: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const at = isType(near(trouble), LeftParen) ? index : isType(near(trouble, 1), LeftParen) ? index + 1 : undefined;
  const name = at === undefined ? undefined : tokens[at - 1];
  if (at === undefined || name === undefined || !touches(name, tokens[at]) || !/^[A-Za-z_]/.test(name.image))
    return undefined;
  if (isWord(name, 'not', 'and', 'or', 'when', 'where', 'in', 'of', 'is')) return undefined;
  const close = partner(trouble, at);
  const last = close === undefined ? undefined : tokens[close];
  if (close === undefined || last === undefined || !can(trouble, Name, at - 1)) return undefined;
  const inner = tokens.slice(at + 1, close);
  const lower = name.image.toLowerCase();
  const span = spanOver(trouble, name, last);
  const comma = inner.findIndex((token) => isType(token, Comma));
  const verb = entryOf(verbs, lower);
  const [subject, object] = [inner.slice(0, comma), inner.slice(comma + 1)];
  if (verb !== undefined && comma > 0 && object.length === 1 && isType(object[0], TextConstant)) {
    const text = `${written(trouble, at + 1, at + comma)} ${verb} ${object[0]?.image}`;
    return called(
      trouble,
      at - 1,
      close + 1,
      [...subject, wordOver(verb, name), ...object],
      `Write \`${text}\`.`,
      text,
    );
  }
  const value = inner.length === 0 || comma >= 0 ? undefined : written(trouble, at + 1, close - 1);
  if (value !== undefined && emptyTests.includes(lower)) {
    const put = [...inner, wordOver('is', last), wordOver('missing', last)];
    return called(trouble, at - 1, close + 1, put, `Write \`${value} is missing\`.`, `${value} is missing`);
  }
  if (value !== undefined && cleaners.includes(lower)) {
    return called(
      trouble,
      at - 1,
      close + 1,
      inner,
      `Write \`${value}\`: capitals and spaces around a text never count.`,
      value,
    );
  }
  if (value !== undefined && name.image === lower && wordsBeforeOf.includes(lower)) {
    const text = `${lower} of ${value}`;
    return called(trouble, at - 1, close + 1, [name, wordOver('of', name), ...inner], `Write \`${text}\`.`, text);
  }
  const advice = entryOf(otherWays, lower) ?? 'Let the data hold the result as a field of its own.';
  const put = inner.length > 0 && comma < 0 ? inner : [made(Word, '', name.startOffset, endOf(last))];
  return { from: at - 1, to: close + 1, put, problem: report('FL143', span, { name: name.image, advice }) };
};

function called(
  trouble: Trouble,
  from: number,
  to: number,
  put: readonly IToken[],
  advice: string,
  text: string,
): Repair | undefined {
  const [name, last] = [trouble.tokens[from], trouble.tokens[to - 1]];
  if (name === undefined || last === undefined) return undefined;
  const span = spanOver(trouble, name, last);
  const problem = report(
    'FL143',
    span,
    { name: name.image, advice },
    { fixes: [fix(`Write \`${text}\``, span, text)] },
  );
  return { from, to, put, problem };
}
