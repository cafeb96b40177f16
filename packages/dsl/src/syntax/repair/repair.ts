// Tokens that do not follow the grammar → tokens that do, and one diagnostic for each mistake.
// Reads along on the machine; where it stops, the first repair that gets further is made, and reading goes on. Every repair takes the trouble
// strictly further into the file, but for a few in a row, so it ends.

import type { IToken } from 'chevrotain';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { Source } from '../../source/source.ts';
import type { Machine } from '../machine.ts';
import { acceptsEnd, type Places, startOf, step } from '../places.ts';
import { recognisers } from './mistakes.ts';
import { type Patience, resync, skipRest } from './resync.ts';
import { search } from './search.ts';
import { type Repair, readsOn, spanAt, spanOver, startsLine, type Trouble } from './trouble.ts';

/** Tokens that can be read, and what was wrong. */
export interface Repaired {
  /** They follow the grammar. */
  readonly tokens: IToken[];
  readonly diagnostics: readonly Diagnostic[];
}

/** How many mistakes of one file are told one by one; after that the rest is skipped piece by piece without a word. */
const MANY_MISTAKES = 100;
/** How many repairs are looked for with care, those counted that belong to a mistake told before. */
const MANY_REPAIRS = 1000;
/** How many tokens may be moved up or down by repairs, all in all; then the rest of the file is skipped at once. Some seconds at most. */
const MOST_MOVED = 2_000_000_000;
/** How many tokens are looked at for the partners of brackets, all in all; after that a bracket is skipped like any other sign. */
const MOST_LOOKED_AT = 10_000_000;

/** Turns tokens that do not follow the grammar into ones that do; says what was meant, once for each mistake. Never fails, and ends on any text. */
export function repair(source: Source, machine: Machine, original: readonly IToken[]): Repaired {
  const tokens = [...original];
  const places: Places[] = [startOf(machine)];
  const found: Found[] = [];
  let frontier = -1;
  let lateral = 0;
  let told = 0;
  let moved = 0;
  const patience: Patience = { tokens: MOST_LOOKED_AT };
  for (let count = 0; ; count += 1) {
    const index = readAlong(machine, tokens, places);
    if (index === undefined) break;
    const trouble: Trouble = { source, machine, tokens, index, places };
    const at = tokens[index]?.startOffset ?? source.text.length;
    lateral = at > frontier ? 0 : lateral + 1;
    frontier = Math.max(frontier, at);
    const careful = told < MANY_MISTAKES && count < MANY_REPAIRS;
    const made = careful
      ? firstGood(trouble, lateral < MOST_LATERAL, patience)
      : moved < MOST_MOVED
        ? resync(trouble, patience)
        : skipRest(trouble);
    if (careful) told += note(found, made, trouble);
    else if (told < Number.POSITIVE_INFINITY) told = tellMany(found, trouble);
    if (made.put.length !== made.to - made.from) moved += tokens.length - made.to;
    tokens.splice(made.from, made.to - made.from, ...made.put);
    places.length = made.from + 1;
  }
  return { tokens, diagnostics: found.flatMap(({ problem }) => (problem === undefined ? [] : [problem])) };
}

/** Says once that there is more. */
function tellMany(found: Found[], trouble: Trouble): number {
  const token = trouble.tokens[trouble.index];
  const span = token === undefined ? spanAt(trouble, trouble.source.text.length) : spanOver(trouble, token);
  found.push({ problem: report('FL109', span, { count: MANY_MISTAKES }), key: undefined, guessedTo: undefined });
  return Number.POSITIVE_INFINITY;
}

/** Goes on from the last known places. Gives the index of the first token that cannot be read, or nothing at a good end. */
function readAlong(machine: Machine, tokens: readonly IToken[], places: Places[]): number | undefined {
  for (let index = places.length - 1; ; index += 1) {
    const here = places[index] ?? [];
    const token = tokens[index];
    if (token === undefined) return acceptsEnd(machine, here) ? undefined : index;
    const next = step(machine, here, token.tokenType);
    if (next.length === 0) return index;
    places.push(next);
  }
}

/** How many repairs in a row may change lines above without getting any further. */
const MOST_LATERAL = 20;

/** The repair of the first recogniser that gets further, else what the search finds, else the next line that can be read. */
function firstGood(trouble: Trouble, lateralAllowed: boolean, patience: Patience): Repair {
  for (const recognise of recognisers) {
    const repair = recognise(trouble);
    if (repair === undefined) continue;
    if (getsFurther(trouble, repair) || (repair.lateral === true && lateralAllowed && getsAsFar(trouble, repair)))
      return repair;
  }
  const searched = search(trouble);
  return searched !== undefined && getsFurther(trouble, searched) ? searched : resync(trouble, patience);
}

/** Whether what is put can be read, and the token in trouble is read or gone. */
function getsFurther(trouble: Trouble, repair: Repair): boolean {
  const beyond = trouble.index - repair.to;
  if (beyond < 0) return readsOn(trouble, repair, 0) === 0;
  return readsOn(trouble, repair, beyond + 1) > beyond;
}

/** Whether what stands behind the repair, before the token in trouble, can be read at least a little. */
function getsAsFar(trouble: Trouble, repair: Repair): boolean {
  const between = trouble.index - repair.to;
  return between >= 0 && readsOn(trouble, repair, 1) >= Math.min(between, 1);
}

interface Found {
  problem: Diagnostic | undefined;
  readonly key: string | undefined;
  /** After a guess: the index up to which it put something. */
  readonly guessedTo: number | undefined;
}

/** Takes the problem down, or adds its edits to those of the same mistake. Gives how many problems are new. */
function note(found: Found[], repair: Repair, trouble: Trouble): number {
  const { key } = repair;
  const last = found.at(-1);
  // A guess right behind a guess: the first one was not enough, and it is still the same mistake.
  const goesOn = repair.unsure === true && last?.guessedTo !== undefined && isRightBehind(trouble, last.guessedTo);
  const problem = goesOn ? undefined : repair.problem;
  const guessedTo = repair.unsure === true ? repair.from + repair.put.length : undefined;
  const first = key === undefined ? undefined : found.find((earlier) => earlier.key === key);
  if (first?.problem === undefined || problem === undefined) {
    found.push({ problem, key, guessedTo });
    return problem === undefined ? 0 : 1;
  }
  const [mine] = first.problem.fixes;
  const [more] = problem.fixes;
  if (mine !== undefined && more !== undefined) {
    first.problem = { ...first.problem, fixes: [{ ...mine, edits: [...mine.edits, ...more.edits] }] };
  }
  return 0;
}

/** Whether the trouble comes at most one token after a guess, on the same line. */
function isRightBehind(trouble: Trouble, guessedTo: number): boolean {
  if (trouble.index - guessedTo > 1) return false;
  for (let at = guessedTo; at <= trouble.index; at += 1) if (startsLine(trouble, at)) return false;
  return true;
}
