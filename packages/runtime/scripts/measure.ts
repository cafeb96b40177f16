// Prints how long each stage of a decision takes, at 40, 1,000 and 10,000 rules: node --conditions=source packages/runtime/scripts/measure.ts
// Not a test: machines differ. What it shows is that work grows with the rules that are tried, and how it is spread over the stages.
import type { Condition, Policy } from '@fairlead/ir';
import {
  and,
  compare,
  constant,
  defined,
  field,
  fixed,
  freeMail,
  inList,
  inRange,
  lasting,
  lead,
  one,
  plain,
  policyOf,
  repOf,
  rule,
  score,
  several,
  signals,
  text,
  type,
} from '@fairlead/testkit/ir-builders';
import { decide } from '../src/decide/decide.ts';
import { domains } from '../src/domains/index.ts';
import type { LeadReading } from '../src/input/lead-reading.ts';
import { readLead } from '../src/input/read-lead.ts';
import { loadPolicy } from '../src/load/load-policy.ts';
import { startEval } from '../src/plan/eval.ts';
import type { Plan } from '../src/plan/plan.ts';
import { scoreLead } from '../src/score/score-lead.ts';
import { createAlmanac, createWrittenTimes, createZoneClock } from '../src/time/index.ts';
import type { World } from '../src/world.ts';

const AT = Date.UTC(2026, 10, 24, 10);
const COUNTRIES = ['DE', 'AT', 'CH', 'FR', 'ES', 'IT', 'NL', 'BE', 'PL', 'SE', 'US', 'CA', 'BR', 'IN', 'JP', 'AU'];
const INDUSTRIES = ['Healthcare', 'Finance', 'Software', 'Retail', 'Energy', 'Education', 'Mining', 'Media'];

/** The n-th rule: two to four conditions, as rule files have them, specific enough that few leads fit. */
function conditionOf(n: number): Condition {
  const country = compare('text', lead('country'), 'is', fixed(COUNTRIES[n % COUNTRIES.length] ?? ''));
  const size = inRange('number', lead('employees'), constant(n % 5000), constant((n % 5000) + 40));
  const industry = inList('text', lead('industry'), [
    constant(INDUSTRIES[n % INDUSTRIES.length] ?? ''),
    constant(INDUSTRIES[(n + 3) % INDUSTRIES.length] ?? ''),
  ]);
  switch (n % 6) {
    case 0:
      return and(country, size);
    case 1:
      return and(country, industry, size);
    case 2:
      return and(text(lead('title'), 'mentions', several('any', ['CEO', 'CTO', 'CIO'])), country, size);
    case 3:
      return and(compare('text', lead('company'), 'is', fixed(`Company ${n}`)), country);
    case 4:
      return and(defined('hot'), industry, size);
    default:
      return and(compare('number', score('fit'), '>=', fixed(40)), country, size);
  }
}

function measuredPolicy(rules: number): Policy {
  const optional = { optional: true };
  const reps = Array.from({ length: 20 }, (_, n) => repOf(`rep_${String.fromCharCode(97 + n)}`, 'sales'));
  const day = lasting(3, 'day');
  return policyOf({
    zone: 'Europe/Berlin',
    fields: [
      field('email', type('email'), { private: true }),
      ...['company', 'title', 'country', 'industry', 'city', 'phone', 'website', 'campaign'].map((name) =>
        field(name, type('text'), optional),
      ),
      field('employees', type('count'), optional),
      field('revenue', type('number'), optional),
      field('created', type('time'), optional),
      field('activity', type('signals')),
    ],
    defines: { hot: signals(lead('activity'), one('pricing page'), 2, day) },
    scores: [
      {
        name: 'fit',
        max: 100,
        lines: [
          { points: 30, when: compare('number', lead('employees'), '>=', fixed(1000)) },
          { points: 25, when: text(lead('title'), 'mentions', several('any', ['CEO', 'CTO', 'CIO'])) },
          { points: -40, when: freeMail(lead('email')) },
          { points: 40, halvingEvery: day, when: signals(lead('activity'), one('pricing page')) },
          { points: 5, when: plain('known', lead('website')) },
        ],
      },
    ],
    rules: Array.from({ length: rules }, (_, n) => rule(`Rule ${n}`, conditionOf(n))),
    reps,
  });
}

function leadText(n: number): string {
  return JSON.stringify({
    id: `L${n}`,
    email: `person${n}@company${n % 500}.example`,
    company: `Company ${(n * 37) % 20_000}`,
    title: ['CEO', 'Head of Sales', 'Director', 'Sales manager, Europe'][n % 4],
    country: COUNTRIES[(n * 7) % COUNTRIES.length],
    industry: INDUSTRIES[(n * 5) % INDUSTRIES.length],
    city: 'Berlin',
    phone: '+49 30 1234567',
    website: `https://company${n % 500}.example`,
    campaign: 'autumn',
    employees: (n * 131) % 12_000,
    revenue: n * 10.5,
    created: '2026-11-24T09:00:00Z',
    activity: [
      { kind: 'pricing page', at: '2026-11-23T10:00:00Z' },
      { kind: n % 3 === 0 ? 'pricing page' : 'demo', at: '2026-11-22T10:00:00Z' },
    ],
  });
}

const texts = Array.from({ length: 2000 }, (_, n) => leadText(n));
const context = { row: 'row', domains, writtenTimes: createWrittenTimes(createZoneClock()) };
const leads = texts.map((json): unknown => JSON.parse(json));

/** The best of several runs, in µs for each of `times` calls; the rest is the machine's other work. */
function best(times: number, run: (n: number) => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 7; round += 1) {
    const start = performance.now();
    for (let n = 0; n < times; n += 1) run(n);
    least = Math.min(least, ((performance.now() - start) * 1000) / times);
  }
  return least;
}

function at<T>(items: readonly T[], n: number): T {
  const item = items[n % items.length];
  if (item === undefined) throw new Error('Nothing was made to be measured.');
  return item;
}

function measure(rules: number): void {
  const policy = measuredPolicy(rules);
  const json: unknown = JSON.parse(JSON.stringify(policy));
  const started = performance.now();
  const loaded = loadPolicy(json);
  const loadMs = performance.now() - started;
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues.slice(0, 3)));
  const { plan } = loaded;
  const almanac = createAlmanac(policy);
  const state = {
    ledger: () => ({ seq: 0, balances: {} }),
    standing: () => ({ open: 0, away: false }),
    assigned: () => 0,
  };
  const world: World = { atMs: AT, almanac, domains, state };
  const readings = leads.map((raw) => readLead(plan, raw, 'json', context));
  const times = Math.max(200, Math.min(2000, Math.floor(2_000_000 / rules)));
  let tried = 0;
  for (const reading of readings) tried += ruleOf(plan, reading, world) + 1;
  const row = {
    rules,
    'load ms': loadMs,
    'rules tried': tried / readings.length,
    'JSON.parse': best(times, (n) => void JSON.parse(at(texts, n))),
    'read lead': best(times, (n) => void readLead(plan, at(leads, n), 'json', context)),
    score: best(times, (n) => void scoreLead(plan, startEval(plan, at(readings, n), world))),
    'score and find the rule': best(times, (n) => void ruleOf(plan, at(readings, n), world)),
    'whole decision': best(times, (n) => void decide(plan, at(readings, n), world)),
  };
  console.log(
    Object.entries(row)
      .map(([name, value]) => `${name} ${value < 100 ? value.toFixed(1) : value.toFixed(0)}`)
      .join(' · '),
  );
}

/** The index of the rule that wins; the number of rules where none does. */
function ruleOf(plan: Plan, reading: LeadReading, world: World): number {
  const e = startEval(plan, reading, world);
  scoreLead(plan, e);
  const found = plan.rules.findIndex(({ when }) => when === undefined || when(e));
  return found === -1 ? plan.rules.length : found;
}

console.log('µs a lead, but for loading; the best of 7 runs');
for (const rules of [40, 1000, 10_000]) measure(rules);
