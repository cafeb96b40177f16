// Texts with other quotes, with one quote or with none; comments of other languages.

import type { IToken } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import { lex } from '../../lexer.ts';
import {
  LeftBrace,
  Name,
  OpenText,
  OtherComment,
  OtherQuotes,
  RepFieldName,
  TextConstant,
  TypeName,
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
  nextLine,
  type Recogniser,
  type Repair,
  readsOn,
  replaced,
  retyped,
  spanAt,
  spanOver,
  startsLine,
  type Trouble,
} from '../trouble.ts';

/** `// …`, `/* … *​/`, `-- …`: comments next to each other are one mistake. */
export const otherComments: Recogniser = (trouble) => {
  const { tokens, index } = trouble;
  if (!isType(near(trouble), OtherComment)) return undefined;
  let to = index;
  while (to === index || (isType(tokens[to], OtherComment) && isBelow(trouble, to))) to += 1;
  const comments = tokens.slice(index, to);
  const [first, last] = [comments[0], comments.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const edits = comments.map((comment) => replaced(trouble, comment, comment, asOwnComment(comment.image)));
  const sign = first.image.slice(0, 2);
  const problem = report('FL115', spanOver(trouble, first, last), { sign }, { fixes: [{ title: 'Write `#`', edits }] });
  return { from: index, to, put: [], problem };
};

/** Whether a comment stands on the line right below the comment before it, and both stand alone. */
function isBelow(trouble: Trouble, index: number): boolean {
  const [before, token] = [trouble.tokens[index - 1], trouble.tokens[index]];
  if (before === undefined || token === undefined || !startsLine(trouble, index - 1)) return false;
  return /^\r?\n[ \t]*$/.test(trouble.source.text.slice(endOf(before), token.startOffset));
}

function asOwnComment(image: string): string {
  if (!image.startsWith('/*')) return `#${image.slice(2)}`;
  const inner = image.slice(2).replace(/\*\/$/, '');
  const lines = inner.split(/\r?\n|\r/).map((line) => line.trim().replace(/^\*+ ?/, ''));
  const told = lines.filter((line, at) => line !== '' || (at > 0 && at < lines.length - 1));
  return told.map((line) => `# ${line}`.trimEnd()).join('\n') || '#';
}

/** `'text'` and text in curly quotes. */
export const otherQuotes: Recogniser = (trouble) => {
  const token = near(trouble);
  if (token === undefined || !isType(token, OtherQuotes) || !can(trouble, TextConstant)) return undefined;
  const single = token.image.startsWith("'") || /^[\u2018\u2019\u201A]/.test(token.image);
  const inner = token.image.slice(1, -1);
  const text = quoted(single ? inner.replaceAll("\\'", "'") : inner);
  const quote = token.image.startsWith("'") ? 'single' : 'curly';
  const problem = report(
    'FL111',
    spanOver(trouble, token),
    { quote, instead: text },
    {
      fixes: [fix('Write straight double quotes', spanOver(trouble, token), text)],
    },
  );
  return { from: trouble.index, to: trouble.index + 1, put: [retyped(TextConstant, text, token)], problem };
};

/** A text in straight double quotes: what JSON writes, but an escape that is one already stays. */
export function quoted(inner: string): string {
  return `"${inner.replace(/\\(?=["\\/bfnrtu])|[\\"]/g, (sign, at: number) => (sign === '\\' && isEscape(inner, at) ? sign : `\\${sign}`))}"`;
}

function isEscape(text: string, at: number): boolean {
  return /^\\["\\/bfnrtu]/.test(text.slice(at, at + 2));
}

/** `"text` without its second quote; it ends with its line, or before what follows a text there. */
export const oneQuote: Recogniser = (trouble) => {
  const token = near(trouble);
  if (token === undefined || !isType(token, OpenText) || !can(trouble, TextConstant)) return undefined;
  return textOverLines(trouble, token) ?? bestEnd(trouble, token);
};

/** A text over several lines: both its quotes are there, lines apart. */
function textOverLines(trouble: Trouble, token: IToken): Repair | undefined {
  const { tokens, index, source } = trouble;
  for (let to = index + 1; to < Math.min(tokens.length, index + 40); to += 1) {
    const end = tokens[to];
    if (end === undefined || isType(end, TextConstant) || isType(end, LeftBrace)) return undefined;
    // A line that begins with a word of the language is no part of the text.
    if (
      startsLine(trouble, to) &&
      isWord(end, 'when', 'where', 'route', 'rule', 'nurture', 'reject', 'fallback', 'respond', 'because', 'otherwise')
    )
      return undefined;
    if (!isType(end, OpenText)) continue;
    const closing = end.startOffset + 1;
    const rest = lexFrom(source.text.slice(closing, endOf(end)), closing);
    if (
      rest.some(
        (one) => !['LeftBrace', 'RightBrace', 'RightBracket', 'RightParen', 'Comma'].includes(one.tokenType.name),
      )
    )
      return undefined;
    const inner = source.text
      .slice(token.startOffset + 1, end.startOffset)
      .replace(/\s*[\n\r]\s*/g, ' ')
      .trim();
    const text = quoted(inner);
    const span = spanAt(trouble, token.startOffset, closing);
    const problem = report('FL110', span, { instead: text }, { fixes: [fix('Put the text on one line', span, text)] });
    return { from: index, to: to + 1, put: [made(TextConstant, text, token.startOffset, closing), ...rest], problem };
  }
  return undefined;
}

/** Where the missing quote belongs: at the end of the line, or before words and signs that go on after a text, if that reads on as well. */
function bestEnd(trouble: Trouble, token: IToken): Repair {
  const inner = token.image.slice(1);
  const whole = closedAt(trouble, token, inner.trimEnd().length);
  let best = whole;
  let furthest = readsOn(trouble, whole, FAR);
  for (const found of inner.matchAll(afterText)) {
    const repair = closedAt(trouble, token, inner.slice(0, found.index).trimEnd().length);
    const reach = readsOn(trouble, repair, FAR);
    // A brace or a word that goes on is hardly part of the text; another sign may be.
    if (reach < furthest || (reach === furthest && !(best === whole && /[{a-z]/.test(found[0])))) continue;
    best = repair;
    furthest = reach;
  }
  return best;
}

const FAR = 8;
const afterText =
  /\s*[{}\])],?\s*$|\s*,\s*$|\s+#|\s+(?:when|route to|nurture|reject|optional|private|from|in|or|and)\b|\s*\{|\s*[\]),}]/g;

function closedAt(trouble: Trouble, token: IToken, length: number): Repair {
  const start = token.startOffset;
  const end = start + 1 + length;
  const text = quoted(trouble.source.text.slice(start + 1, end));
  const rest = lexFrom(trouble.source.text.slice(end, endOf(token)), end);
  const span = spanAt(trouble, start, end);
  const straight = token.image.startsWith('"');
  const fixes = [
    straight ? fix('Add the missing `"`', spanAt(trouble, end), '"') : fix('Write both quotes', span, text),
  ];
  const problem = report('FL110', span, { instead: text }, { fixes });
  return { from: trouble.index, to: trouble.index + 1, put: [made(TextConstant, text, start, end), ...rest], problem };
}

/** The tokens of a piece of the file that begins at `offset`. */
export function lexFrom(text: string, offset: number): readonly IToken[] {
  return lex(text).tokens.map((token) =>
    made(token.tokenType, token.image, token.startOffset + offset, endOf(token) + offset),
  );
}

/** Words where only a text can stand: `rule Named accounts when …`, `because First calls close`. */
export const noQuotes: Recogniser = (trouble) => {
  const { tokens, index, source } = trouble;
  const token = near(trouble);
  const name = token?.tokenType.name ?? '';
  if (
    token === undefined ||
    startsLine(trouble) ||
    !can(trouble, TextConstant) ||
    !isWordLike(token) ||
    [Name, TypeName, RepFieldName].some((type) => can(trouble, type)) ||
    can(trouble, token.tokenType)
  )
    return undefined;
  if (name === 'Text') return undefined;
  const to = endOfWords(trouble);
  const last = tokens[to - 1];
  if (last === undefined) return undefined;
  const whole = source.text.slice(token.startOffset, endOf(last));
  const inner = whole.replace(/\s*["'\u201C\u201D]$/, '');
  const text = quoted(inner);
  const span = spanAt(trouble, token.startOffset, endOf(last));
  const put = [made(TextConstant, text, token.startOffset, endOf(last))];
  if (inner !== whole) {
    const problem = report('FL110', span, { instead: text }, { fixes: [fix('Add the missing `"`', span, text)] });
    return { from: index, to, put, problem };
  }
  const problem = report(
    'FL118',
    span,
    { found: whole, instead: text },
    { fixes: [fix('Put it in quotes', span, text)] },
  );
  return { from: index, to, put, problem };
};

function isWordLike(token: IToken | undefined): boolean {
  return token !== undefined && /^[\p{L}_\d]/u.test(token.image);
}

/** The words up to the end of the line, or to a word that goes on after a text. */
function endOfWords(trouble: Trouble): number {
  const { tokens, index } = trouble;
  const end = nextLine(trouble, index + 1);
  for (let to = index + 1; to < end; to += 1) {
    const token = tokens[to];
    if (isType(token, LeftBrace) || token?.image === '}') return to;
    const goesOn = isWord(
      token,
      'when',
      'route',
      'nurture',
      'reject',
      'every',
      'optional',
      'private',
      'fallback',
      'respond',
      'because',
      'default',
    );
    if (goesOn && readsOn(trouble, { from: index, to, put: [made(TextConstant, '""', 0, 0)] }, 2) === 2) return to;
  }
  return end;
}

/** `notify slack #leads`: without quotes, `#` begins a comment, and what should be a text is gone. */
export const textInComment: Recogniser = (trouble) => {
  const before = near(trouble, -1);
  if (before === undefined || !startsLine(trouble)) return undefined;
  const verb = isWord(before, 'notify', 'offer') ? before : near(trouble, -2);
  const hasChannel = verb !== before;
  if (!isWord(verb, 'notify', 'offer') || !(hasChannel ? can(trouble, TextConstant) : can(trouble, Name)))
    return undefined;
  const [, space = '', found = ''] = /^([ \t]*)(#[\w-]+)/.exec(trouble.source.text.slice(endOf(before))) ?? [];
  if (found === '') return undefined;
  const start = endOf(before) + space.length;
  const end = start + found.length;
  const text = `"${found}"`;
  const instead = hasChannel ? text : `slack ${text}`;
  const span = spanAt(trouble, start, end);
  const put = [...(hasChannel ? [] : [made(Word, 'slack', start, start)]), made(TextConstant, text, start, end)];
  const problem = report('FL118', span, { found, instead }, { fixes: [fix(`Write ${instead}`, span, instead)] });
  return { from: trouble.index, to: trouble.index, put, problem };
};
