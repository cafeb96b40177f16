// Turns a lead into the row of each table that fits it.
import type { TableResult } from '../decision.ts';
import type { Eval } from '../plan/evaluation.ts';
import type { Plan } from '../plan/plan.ts';

/** Looks the tables up in text order and fills `e.tables`; call it after the matches, before scores and rules. */
export function lookUp(plan: Plan, e: Eval): readonly TableResult[] {
  return plan.tables.map(({ table, index, find }) => {
    const row = find(e);
    e.tables[index] = row;
    return { table: table.name, ...(row === undefined ? {} : { line: row.row.line }) };
  });
}
