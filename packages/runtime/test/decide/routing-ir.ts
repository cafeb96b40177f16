// Turns a few words into IR: conditions, people, rules and whole policies for tests that need them by hand.
import {
  type Action,
  type Atom,
  type Condition,
  type Constant,
  type Duration,
  type DurationUnit,
  type Effect,
  type Field,
  IR_FORMAT,
  type Pick,
  type Policy,
  type Rep,
  type Respond,
  type Rule,
  type Target,
  type Type,
  type Value,
} from '@fairlead/ir';

/** Any condition without its number. */
export type Unnumbered = Condition extends infer C
  ? C extends Condition
    ? Omit<C, 'id' | 'of'> & Parts<C>
    : never
  : never;
type Parts<C> = C extends { readonly of: infer Of } ? { readonly of: Of } : unknown;

/** Gives conditions their numbers, 1, 2, 3 …, in the order in which they are made. */
export function numbering(): (condition: Unnumbered) => Condition {
  let last = 0;
  return (condition) => {
    last += 1;
    // The number is all that was left out.
    return { ...condition, id: last } as Condition;
  };
}

export const text = (value: string): Constant => ({ kind: 'text', text: value });
export const number = (value: number): Constant => ({ kind: 'number', number: value });
export const constant = (value: string | number): Value => ({
  kind: 'constant',
  constant: typeof value === 'string' ? text(value) : number(value),
});
export const lead = (...path: string[]): Value => ({ kind: 'lead', path });
export const ofRep = (field: string): Value => ({ kind: 'rep', field });
export const score = (name: string): Value => ({ kind: 'score', score: name });
export const duration = (amount: number, unit: DurationUnit): Duration => ({ amount, unit });

/** `left operator right` between numbers. */
export const compared = (
  left: Value,
  operator: (Atom & { readonly kind: 'compare' })['operator'],
  right: Value,
  as: (Atom & { readonly kind: 'compare' })['as'] = 'number',
): Unnumbered => ({ kind: 'compare', operator, as, left, right });

/** A field with nothing special about it, but for what `more` says. */
export const field = (name: string, type: Type | 'text', more: Partial<Field> = {}): Field => ({
  name,
  type: type === 'text' ? { kind: 'text' } : type,
  optional: false,
  private: false,
  unique: false,
  ...more,
});

/** A rep who is always on duty and has no limits, but for what `more` says. */
export const rep = (id: string, label: string, team: string, more: Partial<Rep> = {}): Rep => ({
  id,
  label,
  team,
  capacity: [],
  values: {},
  ...more,
});

/** By rotation of the team, but for what `more` says. */
export const pick = (more: Partial<Pick> = {}): Pick => ({
  strategy: { kind: 'rotation' },
  weight: [],
  evenOffDuty: false,
  evenOverCapacity: false,
  ...more,
});

export const toTeam = (team: string): Target => ({ kind: 'team', team });
export const toRep = (id: string): Target => ({ kind: 'rep', rep: id });
export const toQueue = (queue: string): Target => ({ kind: 'queue', queue });
export const toValue = (as: 'rep' | 'team', value: Value): Target => ({ kind: 'value', as, value });

export const routeTo = (to: Target, more: { pick?: Partial<Pick>; fallback?: readonly Target[] } = {}): Action => ({
  kind: 'route',
  to,
  pick: pick(more.pick),
  fallback: (more.fallback ?? []).map((to) => ({ to })),
});

/** A rule without clauses, but for what `more` says. */
export const rule = (
  name: string,
  when: Condition | undefined,
  action: Action,
  more: { respond?: Respond; effects?: readonly Effect[]; because?: string } = {},
): Rule => ({ name, ...(when === undefined ? {} : { when }), action, effects: [], ...more });

/**
 * A whole policy: a lead with an `id`, one queue `triage` that `otherwise` leads to, owned by the first rep; all else as `parts` says. Lists that
 * the IR wants in the order of ids must come so.
 */
export const policy = (parts: Partial<Policy> & Pick_<'reps' | 'teams'>): Policy => ({
  format: IR_FORMAT,
  language: 1,
  name: 'sample',
  label: 'Sample leads',
  zone: 'UTC',
  lead: { blank: [], fields: [field('id', { kind: 'code' })] },
  records: [],
  repFields: [],
  defines: [],
  calendars: [],
  queues: [{ id: 'triage', label: 'Unrouted leads', owner: parts.reps[0]?.id ?? 'nobody' }],
  enrichers: [],
  matches: [],
  tables: [],
  scores: [],
  route: { rules: [], otherwise: { action: routeTo(toQueue('triage')), effects: [] } },
  ...parts,
});
type Pick_<Key extends keyof Policy> = { readonly [K in Key]: Policy[K] };
