// The example three-regions, stage by stage → how long a lead takes in a policy of the size that companies have.
// Run: node --conditions=source packages/runtime/bench/three-regions.ts
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { compile } from '../../dsl/src/index.ts';
import { canonicalJson } from '../../ir/src/index.ts';
import { domains } from '../src/domains/index.ts';
import { type Asked, askProviders, startAsking, tableProvider } from '../src/enrich/index.ts';
import {
  buildPlan,
  type Decision,
  decide,
  explain,
  type LeadReading,
  memoryState,
  readLead,
  redecide,
  renderText,
  type World,
} from '../src/index.ts';
import { startRecords } from '../src/records/index.ts';
import { createAlmanac, createWrittenTimes, createZoneClock } from '../src/time/index.ts';

const FOLDER = join(dirname(import.meta.dirname), '../../examples/three-regions');
const AT_MS = Date.UTC(2026, 10, 24, 9);
const ROUNDS = 10;

type Row = Readonly<Record<string, string>>;

const textOf = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');
const rowsOf = (file: string): readonly Row[] => parse(textOf(file), { columns: true });

const { policy, diagnostics } = timed('compile the policy and its table', 1, () =>
  compile('inbound.route', (name) => textOf(name)),
);
if (policy === undefined) throw new Error(JSON.stringify(diagnostics));
const plan = timed('build the plan', 1, () => buildPlan(policy));
const reading = { domains, writtenTimes: createWrittenTimes(createZoneClock()) };
const almanac = createAlmanac(policy);

const records = timed('read and index the accounts and deals', 1, () => {
  const builder = startRecords(plan, reading);
  for (const row of rowsOf('accounts.csv')) builder.add('accounts', { kind: 'csv', row });
  for (const row of rowsOf('deals.csv')) builder.add('open_deals', { kind: 'csv', row });
  return builder.finish().records;
});
const providers = new Map([
  ['datahub', tableProvider(rowsOf('companies.csv'), described('company', 'employees', 'industry', 'country'))],
  ['ship_registry', tableProvider(rowsOf('ships.csv'), described('fleet', 'country'))],
]);

const lines = textOf('leads.ndjson').trim().split('\n');
const leads = timed('read a lead', lines.length, () =>
  lines.map((line): LeadReading => readLead(plan, JSON.parse(line), 'json', { row: 'row', ...reading })),
);
const state = memoryState();
const outside: World = { atMs: AT_MS, almanac, domains, state, records };
const asking = startAsking({ nowMs: () => AT_MS, wait: () => new Promise(() => {}) });
const asked: Asked[] = [];
for (const lead of leads) asked.push(await askProviders(plan, lead, outside, providers, asking));

decideAll();
timed('decide', leads.length * ROUNDS, () => {
  for (let round = 0; round < ROUNDS; round += 1) decideAll();
});
const decisions = decideAll();
timed('decide again from the record', decisions.length, () => {
  for (const decision of decisions) {
    const again = redecide(plan, decision);
    if (canonicalJson(again) !== canonicalJson(decision)) throw new Error(`${decision.lead} came out otherwise`);
  }
});
timed('explain, as text', decisions.length, () => {
  for (const decision of decisions) renderText(explain(plan, decision));
});

function described(...fields: readonly string[]): Parameters<typeof tableProvider>[1] {
  return { key: 'domain', fields: Object.fromEntries(fields.map((field) => [field, field])) };
}

function decideAll(): readonly Decision[] {
  return leads.map((lead, index) => {
    const enrichment = asked[index]?.enrichment;
    return decide(plan, lead, { ...outside, ...(enrichment === undefined ? {} : { enrichment }) });
  });
}

/** Runs it, and says how much time of the processor one of `times` took. */
function timed<T>(what: string, times: number, run: () => T): T {
  const before = processorUs();
  const result = run();
  console.log(`${what.padEnd(40)} ${((processorUs() - before) / times).toFixed(0).padStart(8)} µs`);
  return result;
}

function processorUs(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}
