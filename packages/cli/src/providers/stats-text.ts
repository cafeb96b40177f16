// What was counted of providers → two tables: how each answered, and how much of each field it filled.
import type { FieldStats, ProviderStats } from '@fairlead/runtime/enrich';
import { clean } from '../output/clean-text.ts';
import { type Cell, table } from '../output/table.ts';
import { grouped, percent } from '../output/words.ts';
import type { Paint } from '../shell.ts';

/** How the tables are laid out. `accuracy`: whether later corrections were looked at. */
export interface StatsLayout {
  readonly paint: Paint;
  readonly width: number;
  readonly accuracy: boolean;
}

/** Lines, without one at the end. Empty where no provider was named. */
export function statsLines(stats: readonly ProviderStats[], layout: StatsLayout): readonly string[] {
  if (stats.length === 0) return [];
  const { paint, width } = layout;
  const fields = stats.flatMap((one) => one.fields.map((field) => ({ provider: one.provider, ...field })));
  const filled = fields.length === 0 ? [] : ['', paint.bold('By field'), ...table(fieldRows(fields, layout), width)];
  return [paint.bold('By provider'), ...table(providerRows(stats, paint), width), ...filled];
}

function providerRows(stats: readonly ProviderStats[], paint: Paint): readonly (readonly Cell[])[] {
  const rows = stats.map(({ provider, asked, answered, nothing, late, failed, notAsked }) => [
    { text: clean(provider) },
    number(asked),
    ...[answered, nothing, late, failed].map((amount) => share(amount, asked)),
    number(notAsked),
  ]);
  return [heads(['', 'asked', 'answered', 'knew nothing', 'late', 'failed', 'not asked'], paint), ...rows];
}

type Row = FieldStats & { readonly provider: string };

function fieldRows(fields: readonly Row[], { paint, accuracy }: StatsLayout): readonly (readonly Cell[])[] {
  const rows = fields.map(({ provider, field, isPrivate, wanted, filled, refused, checked, right }) => [
    { text: `${clean(provider)} ${clean(field)}` },
    number(wanted),
    share(filled, wanted),
    number(refused),
    ...(accuracy ? [number(checked), isPrivate ? { text: 'private', right: true } : share(right, checked)] : []),
  ]);
  const names = ['', 'missing', 'filled', 'not usable', ...(accuracy ? ['checked', 'right'] : [])];
  return [heads(names, paint), ...rows];
}

function heads(names: readonly string[], paint: Paint): readonly Cell[] {
  return names.map((text, index) => ({ text, right: index > 0, paint: paint.dim }));
}

function number(amount: number): Cell {
  return { text: grouped(amount), right: true };
}

function share(amount: number, whole: number): Cell {
  const part = percent(amount, whole);
  return { text: part === '' ? grouped(amount) : `${grouped(amount)} ${part.padStart(5)}`, right: true };
}
