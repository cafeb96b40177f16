// Lists in the manner of other languages: `IN (…)`, `any of "a", "b"`, `is one of […]`.

import type { IToken } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import {
  Comma,
  Currency,
  DateConstant,
  Equal,
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
  written,
} from '../trouble.ts';
import { valueAfter, valueBefore } from './neighbours.ts';
import { quoted } from './quotes.ts';

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
  const withoutEqual = listWithoutEqual(trouble);
  if (withoutEqual !== undefined) return withoutEqual;
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

/** `list dach "DE", "AT"`: the sign and the brackets. */
function listWithoutEqual(trouble: Trouble): Repair | undefined {
  const { tokens, index } = trouble;
  const first = near(trouble);
  if (first === undefined || !can(trouble, Equal) || !isConstant(first) || !isType(near(trouble, 1), Comma))
    return undefined;
  const end = constantsFrom(trouble, index);
  const last = tokens[end - 1] ?? first;
  const items = tokens.slice(index, end).map(asItem);
  const instead = `= [${textOf(trouble, index, end, items)}]`;
  const put = [
    made(Equal, '=', first.startOffset, first.startOffset),
    made(LeftBracket, '[', first.startOffset, first.startOffset),
    ...items,
    made(RightBracket, ']', endOf(last), endOf(last)),
  ];
  const span = spanOver(trouble, first, last);
  const fixes = [{ title: `Write \`${short(instead)}\``, edits: [replaced(trouble, first, last, instead)] }];
  return {
    from: index,
    to: end,
    put,
    problem: report('FL136', span, { found: '', instead, reason: 'none' }, { fixes }),
  };
}

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
    const put = (negated ? (['not', 'in'] as const) : (['in'] as const)).map((word) =>
      made(keywords[word], word, first.startOffset, endOf(last)),
    );
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
