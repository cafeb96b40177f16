// Comparisons that leave out what is compared: `employees > 100 or < 10`, `country is either "DE" or "AT"`, `title has "CEO"`.

import type { IToken } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import { entryOf } from '../../table-entry.ts';
import {
  Comma,
  DateConstant,
  keywords,
  LeftBracket,
  NumberConstant,
  Relation,
  RightBracket,
  TextConstant,
} from '../../tokens.ts';
import type { Keyword } from '../../words.ts';
import {
  can,
  endOf,
  fix,
  isType,
  isWord,
  made,
  near,
  type Recogniser,
  reads,
  spanAt,
  spanOver,
  type Trouble,
  wordOver,
  written,
} from '../trouble.ts';

const tests = ['is', 'in', 'contains', 'mentions', 'starts', 'ends', 'includes', 'within', 'more'] as const;

/** `employees > 100 or < 10`: what was compared before is meant again. */
export const missingSubject: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const [join, token] = [near(trouble, -1), near(trouble)];
  if (
    join === undefined ||
    token === undefined ||
    !isWord(join, 'and', 'or') ||
    !(isType(token, Relation) || isWord(token, ...tests))
  )
    return undefined;
  const subject = subjectBefore(trouble, index - 1);
  const [first, last] = [subject[0], subject.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const text = trouble.source.text.slice(first.startOffset, endOf(last));
  const at = token.startOffset;
  const put = subject.map((one) => ({ ...one, startOffset: at, endOffset: at - 1 }));
  const end = endOfComparisonAfter(trouble, index);
  const rest = written(trouble, index, end - 1);
  const span = spanOver(trouble, token, tokens[end - 1] ?? token);
  const problem = report(
    'FL144',
    span,
    { found: `\`${rest}\``, instead: `${text} ${rest}` },
    {
      fixes: [{ title: `Add \`${text}\``, edits: [{ span: spanAt(trouble, at), text: `${text} ` }] }],
    },
  );
  return { from: index, to: index, put, problem };
};

/** The tokens of the value that the comparison before `end` is about. */
function subjectBefore(trouble: Trouble, end: number): readonly IToken[] {
  const { tokens } = trouble;
  let from = end - 1;
  while (from > 0 && !isBorder(tokens[from - 1])) from -= 1;
  let to = from;
  while (to < end && !isType(tokens[to], Relation) && !isWord(tokens[to], ...tests, 'not')) to += 1;
  return to === end ? [] : tokens.slice(from, to);
}

function isBorder(token: IToken | undefined): boolean {
  return (
    token === undefined ||
    isWord(token, 'and', 'or', 'when', 'where', 'not') ||
    ['(', '=', '{', '}'].includes(token.image)
  );
}

function endOfComparisonAfter(trouble: Trouble, index: number): number {
  const { tokens } = trouble;
  let end = index + 1;
  while (isConstant(tokens[end]) || isWord(tokens[end], 'not', 'with')) end += 1;
  return end;
}

function isConstant(token: IToken | undefined): boolean {
  return isType(token, TextConstant) || isType(token, NumberConstant) || isType(token, DateConstant);
}

/** `is either "DE" or "AT"`: → `in ["DE", "AT"]`. */
export const either: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  const at = reads(near(trouble), 'either') ? index : index - 1;
  const is = tokens[at - 1];
  if (!reads(tokens[at], 'either') || is === undefined || !isWord(is, 'is')) return undefined;
  const items: IToken[] = [];
  let to = at + 1;
  while (isConstant(tokens[to])) {
    const item = tokens[to];
    if (item !== undefined) items.push(item);
    if (!(isWord(tokens[to + 1], 'or') || isType(tokens[to + 1], Comma)) || !isConstant(tokens[to + 2])) break;
    to += 2;
  }
  const last = items.at(-1);
  if (last === undefined) return undefined;
  const text = `in [${items.map(({ image }) => image).join(', ')}]`;
  const put = [
    wordOver('in', is),
    made(LeftBracket, '[', endOf(is), endOf(is)),
    ...items.flatMap((item, place) =>
      place === 0 ? [item] : [made(Comma, ',', item.startOffset, item.startOffset), item],
    ),
    made(RightBracket, ']', endOf(last), endOf(last)),
  ];
  const span = spanOver(trouble, is, last);
  const problem = report(
    'FL141',
    span,
    { found: 'is either', instead: text },
    { fixes: [fix(`Write \`${text}\``, span, text)] },
  );
  return { from: at - 1, to: to + 1, put, problem };
};

/** `title has "CEO"`: → `contains`. */
export const has: Recogniser = (trouble) => {
  const { index } = trouble;
  const token = near(trouble);
  if (
    token === undefined ||
    !reads(token, 'has', 'have', 'having', 'containing', 'matches', 'includes_text') ||
    !can(trouble, 'contains')
  )
    return undefined;
  if (!isType(near(trouble, 1), TextConstant)) return undefined;
  const span = spanOver(trouble, token);
  const sought = near(trouble, 1)?.image ?? '';
  // A pattern would be looked for letter by letter, and never found.
  const isPattern = /[\^$*+?()[\]|\\]/.test(sought);
  const problem = report(
    'FL141',
    span,
    { found: token.image, instead: `contains ${isPattern ? '"…"' : sought}` },
    { fixes: isPattern ? [] : [fix('Write `contains`', span, 'contains')] },
  );
  return { from: index, to: index + 1, put: [made(keywords.contains, 'contains', span.start, span.end)], problem };
};

// biome-ignore format: a table reads better in rows
const joined: Readonly<Record<string, readonly [Keyword, ...Keyword[]]>> = {
  starts_with: ['starts', 'with'], startswith: ['starts', 'with'], begins_with: ['starts', 'with'],
  ends_with: ['ends', 'with'], endswith: ['ends', 'with'], is_not: ['is', 'not'], not_in: ['not', 'in'],
  includes_any: ['includes', 'any', 'of'], includes_all: ['includes', 'all', 'of'], includes_none: ['includes', 'none', 'of'],
  contains_any: ['contains', 'any', 'of'], contains_all: ['contains', 'all', 'of'], contains_none: ['contains', 'none', 'of'],
  is_missing: ['is', 'missing'], is_known: ['is', 'known'],
};

/** `country starts_with "D"`, `country begins with "D"`: two words of the language, joined or one of them another. */
export const joinedWords: Recogniser = (trouble) => {
  const { index } = trouble;
  const token = near(trouble);
  if (token === undefined) return undefined;
  const begins = reads(token, 'begins', 'beginning') && isWord(near(trouble, 1), 'with');
  const words = begins ? (['starts', 'with'] as const) : entryOf(joined, token.image.toLowerCase());
  if (words === undefined || !can(trouble, words[0])) return undefined;
  const to = index + (begins ? 2 : 1);
  const last = trouble.tokens[to - 1] ?? token;
  const span = spanOver(trouble, token, last);
  const instead = words.join(' ');
  const put = words.map((word) => made(keywords[word], word, span.start, span.end));
  const problem = report(
    'FL141',
    span,
    { found: written(trouble, index, to - 1), instead },
    { fixes: [fix(`Write \`${instead}\``, span, instead)] },
  );
  return { from: index, to, put, problem };
};
