// Turns the numbers of a pick by likelihood into sentences a salesperson understands at first reading.
import { formatDecimal } from '@fairlead/ir';
import type { PickNumbers } from '../decision.ts';
import { enumerated, showParts } from './show.ts';
import { MAX_OTHERS, type PickWords } from './turn-words.ts';

type ByLikelihood = PickNumbers & { readonly kind: 'likelihood' };
type Row = ByLikelihood['rows'][number];

/** Who is likeliest to win it, by which counts; or who is owed a lead before anybody's chances are looked at. */
export function likelihoodWords(numbers: ByLikelihood, words: PickWords): readonly string[] {
  const { rep: winner, rows, tie, hash, model } = numbers;
  const { nameOf, anyone, tied } = words;
  const won = rows.find(({ rep }) => rep === winner);
  if (won === undefined) return [];
  if (hash === undefined) {
    return [`There was no model ${model} to go by, so everybody was as likely.`, ...tied(tie, winner)];
  }
  if (numbers.guard !== undefined) return guardWords(numbers, won, words);
  const name = nameOf(winner);
  const counted = countWords(numbers, won, name);
  if (rows.length === 1) return [`${name} was the only one who could take it.`, counted];
  const among = new Set(tie?.among ?? [winner]);
  const rest = othersWords(
    rows.filter(({ rep }) => !among.has(rep)),
    nameOf,
  );
  const them = enumerated([...among].map(nameOf));
  if (tie === undefined) return [`${them} has the best chance of ${anyone}: ${won.chance}%${rest}.`, counted];
  return [`${them} have the best chance of ${anyone}: ${won.chance}% each${rest}.`, ...tied(tie, winner)];
}

/** `Ana won 16 of 52 Healthcare leads, the team 22%.` */
function countWords({ segment }: ByLikelihood, row: Row, name: string): string {
  const such = segment === undefined ? 'leads' : `${segment} leads`;
  const { won, leads, teamWon, teamLeads } = row;
  if (teamLeads === 0) return `Nobody has had ${such} yet.`;
  const rate = `${percentOf(teamWon, teamLeads)}%`;
  if (leads === 0) return `${name} has had no ${such} yet and is taken to be like the team, which won ${rate}.`;
  return `${name} won ${won} of ${leads} ${leads === 1 ? such.replace(/s$/, '') : such}, the team ${rate}.`;
}

function guardWords({ rows, guard, tie }: ByLikelihood, won: Row, { nameOf, tied }: PickWords): readonly string[] {
  const least = formatDecimal(guard?.leastShare ?? 0);
  const name = nameOf(won.rep);
  const best = rows.reduce((top, row) => (hundredthsOf(row.chance) > hundredthsOf(top.chance) ? row : top), won);
  const instead =
    best === won ? '' : `, though ${nameOf(best.rep)} has the better chance: ${best.chance}% against ${won.chance}%`;
  const all = `Everybody who can take the leads gets at least ${least}% of them.`;
  if (tie !== undefined) {
    const them = enumerated(tie.among.map(nameOf));
    return [all, `${them} are owed a lead each by that.`, ...tied(tie, won.rep)];
  }
  return [all, `${name} is owed a lead by that, so it goes to ${name}${instead}.`];
}

function othersWords(others: readonly Row[], nameOf: PickWords['nameOf']): string {
  if (others.length === 0) return '';
  const inLine = [...others].sort((a, b) => hundredthsOf(b.chance) - hundredthsOf(a.chance));
  const named = inLine.slice(0, MAX_OTHERS).map(({ rep, chance }) => `${nameOf(rep)} ${chance}%`);
  const more = others.length - named.length;
  return ` (${named.join(', ')}${more === 0 ? '' : ` and ${more} more`})`;
}

/** `22.45` as 2245. */
function hundredthsOf(percent: string): number {
  return Number(percent.replace('.', ''));
}

/** In whole percents, rounded half up, by whole numbers. */
function percentOf(part: number, whole: number): string {
  return ((BigInt(part) * 200n + BigInt(whole)) / (BigInt(whole) * 2n)).toString();
}

/** Why somebody else did not get it: stands behind the name. Undefined for who was not among those asked, and for the winner. */
export function notLikeliest(numbers: ByLikelihood, rep: string, nameOf: PickWords['nameOf']): string | undefined {
  const [row, won] = [rep, numbers.rep].map((id) => numbers.rows.find((one) => one.rep === id));
  if (row === undefined || won === undefined || rep === numbers.rep) return undefined;
  const winner = nameOf(numbers.rep);
  if (numbers.guard !== undefined)
    return `was owed ${showParts(row.owed)} by the least share, and ${winner} a whole lead`;
  return `has a chance of ${row.chance}%, and ${winner} ${won.chance}%`;
}
