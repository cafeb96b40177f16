// Turns values and conditions into facts about them that hold for every lead: type, privacy, whether a rep is read.

import {
  type Atom,
  assertNever,
  type Condition,
  conditionParts,
  conditionValues,
  type Policy,
  type Type,
  type Value,
  valueParts,
  walkValue,
} from '@fairlead/ir';
import type { PlanField, PlanShape } from './evaluation.ts';
import type { Scope } from './scope.ts';

type Shapes = Pick<Scope, 'lead' | 'records' | 'policy'>;

/** The fields along a path, from the lead's own or those of `from`; undefined where a name is unknown. */
export function fieldsAlong(
  shapes: Shapes,
  path: readonly string[],
  from: PlanShape = shapes.lead,
): readonly PlanField[] | undefined {
  const fields: PlanField[] = [];
  let shape: PlanShape | undefined = from;
  for (const step of path) {
    const slot: number | undefined = shape?.slots.get(step);
    const field: PlanField | undefined = slot === undefined ? undefined : shape?.fields[slot];
    if (field === undefined) return undefined;
    fields.push(field);
    shape = field.type.kind === 'record' ? shapes.records.get(field.type.record) : undefined;
  }
  return fields.length === 0 ? undefined : fields;
}

/** The type of what a value gives; undefined for unknown names. */
export function typeOf(scope: Scope, value: Value): Type | undefined {
  switch (value.kind) {
    case 'constant':
      return value.constant.kind === 'money'
        ? { kind: 'money', currency: value.constant.currency }
        : { kind: value.constant.kind };
    case 'lead':
      return fieldsAlong(scope, value.path)?.at(-1)?.type;
    case 'rep':
      return scope.repFields.fields[scope.repFields.slots.get(value.field) ?? -1]?.type;
    case 'match': {
      const shape = recordOf(scope, value.match);
      return shape && fieldsAlong(scope, value.path, shape)?.at(-1)?.type;
    }
    case 'table': {
      const table = scope.policy.tables.find(({ name }) => name === value.table);
      return table?.gives.find(({ name }) => name === value.field)?.type;
    }
    case 'rep-open':
    case 'score':
      return { kind: 'count' };
    case 'rep-load':
    case 'rating':
      return { kind: 'number' };
    case 'sum':
    case 'product': {
      const types = value.of.map((part) => typeOf(scope, part));
      return types.find((type) => type?.kind === 'money') ?? { kind: 'number' };
    }
    case 'domain':
      return { kind: 'text' };
    case 'backup':
    case 'manager':
      return { kind: 'rep' };
    case 'team-of':
      return { kind: 'team' };
    default:
      return assertNever(value);
  }
}

/** The shape of the records that a match looks among. */
function recordOf({ policy, records }: Shapes, match: string): PlanShape | undefined {
  return records.get(policy.matches.find(({ name }) => name === match)?.record ?? '');
}

/** Whether a value is computed from a private field of the lead or of a record. The domain of a private text is not private, unless a record around it is. */
export function isPrivate(shapes: Shapes, value: Value): boolean {
  if (value.kind === 'lead' || value.kind === 'match') {
    return fieldsOf(shapes, value)?.some((field) => field.private) ?? false;
  }
  if (value.kind === 'domain' && (value.of.kind === 'lead' || value.of.kind === 'match')) {
    const around = fieldsOf(shapes, value.of)?.slice(0, -1) ?? [];
    return around.some((field) => field.private);
  }
  return valueParts(value).some((part) => isPrivate(shapes, part));
}

function fieldsOf(
  shapes: Shapes,
  value: Value & { readonly kind: 'lead' | 'match' },
): readonly PlanField[] | undefined {
  const from = value.kind === 'lead' ? shapes.lead : recordOf(shapes, value.match);
  return from && fieldsAlong(shapes, value.path, from);
}

/** Whether a condition's own values are private, so that its outcome is recorded instead of them. */
export function isSealed(shapes: Shapes, atom: Atom): boolean {
  return conditionValues(atom).some((value) => isPrivate(shapes, value));
}

/** Stands among the slots of an atom that reads a private field of a matched record. */
export const RECORD_SLOT = -1;

/** The lead's own slots that an atom reads, each once, ascending; {@link RECORD_SLOT} first. */
export function slotsRead(shapes: Shapes, atom: Atom): readonly number[] {
  return slotsOfValues(shapes, conditionValues(atom));
}

/** The same of values. */
export function slotsOfValues(shapes: Shapes, values: readonly Value[]): readonly number[] {
  const slots = new Set<number>();
  const look = (value: Value): void => {
    if (value.kind === 'match' && isPrivate(shapes, value)) slots.add(RECORD_SLOT);
    const slot = value.kind === 'lead' ? shapes.lead.slots.get(value.path[0] ?? '') : undefined;
    if (slot !== undefined) slots.add(slot);
  };
  for (const value of values) walkValue(value, { value: look });
  return [...slots].sort((a, b) => a - b);
}

/** Whether a value reads the rep that is looked at. */
export function valueReadsRep(value: Value): boolean {
  if (value.kind === 'rep' || value.kind === 'rep-open' || value.kind === 'rep-load') return true;
  return valueParts(value).some(valueReadsRep);
}

/** Whether an atom reads the rep that is looked at. */
export function atomReadsRep(atom: Atom): boolean {
  return conditionValues(atom).some(valueReadsRep);
}

/** Whether a condition reads the rep that is looked at, defines looked through. */
export function conditionReadsRep(condition: Condition, defines: ReadonlyMap<string, boolean>): boolean {
  if (condition.kind === 'define') return defines.get(condition.define) ?? false;
  return (
    conditionValues(condition).some(valueReadsRep) ||
    conditionParts(condition).some((part) => conditionReadsRep(part, defines))
  );
}

/** Which defines read a rep. Each is looked at once, whatever the order they stand in. */
export function definesReadingRep(policy: Policy): ReadonlyMap<string, boolean> {
  const conditions = new Map(policy.defines.map(({ name, condition }) => [name, condition]));
  const known = new Map<string, boolean>();
  const find = (name: string): void => {
    if (known.has(name)) return;
    // Also ends circles, which a validated policy has none of.
    known.set(name, false);
    const condition = conditions.get(name);
    if (condition === undefined) return;
    for (const need of definesIn(condition)) find(need);
    known.set(name, conditionReadsRep(condition, known));
  };
  for (const { name } of policy.defines) find(name);
  return known;
}

function definesIn(condition: Condition): readonly string[] {
  return condition.kind === 'define' ? [condition.define] : conditionParts(condition).flatMap(definesIn);
}
