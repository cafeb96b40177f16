// What is missing from the text: each word, sign or value that could have been left out, as a candidate for the search.

import type { IToken, TokenType } from 'chevrotain';
import type { Fix } from '../../diagnostics/diagnostic.ts';
import { listed } from '../../diagnostics/phrases.ts';
import { report } from '../../diagnostics/report.ts';
import { expected, step } from '../places.ts';
import {
  Bar,
  Comma,
  DateConstant,
  Dot,
  DotDot,
  keywordByText,
  keywords,
  LeftBrace,
  LeftBracket,
  LeftParen,
  Minus,
  NumberConstant,
  PercentConstant,
  Plus,
  RightBrace,
  RightBracket,
  RightParen,
  Star,
  TextConstant,
} from '../tokens.ts';
import { isReserved } from '../words.ts';
import type { Addition, Candidate } from './candidate.ts';
import { isClass, spelling, whatCouldCome, wordsFor } from './phrases.ts';
import {
  endBefore,
  isType,
  made,
  missing,
  nextLine,
  type Repair,
  readsOn,
  removed,
  spanAt,
  spanOver,
  startsLine,
  type Trouble,
} from './trouble.ts';

/** How far back something may be missing: what follows it may have been read as something else. */
const BACK = 6;

/** What comes after a brace has to make sense for longer. */
const FAR_AHEAD = 10;

/** How unlikely it is that somebody leaves out just this. */
const costs: ReadonlyMap<TokenType, number> = new Map([
  [keywords.is, 0.8],
  [keywords.and, 0.85],
  [keywords.to, 0.8],
  [keywords.because, 0.7],
  [keywords.rule, 0.8],
  [RightBrace, 0.9],
  [RightParen, 0.7],
  [RightBracket, 0.7],
  [LeftBrace, 0.8],
  [Comma, 0.75],
  [Plus, 1.6],
  [Star, 1.8],
  [Dot, 1.7],
  [DotDot, 1],
  [Minus, 1.2],
  [Bar, 0.8],
  [LeftParen, 2],
  [LeftBracket, 1.5],
  [keywords.or, 1.1],
  ...(
    ['not', 'during', 'optional', 'private', 'yes', 'no', 'missing', 'known', 'matched', 'any', 'all', 'none'] as const
  ).map((word): [TokenType, number] => [keywords[word], 2]),
]);

/** The rules whose parts are lines and entries of their own. */
const blocks: ReadonlySet<string> = new Set([
  'policyFile',
  'policyBlock',
  'leadBlock',
  'recordBlock',
  'repFieldsBlock',
  'calendarBlock',
  'teamBlock',
  'member',
  'queueBlock',
  'enrichBlock',
  'matchBlock',
  'scoreBlock',
  'tableBlock',
  'routeBlock',
  'testBlock',
  'ruleEntry',
  'otherwiseEntry',
  'ladder',
  'weightClause',
  'fallbackClause',
  'splitTarget',
  'values',
  'ratings',
]);

/** Single words, signs and values before the trouble and a little back; two at once right before it. */
export function* additions(trouble: Trouble): Generator<Candidate> {
  for (let back = 0; back <= BACK && back < trouble.index + 1; back += 1) {
    const index = trouble.index - back;
    if (back <= 3 || startsLine(trouble, index)) yield* additionsBefore(trouble, index, back);
  }
}

function* additionsBefore(trouble: Trouble, index: number, back: number): Generator<Candidate> {
  const { machine } = trouble;
  const places = trouble.places[index] ?? [];
  const token = trouble.tokens[index];
  const at = endBefore(trouble, index);
  const firsts = additionsAt(trouble, places);
  for (const first of firsts) {
    const one = tokenFor(first.type, at);
    const cost = (firsts.length === 1 ? 0.5 : costOf(trouble, first, index)) + placeCost(trouble, first, index, back);
    const single = candidate(trouble, index, back, [first], [one], cost);
    const isRead = readsOn(trouble, { from: index, to: index, put: [one] }, back + 1, true) > back;
    if (isRead) yield single;
    if (isRead || back > 0) continue;
    const next = step(machine, places, first.type);
    for (const second of additionsAt(trouble, next)) {
      const last = step(machine, next, second.type);
      if (token !== undefined && step(machine, last, token.tokenType).length === 0) continue;
      const both = cost + (costs.get(second.type) ?? (isClass(second.type) ? 1.2 : 1)) + 0.3;
      yield candidate(trouble, index, back, [first, second], [one, tokenFor(second.type, at)], both);
    }
  }
}

function candidate(
  trouble: Trouble,
  index: number,
  back: number,
  added: readonly Addition[],
  put: readonly IToken[],
  cost: number,
): Candidate {
  const isHead = added[0]?.entry === true && startsLine(trouble, index);
  const opens = added[0]?.type === LeftBrace ? FAR_AHEAD : 0;
  const wanted = isHead
    ? nextLine(trouble, trouble.index + 1) - trouble.index
    : Math.min(opens, trouble.tokens.length - trouble.index);
  const far = (): number => readsOn(trouble, { from: index, to: index, put }, wanted + back, true) - back;
  return {
    cost,
    index,
    adds: wordsOf(added),
    added,
    reach: (limit) => {
      const reach = readsOn(trouble, { from: index, to: index, put }, limit + back, true) - back;
      // What begins a line has to make sense of the whole line.
      return wanted > limit ? (far() < wanted ? 0 : reach) : reach < wanted ? 0 : Math.max(0, reach);
    },
    repair: (equals) => addition(trouble, index, added, put, equals),
  };
}

function costOf(trouble: Trouble, { type, opens, rule }: Addition, index: number): number {
  if (type === keywords.of) return ofHeads.includes(trouble.tokens[index - 1]?.image ?? '') ? 0.6 : 1.6;
  const base = costs.get(type) ?? (isClass(type) ? 1.2 : 1);
  const next = trouble.tokens[index]?.tokenType;
  // A constant is no condition.
  if ((type === keywords.and || type === keywords.or) && next !== undefined && isConstant(next)) return base + 1;
  if (type === LeftBrace && (opens === 'datum' || rule === 'datum')) return 2;
  // Nobody forgets a word that stands there.
  return trouble.tokens[index]?.tokenType === type && !isClass(type) ? base + 1.5 : base;
}

/** What begins an entry of its own, and was taken for a name or stops the reading, shows that something before it is missing. */
function headCost(trouble: Trouble, index: number, back: number): number {
  const image = trouble.tokens[index]?.image ?? '';
  if (back > 0 && wasWord(trouble, index)) return 1.5;
  const isHead = isReserved(image) || (back > 0 && keywordByText.has(image));
  return isHead && startsLine(trouble, index) ? -0.6 : 0;
}

/** Whether the token was read as the word of the language that it is, not as a name. */
function wasWord({ machine, places, tokens }: Trouble, index: number): boolean {
  const type = tokens[index]?.tokenType;
  return (
    type !== undefined &&
    expected(machine, places[index] ?? []).some(({ edge }) => edge.type === type && !isClass(type))
  );
}

/** What `of` mostly stands behind. */
const ofHeads: readonly string[] = [
  'domain',
  'backup',
  'team',
  'manager',
  'skills',
  'list',
  'any',
  'all',
  'none',
  'rotation',
];

function isConstant(type: TokenType): boolean {
  return [TextConstant, NumberConstant, PercentConstant, DateConstant].includes(type);
}

/** Lines and entries begin lines, and what belongs to a line stands on it. */
function placeCost(trouble: Trouble, { entry, rule }: Addition, index: number, back: number): number {
  const starts = startsLine(trouble, index);
  const elsewhere = rule === 'policyFile' ? 1.5 : 0.5;
  const place = entry ? (starts ? -0.2 : elsewhere) : starts ? 0.2 : 0;
  return place + headCost(trouble, index, back) + (back === 0 ? 0 : starts ? 0.05 * back : 0.35 * back);
}

function additionsAt(trouble: Trouble, places: Trouble['places'][number]): readonly Addition[] {
  const { machine } = trouble;
  const seen = new Map<TokenType, Addition>();
  for (const { edge, place } of expected(machine, places)) {
    if (seen.has(edge.type)) continue;
    const rule = machine.ruleOf(place.state);
    const entry = blocks.has(rule) && edge.opens !== undefined && edge.opens !== 'action' && edge.opens !== 'condition';
    seen.set(edge.type, { type: edge.type, rule, opens: edge.opens, entry });
  }
  return [...seen.values()];
}

/** A word or sign as if it had been written; anything else as missing. */
function tokenFor(type: TokenType, at: number): IToken {
  return made(type, spelling(type) ?? '', at, at);
}

function wordsOf(added: readonly Addition[]): string {
  const text = added.map(({ type }) => spelling(type));
  if (text.every((one) => one !== undefined) && added[0]?.opens !== 'testTail') return `\`${text.join(' ')}\``;
  return added.map(({ rule, type, opens }) => wordsFor(rule, type, opens)).join(' and ');
}

function addition(
  trouble: Trouble,
  index: number,
  added: readonly Addition[],
  put: readonly IToken[],
  equals: readonly Candidate[],
): Repair {
  const [first] = added;
  const opener = first === undefined ? undefined : openers.get(first.type);
  if (first !== undefined && opener !== undefined && added.length === 1)
    return closed(trouble, index, first, opener, put);
  const before = trouble.tokens[index - 1];
  const atStart = first?.entry === true && startsLine(trouble, index);
  const at = atStart ? (trouble.tokens[index]?.startOffset ?? endBefore(trouble, index)) : endBefore(trouble, index);
  const what = whatIsMissing(trouble, index, equals) ?? wordsOf(added);
  const after = before === undefined || atStart ? undefined : `\`${shortened(before.image)}\``;
  const sure = equals.length === 1;
  const own = equals.filter((other) => other.index === index);
  const adding = own.length <= 3 ? own.flatMap(({ added: parts }) => fixesFor(trouble, at, parts ?? [])) : [];
  const fixes = [...adding, ...withoutJoining(trouble, before, first)];
  const problem = report('FL101', spanAt(trouble, at), { what, after }, { fixes });
  const tokens = sure ? put : put.map((token) => missing(token.tokenType, token.startOffset));
  return { from: index, to: index, put: tokens, problem, unsure: true };
}

/** What all the equally good additions add, in words; undefined if that is more than a reader wants to hear. */
function whatIsMissing(trouble: Trouble, index: number, equals: readonly Candidate[]): string | undefined {
  const words = [...new Set(equals.filter((other) => other.index === index).map(({ adds }) => adds ?? ''))];
  if (words.length <= 3) return listed(words, 'or');
  return whatCouldCome(trouble.machine, trouble.places[index] ?? [], 4) ?? 'something';
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

// ---- closing brackets ------------------------------------------------------------------------------------------

const openers: ReadonlyMap<TokenType, TokenType> = new Map([
  [RightBrace, LeftBrace],
  [RightParen, LeftParen],
  [RightBracket, LeftBracket],
]);

/** The closing partner of an open bracket was added. */
function closed(trouble: Trouble, index: number, added: Addition, opener: TokenType, put: readonly IToken[]): Repair {
  const at = endBefore(trouble, index);
  const from = partnerOf(trouble, index, opener, added.type);
  const place = from === undefined ? spanAt(trouble, at) : spanOver(trouble, from);
  const related = [{ span: spanAt(trouble, at), message: 'it seems to end here:' }];
  const words = { opener: spelling(opener) ?? '', closer: spelling(added.type) ?? '', what: '' };
  const problem = report('FL104', place, words, { fixes: fixesFor(trouble, at, [added]), related });
  return { from: index, to: index, put, problem, unsure: true };
}

/** The open bracket that the missing one belongs to. */
function partnerOf(trouble: Trouble, index: number, opener: TokenType, closer: TokenType): IToken | undefined {
  let depth = 0;
  for (let at = index - 1; at >= 0; at -= 1) {
    const token = trouble.tokens[at];
    if (isType(token, closer)) depth += 1;
    if (isType(token, opener)) depth -= 1;
    if (depth < 0) return token;
  }
  return undefined;
}

// ---- fixes -----------------------------------------------------------------------------------------------------

/** An `and` or `or` after which the condition is missing may be what is too much. */
function withoutJoining(trouble: Trouble, before: IToken | undefined, added: Addition | undefined): readonly Fix[] {
  if (before === undefined || added?.opens !== 'unary' || !(before.image === 'and' || before.image === 'or')) return [];
  return [{ title: `Remove \`${before.image}\``, edits: [removed(trouble, before, before)] }];
}

function fixesFor(trouble: Trouble, at: number, added: readonly Addition[]): readonly Fix[] {
  const text = added.map(({ type }) => spelling(type));
  if (text.length === 0 || text.some((one) => one === undefined)) return [];
  const words = text.join(' ');
  const first = added[0]?.type;
  const tight = first !== undefined && [Comma, RightParen, RightBracket, Dot, DotDot].includes(first);
  const next = trouble.source.text[at] ?? ' ';
  const gap = /\s/.test(next) || (tight && /[)\]},.]/.test(next)) ? '' : ' ';
  const lead = tight || /[\s([]/.test(trouble.source.text[at - 1] ?? ' ') ? '' : ' ';
  return [{ title: `Add \`${words}\``, edits: [{ span: spanAt(trouble, at), text: `${lead}${words}${gap}` }] }];
}
