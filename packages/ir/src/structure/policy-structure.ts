// The structure of a policy, key by key: the one description behind the JSON Schema and the validator.
// It cannot drift from policy.ts: a key or kind that one of the two has alone does not compile.

import {
  type Action,
  type Calendar,
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
import type { Shape } from '../shapes.ts';
import { decisionTable, enricher, match } from './before-routing-structures.ts';
import { condition, define, value } from './condition-structures.ts';
import {
  amount,
  bare,
  clock,
  dateText,
  duration,
  LARGEST,
  name,
  percent,
  period,
  points,
  prose,
  title,
  zone,
} from './scalars.ts';
import { field, recordShape, repValue, shapeFields } from './shape-structures.ts';
import {
  type Fields,
  flag,
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
  wholeNumber,
} from './structure.ts';

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
