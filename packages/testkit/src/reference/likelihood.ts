// A model's wins and leads and the people who are free → who is likeliest to win this lead, unless somebody is owed one.

import { foldText } from '@fairlead/ir';
import type { GeneratedModel } from '../generate/surroundings.ts';
import { compareFractions, type Fraction, floor, fraction } from './fraction.ts';
import { LEAD, ledgerOf } from './ledger.ts';
import { breakTie, type Choice, type Picked } from './turns.ts';
import { plainText } from './values.ts';

interface Wins {
  readonly won: number;
  readonly leads: number;
  readonly teamWon: number;
  readonly teamLeads: number;
}

/** Whoever is owed a lead under the least share, else the likeliest; equals take turns. */
export function byLikelihood(choice: Choice, name: string): Picked {
  const { scene, team, free } = choice;
  const model = scene.models[name];
  const field = model?.segmentBy === undefined ? undefined : scene.lead.get(model.segmentBy);
  const said = field && plainText(field);
  const isKnown = said !== undefined && inSegment(model?.counts ?? [], said).some(({ leads }) => leads > 0);
  const segment = isKnown ? said : undefined;
  const rows = free.map(({ id }) => {
    const wins = model === undefined ? none : winsOf(model, id, segment);
    return { id, wins, chance: chanceOf(wins, model?.strength ?? 0) };
  });
  const pool = `least:team:${team}`;
  const { balances } = ledgerOf(scene, pool);
  const leastShare = model?.leastShare ?? 0;
  const earned = Number(floor(fraction(BigInt(LEAD) * BigInt(Math.round(leastShare * 100)), 10_000n)));
  // Without a promise nothing is owed.
  // A turn that stood for the lead is taken back first, what was earned with it too.
  const gone = choice.asking.isTemporary ? undefined : scene.again?.turns.find((turn) => turn.pool === pool);
  const back = (id: string): number =>
    gone === undefined ? 0 : (gone.winner === id ? LEAD : 0) - (gone.shares[id] ?? 0);
  const takenBack = gone === undefined ? [] : [{ kind: 'never-counted', ...gone }];
  const owed = (id: string): number => (leastShare > 0 ? (balances[id] ?? 0) + back(id) : 0);
  const due = rows.filter(({ id }) => owed(id) + earned >= LEAD);
  const most = Math.max(...due.map(({ id }) => owed(id)));
  const best = Math.max(0, ...rows.map(() => 0));
  const likeliest = rows.filter(({ chance }) => rows.every((other) => compareFractions(chance, other.chance) >= best));
  const first = due.length > 0 && leastShare > 0 ? due.filter(({ id }) => owed(id) === most) : likeliest;
  const one = breakTie(
    choice,
    first.map(({ id }) => id),
  );
  const shares = Object.fromEntries(
    rows.map(({ id }) => [id, id === one.rep ? Math.max(earned, LEAD - owed(id)) : earned]),
  );
  const told = segment === undefined ? {} : { segment };
  const guard = due.length > 0 && leastShare > 0 ? { guard: { pool, leastShare } } : {};
  return {
    rep: one.rep,
    numbers: {
      kind: 'likelihood',
      rep: one.rep,
      model: name,
      ...(model === undefined ? {} : { hash: model.hash }),
      ...told,
      rows: rows.map(({ id, wins, chance }) => ({ rep: id, ...wins, chance: percentText(chance), owed: owed(id) })),
      ...guard,
      ...one.tie,
    },
    changes:
      leastShare > 0 ? [...one.changes, ...takenBack, { kind: 'ledger', pool, shares, winner: one.rep }] : one.changes,
  };
}

const none: Wins = { won: 0, leads: 0, teamWon: 0, teamLeads: 0 };

/** In the segment; over all of it where the lead has none, or where the file has no lead of it. */
function winsOf({ counts }: GeneratedModel, rep: string, segment: string | undefined): Wins {
  const rows = segment === undefined ? counts : inSegment(counts, segment);
  const sum = (of: 'won' | 'leads', each: Rows): number => each.reduce((total, one) => total + one[of], 0);
  const own = rows.filter((each) => each.rep === rep);
  return { won: sum('won', own), leads: sum('leads', own), teamWon: sum('won', rows), teamLeads: sum('leads', rows) };
}

type Rows = GeneratedModel['counts'];

function inSegment(counts: Rows, segment: string): Rows {
  return counts.filter((each) => each.segment !== undefined && foldText(each.segment) === foldText(segment));
}

/** (won + strength × team's rate) / (leads + strength). */
function chanceOf({ won, leads, teamWon, teamLeads }: Wins, strength: number): Fraction {
  const below = BigInt(leads + strength);
  if (below === 0n) return fraction(0n);
  const rate = teamLeads === 0 ? fraction(0n) : fraction(BigInt(teamWon), BigInt(teamLeads));
  return fraction(BigInt(won) * rate.below + BigInt(strength) * rate.above, rate.below * below);
}

/** In percent, two places, rounded down. */
function percentText(chance: Fraction): string {
  const hundredths = floor(fraction(chance.above * 10_000n, chance.below));
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}
