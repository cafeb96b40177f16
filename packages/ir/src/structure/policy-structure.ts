// The structure of a policy, key by key: the one description behind the JSON Schema and the validator.
// It cannot drift from policy.ts: a key or kind that one of the two has alone does not compile.

import type { Enricher, Match, MatchLine, Prefer, Table, TableKey, TableRow } from '../before-routing.ts';
import type { ComparedAs, Condition, Constant, Define, Duration, DurationUnit, Needles, Value } from '../conditions.ts';
import {
  type Action,
  type Calendar,
  type Clock,
  type CountsLine,
  type Effect,
  type Ending,
  type Fallback,
  IR_FORMAT,
  type LadderStep,
  type Period,
  type Pick,
  type Policy,
  type Queue,
  type Rep,
  type Reserve,
  type Respond,
  type Route,
  type Rule,
  type Score,
  type ScoreLine,
  type Split,
  type SplitArm,
  type Strategy,
  type Target,
  type Team,
  type WeightLine,
} from '../policy.ts';
import type { Field, RecordShape, RepValue, Shape, Type, Written } from '../shapes.ts';
import {
  either,
  type Fields,
  flag,
  keyed,
  list,
  literal,
  named,
  number,
  object,
  oneOf,
  optional,
  type Structure,
  table,
  tagged,
  text,
  wholeNumber,
} from './structure.ts';

// ---- texts and numbers ---------------------------------------------------------------------------------------

const name = text('a lower-case name such as "enterprise_eu"', 1, 1000, /^[a-z][a-z0-9_]*$/);
const prose = text('a text', 0, 1_000_000);
const title = text('a text that is not empty', 1, 1_000_000);
const currency = text('a currency such as "EUR"', 3, 3, /^[A-Z]{3}$/);
const zone = text('a time zone such as "Europe/Berlin"', 1, 100, /^[A-Za-z0-9_+/-]+$/);
const dateText = text('a date such as "2026-11-24"', 10, 10, /^\d{4}-\d{2}-\d{2}$/);
const instantText = text(
  'an instant in UTC such as "2026-11-24T09:00:00Z"',
  20,
  24,
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/,
);

/** The largest whole number that can be counted one by one. */
const LARGEST = Number.MAX_SAFE_INTEGER;
const amount = wholeNumber(0, LARGEST);
const points = wholeNumber(-LARGEST, LARGEST);
/** At most two decimal places, and within 0..100: the checks say so. */
const percent = number(0);
const period = oneOf<Period>({ day: true, week: true, month: true });

const duration = object<Duration>({
  amount,
  unit: oneOf<DurationUnit>({ ms: true, second: true, minute: true, hour: true, day: true, week: true, month: true }),
});
const clock = object<Clock>({
  amount,
  unit: oneOf<DurationUnit>({ ms: true, second: true, minute: true, hour: true, day: true, week: true, month: true }),
  working: flag(),
  calendar: optional(name),
});

// ---- shapes --------------------------------------------------------------------------------------------------

const bare: Record<never, never> = {};

const type: Structure<Type> = named('type', () =>
  tagged<Type, 'kind'>('kind', {
    text: bare,
    code: bare,
    email: bare,
    number: bare,
    count: bare,
    flag: bare,
    date: bare,
    time: bare,
    signals: bare,
    ratings: bare,
    rep: bare,
    team: bare,
    money: { currency },
    choice: { choices: list(prose, 1), open: flag() },
    list: { of: type },
    record: { record: name },
  }),
);

const written = tagged<Written, 'kind'>('kind', {
  time: { pattern: title, zone: optional(zone) },
  number: { prefix: prose, suffix: prose, group: prose, decimal: prose },
  flag: { yes: prose, no: prose },
});

const field = named('field', () =>
  object<Field>({
    name,
    type,
    optional: flag(),
    private: flag(),
    unique: flag(),
    column: optional(title),
    written: optional(written),
  }),
);

const shapeFields: Fields<Shape> = { blank: list(prose), fields: list(field) };
const recordShape = object<RecordShape>({ ...shapeFields, name, source: name });

// ---- values and conditions -----------------------------------------------------------------------------------

const constant = named('constant', () =>
  tagged<Constant, 'kind'>('kind', {
    text: { text: prose },
    number: { number: number() },
    money: { amount: number(), currency },
    date: { date: dateText },
    time: { time: instantText },
    flag: { flag: flag() },
    rep: { rep: name },
    team: { team: name },
  }),
);

const value: Structure<Value> = named('value', () => {
  const several = { of: list(value, 2) };
  const ofOne = { of: value };
  return tagged<Value, 'kind'>('kind', {
    constant: { constant },
    lead: { path: list(name, 1) },
    rep: { field: name },
    'rep-open': bare,
    'rep-load': bare,
    score: { score: name },
    match: { match: name, path: list(name, 1) },
    table: { table: name, field: name },
    sum: several,
    product: several,
    domain: ofOne,
    rating: { ratings: value, by: value },
    backup: ofOne,
    'team-of': ofOne,
    manager: ofOne,
  });
});

const comparedAs = oneOf<ComparedAs>({
  text: true,
  code: true,
  number: true,
  date: true,
  time: true,
  flag: true,
  rep: true,
  team: true,
});

type FromField = Omit<Extract<Needles, { readonly field: Value }>, 'quantifier'>;
type FromMembers = Omit<Extract<Needles, { readonly members: readonly Constant[] }>, 'quantifier'>;
const fromSeveral = keyed<FromField, FromMembers>(
  'field',
  { field: value },
  { members: list(constant), list: optional(name) },
);
const needles = tagged<Needles, 'quantifier'>('quantifier', {
  one: { value },
  any: fromSeveral,
  all: fromSeveral,
  none: fromSeveral,
});

const condition: Structure<Condition> = named('condition', () => {
  const id = wholeNumber(1, LARGEST);
  const chain = { id, of: list(condition, 2) };
  const ofValue = { id, value };
  return tagged<Condition, 'kind'>('kind', {
    and: chain,
    or: chain,
    not: { id, of: condition },
    define: { id, define: name },
    compare: {
      id,
      operator: oneOf({ is: true, 'is-not': true, '>': true, '>=': true, '<': true, '<=': true }),
      as: comparedAs,
      left: value,
      right: value,
    },
    'in-range': { id, as: oneOf({ number: true, date: true }), value, from: constant, to: constant, negated: flag() },
    'in-list': { id, as: comparedAs, value, members: list(constant), list: optional(name), negated: flag() },
    'in-field': { id, as: comparedAs, value, field: value, negated: flag() },
    text: {
      id,
      verb: oneOf({ contains: true, mentions: true, 'starts-with': true, 'ends-with': true }),
      value,
      needles,
    },
    includes: { id, as: comparedAs, value, needles },
    signals: { id, value, needles, atLeast: wholeNumber(1, LARGEST), withinLast: optional(duration) },
    missing: ofValue,
    known: ofValue,
    'free-mail': { id, value, negated: flag() },
    flag: ofValue,
    age: {
      id,
      as: oneOf({ date: true, time: true }),
      value,
      test: oneOf({ 'within-last': true, 'within-next': true, 'more-than-ago': true }),
      duration,
    },
    during: { id, calendar: name },
    matched: { id, of: oneOf({ match: true, table: true }), name, negated: flag() },
    like: { id, left: value, right: value, negated: flag() },
  });
});

const define = object<Define>({ name, condition });

// ---- routing -------------------------------------------------------------------------------------------------

const targetCases = {
  rep: { rep: name },
  team: { team: name },
  queue: { queue: name },
  value: { as: oneOf<'rep' | 'team'>({ rep: true, team: true }), value },
};
const target = named('target', () => tagged<Target, 'kind'>('kind', targetCases));

const firstTarget = named('first-target', () =>
  tagged<Target | Split, 'kind'>('kind', {
    ...targetCases,
    split: {
      id: title,
      by: optional(value),
      arms: list(object<SplitArm>({ share: percent, to: target }), 2),
    },
  }),
);

const effect = named('effect', () =>
  object<Effect>({
    verb: oneOf({ notify: true, offer: true }),
    channel: name,
    to: tagged<Effect['to'], 'kind'>('kind', { text: { text: prose }, value: { value } }),
    when: optional(condition),
  }),
);

const respond = named('respond', () =>
  object<Respond>({
    within: clock,
    ladder: list(
      object<LadderStep>({
        after: clock,
        step: tagged<LadderStep['step'], 'kind'>('kind', {
          reassign: bare,
          route: { to: target },
          effect: { effect },
        }),
      }),
    ),
  }),
);

const byValue = { value };
const pick = named('pick', () =>
  object<Pick>({
    strategy: tagged<Strategy, 'kind'>('kind', {
      rotation: { rule: optional(title) },
      highest: byValue,
      lowest: byValue,
      fewest: { period },
      likelihood: { model: name },
    }),
    where: optional(condition),
    weight: list(
      object<WeightLine>({
        weight: number(0),
        applies: tagged<WeightLine['applies'], 'kind'>('kind', {
          for: { reps: list(name, 1) },
          when: { condition },
          otherwise: bare,
        }),
      }),
    ),
    reserve: optional(object<Reserve>({ share: percent, for: condition })),
    availableWithin: optional(duration),
    evenOffDuty: flag(),
    evenOverCapacity: flag(),
  }),
);

const endingFields: Fields<Ending> = {
  action: tagged<Action, 'kind'>('kind', {
    route: {
      to: firstTarget,
      pick,
      fallback: list(object<Fallback>({ to: target, for: optional(duration) })),
    },
    nurture: { track: prose },
    reject: { reason: prose },
  }),
  respond: optional(respond),
  effects: list(effect),
  because: optional(prose),
};

const route = object<Route>({
  rules: list(object<Rule>({ ...endingFields, name: title, when: optional(condition) })),
  otherwise: object<Ending>(endingFields),
});

const score = object<Score>({
  name,
  max: amount,
  lines: list(object<ScoreLine>({ points, halvingEvery: optional(duration), when: condition })),
});

// ---- people --------------------------------------------------------------------------------------------------

const calendar = object<Calendar>({
  id: name,
  zone,
  open: list(
    object<Calendar['open'][number]>({
      days: list(wholeNumber(0, 6), 1),
      from: wholeNumber(0, 1440),
      to: wholeNumber(0, 1440),
    }),
  ),
  closed: list(object<Calendar['closed'][number]>({ from: dateText, to: dateText })),
});

const team = object<Team>({
  id: name,
  label: prose,
  manager: optional(name),
  members: list(name),
  pauseAbove: optional(number(0)),
  counts: list(object<CountsLine>({ times: wholeNumber(1, LARGEST), when: condition })),
});

const scalar = either<[string, number, boolean]>(prose, number(), flag());
const repValue: Structure<RepValue> = either<
  [string, number, boolean, readonly (string | number | boolean)[], Readonly<Record<string, number>>]
>(prose, number(), flag(), list(scalar), table(prose, number()));

const rep = object<Rep>({
  id: name,
  label: prose,
  team: name,
  works: optional(name),
  capacity: list(
    object<Rep['capacity'][number]>({
      limit: amount,
      per: oneOf<'open' | Period>({ open: true, day: true, week: true, month: true }),
    }),
  ),
  backup: optional(name),
  left: optional(object<NonNullable<Rep['left']>>({ on: dateText, successor: optional(name) })),
  values: table(name, repValue),
});

const queue = object<Queue>({
  id: name,
  label: prose,
  owner: name,
  priority: optional(value),
  claim: optional(respond),
});

// ---- before routing ------------------------------------------------------------------------------------------

const enricher = object<Enricher>({
  name,
  provider: name,
  by: value,
  fill: list(name, 1),
  within: duration,
  reuseFor: optional(duration),
});

const match = object<Match>({
  name,
  record: name,
  lines: list(object<MatchLine>({ confidence: percent, when: condition }), 1),
  accept: percent,
  review: optional(object<NonNullable<Match['review']>>({ from: percent, queue: name })),
  prefer: list(
    tagged<Prefer, 'kind'>('kind', {
      condition: { condition },
      newest: byValue,
      oldest: byValue,
      highest: byValue,
      lowest: byValue,
    }),
  ),
});

const decisionTable = object<Table>({
  name,
  file: prose,
  keys: list(
    object<TableKey>({ name, column: optional(title), value, as: comparedAs, currency: optional(currency) }),
    1,
  ),
  gives: list(field, 1),
  rows: list(
    object<TableRow>({
      line: wholeNumber(1, LARGEST),
      keys: list(prose, 1),
      gives: table(name, repValue),
    }),
  ),
});

// ---- the policy ----------------------------------------------------------------------------------------------

/** What a policy consists of. */
export const policyStructure: Structure<Policy> = object<Policy>({
  format: literal(IR_FORMAT),
  language: literal(1),
  name,
  label: prose,
  owner: optional(prose),
  zone,
  reviewed: optional(object<NonNullable<Policy['reviewed']>>({ on: dateText, every: duration })),
  lead: object<Shape>(shapeFields),
  records: list(recordShape),
  repFields: list(field),
  defines: list(define),
  calendars: list(calendar),
  teams: list(team),
  reps: list(rep),
  queues: list(queue),
  enrichers: list(enricher),
  matches: list(match),
  tables: list(decisionTable),
  scores: list(score),
  route,
});
