// The last resort: skip what cannot be understood up to the next line or brace that can be, and complete what was begun with missing parts.

import type { IToken } from 'chevrotain';
import { report } from '../../diagnostics/report.ts';
import { fits } from '../machine.ts';
import { type Place, push } from '../places.ts';
import {
  LeftBrace,
  LeftBracket,
  LeftParen,
  Name,
  RightBrace,
  RightBracket,
  RightParen,
  TextConstant,
} from '../tokens.ts';
import { whatCouldCome, wordsFor } from './phrases.ts';
import {
  endBefore,
  endOf,
  isType,
  isWord,
  missing,
  nextLine,
  type Repair,
  spanAt,
  spanOver,
  startsLine,
  type Trouble,
} from './trouble.ts';

/** How many tokens may still be looked at for the partners of brackets: what is used up stays so for the whole file. */
export interface Patience {
  tokens: number;
}

/** Always finds a repair: at worst it skips the rest of the file. */
export function resync(trouble: Trouble, patience: Patience): Repair {
  const { tokens, index } = trouble;
  for (let to = index; to < tokens.length; to = after(trouble, to, patience)) {
    if (to !== index && !isStop(trouble, to)) continue;
    const put = completion(trouble, to);
    if (put !== undefined) return repairOf(trouble, to, put);
  }
  return skipRest(trouble);
}

/** Skips everything up to the end of the file. */
export function skipRest(trouble: Trouble): Repair {
  const end = trouble.tokens.length;
  return repairOf(trouble, end, completion(trouble, end) ?? []);
}

/** Where reading may go on: what begins a line, a closing brace, and the next rule. */
function isStop(trouble: Trouble, at: number): boolean {
  const token = trouble.tokens[at];
  const isRule = isWord(token, 'rule') && isType(trouble.tokens[at + 1], TextConstant);
  return startsLine(trouble, at) || isType(token, RightBrace) || isRule || isWord(token, 'otherwise');
}

const closers = new Map([
  [LeftBrace, RightBrace],
  [LeftBracket, RightBracket],
  [LeftParen, RightParen],
]);

/** How far a closing partner is looked for, in tokens. */
const FARTHEST = 2000;

/** The next token, or what follows the closing partner of a bracket that opens on this line. */
function after(trouble: Trouble, at: number, patience: Patience): number {
  const opener = trouble.tokens[at];
  const closer = opener === undefined ? undefined : closers.get(opener.tokenType);
  if (opener === undefined || closer === undefined) return at + 1;
  let depth = 0;
  const end = Math.min(trouble.tokens.length, at + Math.min(FARTHEST, patience.tokens));
  for (let to = at; to < end; to += 1) {
    patience.tokens -= 1;
    const token = trouble.tokens[to];
    if (isType(token, opener.tokenType)) depth += 1;
    if (isType(token, closer)) depth -= 1;
    if (depth === 0) return to + 1;
    if (closer !== RightBrace && to > at && startsLine(trouble, to)) return at + 1;
  }
  return at + 1;
}

/** The missing parts after which the token at `to` can be read: the shortest way out of what is open. Undefined where no way leads to it. */
function completion(trouble: Trouble, to: number): readonly IToken[] | undefined {
  for (const place of trouble.places[trouble.index] ?? []) {
    const found = wayTo(trouble, place, to);
    if (found !== undefined) return found;
  }
  return undefined;
}

function wayTo(trouble: Trouble, from: Place, to: number): readonly IToken[] | undefined {
  const { machine, tokens } = trouble;
  const token = tokens[to];
  const at = endBefore(trouble);
  const put: IToken[] = [];
  let { state, stack } = from;
  for (;;) {
    if (token === undefined) {
      if (stack.below === undefined && machine.canEnd(state)) return put;
    } else if (machine.edgesFor(state, token.tokenType).length > 0 && leads(trouble, { state, stack }, to)) return put;
    const move = machine.wayOut(state);
    if (move === undefined) {
      if (stack.below === undefined) return undefined;
      state = stack.back;
      stack = stack.below;
      continue;
    }
    if (move.kind === 'token') put.push(missing(move.type, at));
    if (move.kind === 'rule') stack = push(stack, { returns: [move.to] });
    state = move.kind === 'rule' ? move.start : move.to;
  }
}

/** Whether at least one more token can be read after it: a name fits nearly everywhere and proves little. */
function leads(trouble: Trouble, place: Place, to: number): boolean {
  const { machine, tokens } = trouble;
  const [first, second] = [tokens[to], tokens[to + 1]];
  if (first === undefined || second === undefined) return true;
  // A word that is never a name, or a sign, proves enough by itself.
  if (!fits(first.tokenType, Name)) return true;
  const after = machine
    .edgesFor(place.state, first.tokenType)
    .map((edge) => ({ state: edge.to, stack: push(place.stack, edge) }));
  return after.some(
    (next) =>
      machine.edgesFor(next.state, second.tokenType).length > 0 ||
      (machine.canEnd(next.state) && next.stack.below !== undefined),
  );
}

function repairOf(trouble: Trouble, to: number, put: readonly IToken[]): Repair {
  const { tokens, index } = trouble;
  const [before, first] = [tokens[index - 1], tokens[index]];
  const expects = whatCouldCome(trouble.machine, trouble.places[index] ?? [], 4);
  const [lacking] = put;
  const last = tokens[Math.max(index, Math.min(to, nextLine(trouble, index + 1)) - 1)];
  if (first === undefined || last === undefined) {
    return {
      from: index,
      to,
      put,
      problem: report('FL108', spanAt(trouble, endBefore(trouble)), { expects }),
      unsure: true,
    };
  }
  if (to === index && lacking !== undefined && before !== undefined) {
    const what = expects ?? wordsFor('', lacking.tokenType, undefined);
    const problem = report('FL101', spanAt(trouble, endOf(before)), { what, after: `\`${before.image}\`` });
    return { from: index, to, put, problem, unsure: true };
  }
  const problem = report('FL102', spanOver(trouble, first, last), {
    found: trouble.source.text.slice(first.startOffset, endOf(last)),
    expects,
  });
  return { from: index, to, put, problem, unsure: true };
}
