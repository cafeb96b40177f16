// Turns what tables came to into sentences: which row fitted and by which cells, or that none did.
import type { Table } from '@fairlead/ir';
import type { TableResult } from '../decision.ts';
import type { PlanTableRow } from '../plan/evaluation.ts';
import type { PlanTable, PlanTableKey } from '../plan/plan-stages.ts';
import type { TableKeyTrace, TableTrace } from './explanation.ts';
import { phraseValue } from './phrase.ts';
import type { Revisit } from './revisit.ts';
import { showValue } from './show.ts';
import { valueWas } from './what-it-was.ts';

/** In text order. */
export function traceTables(seen: Revisit): readonly TableTrace[] {
  return seen.decision.tables.flatMap((result) => {
    const plan = seen.plan.tables.find(({ table }) => table.name === result.table);
    return plan === undefined ? [] : [traceTable(seen, plan, result)];
  });
}

function traceTable(seen: Revisit, plan: PlanTable, { line }: TableResult): TableTrace {
  const { table } = plan;
  const row = seen.prepared.tables[plan.index];
  const fitted = row !== undefined && row.row.line === line ? row : undefined;
  const found = { table: table.name, file: table.file, ...(line === undefined ? {} : { line }) };
  const keys = plan.keys.map((key, column) => keyTrace(seen, key, fitted?.row.keys[column]));
  if (line === undefined) return { ...found, words: noneWords(table), keys, gives: [] };
  const gives = fitted === undefined ? [] : givesOf(seen, plan, fitted);
  return { ...found, words: `${table.name}: line ${line} of ${table.file} is the first that fits.`, keys, gives };
}

function noneWords({ name, file, rows }: Table): string {
  return rows.length === 0 ? `${name}: ${file} has no rows.` : `${name}: no row of ${file} fits.`;
}

/** What the cell says of a private key is not told: of `ana@acme.example` it would say all. */
function keyTrace(seen: Revisit, { key, isPrivate }: PlanTableKey, cell: string | undefined): TableKeyTrace {
  const name = phraseValue(key.value);
  return {
    key: key.name,
    ...(cell === undefined ? {} : { cell: isPrivate && cell !== '*' ? '…' : cell }),
    was: isPrivate ? `${name} is private` : (valueWas(seen, key.value, undefined) ?? `${name} is not known any more`),
  };
}

function givesOf({ plan }: Revisit, { gives }: PlanTable, { values }: PlanTableRow): TableTrace['gives'] {
  return gives.fields.map(({ name, type }, slot) => {
    const value = values[slot];
    if (value === undefined) return { field: name, words: `${name} is missing` };
    return { field: name, words: `${name} is ${showValue(plan, type, value)}` };
  });
}
