// Turns short calls into parts of a policy's IR, so that tests of the engine need no compiler: conditions, values, fields, whole policies.
import {
  type Action,
  type Atom,
  type Calendar,
  type ComparedAs,
  type Condition,
  type Constant,
  compareCodePoints,
  type Duration,
  type DurationUnit,
  type Ending,
  type Field,
  IR_FORMAT,
  type Needles,
  type Policy,
  type Queue,
  type RecordShape,
  type Rep,
  type Rule,
  type Score,
  type Team,
  type Type,
  type Value,
} from '@fairlead/ir';

// ---- values ----------------------------------------------------------------------------------------------------

/** A lead field, or a field of the record it holds. */
export function lead(...path: readonly string[]): Value {
  return { kind: 'lead', path };
}

/** A field of the rep that is looked at. */
export function rep(field: string): Value {
  return { kind: 'rep', field };
}

/** A score's points. */
export function score(name: string): Value {
  return { kind: 'score', score: name };
}

/** A constant in the form of its JavaScript type: text, number or flag. */
export function constant(given: string | number | boolean): Constant {
  if (typeof given === 'string') return { kind: 'text', text: given };
  return typeof given === 'number' ? { kind: 'number', number: given } : { kind: 'flag', flag: given };
}

/** A value that is a constant. */
export function fixed(given: Constant | string | number | boolean): Value {
  return { kind: 'constant', constant: typeof given === 'object' ? given : constant(given) };
}

/** `3 days`, from `(3, 'day')`. */
export function lasting(amount: number, unit: DurationUnit): Duration {
  return { amount, unit };
}

// ---- conditions: all have the id 0 until `policyOf` numbers them -------------------------------------------------

type Of<K extends Atom['kind']> = Extract<Atom, { readonly kind: K }>;
type Operator = Of<'compare'>['operator'];

/** `left is right` and the other comparisons. */
export function compare(as: ComparedAs, left: Value, operator: Operator, right: Value): Condition {
  return { id: 0, kind: 'compare', operator, as, left, right };
}

/** `a in 100..999`, `a not in 100..999`. */
export function inRange(
  as: 'number' | 'date',
  value: Value,
  from: Constant,
  to: Constant,
  negated: boolean = false,
): Condition {
  return { id: 0, kind: 'in-range', as, value, from, to, negated };
}

/** `a in ["x", "y"]`, `a not in ["x", "y"]`. */
export function inList(
  as: ComparedAs,
  value: Value,
  members: readonly Constant[],
  negated: boolean = false,
): Condition {
  return { id: 0, kind: 'in-list', as, value, members, negated };
}

/** `a in rep.countries`, `a not in rep.countries`. */
export function inField(as: ComparedAs, value: Value, field: Value, negated: boolean = false): Condition {
  return { id: 0, kind: 'in-field', as, value, field, negated };
}

/** `title mentions …`. */
export function text(value: Value, verb: Of<'text'>['verb'], needles: Needles): Condition {
  return { id: 0, kind: 'text', verb, value, needles };
}

/** `languages includes …`. */
export function includes(as: ComparedAs, value: Value, needles: Needles): Condition {
  return { id: 0, kind: 'includes', as, value, needles };
}

/** `activity includes … at least N times within the last D`. */
export function signals(value: Value, needles: Needles, atLeast: number = 1, withinLast?: Duration): Condition {
  return { id: 0, kind: 'signals', value, needles, atLeast, ...(withinLast === undefined ? {} : { withinLast }) };
}

/** One thing to search for. */
export function one(value: Value | string): Needles {
  return { quantifier: 'one', value: typeof value === 'string' ? fixed(value) : value };
}

/** Several things to search for, or the items of a list. */
export function several(quantifier: 'any' | 'all' | 'none', members: readonly string[] | Value): Needles {
  if ('kind' in members) return { quantifier, field: members };
  return { quantifier, members: members.map(constant) };
}

/** `x is missing`, `x is known`, or a flag that stands alone. */
export function plain(kind: 'missing' | 'known' | 'flag', value: Value): Condition {
  return { id: 0, kind, value };
}

/** `email is free mail`, `email is not free mail`. */
export function freeMail(value: Value, negated: boolean = false): Condition {
  return { id: 0, kind: 'free-mail', value, negated };
}

/** `created within the last 7 days` and the like. */
export function age(as: 'date' | 'time', value: Value, test: Of<'age'>['test'], duration: Duration): Condition {
  return { id: 0, kind: 'age', as, value, test, duration };
}

/** `during berlin`. */
export function during(calendar: string): Condition {
  return { id: 0, kind: 'during', calendar };
}

/** A define by its name. */
export function defined(define: string): Condition {
  return { id: 0, kind: 'define', define };
}

/** `… and …`; there must be two at least. */
export function and(...of: readonly Condition[]): Condition {
  return { id: 0, kind: 'and', of };
}

/** `… or …`; there must be two at least. */
export function or(...of: readonly Condition[]): Condition {
  return { id: 0, kind: 'or', of };
}

/** `not (…)`. */
export function not(of: Condition): Condition {
  return { id: 0, kind: 'not', of };
}

// ---- declarations ----------------------------------------------------------------------------------------------

/** A type by its kind, where that says it all. */
export function type(kind: Exclude<Type['kind'], 'money' | 'choice' | 'list' | 'record'>): Type {
  return { kind };
}

/** A field that is required, public and called by its name, unless `more` says otherwise. */
export function field(name: string, of: Type, more: Partial<Omit<Field, 'name' | 'type'>> = {}): Field {
  return { name, type: of, optional: false, private: false, unique: false, ...more };
}

/** A rep of a team who is always on duty, unless `more` says otherwise. The label is the id in capitals. */
export function repOf(id: string, team: string, more: Partial<Omit<Rep, 'id' | 'team'>> = {}): Rep {
  return { id, label: id.toUpperCase(), team, capacity: [], values: {}, ...more };
}

/** A rule that routes to a team by rotation, unless `more` says otherwise. */
export function rule(name: string, when: Condition | undefined, more: Partial<Omit<Rule, 'name' | 'when'>> = {}): Rule {
  return { name, effects: [], action: toTeam('sales'), ...(when === undefined ? {} : { when }), ...more };
}

/** `route to` a team, by rotation. */
export function toTeam(team: string): Action {
  return routeTo({ kind: 'team', team });
}

type RouteAction = Extract<Action, { readonly kind: 'route' }>;

/** `route to` any target, by rotation where there is somebody to choose. */
export function routeTo(to: RouteAction['to']): RouteAction {
  return {
    kind: 'route',
    to,
    pick: { strategy: { kind: 'rotation' }, weight: [], evenOffDuty: false, evenOverCapacity: false },
    fallback: [],
  };
}

/** What a test says about its policy; everything else is filled in. */
export interface PolicyParts {
  readonly zone?: string;
  /** The field `id` is put before them. */
  readonly fields?: readonly Field[];
  readonly blank?: readonly string[];
  readonly records?: readonly RecordShape[];
  readonly repFields?: readonly Field[];
  readonly defines?: Readonly<Record<string, Condition>>;
  readonly calendars?: readonly Calendar[];
  readonly teams?: readonly Team[];
  readonly reps?: readonly Rep[];
  readonly queues?: readonly Queue[];
  readonly scores?: readonly Score[];
  readonly enrichers?: Policy['enrichers'];
  readonly matches?: Policy['matches'];
  readonly tables?: Policy['tables'];
  readonly rules?: readonly Rule[];
  readonly otherwise?: Ending;
}

/** A whole policy, conditions numbered in their order. Without other people it has ana in the team `sales`, and the queue `triage`. */
export function policyOf(parts: PolicyParts): Policy {
  const reps = parts.reps ?? [repOf('ana', 'sales')];
  const teams = parts.teams ?? [...new Set(reps.map(({ team }) => team))].map((id) => teamOf(id, reps));
  const defines = Object.entries(parts.defines ?? {}).map(([name, condition]) => ({ name, condition }));
  return numbered({
    format: IR_FORMAT,
    language: 1,
    name: 'sample',
    label: 'Sample',
    zone: parts.zone ?? 'UTC',
    lead: { blank: parts.blank ?? [], fields: [field('id', type('text')), ...(parts.fields ?? [])] },
    records: [...(parts.records ?? [])].sort((a, b) => compareCodePoints(a.name, b.name)),
    repFields: parts.repFields ?? [],
    defines: defines.sort((a, b) => compareCodePoints(a.name, b.name)),
    calendars: byId(parts.calendars ?? []),
    teams: byId(teams),
    reps: byId(reps),
    queues: byId(parts.queues ?? [{ id: 'triage', label: 'Triage', owner: reps[0]?.id ?? 'ana' }]),
    enrichers: parts.enrichers ?? [],
    matches: parts.matches ?? [],
    tables: parts.tables ?? [],
    scores: parts.scores ?? [],
    route: {
      rules: parts.rules ?? [],
      otherwise: parts.otherwise ?? { action: routeTo({ kind: 'queue', queue: 'triage' }), effects: [] },
    },
  });
}

function teamOf(id: string, reps: readonly Rep[]): Team {
  const members = reps.filter(({ team }) => team === id).map((member) => member.id);
  return { id, label: id.toUpperCase(), members: members.sort(compareCodePoints), counts: [] };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => compareCodePoints(a.id, b.id));
}

/** The policy with its conditions numbered from 1, in the order in which the format's keys stand above. */
function numbered(policy: Policy): Policy {
  let id = 0;
  const renumber = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(renumber);
    if (typeof part !== 'object' || part === null) return part;
    const isCondition = 'id' in part && typeof part.id === 'number';
    if (isCondition) id += 1;
    const own = id;
    const entries = Object.entries(part).map(([key, value]) => [key, renumber(value)] as const);
    return Object.fromEntries(isCondition ? [...entries, ['id', own]] : entries);
  };
  // Only the numbers have changed.
  return renumber(policy) as Policy;
}
