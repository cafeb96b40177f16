// Turns the records that may fit a lead into the best of them, in order, with what each line of the match said.
import { compareCodePoints } from '@fairlead/ir';
import type { MatchCandidate, MatchResult } from '../decision.ts';
import { withCandidate } from '../plan/eval.ts';
import type { Eval } from '../plan/evaluation.ts';
import type { PlanMatch, PlanMatchLine, PlanPrefer } from '../plan/plan-stages.ts';
import { asAmount, compareAmounts } from '../values/amount.ts';
import type { RuntimeValue } from '../values/runtime-value.ts';
import type { Domains, FoundRecord } from '../world.ts';
import { SAME } from './likeness.ts';

/** A record for which a line holds. */
export interface Fit {
  readonly found: FoundRecord;
  /** In hundredths of a percent: that of its best line. */
  readonly confidence: number;
  /** One a line. */
  readonly lines: readonly LineFit[];
  /** One a line of `prefer`: whether it holds, or the value. */
  readonly preferred: readonly (RuntimeValue | undefined)[];
}

interface LineFit {
  /** In hundredths of a percent; 0 where the line does not hold. */
  readonly confidence: number;
  /** The lowest similarity of its `is like`, 0 to 10,000; absent where it has none, or a name is missing. */
  readonly alike?: number;
}

/** The best records, at most ten, best first, and how many more there were. */
export interface Kept {
  readonly fits: readonly Fit[];
  readonly others: number;
}

/** So many candidates stand on a decision. */
const MOST_CANDIDATES = 10;

/**
 * The best of the candidates. All are looked at without noting what conditions on private fields and lists of domains said; then those that a decision
 * keeps are looked at again, and that is noted: from the notes nobody else could be looked at. `others`: how many more the notes say there were.
 */
export function keepBest(
  match: PlanMatch,
  e: Eval,
  domains: Domains,
  candidates: readonly FoundRecord[],
  others: number,
): Kept {
  if (candidates.length === 0) return { fits: [], others };
  const all = fitsOf(match, unnoted(e, domains), candidates);
  const best = all.slice(0, MOST_CANDIDATES).map(({ found }) => found);
  return { fits: fitsOf(match, e, best), others: others + all.length - best.length };
}

/** The same lead, so that nothing which is found out is noted, or remembered as if it had been. */
function unnoted(e: Eval, domains: Domains): Eval {
  return {
    ...e,
    world: { ...e.world, domains },
    sealed: { ...e.sealed, noted: new Map() },
    memory: { ...e.memory, found: [...e.memory.found] },
  };
}

/** Those for which a line holds, best first. */
function fitsOf(match: PlanMatch, e: Eval, candidates: readonly FoundRecord[]): readonly Fit[] {
  return candidates.flatMap((found) => fitOf(match, e, found) ?? []).sort((a, b) => compareFits(match, a, b));
}

/** What the lines and preferences say of a record; undefined where no line holds. */
function fitOf(match: PlanMatch, e: Eval, found: FoundRecord): Fit | undefined {
  const at = withCandidate(e, match.index, found.id, found.value);
  const lines = match.lines.map((line) => lineFit(line, at));
  const confidence = Math.max(0, ...lines.map((line) => line.confidence));
  if (confidence === 0) return undefined;
  return { found, confidence, lines, preferred: match.prefer.map((prefer) => preferred(prefer, at)) };
}

/** The line's confidence, scaled by the lowest similarity; rounded down. */
function lineFit({ when, alike, confidence }: PlanMatchLine, at: Eval): LineFit {
  let lowest: number | undefined;
  for (const read of alike) {
    const one = read(at);
    if (one !== undefined) lowest = Math.min(lowest ?? one, one);
  }
  const scaled = lowest === undefined ? confidence : Math.floor((confidence * lowest) / SAME);
  return { confidence: when(at) ? scaled : 0, ...(lowest === undefined ? {} : { alike: lowest }) };
}

function preferred(prefer: PlanPrefer, at: Eval): RuntimeValue | undefined {
  return prefer.kind === 'condition' ? prefer.test(at) : prefer.read(at);
}

/** By confidence, then by the `prefer` lines, then by id and position. */
function compareFits(match: PlanMatch, a: Fit, b: Fit): number {
  return (
    b.confidence - a.confidence ||
    comparePreferred(match, a, b).order ||
    compareCodePoints(a.found.id, b.found.id) ||
    a.found.position - b.found.position
  );
}

/** Which of two comes first by the `prefer` lines: the first line that tells them apart. 0: none does. */
function comparePreferred({ prefer }: PlanMatch, a: Fit, b: Fit): { readonly order: number; readonly line: number } {
  for (const [line, { kind }] of prefer.entries()) {
    const order = compareBy(kind, a.preferred[line], b.preferred[line]);
    if (order !== 0) return { order, line };
  }
  return { order: 0, line: -1 };
}

/** What is missing comes last. */
function compareBy(kind: PlanPrefer['kind'], a: RuntimeValue | undefined, b: RuntimeValue | undefined): number {
  if (kind === 'condition') return Number(b === true) - Number(a === true);
  const [left, right] = [asAmount(a), asAmount(b)];
  if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
  return kind === 'least' ? compareAmounts(left, right) : compareAmounts(right, left);
}

/** What broke the tie of the best; undefined where one is better than all others. */
export function tieOf(match: PlanMatch, { fits }: Kept): MatchResult['tie'] {
  const best = fits.filter(({ confidence }) => confidence === fits[0]?.confidence);
  const [first, second] = best;
  if (first === undefined || second === undefined) return undefined;
  const among = best.map(({ found }) => found.id);
  const { order, line } = comparePreferred(match, first, second);
  if (order !== 0) return { by: 'prefer', line, among };
  return { by: match.review === undefined ? 'id' : 'review', among };
}

/** A candidate as it stands on the decision. */
export function candidateData({ found, confidence, lines }: Fit): MatchCandidate {
  return {
    record: found.id,
    confidence: percentText(confidence),
    lines: lines.map((line) => ({
      confidence: percentText(line.confidence),
      ...(line.alike === undefined ? {} : { alike: percentText(line.alike) }),
    })),
  };
}

/** Hundredths of a percent as percent: `87.5`, `90`. */
function percentText(hundredths: number): string {
  const behind = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  const whole = (hundredths - (hundredths % 100)) / 100;
  return behind === '' ? `${whole}` : `${whole}.${behind}`;
}
