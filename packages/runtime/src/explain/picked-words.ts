// Turns the numbers of a pick into sentences a salesperson understands at first reading.
import { assertNever, formatDecimal, type Pick } from '@fairlead/ir';
import type { PickNumbers } from '../decision.ts';
import type { Plan } from '../plan/plan.ts';
import { PARTS_PER_LEAD } from '../rotation/ledger.ts';
import { phraseValue } from './phrase.ts';
import { enumerated, personOf, showParts } from './show.ts';

type Rows = (PickNumbers & { readonly kind: 'rotation' })['rows'];
type ByValue = PickNumbers & { readonly kind: 'highest' | 'lowest' };

/** Why this rep and nobody else of those who could take the lead; sentence by sentence. `pick`: how the policy wants it done. */
export function pickedWords(plan: Plan, numbers: PickNumbers, pick: Pick): readonly string[] {
  const name = nameOf(plan, numbers.rep);
  const who = pick.evenOffDuty || pick.availableWithin !== undefined ? 'available' : 'on duty';
  switch (numbers.kind) {
    case 'only':
      return [`${name} could take it.`];
    case 'rotation':
      return turnWords(plan, numbers.rep, numbers.rows, `anyone ${who}`);
    case 'highest':
    case 'lowest':
      return valueWords(plan, numbers, pick, `anyone ${who}`);
    case 'fewest':
    case 'likelihood':
      throw new Error('not yet');
    default:
      return assertNever(numbers);
  }
}

/** How many of the others are named with their numbers. */
const MAX_OTHERS = 3;

interface Standing {
  readonly name: string;
  /** In parts of a lead: what the rep was owed with the share of this lead. */
  readonly owed: number;
  readonly weight: number;
}

function turnWords(plan: Plan, winner: string, rows: Rows, anyone: string): readonly string[] {
  const won = rows.find(({ rep }) => rep === winner);
  if (won === undefined) return [];
  const standings = rows.map((row): Standing & { readonly rep: string } => ({
    rep: row.rep,
    name: nameOf(plan, row.rep),
    owed: row.before + row.share,
    weight: row.weight,
  }));
  const name = nameOf(plan, winner);
  const owed = won.before + won.share;
  const others = standings.filter(({ rep }) => rep !== winner);
  const paid = `${name} paid ${showParts(PARTS_PER_LEAD)} and is now at ${showParts(owed - PARTS_PER_LEAD)}.`;
  return [...owedWords(name, owed, others, anyone), ...weightWords(standings), paid];
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

function valueWords(plan: Plan, numbers: ByValue, pick: Pick, anyone: string): readonly string[] {
  const { strategy } = pick;
  const what = 'value' in strategy ? phraseValue(strategy.value) : 'value';
  const won = numbers.rows.find(({ rep }) => rep === numbers.rep)?.value;
  const among = new Set(numbers.tie?.among ?? [numbers.rep]);
  const others = numbers.rows.filter(({ rep }) => !among.has(rep));
  const named = others.slice(0, MAX_OTHERS).map(({ rep, value }) => `${nameOf(plan, rep)} ${value ?? 'none'}`);
  const more = others.length > named.length ? ` and ${others.length - named.length} more` : '';
  const rest = others.length === 0 ? '' : ` (${named.join(', ')}${more})`;
  const best = `the ${numbers.kind} ${what}`;
  if (numbers.tie === undefined) {
    if (others.length === 0) return [`${nameOf(plan, numbers.rep)} was the only one who could take it.`];
    return [`${nameOf(plan, numbers.rep)} had ${best} of ${anyone}: ${won ?? 'none'}${rest}.`];
  }
  const names = enumerated(numbers.tie.among.map((rep) => nameOf(plan, rep)));
  const tied =
    won === undefined
      ? `${names} had no ${what}, and nobody else did.`
      : `${names} had ${best} of ${anyone}: ${won}${rest}.`;
  return [tied, 'Equals take turns.', ...turnWords(plan, numbers.rep, numbers.tie.rows, 'them')];
}

function nameOf(plan: Plan, rep: string): string {
  return personOf(plan, rep).label;
}
