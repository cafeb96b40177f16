// Parts of texts in the manner of other languages: `LIKE '%x%'`, `does not contain`.

import type { IToken } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import { entryOf } from '../../table-entry.ts';
import { keywords, LeftBracket, OtherQuotes, RightBracket, TextConstant } from '../../tokens.ts';
import type { Keyword } from '../../words.ts';
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
  touches,
  wordOver,
  written,
} from '../trouble.ts';
import { valueAfter, valueBefore } from './neighbours.ts';
import { lexFrom, quoted } from './quotes.ts';

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
    const verb = entryOf(partVerbs, tokens[verbAt]?.image ?? '');
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
  const verb = entryOf(partVerbs, tokens[at]?.image ?? '');
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
  const verb = entryOf(partVerbs, found[0]?.image ?? '');
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
