// How long matching takes beside a scan of all records, and what the index costs. Run: node --expose-gc --conditions=source packages/runtime/bench/matching.ts [accounts]
import { compile } from '../../dsl/src/index.ts';
import { canonicalJson } from '../../ir/src/index.ts';
import { domains } from '../src/domains/index.ts';
import { fillLead } from '../src/enrich/fill-lead.ts';
import {
  buildPlan,
  decide,
  type LeadReading,
  memoryState,
  type Records,
  readLead,
  recordingWorld,
  type World,
} from '../src/index.ts';
import { matchLead } from '../src/match/match-lead.ts';
import { startEval } from '../src/plan/eval.ts';
import type { Plan } from '../src/plan/plan.ts';
import { readRecord, startRecords } from '../src/records/index.ts';
import { createAlmanac, createWrittenTimes, createZoneClock } from '../src/time/index.ts';
import { type Account, accounts, type BenchLead, leadsFor } from './accounts.ts';

const ACCOUNTS = Number(process.argv[2] ?? 100_000);
const SCANNED = 2_000;
const LEADS = 1_600;

const text = `policy bench "Bench" { language 1 }
lead { id text  email email  company text }
record account from accounts { id text  name text  domain text optional  owner rep optional  tier "A" | "B" | "C" optional  country text optional }
team sales "Sales" { ${Array.from({ length: 50 }, (_, i) => `rep rep_${i} "Rep ${i}" {}`).join(' ')} }
queue triage "Triage" { owner rep_0 }
match account from accounts {
  100% when account.domain is domain of email
   95% when account.name is like company
  accept 90%
  review 70% in triage
  prefer account.tier is "A"
}
route { rule "Owned" when account is matched route to account.owner  otherwise route to triage }
`;

const { policy, diagnostics } = compile('p.route', () => text);
if (policy === undefined) throw new Error(JSON.stringify(diagnostics));
const plan = buildPlan(policy);
const context = { domains, writtenTimes: createWrittenTimes(createZoneClock()) };
const almanac = createAlmanac(policy);

compareWithScan();
measure(ACCOUNTS);

/** The same decisions, to the byte, as when every record is looked at. */
function compareWithScan(): void {
  const known = [...accounts(SCANNED, 7)];
  const indexed = recordsOf(known);
  const scanned = scanOf(plan, known);
  const leads = [...leadsFor(known, 400, 11)];
  const [fast, slow] = [indexed, scanned].map((records) =>
    leads.map((lead) => canonicalJson(decide(plan, readingOf(lead), worldOf(records)))),
  );
  const different = leads.filter((_, index) => fast?.[index] !== slow?.[index]);
  const [fastUs, slowUs] = [indexed, scanned].map((records) => microseconds(leads, records));
  console.log(
    `${SCANNED} accounts: ${different.length} of ${leads.length} decisions differ from a scan; ${fastUs} µs a match, scan ${slowUs} µs`,
  );
}

function measure(many: number): void {
  const before = memoryMb();
  const started = processorUs();
  const sample: Account[] = [];
  const builder = startRecords(plan, context);
  for (const row of accounts(many, 5)) {
    builder.add('accounts', { kind: 'json', row });
    if (Number(row.id.slice(1)) % 97 === 0) sample.push(row);
  }
  const read = processorUs();
  const { records } = builder.finish();
  const built = processorUs();
  console.log(
    `${many} accounts: ${seconds(read - started)} s to read, ${seconds(built - read)} s to index, ${memoryMb() - before} MB kept`,
  );
  const leads = [...leadsFor(sample, LEADS, 13)];
  microseconds(leads, records);
  for (const what of ['same domain', 'same name', 'misspelt name', 'nobody'] as const) {
    const own = leads.filter((lead) => lead.what === what);
    const found = own.map((lead) => matchOf(readingOf(lead), worldOf(records)));
    const share = (kind: string): string =>
      `${Math.round((100 * found.filter((one) => one?.result.kind === kind).length) / own.length)} %`;
    console.log(
      `  ${what}: ${microseconds(own, records)} µs a match; ${share('matched')} matched, ${share('review')} for review`,
    );
  }
  const times = leads.map((lead) => timeOf(lead, records)).sort((a, b) => a - b);
  console.log(
    `  all: median ${Math.round(times[times.length >> 1] ?? 0)} µs, 99 of 100 below ${Math.round(times[Math.floor(times.length * 0.99)] ?? 0)} µs`,
  );
  console.log(`  largest memory of the process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}

function recordsOf(known: Iterable<Account>): Records {
  const builder = startRecords(plan, context);
  for (const row of known) builder.add('accounts', { kind: 'json', row });
  return builder.finish().records;
}

function scanOf(of: Plan, known: readonly Account[]): Records {
  const all = known.flatMap((row, index) => {
    const read = readRecord(of, 'account', row, 'json', context);
    return read === undefined ? [] : [{ id: row.id, position: index + 1, value: read.value }];
  });
  return { candidates: () => all, byId: (_, id) => all.find((one) => one.id === id) };
}

function worldOf(records: Records): World {
  return { atMs: 0, almanac, domains, state: memoryState(), records };
}

function readingOf(lead: BenchLead): LeadReading {
  return readLead(plan, lead, 'json', { row: 'row', ...context });
}

function matchOf(reading: LeadReading, world: World): ReturnType<typeof matchLead>[number] | undefined {
  const recording = recordingWorld(world);
  const e = startEval(plan, fillLead(plan, reading, recording), recording);
  return matchLead(plan, e, recording, reading.id)[0];
}

function microseconds(leads: readonly BenchLead[], records: Records): number {
  const readings = leads.map(readingOf);
  const world = worldOf(records);
  const started = processorUs();
  for (const reading of readings) matchOf(reading, world);
  return Math.round((processorUs() - started) / leads.length);
}

function timeOf(lead: BenchLead, records: Records): number {
  const [reading, world] = [readingOf(lead), worldOf(records)];
  const started = processorUs();
  matchOf(reading, world);
  return processorUs() - started;
}

/** Time of the processor, in microseconds: other work on the machine does not count. */
function processorUs(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

function seconds(us: number): string {
  return (us / 1_000_000).toFixed(1);
}

/** What is kept alive. */
function memoryMb(): number {
  globalThis.gc?.();
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  return Math.round((globalThis.gc === undefined ? rss : heapUsed + arrayBuffers) / 1_048_576);
}
