// How long a large table takes from its file to a plan, and what a look-up costs beside a scan. Run: node --conditions=source packages/runtime/bench/tables.ts [rows]
import { compile } from '../../dsl/src/index.ts';
import { isCellProblem, peopleOf, policyHash, readCell, validatePolicy } from '../../ir/src/index.ts';
import { buildPlan } from '../src/plan/build-plan.ts';
import { startEval } from '../src/plan/eval.ts';
import type { Eval } from '../src/plan/evaluation.ts';
import { KEYS } from '../src/plan/keys.ts';
import { fitsAlone } from '../src/tables/row-index.ts';
import type { RuntimeValue } from '../src/values/runtime-value.ts';
import { textValue } from '../src/values/text-value.ts';
import type { World } from '../src/world.ts';

const ROWS = Number(process.argv[2] ?? 100_000);
const LOOK_UPS = 1_000_000;
const SCANS = 100;

const policy = `policy bench "Bench" { language 1 }
lead { id text  country text optional  plz code optional  employees count optional }
team sales "Sales" { ${Array.from({ length: 50 }, (_, i) => `rep rep_${i} "Rep ${i}" {}`).join(' ')} }
queue triage "Triage" { owner rep_0 }
table territory from "t.csv" { key country  key plz  key employees  gives owner rep  gives segment text optional }
route { rule "By territory" when territory is matched route to territory.owner  otherwise route to triage }
`;

/** What the rows are like. `exact`: one row a code; `mixed`: also alternatives, beginnings, ranges, and anything at the end. */
const shapes: Readonly<Record<string, (row: number) => string>> = {
  exact: (row) => `C${row % 40},${String(10_000 + row)},*,rep_${row % 50},s${row % 9}`,
  mixed: (row) =>
    row % 10 === 0
      ? `C${row % 40}|D${row % 40},${String(10_000 + (row % 90_000)).slice(0, 4)}*,*,rep_${row % 50},`
      : `C${row % 40},${String(10_000 + (row % 2000))},${(row % 500) * 10}..${(row % 500) * 10 + 9},rep_${row % 50},x`,
  ranges: (row) => `*,*,${row * 10}..${row * 10 + 9},rep_${row % 50},x`,
};

for (const [name, rowOf] of Object.entries(shapes)) {
  const rows = Array.from({ length: ROWS }, (_, row) => rowOf(row));
  const csv = `country,plz,employees,owner,segment\n${rows.join('\n')}\n`;
  console.log(`${name}: ${ROWS} rows, ${(csv.length / 1e6).toFixed(1)} MB`);
  const compiled = timed('compile (with hash)', () =>
    compile('p.route', (file) => (file === 'p.route' ? policy : csv)),
  );
  if (compiled.policy === undefined) throw new Error(JSON.stringify(compiled.diagnostics.slice(0, 2)));
  const { policy: ir } = compiled;
  timed('hash alone', () => policyHash(ir));
  timed('validate', () => validatePolicy(ir));
  const plan = timed('plan (with hash)', () => buildPlan(ir));
  const [table] = plan.tables;
  if (table === undefined) throw new Error('no table');
  const leads = Array.from({ length: 10_000 }, (_, i): Eval => {
    const row = (i * 7919) % ROWS;
    const values: (RuntimeValue | undefined)[] = [
      `L${i}`,
      textValue(i % 11 === 0 ? 'nowhere' : `C${row % 40}`),
      String(10_000 + (name === 'mixed' ? row % 2000 : row)),
      name === 'ranges' ? row * 10 + 3 : (row % 500) * 10 + 3,
    ];
    // Tables ask nothing of the world.
    return startEval(plan, { values }, undefined as unknown as World);
  });
  let found = 0;
  const start = performance.now();
  for (let i = 0; i < LOOK_UPS; i += 1) if (table.find(leads[i % leads.length] as Eval) !== undefined) found += 1;
  console.log(
    `  look-up by index   ${(((performance.now() - start) / LOOK_UPS) * 1000).toFixed(2)} µs (${((found / LOOK_UPS) * 100).toFixed(0)}% found)`,
  );

  const people = peopleOf(ir);
  const cells = (ir.tables[0]?.rows ?? []).map((row) =>
    row.keys.map((text, at) => readCell(text, { type: table.keys[at]?.type ?? { kind: 'text' }, people })),
  );
  const scanStart = performance.now();
  for (let i = 0; i < SCANS; i += 1) {
    const e = leads[i * 97] as Eval;
    const sought = table.keys.map(({ key, read }) => {
      const value = read(e);
      return { key: value === undefined ? undefined : KEYS[key.as](value), value };
    });
    const at = cells.findIndex((row) =>
      row.every((cell, column) => {
        const one = sought[column];
        if (one === undefined || isCellProblem(cell)) return false;
        return cell.kind === 'anything' || cell.parts.some((part) => fitsAlone(part, one));
      }),
    );
    const by = table.find(e)?.row;
    if (ir.tables[0]?.rows[at] !== by) throw new Error('the index and the scan disagree');
  }
  console.log(`  look-up by scan    ${(((performance.now() - scanStart) / SCANS) * 1000).toFixed(0)} µs`);
}

function timed<T>(what: string, run: () => T): T {
  const start = performance.now();
  const result = run();
  console.log(`  ${what.padEnd(20)} ${(performance.now() - start).toFixed(0)} ms`);
  return result;
}
