// What the grammar could read at a place → the words for it, in the language of the people who write policies.

import type { TokenType } from 'chevrotain';
import { listed } from '../../diagnostics/phrases.ts';
import type { Machine } from '../machine.ts';
import { expected, type Places } from '../places.ts';
import {
  Bar,
  Comma,
  Currency,
  DateConstant,
  Day,
  Dot,
  DotDot,
  Equal,
  InstantConstant,
  keywords,
  LeftBrace,
  LeftBracket,
  LeftParen,
  Minus,
  Name,
  NumberConstant,
  PercentConstant,
  Period,
  Plus,
  Relation,
  RepFieldName,
  RightBrace,
  RightBracket,
  RightParen,
  Star,
  TextConstant,
  TimeSpan,
  TypeName,
  Unit,
} from '../tokens.ts';

/** What a rule of the grammar reads, where it begins. */
const ruleWords: Readonly<Record<string, string>> = {
  inTest: 'a list, a range or the name of a list',
  negation: 'a flag, or a condition in brackets',
  condition: 'a condition such as `country is "DE"`',
  unary: 'a condition such as `country is "DE"`',
  brackets: 'a condition in brackets',
  duringCalendar: '`during` and a calendar',
  comparison: 'a condition such as `country is "DE"`',
  value: 'a value',
  term: 'a value',
  factor: 'a value',
  constant: 'a value',
  reading: 'a name',
  path: 'a name',
  testTail: 'a comparison such as `is`, `in` or `>=`',
  sameness: 'a value',
  several: 'a text, or `any of [ … ]`',
  listing: 'a list in square brackets',
  range: 'a range such as `1..10`',
  bound: 'a number or a date',
  item: 'a value',
  element: 'a value',
  datum: 'a value',
  elements: 'a list in square brackets',
  ratings: 'ratings such as `{ healthcare 5 }`',
  duration: 'a length of time such as `5 minutes`',
  clock: 'a length of time such as `5 minutes`',
  type: 'a type such as `text` or `number`',
  field: 'a field',
  repField: 'a field',
  valueEntry: 'a field and its value',
  rating: 'a name and a number',
  names: 'a name',
  limit: 'a limit such as `40 open` or `12 per day`',
  action: 'what happens to the lead: `route to`, `nurture` or `reject`',
  target: 'a rep, a team or a queue',
  fallbackEntry: 'a rep, a team or a queue',
  splitArm: 'a share such as `60% commercial`',
  weightLine: 'a weight such as `2 for ana`',
  scoreLine: 'a line such as `10 when …`',
  ladderStep: 'a step such as `after 5 minutes reassign`',
  ladder: 'steps in `{ }`',
  values: 'values in `{ }`',
  declaration: 'a block such as `team`, `queue` or `route`',
  givenFact: 'what is given, such as `ana is away`',
  expectation: 'what is expected, such as `rep ana`',
};

/** What a token type stands for where a rule asks for it: `rule.Type`, else `Type`. */
const tokenWords: Readonly<Record<string, string>> = {
  Name: 'a name',
  TypeName: 'a type such as `text` or `number`',
  RepFieldName: 'a field',
  Unit: 'a unit such as `minutes` or `days`',
  Period: '`day`, `week` or `month`',
  Day: 'a day such as `mon`',
  Text: 'a text in quotes',
  Number: 'a number',
  Percent: 'a percentage such as `25%`',
  Date: 'a date such as `2026-12-24`',
  Instant: 'an instant such as `2026-11-24T10:00:00+01:00`',
  TimeSpan: 'hours such as `09:00-17:30`',
  Currency: 'a currency such as `USD`',
  Relation: '`>`, `>=`, `<` or `<=`',
  'ruleEntry.Text': 'the name of the rule, in quotes',
  'testBlock.Text': 'the name of the test, in quotes',
  'teamBlock.Text': 'the label of the team, in quotes',
  'queueBlock.Text': 'the label of the queue, in quotes',
  'policyBlock.Text': 'the label of the policy, in quotes',
  'member.Text': 'the name of the rep, in quotes',
  'becauseClause.Text': 'the reason, in quotes',
  'useLine.Text': 'the path of a file, in quotes',
  'tableBlock.Text': 'the path of a file, in quotes',
  'listDeclaration.Text': 'the path of a file, in quotes',
  'modifier.Text': 'the name of the column, in quotes',
  'teamBlock.Name': 'a name for the team',
  'queueBlock.Name': 'a name for the queue',
  'policyBlock.Name': 'a name for the policy',
  'member.Name': 'a name for the rep',
  'recordBlock.Name': 'a name',
  'listDeclaration.Name': 'a name for the list',
  'defineDeclaration.Name': 'a name for the condition',
  'calendarBlock.Name': 'a name for the calendar',
  'enrichBlock.Name': 'a name',
  'matchBlock.Name': 'a name',
  'scoreBlock.Name': 'a name for the score',
  'tableBlock.Name': 'a name for the table',
  'scoreBlock.Number': 'the most points that it can give',
  'scoreLine.Number': 'points',
  'policyLine.Text': 'a text in quotes',
  'field.Name': 'a field',
};

const signs: ReadonlyMap<TokenType, string> = new Map([
  [LeftBrace, '{'],
  [RightBrace, '}'],
  [LeftBracket, '['],
  [RightBracket, ']'],
  [LeftParen, '('],
  [RightParen, ')'],
  [Comma, ','],
  [DotDot, '..'],
  [Dot, '.'],
  [Bar, '|'],
  [Equal, '='],
  [Plus, '+'],
  [Star, '*'],
  [Minus, '-'],
]);

const classes: readonly TokenType[] = [
  Name,
  TypeName,
  RepFieldName,
  Unit,
  Period,
  Day,
  TextConstant,
  NumberConstant,
  PercentConstant,
  DateConstant,
  InstantConstant,
  TimeSpan,
  Currency,
  Relation,
];

const words: ReadonlyMap<TokenType, string> = new Map(Object.entries(keywords).map(([word, type]) => [type, word]));

/** How a word or a sign is written; undefined for a class such as names. */
export function spelling(type: TokenType): string | undefined {
  return words.get(type) ?? signs.get(type);
}

/** Inside these, what is missing is told by the whole. */
const toldWhole: ReadonlySet<string> = new Set(['inTest', 'negation']);

/** The words for one token type where `rule` asks for it, or for the rule that begins with it. */
export function wordsFor(rule: string, type: TokenType, opens: string | undefined): string {
  if (toldWhole.has(rule)) return ruleWords[rule] ?? rule;
  if (opens !== undefined && ruleWords[opens] !== undefined) return ruleWords[opens];
  const text = spelling(type);
  if (text !== undefined) return `\`${text}\``;
  return tokenWords[`${rule}.${type.name}`] ?? tokenWords[type.name] ?? 'something else';
}

/** Lines and clauses are told by their first words; everything else by what it is. */
const toldByWords: ReadonlySet<string> = new Set([
  'policyLine',
  'calendarLine',
  'teamLine',
  'member',
  'repLine',
  'queueLine',
  'enrichLine',
  'matchLine',
  'tableLine',
  'tableKey',
  'testLine',
  'clause',
  'modifier',
  'writtenAs',
  'defaultLine',
  'ruleEntry',
  'otherwiseEntry',
  'notifyClause',
  'respondClause',
  'strategy',
  'weightClause',
  'preferOrder',
  'policyBlock',
  'useLine',
  'blankTexts',
  'splitTarget',
  'negation',
  'becauseClause',
  'isTest',
]);

/** Everything that could come next, in words, nearest rule first: "`when`, `route to` or …". At most `most` things; undefined if there are more. */
export function whatCouldCome(machine: Machine, places: Places, most: number): string | undefined {
  const found = new Set<string>();
  for (const { edge, place } of expected(machine, places)) {
    const rule = machine.ruleOf(place.state);
    if (edge.opens !== undefined && !toldByWords.has(edge.opens))
      found.add(ruleWords[edge.opens] ?? wordsFor(rule, edge.type, undefined));
    else found.add(wordsFor(rule, edge.type, undefined));
  }
  return found.size === 0 || found.size > most ? undefined : listed([...found], 'or');
}

/** The token types of classes rather than of words and signs. */
export function isClass(type: TokenType): boolean {
  return classes.includes(type);
}
