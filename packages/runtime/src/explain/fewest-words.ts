// Turns the numbers of a pick by the fewest leads into sentences a salesperson understands at first reading.
import type { PickNumbers } from '../decision.ts';
import { enumerated } from './show.ts';
import { MAX_OTHERS, type PickWords } from './turn-words.ts';

type ByFewest = PickNumbers & { readonly kind: 'fewest' };

/** Who has had fewer than the others, and whom the bound on catching up passed over. */
export function fewestWords(numbers: ByFewest, { nameOf, anyone, tied }: PickWords): readonly string[] {
  const { rep: winner, rows, tie } = numbers;
  const when = PERIODS[numbers.period];
  const total = totalOf(numbers, winner);
  const among = new Set(tie?.among ?? [winner]);
  const others = rows.filter(({ rep, passed }) => !among.has(rep) && passed === undefined);
  if (rows.length === 1) return [`${nameOf(winner)} was the only one who could take it.`];
  const inLine = [...others].sort((a, b) => a.total - b.total);
  const named = inLine.slice(0, MAX_OTHERS).map(({ rep, total: has }) => `${nameOf(rep)} ${has}`);
  const more = inLine.length - named.length;
  const rest = inLine.length === 0 ? '' : ` (${named.join(', ')}${more === 0 ? '' : ` and ${more} more`})`;
  const passed = rows.filter((row) => row.passed === true);
  const fewest = passed.length === 0 ? `the fewest of ${anyone}` : 'the fewest of the others';
  const them = enumerated([...among].map(nameOf));
  const first =
    among.size === 1
      ? `${them} has had ${leads(total)} ${when}, ${fewest}${rest}.`
      : `${them} have had ${leads(total)} each ${when}, ${fewest}${rest}.`;
  return [...passed.map((row) => passedWords(nameOf(row.rep), row.total, when)), first, ...tied(tie, winner)];
}

/** `12 leads`. */
function leads(count: number): string {
  return count === 1 ? '1 lead' : `${count} leads`;
}

/** Who is behind and has to wait all the same. */
function passedWords(name: string, total: number, when: string): string {
  return `${name} has had ${leads(total)} ${when}, and two of the last three: catching up takes at most two of any four.`;
}

function totalOf({ rows }: ByFewest, rep: string): number {
  return rows.find((row) => row.rep === rep)?.total ?? 0;
}

const PERIODS: Readonly<Record<ByFewest['period'], string>> = {
  day: 'today',
  week: 'this week',
  month: 'this month',
};

/** Why somebody else did not get it: stands behind the name. Undefined for who was not among those asked, and for the winner. */
export function notFewest(numbers: ByFewest, rep: string, nameOf: PickWords['nameOf']): string | undefined {
  const row = numbers.rows.find((one) => one.rep === rep);
  if (row === undefined || rep === numbers.rep) return undefined;
  const when = PERIODS[numbers.period];
  if (row.passed === true) return `has had two of the last three leads (${row.total} ${when})`;
  return `has had ${leads(row.total)} ${when}, and ${nameOf(numbers.rep)} ${totalOf(numbers, numbers.rep)}`;
}
