// Turns a ledger of leads owed, and who is eligible for a lead, into who takes it and what the ledger is then.
//
// At each lead every eligible rep earns a share of it, by weight; whoever is owed most takes the lead and pays one. Who is
// not eligible earns nothing and keeps the balance. All in whole parts of a lead, so that nothing is ever lost to rounding:
// the balances of a pool always sum to the same.
//
// The shares of a lead are cut at f(C) = floor((M·C + r) / W), where C runs over the cumulative weights, W is their sum and
// r = seq mod W. They sum to M exactly, and over W leads of the same pool the remainders r take every value once, so that a
// rep of weight w earns exactly w leads. For total weights up to 22 every share is exact in itself.
import { compareCodePoints } from '@fairlead/ir';
import type { Ledger } from '../world.ts';

/** The parts of one lead: the least common multiple of 1 to 22. */
export const PARTS_PER_LEAD = 232_792_560;

/** A ledger in which nobody is owed anything. */
export const EMPTY_LEDGER: Ledger = { seq: 0, balances: {} };

/** A rep who is eligible for a lead, with a weight that is a whole number from 1 on. */
export interface Entrant {
  readonly rep: string;
  readonly weight: number;
}

/** What a rep earns of a lead, in parts of it. */
export interface Share extends Entrant {
  readonly share: number;
}

/** A rep's line in a pick: `before` + `share` is what the rep was owed, `after` what is left once the winner has paid. */
export interface TurnRow extends Share {
  readonly before: number;
  readonly after: number;
}

/** Who takes a lead, and the numbers that said so. */
export interface Turn {
  readonly winner: string;
  /** One for each entrant, in code-point order of the rep. */
  readonly rows: readonly TurnRow[];
}

/** What a turn did to the ledger: enough to carry it out, and to take it back. */
export interface TurnRecord {
  readonly winner: string;
  /** By rep: what each earned, in parts of a lead. */
  readonly shares: Readonly<Record<string, number>>;
}

/** The shares of a lead, in code-point order of the rep, whatever order the entrants come in. They sum to one lead. */
export function sharesOf(entrants: readonly Entrant[], seq: number): readonly Share[] {
  return divideParts(PARTS_PER_LEAD, entrants, seq);
}

/** Who takes the next lead: the one who is owed most, the first by id if several are. Undefined if nobody is eligible. */
export function takeTurn(ledger: Ledger, entrants: readonly Entrant[]): Turn | undefined {
  return turnOf(ledger, sharesOf(entrants, ledger.seq), PARTS_PER_LEAD);
}

/** As `takeTurn`, with shares that were cut otherwise, and a winner who pays so many parts. The shares come in code-point order of the rep. */
export function turnOf(ledger: Ledger, shares: readonly Share[], pays: number): Turn | undefined {
  const rows = shares.map((share) => ({ ...share, before: balanceOf(ledger, share.rep) }));
  const [first, ...others] = rows;
  if (first === undefined) return undefined;
  let most = first;
  for (const row of others) if (row.before + row.share > most.before + most.share) most = row;
  return {
    winner: most.rep,
    rows: rows.map((row) => ({
      ...row,
      after: row.before + row.share - (row === most ? pays : 0),
    })),
  };
}

/** A turn as it is recorded. */
export function recordOf(turn: Turn): TurnRecord {
  return { winner: turn.winner, shares: Object.fromEntries(turn.rows.map(({ rep, share }) => [rep, share])) };
}

/** The ledger after a turn: everybody has earned their share, the winner has paid one lead, and the count is one up. */
export function afterTurn(ledger: Ledger, { winner, shares }: TurnRecord): Ledger {
  const changed = changeBalances(ledger, [...Object.entries(shares), [winner, -PARTS_PER_LEAD]]);
  return { seq: ledger.seq + 1, balances: changed.balances };
}

/** The ledger after a lead went from one rep to another: the credit goes with it, so that only `to` has paid. */
export function giveBack(ledger: Ledger, from: string, to: string): Ledger {
  return changeBalances(ledger, [
    [from, PARTS_PER_LEAD],
    [to, -PARTS_PER_LEAD],
  ]);
}

/** The ledger without a turn whose lead turned out bad (invalid, a duplicate): nobody earned of it, nobody paid. */
export function neverCounted(ledger: Ledger, { winner, shares }: TurnRecord): Ledger {
  const taken = Object.entries(shares).map(([rep, share]) => [rep, -share] as const);
  return changeBalances(ledger, [...taken, [winner, PARTS_PER_LEAD]]);
}

/**
 * The ledger once a rep has left for good: what they were owed (or owe) is spread over the rest by weight. Without anybody
 * else it stays as it is, for the sum of a pool never changes.
 */
export function leavePool(ledger: Ledger, rep: string, rest: readonly Entrant[]): Ledger {
  const heirs = rest.filter((entrant) => entrant.rep !== rep);
  if (heirs.length === 0) return ledger;
  const balance = balanceOf(ledger, rep);
  const { seq, balances } = changeBalances(
    ledger,
    divideParts(balance, heirs, ledger.seq).map(({ rep: heir, share }) => [heir, share] as const),
  );
  return { seq, balances: Object.fromEntries(Object.entries(balances).filter(([id]) => id !== rep)) };
}

/** What a rep is owed, in parts of a lead; negative for who has had more. Nobody who is not listed is owed anything. */
export function balanceOf(ledger: Ledger, rep: string): number {
  return Object.hasOwn(ledger.balances, rep) ? (ledger.balances[rep] ?? 0) : 0;
}

/** The sum of all balances: no pick, give-back, weight or leaver changes it. For audits. */
export function sumOfBalances(ledger: Ledger): number {
  return Object.values(ledger.balances).reduce((sum, balance) => sum + balance, 0);
}

/** Some parts (also negative) in whole shares by weight, in code-point order of the rep. */
export function divideParts(parts: number, entrants: readonly Entrant[], seq: number): readonly Share[] {
  return cutInOrder(
    parts,
    [...entrants].sort((a, b) => compareCodePoints(a.rep, b.rep)),
    seq,
  );
}

/** As `divideParts`, in the order in which the entrants come: that of a split's arms. */
export function cutInOrder(parts: number, sorted: readonly Entrant[], seq: number): readonly Share[] {
  for (const [index, { rep, weight }] of sorted.entries()) {
    if (!(Number.isSafeInteger(weight) && weight > 0)) throw new Error(`No weight for ${rep}: ${weight}`);
    if (rep === sorted[index - 1]?.rep) throw new Error(`${rep} is in the pool twice`);
  }
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0);
  let cumulative = 0;
  let cut = 0;
  return sorted.map(({ rep, weight }) => {
    cumulative += weight;
    const before = cut;
    cut = cutAt(parts, cumulative, seq % total, total);
    return { rep, weight, share: cut - before };
  });
}

/** floor((parts · cumulative + remainder) / total), exactly; the plain way is exact as long as no number passes 2^53. */
function cutAt(parts: number, cumulative: number, remainder: number, total: number): number {
  const top = parts * cumulative + remainder;
  if (Number.isSafeInteger(top)) return (top - (((top % total) + total) % total)) / total;
  const exact = BigInt(parts) * BigInt(cumulative) + BigInt(remainder);
  const rest = ((exact % BigInt(total)) + BigInt(total)) % BigInt(total);
  return Number((exact - rest) / BigInt(total));
}

/** The ledger with some amounts added, in their order; its balances are in code-point order, whatever order they were in. */
function changeBalances(ledger: Ledger, changes: readonly (readonly [string, number])[]): Ledger {
  const balances = new Map(Object.entries(ledger.balances));
  for (const [rep, change] of changes) balances.set(rep, (balances.get(rep) ?? 0) + change);
  const sorted = [...balances].sort(([a], [b]) => compareCodePoints(a, b));
  return { seq: ledger.seq, balances: Object.fromEntries(sorted) };
}
