// The parser's own rules and tokens → plain data, for everything that is made from them: the printed grammar, diagrams, word lists, highlighting.

import {
  Alternation,
  Alternative,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  Terminal,
  type TokenType,
} from 'chevrotain';
import { grammar } from './grammar/file.ts';
import { spelling } from './repair/phrases.ts';
import {
  CommentText,
  Currency,
  DateConstant,
  Day,
  InstantConstant,
  Name,
  NumberConstant,
  PercentConstant,
  Period,
  Relation,
  RepFieldName,
  TextConstant,
  TimeSpan,
  TypeName,
  Unit,
  Word,
} from './tokens.ts';
import { dayWords, placeWords, reservedWords, unitWords } from './words.ts';

/** What stands in a rule. `word` and `sign` are written as they are; `class` is one of the token classes. */
export type Expression =
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Expression[] }
  | { readonly kind: 'optional' | 'repeated'; readonly part: Expression }
  | { readonly kind: 'rule' | 'class' | 'word' | 'sign'; readonly text: string };

/** A rule of the grammar. */
export interface GrammarRule {
  readonly name: string;
  readonly body: Expression;
}

/** A class of tokens: a pattern, or the words of a table. */
export interface TokenClass {
  readonly name: string;
  /** The source of a regular expression; undefined for a class of words. */
  readonly pattern: string | undefined;
  /** What it is, for people. */
  readonly meaning: string;
}

/** The language as its parser has it. */
export interface GrammarDescription {
  /** In the order in which the parser defines them. */
  readonly rules: readonly GrammarRule[];
  readonly classes: readonly TokenClass[];
  /** In the order of the reference. */
  readonly reserved: readonly string[];
  /** Words of one place each; everywhere else they are names. */
  readonly placeWords: readonly string[];
  readonly units: readonly string[];
  readonly days: readonly string[];
}

/** Describes the language as it is parsed. */
export function describeGrammar(): GrammarDescription {
  const rules = Object.values(grammar().getGAstProductions());
  return {
    rules: rules.map(({ name, definition }) => ({ name, body: sequence(definition) })),
    classes: classes.map(([type, meaning]) => ({ name: className(type), pattern: patternOf(type), meaning })),
    reserved: reservedWords,
    placeWords,
    units: unitWords,
    days: dayWords,
  };
}

function sequence(items: readonly IProduction[]): Expression {
  const parts = items.map(expression);
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { kind: 'sequence', parts };
}

function expression(item: IProduction): Expression {
  if (item instanceof Alternation) {
    const choices = item.definition.filter((choice) => choice instanceof Alternative);
    return { kind: 'choice', parts: choices.map(({ definition }) => sequence(definition)) };
  }
  if (item instanceof Option) return { kind: 'optional', part: sequence(item.definition) };
  if (item instanceof Repetition) return { kind: 'repeated', part: sequence(item.definition) };
  if (item instanceof Terminal) return terminal(item.terminalType);
  if (item instanceof NonTerminal) return { kind: 'rule', text: item.nonTerminalName };
  throw new Error('The grammar uses a construct that its description does not know');
}

function terminal(type: TokenType): Expression {
  const text = spelling(type);
  if (text === undefined) return { kind: 'class', text: className(type) };
  return { kind: /^[a-z]/.test(text) ? 'word' : 'sign', text };
}

/** `RepFieldName` → `REP_FIELD_NAME`. */
function className({ name }: TokenType): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
}

function patternOf({ PATTERN }: TokenType): string | undefined {
  return PATTERN instanceof RegExp && PATTERN.source !== 'NOT_APPLICABLE' ? PATTERN.source : undefined;
}

const classes: readonly (readonly [TokenType, string])[] = [
  [Word, 'a word: a small letter, then letters, digits and `_`'],
  [Name, 'any WORD but the reserved ones'],
  [TypeName, 'a NAME but `money` and `list`'],
  [RepFieldName, 'a NAME but `works`, `capacity`, `backup`, `left`, `successor` and `unique`'],
  [Currency, 'the three capital letters of a currency'],
  [
    NumberConstant,
    'digits, with `_` between them for reading, a point before decimals, `k` for thousands or `M` for millions; `-` touches the digits',
  ],
  [PercentConstant, 'a number with `%` right behind it'],
  [TextConstant, 'text in double quotes on one line, with the escapes of JSON'],
  [DateConstant, 'a date: year-month-day'],
  [InstantConstant, 'a date, `T`, a time, and the distance from UTC or `Z`'],
  [TimeSpan, 'hours from and to'],
  [Relation, '`>`, `>=`, `<` or `<=`'],
  [Unit, '`ms`, `second(s)`, `minute(s)`, `hour(s)`, `day(s)`, `week(s)`, `month(s)`'],
  [Period, '`day`, `week` or `month`'],
  [Day, '`mon`, `tue`, `wed`, `thu`, `fri`, `sat` or `sun`'],
  [CommentText, 'to the end of the line; stands between any two words'],
];
