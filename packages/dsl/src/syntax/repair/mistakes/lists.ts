// Lists, ranges and parts of texts in the manner of other languages: `IN (…)`, `BETWEEN … AND …`, `LIKE '%x%'`, `does not contain`.

import type { IToken } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import {
  Comma,
  Currency,
  DateConstant,
  DotDot,
  InstantConstant,
  keywords,
  LeftBrace,
  LeftBracket,
  LeftParen,
  Name,
  NumberConstant,
  OtherQuotes,
  OtherWord,
  PercentConstant,
  RightBrace,
  RightBracket,
  RightParen,
  TextConstant,
} from '../../tokens.ts';
import type { Keyword } from '../../words.ts';
import {
  can,
  canAll,
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
  touches,
  wordOver,
  written,
} from '../trouble.ts';
import { valueAfter, valueBefore } from './comparisons.ts';
import { lexFrom, quoted } from './quotes.ts';

// ---- brackets --------------------------------------------------------------------------------------------------

/** `in ("DE", "AT")`, `IN (…)`, `any of {…}`, `list x = ("a")`. */
export const otherBrackets: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const words = inWords(trouble);
  const at = index + words.length;
  const opener = tokens[at];
  if (opener === undefined || !(isType(opener, LeftParen) || isType(opener, LeftBrace))) return undefined;
  if (!canAll(trouble, [...words, LeftBracket])) return undefined;
  const closer = isType(opener, LeftParen) ? RightParen : RightBrace;
  const end = constantsFrom(trouble, at + 1);
  const [first, last] = [tokens[index], tokens[end]];
  if (first === undefined || last === undefined || !isType(last, closer) || end === at + 1) return undefined;
  const items = tokens.slice(at + 1, end).map(asItem);
  const put = [
    ...words.map((word, place) => retyped(keywords[word], word, tokens[index + place] ?? first)),
    retyped(LeftBracket, '[', opener),
    ...items,
    retyped(RightBracket, ']', last),
  ];
  const instead = [...words, `[${textOf(trouble, at + 1, end, items)}]`].join(' ');
  const found = isType(opener, LeftParen) ? '( )' : '{ }';
  const problem = report(
    'FL136',
    spanOver(trouble, first, last),
    { found, instead, reason: 'brackets' },
    {
      fixes: [{ title: `Write \`${short(instead)}\``, edits: [replaced(trouble, first, last, instead)] }],
    },
  );
  return { from: index, to: end + 1, put, problem };
};

/** The `IN` or `NOT IN` in capitals that stands before the bracket; nothing where the words are as they should be. */
function inWords(trouble: Trouble): readonly ('not' | 'in')[] {
  const [first, second] = [near(trouble), near(trouble, 1)];
  if (!isType(first, OtherWord)) return [];
  if (reads(first, 'in')) return ['in'];
  return reads(first, 'not') && reads(second, 'in') ? ['not', 'in'] : [];
}

/** `in "DE", "AT"`, `any of "a", "b"`, `list x = "a", "b"`, `languages "en", "de"`. */
export const noBrackets: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const late = isType(near(trouble), Comma) && can(trouble, LeftBracket, index - 1);
  const from = late ? index - 1 : index;
  const first = tokens[from];
  if (first === undefined || !can(trouble, LeftBracket, from) || !isConstant(first)) return undefined;
  const end = constantsFrom(trouble, from);
  const last = tokens[end - 1];
  if (late && !tokens.slice(from, end).every((token) => isConstant(token) || isType(token, Comma))) return undefined;
  if (last === undefined || end <= from || (late && end < index + 2)) return undefined;
  const items = tokens.slice(from, end).map(asItem);
  const text = `[${textOf(trouble, from, end, items)}]`;
  const closed = isType(tokens[end], RightBracket);
  const put = [
    made(LeftBracket, '[', first.startOffset, first.startOffset),
    ...items,
    ...(closed ? [] : [made(RightBracket, ']', endOf(last), endOf(last))]),
  ];
  const problem = report(
    'FL136',
    spanOver(trouble, first, last),
    { found: '', instead: text, reason: 'none' },
    {
      fixes: [
        closed
          ? { title: 'Add `[`', edits: [replaced(trouble, first, last, text.slice(0, -1))] }
          : { title: `Write \`${short(text)}\``, edits: [replaced(trouble, first, last, text)] },
      ],
    },
  );
  return { from, to: end, put, problem };
};

function short(text: string): string {
  return text.length > 50 ? `${text.slice(0, 45)}…]` : text;
}

/** The index after the constants and names, with commas between, that begin at `from`; a last comma is left out. */
function constantsFrom(trouble: Trouble, from: number): number {
  const { tokens } = trouble;
  let at = from;
  while (
    isConstant(tokens[at]) ||
    isType(tokens[at], OtherQuotes) ||
    (tokens[at]?.tokenType.CATEGORIES?.includes(Name) ?? false)
  ) {
    at += 1;
    if (isType(tokens[at], Currency)) at += 1;
    if (!isType(tokens[at], Comma)) return at;
    at += 1;
  }
  return at > from && isType(tokens[at - 1], Comma) ? at - 1 : at;
}

function isConstant(token: IToken | undefined): boolean {
  return (
    token !== undefined &&
    [
      keywords.yes,
      keywords.no,
      TextConstant,
      NumberConstant,
      PercentConstant,
      DateConstant,
      InstantConstant,
      OtherQuotes,
    ].includes(token.tokenType)
  );
}

function asItem(token: IToken): IToken {
  return isType(token, OtherQuotes) ? retyped(TextConstant, quoted(token.image.slice(1, -1)), token) : token;
}

function textOf(trouble: Trouble, from: number, to: number, items: readonly IToken[]): string {
  if (trouble.tokens.slice(from, to).every((token, at) => token === items[at])) return written(trouble, from, to - 1);
  return items.map((item) => (isType(item, Comma) ? ', ' : item.image)).join('');
}

/** `is one of [...]`, `is any of …`, `is none of …`: → `in`, `not in`. */
export const isOneOf: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  for (const back of [0, 1, 2]) {
    const at = index - back;
    const negated = isWord(tokens[at - 1], 'not') || isWord(tokens[at], 'none');
    const is = isWord(tokens[at - 1], 'not') ? at - 2 : at - 1;
    if (
      !isWord(tokens[is], 'is') ||
      !reads(tokens[at], 'one', 'any', 'either', 'none', 'part', 'member') ||
      !isWord(tokens[at + 1], 'of')
    )
      continue;
    const [first, last] = [tokens[is], tokens[at + 1]];
    if (first === undefined || last === undefined) continue;
    const words = negated ? 'not in' : 'in';
    const found = written(trouble, is, at + 1);
    const instead = `${valueBefore(trouble, is).text} ${words} ${valueAfter(trouble, at + 2)}`;
    const put = (negated ? ['not', 'in'] : ['in']).map((word) =>
      made(keywords[word as Keyword], word, first.startOffset, endOf(last)),
    ); // both are words
    const problem = report(
      'FL141',
      spanOver(trouble, first, last),
      { found, instead },
      { fixes: [{ title: `Write \`${words}\``, edits: [replaced(trouble, first, last, words)] }] },
    );
    return { from: is, to: at + 2, put, problem };
  }
  return undefined;
};

// ---- ranges ----------------------------------------------------------------------------------------------------

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
    const text = `${negated ? 'not in' : 'in'} ${written(trouble, at + 1, low - 1)}..${written(trouble, low + 1, high - 1)}`;
    const put = [
      ...(negated ? [made(keywords.not, 'not', first.startOffset, endOf(first))] : []),
      made(keywords.in, 'in', first.startOffset, endOf(tokens[at] ?? first)),
      ...tokens.slice(at + 1, low),
      retyped(DotDot, '..', wall),
      ...tokens.slice(low + 1, high),
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

/** The index after a number, an amount of money or a date. */
function boundFrom(trouble: Trouble, from: number): number {
  const { tokens } = trouble;
  if (isType(tokens[from], DateConstant)) return from + 1;
  if (!isType(tokens[from], NumberConstant)) return from;
  return isType(tokens[from + 1], Currency) ? from + 2 : from + 1;
}

/** `100 - 999`, `100 to 999`, `100-999` after `in`. */
export const rangeShape: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const sign = near(trouble);
  const bracketed = rangeInBrackets(trouble);
  if (bracketed !== undefined) return bracketed;
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
  if (!reads(sign, '-', '–', '—', '…', 'to', 'and', 'until', '.') || high === index + 1) return undefined;
  const text = `${near(trouble, -1)?.image ?? ''}..${written(trouble, index + 1, high - 1)}`;
  const put = [...tokens.slice(index - 1, index), retyped(DotDot, '..', sign), ...tokens.slice(index + 1, high)];
  return range(trouble, index - 1, high, put, text);
};

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
  if (!(glued || isType(sign, DotDot) || reads(sign, '-', '–', 'to')) || !isType(tokens[high], RightBracket))
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

// ---- parts of texts --------------------------------------------------------------------------------------------

/** `LIKE '%soft%'`: → `contains "soft"`, `starts with`, `ends with`; `NOT LIKE`: → `contains none of ["soft"]`. */
export const like: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const at = reads(near(trouble), 'not') ? index + 1 : index;
  const afterNot = isWord(near(trouble, -1), 'not') && at === index;
  const from = afterNot ? index - 1 : index;
  const word = tokens[at];
  if (!reads(word, 'like', 'ilike', 'rlike') || isWord(near(trouble, -1), 'is')) return undefined;
  const pattern = tokens[at + 1];
  const first = tokens[from];
  if (
    first === undefined ||
    pattern === undefined ||
    !(isType(pattern, TextConstant) || isType(pattern, OtherQuotes)) ||
    !can(trouble, 'contains', from)
  )
    return undefined;
  const negated = at !== index || afterNot;
  const inner = pattern.image.slice(1, -1);
  const verb = /^%.*[^%]$/.test(inner) ? 'ends with' : /^[^%].*%$/.test(inner) ? 'starts with' : 'contains';
  const text = quoted(inner.replaceAll('%', ''));
  return partOfText(trouble, from, at + 2, { verb, negated, text, pattern, found: written(trouble, from, at) });
};

interface PartOfText {
  readonly verb: 'contains' | 'starts with' | 'ends with' | 'includes' | 'mentions';
  readonly negated: boolean;
  readonly text: string;
  readonly pattern: IToken;
  readonly found: string;
}

function partOfText(trouble: Trouble, from: number, to: number, part: PartOfText): Repair | undefined {
  const first = trouble.tokens[from];
  if (first === undefined) return undefined;
  const { verb, negated, text, pattern, found } = part;
  const words = `${verb}${negated ? ` none of [${text}]` : ` ${text}`}`;
  const over = (word: Keyword): IToken => made(keywords[word], word, first.startOffset, endOf(first));
  const value = retyped(TextConstant, text, pattern);
  const put = [
    ...verb.split(' ').map((word) => over(word as Keyword)), // each word of the verbs is one of the language
    ...(negated
      ? [
          over('none'),
          over('of'),
          made(LeftBracket, '[', value.startOffset, value.startOffset),
          value,
          made(RightBracket, ']', endOf(value), endOf(value)),
        ]
      : [value]),
  ];
  const instead = `${valueBefore(trouble, from).text} ${words}`;
  const span = spanOver(trouble, first, pattern);
  const fixes = [{ title: `Write \`${words}\``, edits: [replaced(trouble, first, pattern, words)] }];
  const problem = /like/i.test(found)
    ? report('FL135', span, { found, instead }, { fixes })
    : report('FL145', span, { found, instead }, { fixes });
  return { from, to, put, problem };
}

const partVerbs: Readonly<Record<string, PartOfText['verb']>> = {
  contain: 'contains',
  contains: 'contains',
  containing: 'contains',
  include: 'includes',
  includes: 'includes',
  mention: 'mentions',
  mentions: 'mentions',
  start: 'starts with',
  starts: 'starts with',
  end: 'ends with',
  ends: 'ends with',
};

/** `not contains "x"`, `does not contain "x"`: → `contains none of ["x"]`. */
export const negatedPart: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const late = notAfterVerb(trouble) ?? contraction(trouble);
  if (late !== undefined) return late;
  for (const back of [0, 1, 2]) {
    const at = index - back;
    const from =
      reads(tokens[at], 'does', 'do', 'is') && isWord(tokens[at + 1], 'not')
        ? at
        : isWord(tokens[at], 'not')
          ? at
          : undefined;
    if (from === undefined) continue;
    const verbAt = isWord(tokens[at], 'not') ? at + 1 : at + 2;
    const verb = partVerbs[tokens[verbAt]?.image ?? ''];
    const textAt = isWord(tokens[verbAt + 1], 'with') ? verbAt + 2 : verbAt + 1;
    const pattern = tokens[textAt];
    if (verb === undefined || pattern === undefined || textAt < index || !can(trouble, 'contains', from)) continue;
    const found = written(trouble, from, textAt - 1);
    if (isWord(pattern, 'any') && isWord(tokens[textAt + 1], 'of')) return noneOf(trouble, from, textAt, verb, found);
    if (!isType(pattern, TextConstant)) continue;
    return partOfText(trouble, from, textAt + 1, { verb, negated: true, text: pattern.image, pattern, found });
  }
  return undefined;
};

/** `contains not "x"`. */
function notAfterVerb(trouble: Trouble): Repair | undefined {
  const { tokens, index } = trouble;
  const pattern = near(trouble, 1);
  const at = isWord(tokens[index - 1], 'with') ? index - 2 : index - 1;
  const verb = partVerbs[tokens[at]?.image ?? ''];
  if (!isWord(near(trouble), 'not') || verb === undefined || pattern === undefined || !isType(pattern, TextConstant))
    return undefined;
  return partOfText(trouble, at, index + 2, {
    verb,
    negated: true,
    text: pattern.image,
    pattern,
    found: written(trouble, at, index),
  });
}

/** `doesn't contain "x"`, `isn't "x"`: the apostrophe looks like a quote, and the rest of the line like a text. */
function contraction(trouble: Trouble): Repair | undefined {
  const { tokens, index, source } = trouble;
  const [word, rest] = [near(trouble), near(trouble, 1)];
  if (
    word === undefined ||
    rest === undefined ||
    !reads(word, 'doesn', 'isn', 'don', 'hasn', 'aren', 'wasn') ||
    !touches(word, rest)
  )
    return undefined;
  const apostrophe = /^['\u2019]t(?=\s)/.exec(rest.image)?.[0];
  if (apostrophe === undefined) return undefined;
  const start = rest.startOffset + apostrophe.length;
  const line = source.text.slice(start).split(/[\n\r]/, 1)[0] ?? '';
  const found = lexFrom(line, start);
  const end = start + line.length;
  let to = index + 1;
  while (to < tokens.length && (tokens[to]?.startOffset ?? end) < end) to += 1;
  const whole: Trouble = {
    ...trouble,
    tokens: [...tokens.slice(0, index), wordOver('is', word), wordOver('not', rest), ...found, ...tokens.slice(to)],
  };
  if (reads(word, 'isn', 'aren', 'wasn')) {
    const span = { file: source.name, start: word.startOffset, end: start };
    const instead = `${valueBefore(trouble, index).text} is not ${found[0]?.image ?? '…'}`;
    const problem = report(
      'FL131',
      span,
      { found: source.text.slice(span.start, span.end), instead },
      { fixes: [{ title: 'Write `is not`', edits: [{ span, text: 'is not' }] }] },
    );
    return { from: index, to, put: whole.tokens.slice(index, index + 2 + found.length), problem };
  }
  const verb = partVerbs[found[0]?.image ?? ''];
  const textAt = isWord(found[1], 'with') ? 2 : 1;
  const pattern = found[textAt];
  if (verb === undefined || pattern === undefined || !isType(pattern, TextConstant)) return undefined;
  const part = partOfText(trouble, index, index + 1, {
    verb,
    negated: true,
    text: pattern.image,
    pattern,
    found: source.text.slice(word.startOffset, endOf(found[textAt - 1] ?? word)),
  });
  return part === undefined ? undefined : { ...part, to, put: [...part.put, ...found.slice(textAt + 1)] };
}

/** `does not contain any of …`: `any` becomes `none`. */
function noneOf(trouble: Trouble, from: number, any: number, verb: string, found: string): Repair | undefined {
  const [first, last] = [trouble.tokens[from], trouble.tokens[any]];
  if (first === undefined || last === undefined) return undefined;
  const words = `${verb} none`;
  const put = words.split(' ').map((word) => made(keywords[word as Keyword], word, first.startOffset, endOf(last))); // as above
  const instead = `${valueBefore(trouble, from).text} ${words} of ${valueAfter(trouble, any + 2)}`;
  const fixes = [{ title: `Write \`${words} of\``, edits: [replaced(trouble, first, last, words)] }];
  return {
    from,
    to: any + 1,
    put,
    problem: report('FL145', spanOver(trouble, first, last), { found, instead }, { fixes }),
  };
}
