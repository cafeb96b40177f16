// Where no known mistake fits: the smallest change after which reading goes on best: a word respelt, a part added, replaced or left out.

import type { IToken, TokenType } from 'chevrotain';
import type { Fix } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import { nearest } from '../../names/suggest.ts';
import { fits } from '../machine.ts';
import { expected, step } from '../places.ts';
import {
  Bar,
  Comma,
  Currency,
  DateConstant,
  Dot,
  DotDot,
  keywordByText,
  keywords,
  LeftBrace,
  LeftBracket,
  LeftParen,
  Minus,
  Name,
  NumberConstant,
  OtherWord,
  PercentConstant,
  Plus,
  RightBrace,
  RightBracket,
  RightParen,
  Star,
  TextConstant,
  Word,
} from '../tokens.ts';
import { isClass, spelling, whatCouldCome, wordsFor } from './phrases.ts';
import {
  endBefore,
  endOf,
  fix,
  isType,
  made,
  missing,
  near,
  nextLine,
  type Repair,
  readsOn,
  removed,
  spanAt,
  spanOver,
  startsLine,
  type Trouble,
  written,
} from './trouble.ts';

/** How far ahead a repair is tried. */
const AHEAD = 6;
/** How many tokens back a misspelt word may stand that was taken for a name. */
const BACK = 6;

interface Candidate {
  /** `sure`: no other change would do as well. */
  readonly repair: (sure: boolean) => Repair;
  readonly cost: number;
  readonly reach: number;
}

/** The best repair that reads at least a little further; undefined where nothing is convincing. */
export function search(trouble: Trouble): Repair | undefined {
  const respelt = misspelt(trouble);
  if (respelt !== undefined) return respelt;
  const candidates = [...additions(trouble), ...removals(trouble), ...replacements(trouble)];
  let best: Candidate | undefined;
  let equals = 0;
  for (const candidate of candidates) {
    if (candidate.reach < 1) continue;
    const better = best === undefined ? -1 : worth(candidate) - worth(best);
    if (better < 0) best = candidate;
    equals = better < 0 ? 1 : better === 0 ? equals + 1 : equals;
  }
  return best === undefined || worth(best) > LEAST_CONVINCING ? undefined : best.repair(equals === 1);
}

/** Less is better: what the change costs, and what it fails to reach. */
function worth({ cost, reach }: Candidate): number {
  return cost + (AHEAD - reach) * 0.5;
}

const LEAST_CONVINCING = 3.9;

// ---- misspelt words --------------------------------------------------------------------------------------------

/** A word near to one that fits there, here or a few words back. */
function misspelt(trouble: Trouble): Repair | undefined {
  let best: { readonly repair: Repair; readonly reach: number } | undefined;
  for (let back = 0; back <= Math.min(BACK, trouble.index); back += 1) {
    const at = trouble.index - back;
    const token = trouble.tokens[at];
    if (token === undefined || !isMisspelling(token, back) || token.image.length < 2) continue;
    for (const suggestion of nearest(token.image, wordsAt(trouble, at))) {
      const type = keywordByText.get(suggestion);
      if (type === undefined || type === token.tokenType) continue;
      const put = [made(type, suggestion, token.startOffset, endOf(token))];
      // From the word itself on; what stood between it and the trouble could be read before.
      const reach = readsOn(trouble, { from: at, to: at + 1, put }, AHEAD + back) - (back === 0 ? 0 : back - 1);
      const rest = trouble.tokens.length - trouble.index;
      if (reach < Math.min(back === 0 ? 0 : 2, rest) || (best !== undefined && best.reach >= reach)) continue;
      const span = spanOver(trouble, token);
      const fixes = [fix(`Write \`${suggestion}\``, span, suggestion)];
      best = {
        repair: {
          from: at,
          to: at + 1,
          put,
          problem: report('FL103', span, { found: token.image, suggestion }, { fixes }),
        },
        reach,
      };
    }
  }
  return best?.repair;
}

/** A word of the language may be a slip only where it cannot be read. */
function isMisspelling(token: IToken, back: number): boolean {
  return isType(token, Word) || isType(token, OtherWord) || (back === 0 && keywordByText.has(token.image));
}

function wordsAt(trouble: Trouble, at: number): readonly string[] {
  const types = new Set(expected(trouble.machine, trouble.places[at] ?? []).map(({ edge }) => edge.type));
  return [...keywordByText]
    .filter(([, type]) => [...types].some((wanted) => fits(type, wanted) && !isNameClass(wanted)))
    .map(([word]) => word);
}

function isNameClass(type: TokenType): boolean {
  return type.name === 'Name' || type.name === 'TypeName' || type.name === 'RepFieldName';
}

// ---- something missing -----------------------------------------------------------------------------------------

/** How unlikely it is that somebody leaves out just this. */
const costs: ReadonlyMap<TokenType, number> = new Map([
  [keywords.is, 0.8],
  [keywords.and, 0.85],
  [keywords.to, 0.8],
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
  [Bar, 0.9],
  [LeftParen, 2],
  [LeftBracket, 1.5],
  [keywords.of, 1.2],
  [keywords.not, 2.5],
  [keywords.or, 1.1],
  [keywords.during, 2.5],
  [keywords.optional, 2],
  [keywords.private, 2],
  [keywords.yes, 2],
  [keywords.no, 2],
  [keywords.missing, 2],
  [keywords.known, 2],
  [keywords.matched, 2],
  [keywords.any, 2],
  [keywords.all, 2],
  [keywords.none, 2],
]);

function costOf(type: TokenType): number {
  return costs.get(type) ?? (isClass(type) ? 1.2 : 1);
}

interface Addition {
  readonly type: TokenType;
  readonly rule: string;
  readonly opens: string | undefined;
}

function additionsAt(trouble: Trouble, places: Trouble['places'][number]): readonly Addition[] {
  const seen = new Map<TokenType, Addition>();
  for (const { edge, place } of expected(trouble.machine, places)) {
    if (!seen.has(edge.type))
      seen.set(edge.type, { type: edge.type, rule: trouble.machine.ruleOf(place.state), opens: edge.opens });
  }
  const additions = [...seen.values()];
  // A word that could also be read as a name proves nothing: it is the name that is missing.
  const takesName = additions.some(({ type }) => isNameClass(type));
  return takesName ? additions.filter(({ type }) => !(type.CATEGORIES?.some(isNameClass) ?? false)) : additions;
}

/** Here, and before the words a little back that start a line: a name at the start of the next line is easily taken for what is missing. */
function* additions(trouble: Trouble): Generator<Candidate> {
  yield* additionsBefore(trouble, trouble.index);
  for (let back = 1; back <= BACK && back < trouble.index; back += 1) {
    if (startsLine(trouble, trouble.index - back)) yield* additionsBefore(trouble, trouble.index - back);
  }
}

function* additionsBefore(trouble: Trouble, index: number): Generator<Candidate> {
  const { machine } = trouble;
  const back = trouble.index - index;
  const places = trouble.places[index] ?? [];
  const token = trouble.tokens[index];
  const at = endBefore(trouble, index);
  // Reading stopped for the sake of a line end: that is a better reason than any other.
  const bonus = back > 0 ? 0.4 : 0;
  for (const first of additionsAt(trouble, places)) {
    const one = tokenFor(first.type, at);
    const reach = readsOn(trouble, { from: index, to: index, put: [one] }, AHEAD + back) - back;
    if (reach > 0)
      yield {
        reach,
        cost: costOf(first.type) - bonus,
        repair: (sure) => addition(trouble, index, [first], [one], sure),
      };
    if (reach > 1 - back) continue;
    const next = step(machine, places, first.type);
    for (const second of additionsAt(trouble, next)) {
      if (token !== undefined && step(machine, step(machine, next, second.type), token.tokenType).length === 0)
        continue;
      const two = tokenFor(second.type, at);
      const further = readsOn(trouble, { from: index, to: index, put: [one, two] }, AHEAD + back) - back;
      const cost = costOf(first.type) + costOf(second.type) + 0.3 - bonus;
      if (further > 0)
        yield { reach: further, cost, repair: (sure) => addition(trouble, index, [first, second], [one, two], sure) };
    }
  }
}

/** A word or sign as if it had been written; anything else as missing. */
function tokenFor(type: TokenType, at: number): IToken {
  return made(type, spelling(type) ?? '', at, at);
}

function addition(
  trouble: Trouble,
  index: number,
  added: readonly Addition[],
  put: readonly IToken[],
  sure: boolean,
): Repair {
  const [first] = added;
  const opener = first === undefined ? undefined : openers.get(first.type);
  if (first !== undefined && opener !== undefined && added.length === 1)
    return closed(trouble, index, first, opener, put);
  const before = trouble.tokens[index - 1];
  const at = endBefore(trouble, index);
  const text = added.map(({ type }) => spelling(type));
  const named = text.every((one) => one !== undefined) && first?.opens !== 'testTail';
  const one = named
    ? `\`${text.join(' ')}\``
    : added.map(({ rule, type, opens }) => wordsFor(rule, type, opens)).join(' and ');
  const isPlain = sure || (first !== undefined && isClass(first.type));
  const what = isPlain ? one : (whatCouldCome(trouble.machine, trouble.places[index] ?? [], 4) ?? 'something');
  const after = before === undefined ? undefined : `\`${shortened(before.image)}\``;
  const fixes = [...(sure ? fixesFor(trouble, at, added, text) : []), ...withoutJoining(trouble, before, first)];
  const problem = report('FL101', spanAt(trouble, at), { what, after }, { fixes });
  return {
    from: index,
    to: index,
    put: sure ? put : put.map((token) => missing(token.tokenType, at)),
    problem,
    unsure: true,
  };
}

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
  const fixes = fixesFor(trouble, at, [added], [spelling(added.type)]);
  const words = { opener: spelling(opener) ?? '', closer: spelling(added.type) ?? '', what: '' };
  return { from: index, to: index, put, problem: report('FL104', place, words, { fixes, related }), unsure: true };
}

/** An `and` or `or` after which the condition is missing may be what is too much. */
function withoutJoining(trouble: Trouble, before: IToken | undefined, added: Addition | undefined): readonly Fix[] {
  if (before === undefined || added?.opens !== 'unary' || !(before.image === 'and' || before.image === 'or')) return [];
  return [{ title: `Remove \`${before.image}\``, edits: [removed(trouble, before, before)] }];
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function fixesFor(
  trouble: Trouble,
  at: number,
  added: readonly Addition[],
  text: readonly (string | undefined)[],
): readonly Fix[] {
  if (text.some((one) => one === undefined)) return [];
  const words = text.join(' ');
  const [first] = added;
  const tight = first !== undefined && [Comma, RightParen, RightBracket, Dot, DotDot].includes(first.type);
  const next = trouble.source.text[at] ?? ' ';
  const gap = /\s/.test(next) || next === '' || (tight && /[)\]},.]/.test(next)) ? '' : ' ';
  const lead = tight || /\s/.test(trouble.source.text[at - 1] ?? ' ') ? '' : ' ';
  return [{ title: `Add \`${words}\``, edits: [{ span: spanAt(trouble, at), text: `${lead}${words}${gap}` }] }];
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

// ---- something too much, or something else ---------------------------------------------------------------------

function* removals(trouble: Trouble): Generator<Candidate> {
  const { tokens, index } = trouble;
  const lineEnd = nextLine(trouble, index + 1);
  for (let count = 1; count <= 4 && index + count <= tokens.length; count += 1) {
    const last = tokens[index + count - 1];
    if (last === undefined || isType(last, LeftBrace) || isType(last, RightBrace)) return;
    const to = index + count;
    const toLineEnd = to === lineEnd;
    const reach = readsOn(trouble, { from: index, to, put: [] }, AHEAD);
    const cost = 1.5 + (count - 1) * 0.5 - (toLineEnd ? 0.4 : 0) + (to > lineEnd ? 2 : 0);
    yield { reach, cost, repair: () => removal(trouble, to) };
  }
}

function removal(trouble: Trouble, to: number): Repair {
  const { tokens, index, machine } = trouble;
  const [first, last] = [tokens[index], tokens[to - 1]];
  if (first === undefined || last === undefined) throw new Error('A removal removes something');
  const expects = whatCouldCome(machine, trouble.places[index] ?? [], 4);
  const problem = report(
    'FL102',
    spanOver(trouble, first, last),
    { found: written(trouble, index, to - 1), expects },
    {
      fixes: [{ title: 'Remove it', edits: [removed(trouble, first, last)] }],
    },
  );
  return { from: index, to, put: [], problem, unsure: true };
}

/** One token in the place of another that is alike: a sign for a sign, a constant for a constant, a word for a word. */
function* replacements(trouble: Trouble): Generator<Candidate> {
  const { index } = trouble;
  const token = near(trouble);
  if (
    token === undefined ||
    isType(token, LeftBrace) ||
    isType(token, RightBrace) ||
    (startsLine(trouble) && index > 0)
  )
    return;
  for (const added of additionsAt(trouble, trouble.places[index] ?? [])) {
    // Another word in the place of a word would be a guess; what is near was found as a misspelling.
    if (/^[a-z]/i.test(token.image) && !isClass(added.type)) continue;
    const put = [made(added.type, spelling(added.type) ?? '', token.startOffset, endOf(token))];
    const reach = readsOn(trouble, { from: index, to: index + 1, put }, AHEAD);
    yield {
      reach,
      cost: costOf(added.type) + (alike(token.tokenType, added.type) ? 0.4 : 1.2),
      repair: () => replacement(trouble, token, added, put),
    };
  }
}

const constants: readonly TokenType[] = [TextConstant, NumberConstant, PercentConstant, DateConstant, Currency, Name];

function alike(found: TokenType, wanted: TokenType): boolean {
  const isConstant = (type: TokenType): boolean => constants.some((one) => fits(type, one));
  const isSign = (type: TokenType): boolean => !isConstant(type) && (spelling(type) ?? 'a').search(/[a-z]/) < 0;
  return (isConstant(found) && isConstant(wanted)) || (isSign(found) && isSign(wanted));
}

function replacement(trouble: Trouble, token: IToken, added: Addition, put: readonly IToken[]): Repair {
  const { index } = trouble;
  const text = spelling(added.type);
  const span = spanOver(trouble, token);
  const expects =
    whatCouldCome(trouble.machine, trouble.places[index] ?? [], 4) ?? wordsFor(added.rule, added.type, added.opens);
  const fixes = text === undefined ? [] : [fix(`Write \`${text}\``, span, text)];
  const problem = report('FL102', span, { found: token.image, expects }, { fixes });
  return { from: index, to: index + 1, put, problem, unsure: true };
}
