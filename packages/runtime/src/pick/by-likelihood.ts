// Turns eligible reps into the one who most likely wins the lead, by counted wins; nobody gets less than the model's least share.
import type { Plan } from '../plan/plan.ts';
import type { TextValue } from '../values/runtime-value.ts';
import type { ModelFacts, WinCounts } from '../world.ts';
import { breakTie } from './by-rotation.ts';
import { type Chance, chanceOf, chanceText, compareChances } from './chance.ts';
import { leastShare, type Owed } from './least-share.ts';
import { type Eligible, NO_MOVES, type Picked, type Some } from './picked.ts';

/** Whose chances, by which model. */
export interface LikelihoodHow {
  readonly team: string;
  readonly model: string;
  /** Of a temporary owner, no ledger is touched. */
  readonly temporary: boolean;
}

/**
 * Whoever is owed a whole lead under the least share comes first, then the best chance; equals take turns in the team's rotation. Where no model is
 * bound everybody is as likely.
 */
export function pickByLikelihood(plan: Plan, eligible: Some<Eligible>, how: LikelihoodHow): Picked {
  const { team, model, temporary } = how;
  const { world } = eligible[0].e;
  const facts = world.models?.facts(model);
  const { segment, counts } = countsOf(plan, eligible, model, facts);
  const rated = eligible.map((one, index): Rated => {
    const wins = counts[index] ?? NOTHING_KNOWN;
    return { ...one, wins, chance: chanceOf(wins, facts?.strength ?? 0) };
  });
  const owed = leastShare(eligible, `least:team:${team}`, facts?.leastShare ?? 0, temporary);
  const isOwed = owed.first.length > 0;
  const { rep, tie, ...turn } = takesTurn(isOwed ? owed.first : likeliest(rated), team, temporary);
  const paid = temporary ? NO_MOVES : owed.paidBy(rep.id);
  return {
    rep,
    changes: [...turn.changes, ...paid.changes],
    pools: [...turn.pools, ...paid.pools],
    numbers: {
      kind: 'likelihood',
      rep: rep.id,
      model,
      ...(facts === undefined ? {} : { hash: facts.hash }),
      ...(segment === undefined ? {} : { segment }),
      rows: rated.map(rowOf(owed)),
      ...(isOwed ? { guard: { pool: owed.pool, leastShare: facts?.leastShare ?? 0 } } : {}),
      ...(tie === undefined ? {} : { tie }),
    },
  };
}

interface Rated extends Eligible {
  readonly wins: WinCounts;
  readonly chance: Chance;
}

type Row = (Picked['numbers'] & { readonly kind: 'likelihood' })['rows'][number];

function rowOf(owed: Owed): (rated: Rated) => Row {
  return ({ rep, wins, chance }) => ({
    rep: rep.id,
    won: wins.won,
    leads: wins.leads,
    teamWon: wins.teamWon,
    teamLeads: wins.teamLeads,
    chance: chanceText(chance),
    owed: owed.before(rep.id),
  });
}

function likeliest(rated: readonly Rated[]): readonly Eligible[] {
  let best: Rated[] = [];
  for (const one of rated) {
    const order = best[0] === undefined ? 1 : compareChances(one.chance, best[0].chance);
    if (order > 0) best = [one];
    else if (order === 0) best.push(one);
  }
  return best;
}

type Taken = Omit<Picked, 'numbers'> & Partial<Pick<ReturnType<typeof breakTie>, 'tie'>>;

function takesTurn([first, ...equals]: readonly Eligible[], team: string, temporary: boolean): Taken {
  if (first === undefined) throw new Error('Of one or more, one comes first.');
  if (equals.length === 0) return { rep: first.rep, ...NO_MOVES };
  return breakTie([first, ...equals], `team:${team}`, temporary);
}

const NOTHING_KNOWN: WinCounts = { won: 0, leads: 0, teamWon: 0, teamLeads: 0 };

interface Counts {
  /** As written; absent where the counts are those over all segments. */
  readonly segment?: string;
  readonly counts: readonly WinCounts[];
}

/** In the lead's segment; over all where the lead has none, or nobody has had a lead of it. */
function countsOf(plan: Plan, eligible: Some<Eligible>, model: string, facts: ModelFacts | undefined): Counts {
  const { models } = eligible[0].e.world;
  const ask = (segment: string | undefined): readonly WinCounts[] =>
    eligible.map(({ rep }) => models?.wins(model, rep.id, segment) ?? NOTHING_KNOWN);
  if (facts === undefined) return { counts: [] };
  const segment = segmentOf(plan, eligible[0], facts);
  if (segment !== undefined) {
    const counts = ask(segment.folded);
    if (counts.some(({ teamLeads }) => teamLeads > 0)) return { segment: segment.raw, counts };
  }
  return { counts: ask(undefined) };
}

/** The lead's own text in the field that the model goes by; none where the field is private, whatever the host bound. */
function segmentOf(plan: Plan, { e }: Eligible, { segmentBy }: ModelFacts): TextValue | undefined {
  const slot = segmentBy === undefined ? undefined : plan.lead.slots.get(segmentBy);
  if (slot === undefined || plan.lead.fields[slot]?.private !== false) return undefined;
  const value = e.lead[slot];
  return typeof value === 'object' && value.kind === 'text' ? value : undefined;
}
