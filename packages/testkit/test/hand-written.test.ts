// A policy written by hand, and badly: whatever the validator accepts can be run, explained and replayed. Nothing in the engines throws.
import { canonicalJson, type Policy, validatePolicy } from '@fairlead/ir';
import {
  bindModels,
  buildPlan,
  explain,
  type FollowHost,
  leadSchema,
  type MemoryState,
  memoryState,
  type Plan,
  readEvent,
  readLead,
  readModel,
  recordsSchema,
  redecide,
  routeLead,
  runDue,
  takeEvent,
  type World,
} from '@fairlead/runtime';
import { domains } from '@fairlead/runtime/domains';
import { createRecords } from '@fairlead/runtime/records';
import { createAlmanac, createWrittenTimes, createZoneClock } from '@fairlead/runtime/time';
import { samplePolicy } from '@fairlead/testkit/sample-policy';
import fc from 'fast-check';
import { expect, test } from 'vitest';

/** Values that are put where others were: most of them fit somewhere. */
const other = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1,
    1.5,
    7,
    50,
    100,
    0.01,
    1e15,
    1440,
    '',
    'a',
    'UTC',
    'EUR',
    'day',
  ),
  fc.constantFrom<unknown>(
    'text',
    'number',
    'date',
    'time',
    'code',
    'rep',
    'team',
    'month',
    '*',
    'missing',
    '1..2',
    '9*',
  ),
  fc.constantFrom<unknown>('ana', 'ben', 'customer', 'family', 'territory', 'region', 'fit', 'intent', 'enterprise'),
  fc.constantFrom<unknown>(
    'triage',
    'id',
    'owner',
    'name',
    [],
    {},
    [1],
    ['ana'],
    ['id'],
    ['owner'],
    ['parent', 'owner'],
  ),
  fc.constantFrom<unknown>(['activity'], ['created'], ['tags'], { kind: 'text' }, { kind: 'number' }, { kind: 'rep' }),
  fc.constantFrom<unknown>(
    { kind: 'list', of: { kind: 'list', of: { kind: 'text' } } },
    { kind: 'list', of: { kind: 'record', record: 'account' } },
    { kind: 'record', record: 'account' },
    { kind: 'signals' },
    { kind: 'ratings' },
    { kind: 'team', team: 'enterprise' },
    { kind: 'queue', queue: 'triage' },
    { kind: 'lead', path: ['employees'] },
    { kind: 'lead', path: ['email'] },
    { kind: 'match', match: 'customer', path: ['name'] },
    { kind: 'match', match: 'family', path: ['size'] },
    { kind: 'table', table: 'territory', field: 'owner' },
    { kind: 'score', score: 'fit' },
    { kind: 'rep-load' },
    { kind: 'rep', field: 'win_rate' },
    { kind: 'constant', constant: { kind: 'number', number: 5 } },
    { kind: 'constant', constant: { kind: 'text', text: '' } },
  ),
);

interface Change {
  readonly at: number;
  readonly how: 'replace' | 'delete' | 'add' | 'duplicate' | 'copy';
  readonly value: unknown;
  readonly key: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('replace', 'replace', 'delete', 'add', 'duplicate', 'copy', 'copy'),
  value: other,
  key: fc.constantFrom('for', 'review', 'reserve', 'by', 'pauseAbove', 'reuseFor', 'calendar', 'list', 'rule', 'where'),
});

/** Changes one place of the policy, found by counting. */
function apply(json: unknown, { at, how, value, key }: Change): void {
  const places: { readonly holder: Record<string, unknown>; readonly name: string }[] = [];
  const visit = (here: unknown): void => {
    if (typeof here !== 'object' || here === null) return;
    for (const name of Object.keys(here)) {
      // Arrays and objects are both written by their keys here.
      const holder = here as Record<string, unknown>;
      places.push({ holder, name });
      visit(holder[name]);
    }
  };
  visit(json);
  const place = places[at % places.length];
  const source = places[(at * 7919) % places.length];
  if (place === undefined || source === undefined) return;
  const { holder, name } = place;
  const here = holder[name];
  if (how === 'replace') holder[name] = structuredClone(value);
  if (how === 'delete') Array.isArray(holder) ? holder.splice(Number(name), 1) : delete holder[name];
  if (how === 'add' && Array.isArray(here)) here.push(structuredClone(value));
  else if (how === 'add' && typeof here === 'object' && here !== null) Object.assign(here, { [key]: value });
  if (how === 'duplicate' && Array.isArray(holder)) holder.push(structuredClone(here));
  if (how === 'copy') holder[name] = structuredClone(source.holder[source.name]);
}

const LEADS: readonly unknown[] = [
  {
    id: 'L1',
    email: 'a@nordwerk.example',
    'Company Name': 'Nordwerk GmbH',
    title: 'CEO',
    country: 'DE',
    industry: 'Healthcare',
    employees: 4000,
    rate: '$1,500.5',
    budget: 500,
    opted_in: 'Yes',
    created: '24 Nov, 2026 10:00',
    activity: [{ kind: 'pricing page', at: '2026-11-24T08:00:00Z' }],
    tags: ['vip'],
    parent: { owner: 'ben', name: 'Nordwerk' },
  },
  {
    id: 'L2',
    email: 'b@gmail.com',
    country: 'AT',
    rate: '$1.5',
    budget: 5,
    opted_in: 'No',
    created: '24 Nov, 2026 10:00',
  },
  { id: 'L3' },
];

const ROWS: readonly unknown[] = [
  { owner: 'ben', name: 'Nordwerk', domain: 'nordwerk.example', tier: 'A', since: '2026-01-01', size: 5 },
  { owner: 'ana', name: 'Nordwerke GmbH', since: '2025-01-01' },
  { name: 'Nordwerk GmbH', size: 50 },
];

const writtenTimes = createWrittenTimes(createZoneClock());

function worldOf(plan: Plan): World & { readonly state: MemoryState } {
  const { policy } = plan;
  const rows = ROWS.map((row) => ({ kind: 'json' as const, row }));
  const sources = new Map(policy.records.map(({ source }) => [source, rows]));
  const read = readModel({
    format: 'fairlead-model/1',
    label: 'Wins',
    strength: 3,
    leastShare: 5,
    rows: [{ rep: 'ana', won: 1, leads: 3 }],
  });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const values = { company: 'Nordwerk', employees: 10, email: 5 };
  return {
    atMs: Date.UTC(2026, 10, 24, 10),
    almanac: createAlmanac(policy),
    domains,
    state: memoryState(),
    records: createRecords(plan, sources, { domains, writtenTimes }).records,
    models: bindModels(plan, new Map([['wins', read.model]])).models,
    enrichment: { answer: () => ({ kind: 'answered', values, askedAtMs: 0 }) },
  };
}

/** Time zones are the system's: the format cannot say which there are. */
function hasOwnZones(policy: Policy): boolean {
  return (
    ['UTC', 'Europe/Berlin'].includes(policy.zone) && policy.calendars.every(({ zone }) => zone === 'Europe/Berlin')
  );
}

function run(policy: Policy): void {
  const plan = buildPlan(policy);
  const world = worldOf(plan);
  leadSchema(policy);
  for (const { source } of policy.records) recordsSchema(policy, source);
  for (const raw of LEADS) {
    const reading = readLead(plan, raw, 'json', { row: 'row 1', domains, writtenTimes });
    const { decision } = routeLead(plan, reading, world, world.state);
    expect(canonicalJson(redecide(plan, decision))).toBe(canonicalJson(decision));
    explain(plan, decision);
  }
  const host: FollowHost = {
    planOf: (hash) => (hash === plan.hash ? plan : undefined),
    current: plan,
    world: (_, atMs) => ({ ...world, atMs }),
  };
  runDue(host, world.state, world.atMs + TEN_DAYS_MS);
  for (const { lead } of world.state.waiting()) {
    const event = readEvent({ kind: 'reassigned', lead, to: 'enterprise', at: '2026-12-24T09:00:00Z', by: 'eva' });
    if (event.kind !== 'ok') throw new Error(event.expected);
    takeEvent(host, world.state.get(lead), event.event);
  }
}

const TEN_DAYS_MS = 864_000_000;

test('whatever is accepted runs', () => {
  let accepted = 0;
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 2 }), (changes) => {
      const json: unknown = JSON.parse(JSON.stringify(samplePolicy()));
      for (const one of changes) apply(json, one);
      const validated = validatePolicy(json);
      if (!validated.ok || !hasOwnZones(validated.policy)) return;
      accepted += 1;
      run(validated.policy);
    }),
    { seed: 8, numRuns: 1500 },
  );
  expect(accepted).toBeGreaterThan(100);
});
