// Turns the numbers of a rotation into sentences a salesperson understands at first reading.
import { formatDecimal } from '@fairlead/ir';
import type { PickNumbers, Tie } from '../decision.ts';
import { PARTS_PER_LEAD } from '../rotation/ledger.ts';
import { enumerated, showParts } from './show.ts';

/** What the words about one strategy need of the others. */
export interface PickWords {
  readonly nameOf: (rep: string) => string;
  /** `anyone on duty`. */
  readonly anyone: string;
  /** How the rotation broke a tie; nothing where there was none. */
  readonly tied: (tie: Tie | undefined, winner: string) => readonly string[];
}

/** How many of the others are named with their numbers. */
export const MAX_OTHERS = 3;

interface Standing {
  readonly name: string;
  /** In parts of a lead: what the rep was owed with the share of this lead. */
  readonly owed: number;
  readonly weight: number;
}

/** Rows of a rotation: of reps, or of ties among them. */
export type Rows = (PickNumbers & { readonly kind: 'rotation' })['rows'];

/** Whose turn it was and what it cost. `nameOf` an id; `anyone`: of whom the winner was owed most; `isTemporary`: nothing was paid. */
export function turnWords(
  nameOf: (id: string) => string,
  winner: string,
  rows: Rows,
  { anyone, isTemporary }: { readonly anyone: string; readonly isTemporary: boolean },
): readonly string[] {
  const won = rows.find(({ rep }) => rep === winner);
  if (won === undefined) return [];
  const standings = rows.map((row): Standing & { readonly rep: string } => ({
    rep: row.rep,
    name: nameOf(row.rep),
    owed: row.before + row.share,
    weight: row.weight,
  }));
  const name = nameOf(winner);
  const owed = won.before + won.share;
  const others = standings.filter(({ rep }) => rep !== winner);
  const cost = isTemporary
    ? [`As a temporary owner ${name} pays nothing.`]
    : [
        ...(rows.every(({ share }) => share === 0) ? ['Nobody earns of a lead a second time.'] : []),
        `${name} paid ${showParts(PARTS_PER_LEAD)} and is now at ${showParts(won.after)}.`,
      ];
  return [...owedWords(name, owed, others, anyone), ...weightWords(standings), ...cost];
}

function owedWords(name: string, owed: number, others: readonly Standing[], anyone: string): readonly string[] {
  if (others.length === 0) return [`${name} was the only one who could take it.`, `${name} was ${owedText(owed)}.`];
  const equals = others.filter((other) => other.owed === owed);
  const less = others.filter((other) => other.owed !== owed);
  const rest = less.length === 0 ? '' : ` (${othersText(less, owed)})`;
  if (equals.length === 0)
    return [`${name} was ${owedText(owed)}, the ${owed < 0 ? 'least' : 'most'} of ${anyone}${rest}.`];
  const names = enumerated([name, ...equals.map((other) => other.name)]);
  const all = less.length === 0 ? '' : `, the ${owed < 0 ? 'least' : 'most'} of ${anyone}${rest}`;
  return [
    `${names} were ${owedText(owed)} each${all}.`,
    `Among equals the first id in the alphabet goes first: ${name}.`,
  ];
}

/** `owed 0.83 of a lead`, `owed 1.20 leads`; below zero `ahead by 0.20 of a lead`. Stands behind "was". */
export function owedText(parts: number): string {
  const unit = Math.abs(parts) > PARTS_PER_LEAD ? 'leads' : Math.abs(parts) === PARTS_PER_LEAD ? 'lead' : 'of a lead';
  return parts < 0 ? `ahead by ${showParts(-parts)} ${unit}` : `owed ${showParts(parts)} ${unit}`;
}

/** The next in line first. Who comes close enough to look the same is said to be just behind. */
function othersText(others: readonly Standing[], owed: number): string {
  const inLine = [...others].sort((a, b) => b.owed - a.owed);
  const named = inLine.slice(0, MAX_OTHERS).map((other) => {
    const close = showParts(other.owed) === showParts(owed) ? ', just behind' : '';
    return `${other.name} ${showParts(other.owed)}${close}`;
  });
  const more = inLine.length - named.length;
  return more === 0 ? named.join(', ') : `${named.join(', ')} and ${more} more`;
}

/** Nothing where everybody counts the same. */
function weightWords(standings: readonly Standing[]): readonly string[] {
  const [first, ...others] = standings;
  if (first === undefined || others.every(({ weight }) => weight === first.weight)) return [];
  const byWeight = [...new Set(standings.map(({ weight }) => weight))].sort((a, b) => b - a);
  const groups = byWeight.map((weight) => {
    const names = standings.filter((one) => one.weight === weight).map(({ name }) => name);
    const some = names.slice(0, MAX_OTHERS);
    return `${formatDecimal(weight)} for ${names.length > some.length ? `${some.join(', ')} and ${names.length - some.length} more` : enumerated(some)}`;
  });
  return [`Weights: ${groups.join(', ')}.`];
}
