// The kinds of token: words, names, values and signs. The table of patterns is the lexical part of the grammar.

import { createToken, type ITokenConfig, Lexer, type TokenType } from 'chevrotain';
import { dayWords, type Keyword, placeWords, reservedWords, unitWords } from './words.ts';

// ---- what a name can be ----------------------------------------------------------------------------------------

/** Any name: a word that is not reserved. */
export const Name: TokenType = category('Name');
/** A name but `money` and `list`, which open a type of their own. */
export const TypeName: TokenType = category('TypeName');
/** A name but the words that open a line of a rep's block. */
export const RepFieldName: TokenType = category('RepFieldName');
/** `ms`, `second`, `seconds`, … `months`. */
export const Unit: TokenType = category('Unit');
/** `day`, `week`, `month`. */
export const Period: TokenType = category('Period');
/** `mon` to `sun`. */
export const Day: TokenType = category('Day');

function category(name: string): TokenType {
  return createToken({ name, pattern: Lexer.NA });
}

const notTypeNames: ReadonlySet<string> = new Set(['money', 'list']);
const notRepFieldNames: ReadonlySet<string> = new Set(['works', 'capacity', 'backup', 'left', 'successor', 'unique']);

/** A word that no table lists. */
export const Word: TokenType = createToken({
  name: 'Word',
  pattern: /[a-z][a-z0-9_]*(?![A-Za-z0-9_\u00AA\u00B5\u00BA\u00C0-\u1FFF\u2C00-\uD7FF\uF900-\uFDFF])/,
  categories: [Name, TypeName, RepFieldName],
});

function keyword(word: Keyword, ...more: readonly TokenType[]): TokenType {
  const isName = !reserved.has(word);
  return createToken({
    name: word,
    label: word,
    pattern: Lexer.NA,
    categories: [
      ...(isName ? [Name] : []),
      ...(isName && !notTypeNames.has(word) ? [TypeName] : []),
      ...(isName && !notRepFieldNames.has(word) ? [RepFieldName] : []),
      ...more,
    ],
  });
}

const reserved: ReadonlySet<string> = new Set(reservedWords);
const periods: ReadonlySet<string> = new Set(['day', 'week', 'month']);

/** Word → its token type. */
export const keywords: { readonly [W in Keyword]: TokenType } = Object.fromEntries([
  ...reservedWords.map((word) => [word, keyword(word)]),
  ...placeWords.map((word) => [word, keyword(word)]),
  ...unitWords.map((word) => [word, periods.has(word) ? keyword(word, Unit, Period) : keyword(word, Unit)]),
  ...dayWords.map((word) => [word, keyword(word, Day)]),
]) as { [W in Keyword]: TokenType }; // fromEntries forgets the keys; the four tables make up Keyword

/** What stands in a text → its token type: the keywords, and the plural of each unit that has one. */
export const keywordByText: ReadonlyMap<string, TokenType> = new Map([
  ...Object.entries(keywords),
  ...unitWords.filter((word) => word !== 'ms').map((word): [string, TokenType] => [`${word}s`, keywords[word]]),
]);

// ---- values and signs ------------------------------------------------------------------------------------------

const value = (name: string, pattern: RegExp, more: Partial<ITokenConfig> = {}): TokenType =>
  createToken({ name, pattern, ...more });
const sign = (name: string, pattern: string): TokenType => createToken({ name, pattern, label: pattern });

export const InstantConstant: TokenType = value(
  'Instant',
  /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})(?![\w:])/,
);
export const DateConstant: TokenType = value('Date', /\d{4}-\d{2}-\d{2}(?![\w:-])/);
export const TimeSpan: TokenType = value('TimeSpan', /\d{2}:\d{2}-\d{2}:\d{2}(?![\w:-])/);
export const PercentConstant: TokenType = value('Percent', /-?\d[\d_]*(?:\.\d+)?%/);
export const NumberConstant: TokenType = value('Number', /-?\d[\d_]*(?:\.\d+)?(?:[kM](?![A-Za-z0-9_]))?/);
export const Currency: TokenType = value('Currency', /(?!AND(?!\w)|NOT(?!\w)|YES(?!\w))[A-Z]{3}(?![A-Za-z0-9_])/);
export const TextConstant: TokenType = value('Text', /"(?:[^"\\\n\r]|\\[^\n\r])*"/);

export const LeftBrace: TokenType = sign('LeftBrace', '{');
export const RightBrace: TokenType = sign('RightBrace', '}');
export const LeftBracket: TokenType = sign('LeftBracket', '[');
export const RightBracket: TokenType = sign('RightBracket', ']');
export const LeftParen: TokenType = sign('LeftParen', '(');
export const RightParen: TokenType = sign('RightParen', ')');
export const Comma: TokenType = sign('Comma', ',');
export const DotDot: TokenType = sign('DotDot', '..');
export const Dot: TokenType = sign('Dot', '.');
export const Bar: TokenType = sign('Bar', '|');
export const Equal: TokenType = sign('Equal', '=');
export const Plus: TokenType = sign('Plus', '+');
export const Star: TokenType = sign('Star', '*');
export const Minus: TokenType = sign('Minus', '-');
/** `>`, `>=`, `<`, `<=`. */
export const Relation: TokenType = value('Relation', /[<>]=?/);

/** A `#` comment to the end of its line. */
export const CommentText: TokenType = value('Comment', /#[^\n\r]*/, { group: 'comments' });
const WhiteSpace: TokenType = value('WhiteSpace', /[\s\uFEFF]+/, { group: Lexer.SKIPPED, line_breaks: true });

// ---- what people type and the language does not have -----------------------------------------------------------

/** `'text'` or text in typographic quotes. */
export const OtherQuotes: TokenType = value(
  'OtherQuotes',
  /'(?:[^'\\\n\r]|\\[^\n\r])*'|[\u201C\u201D\u201E\u00AB\u00BB][^\u201C\u201D\u201E\u00AB\u00BB"\n\r]*[\u201C\u201D\u201E\u00AB\u00BB"]|"[^"\u201C\u201D\n\r]*[\u201C\u201D]|[\u2018\u2019\u201A][^\u2018\u2019\u201A\n\r]*[\u2018\u2019]/,
);
/** A quote whose partner is not on its line. */
export const OpenText: TokenType = value('OpenText', /["'\u201C\u201D\u201E\u2018\u2019\u201A\u00AB\u00BB][^\n\r]*/);
/** A comment of another language. */
export const OtherComment: TokenType = value(
  'OtherComment',
  /\/\/[^\n\r]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?|--[^\n\r]*/,
  {
    line_breaks: true,
  },
);
/** An instant in another shape. */
export const OtherInstant: TokenType = value(
  'OtherInstant',
  /\d{4}-\d{1,2}-\d{1,2}[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?(?![\w:-])/,
);
/** A date in another shape. */
export const OtherDate: TokenType = value(
  'OtherDate',
  /\d{1,4}-\d{1,2}-\d{1,4}(?!\d)|\d{1,4}\/\d{1,2}\/\d{1,4}(?!\d)|\d{1,4}\.\d{1,2}\.\d{1,4}(?!\d)/,
);
/** Hours in another shape: `9:00-17:30`, `9am-5pm`, `09:00 - 17:30`, `09:00`. */
export const OtherTime: TokenType = value(
  'OtherTime',
  /\d{1,2}(?::\d{2}(?: ?[ap]m)?| ?[ap]m)(?: ?(?:-|\u2013|to) ?\d{1,2}(?::\d{2})?(?: ?[ap]m)?)?(?![\w])/,
);
/** A number with letters stuck to it: `5min`, `1K`. */
export const NumberWord: TokenType = value(
  'NumberWord',
  /-?\d[\d_]*(?:\.\d+)?(?![kM](?![A-Za-z0-9_]))[A-Za-z][A-Za-z0-9_]*/,
);
/** A word with a capital letter or a letter that names cannot have, or that starts with `_`. */
export const OtherWord: TokenType = value(
  'OtherWord',
  /[A-Za-z_\u00AA\u00B5\u00BA\u00C0-\u1FFF\u2C00-\uD7FF\uF900-\uFDFF][A-Za-z0-9_\u00AA\u00B5\u00BA\u00C0-\u1FFF\u2C00-\uD7FF\uF900-\uFDFF]*/,
);
/** A sign of another language. */
export const OtherSign: TokenType = value(
  'OtherSign',
  /\.\.\.|===|!==|==|!=|<>|=>|->|=<|:=|&&|\|\||[&;:?!%$~/\\@^\u00A3\u20AC\u2013\u2014\u2026\u2192\u2260\u2264\u2265]|`/,
);
/** Anything else: one character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it takes whatever the others leave
export const Stray: TokenType = value('Stray', /[\uD800-\uDBFF][\uDC00-\uDFFF]|[\u0000-\uFFFF]/);

/** In the order in which they are tried. */
// biome-ignore format: a table reads better in rows
export const patterns: readonly TokenType[] = [
  WhiteSpace, CommentText, Word,
  TextConstant, OtherQuotes, OpenText, OtherComment,
  InstantConstant, OtherInstant, DateConstant, TimeSpan, OtherDate, OtherTime, PercentConstant, NumberWord, NumberConstant,
  Currency, OtherWord,
  OtherSign,
  LeftBrace, RightBrace, LeftBracket, RightBracket, LeftParen, RightParen,
  Comma, DotDot, Dot, Bar, Equal, Plus, Star, Minus, Relation,
  Stray,
];

/** Every token type that the parser may meet. */
// biome-ignore format: a table reads better in rows
export const vocabulary: TokenType[] = [
  Name, TypeName, RepFieldName, Unit, Period, Day,
  ...Object.values(keywords),
  ...patterns.filter((type) => type !== WhiteSpace && type !== CommentText),
];
