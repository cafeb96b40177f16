// Turns values of a policy into closures that read them for one lead.

import { assertNever, type Value } from '@fairlead/ir';
import { addAmounts, asAmount, divideWhole, multiplyAmounts } from '../values/amount.ts';
import type { Amount, RuntimeValue } from '../values/runtime-value.ts';
import { textValue } from '../values/text-value.ts';
import { constantValue, emptyOf } from './constant-value.ts';
import type { Eval, Read } from './evaluation.ts';
import { fieldsAlong, typeOf } from './facts.ts';
import { foldedOf, rawOf } from './keys.ts';
import { pointedRep } from './people.ts';
import type { Pointed } from './plan-route.ts';
import type { Scope } from './scope.ts';

/** Makes the closure. Unknown names, which a validated policy has none of, are missing. */
export function compileRead(scope: Scope, value: Value): Read {
  const read = readAsGiven(scope, value);
  if (!scope.anyoneLeft || !pointsAtRep(scope, value)) return read;
  return (e) => {
    const id = read(e);
    return typeof id === 'string' ? pointedRep(scope, e, id)?.rep.id : undefined;
  };
}

/** As `compileRead`, of a value of type rep: also says whom the value named, if that was somebody who has left. */
export function compilePointed(scope: Scope, value: Value): (e: Eval) => Pointed | undefined {
  const read = readAsGiven(scope, value);
  const follow = pointsAtRep(scope, value);
  return (e) => {
    const id = read(e);
    if (typeof id !== 'string') return undefined;
    if (follow) return pointedRep(scope, e, id);
    const rep = scope.reps.get(id);
    return rep === undefined ? undefined : { rep };
  };
}

/** Whether a value points at somebody: the text that names a rep means that rep, whoever has left. */
function pointsAtRep(scope: Scope, value: Value): boolean {
  return value.kind !== 'constant' && typeOf(scope, value)?.kind === 'rep';
}

function readAsGiven(scope: Scope, value: Value): Read {
  switch (value.kind) {
    case 'constant': {
      const constant = constantValue(value.constant);
      return () => constant;
    }
    case 'lead':
      return readPath(scope, value.path);
    case 'rep': {
      const slot = scope.repFields.slots.get(value.field) ?? -1;
      return (e) => e.rep?.values[slot];
    }
    case 'rep-open':
      return openLeads;
    case 'rep-load':
      return load;
    case 'score': {
      const index = scope.scores.get(value.score) ?? -1;
      return (e) => e.scores[index];
    }
    case 'match':
      return readMatched(scope, value.match, value.path);
    case 'table': {
      const index = scope.policy.tables.findIndex(({ name }) => name === value.table);
      const slot = scope.policy.tables[index]?.gives.findIndex(({ name }) => name === value.field) ?? -1;
      return (e) => e.tables[index]?.values[slot];
    }
    case 'sum':
      return readAmounts(
        value.of.map((part) => compileRead(scope, part)),
        addAmounts,
      );
    case 'product':
      return readAmounts(
        value.of.map((part) => compileRead(scope, part)),
        multiplyAmounts,
      );
    case 'domain':
      return readDomain(scope, value.of);
    case 'rating':
      return readRating(compileRead(scope, value.ratings), compileRead(scope, value.by));
    case 'backup':
    case 'team-of':
    case 'manager':
      return readColleague(scope, value.kind, compileRead(scope, value.of));
    default:
      return assertNever(value);
  }
}

function readPath(scope: Scope, path: readonly string[]): Read {
  const leaf = fieldsAlong(scope, path)?.at(-1);
  const [first, ...inner] = leaf === undefined ? [] : slotsAlong(scope, path);
  if (leaf === undefined || first === undefined) return nothing;
  if (inner.length === 0) return (e) => e.lead[first];
  const empty = emptyOf(leaf.type);
  return (e) => descend(e.lead[first], inner) ?? empty;
}

/** A field of a matched record. Lists and signals of a record that is not there are missing too: nothing is known of nobody. */
function readMatched(scope: Scope, match: string, path: readonly string[]): Read {
  const index = scope.policy.matches.findIndex(({ name }) => name === match);
  const shape = scope.records.get(scope.policy.matches[index]?.record ?? '');
  if (shape === undefined) return nothing;
  const slots = slotsAlong(scope, path, shape);
  return (e) => descend(e.matches[index], slots);
}

function slotsAlong(scope: Scope, path: readonly string[], from = scope.lead): readonly number[] {
  let shape = from;
  return path.map((step) => {
    const slot = shape.slots.get(step) ?? -1;
    const type = shape.fields[slot]?.type;
    if (type?.kind === 'record') shape = scope.records.get(type.record) ?? shape;
    return slot;
  });
}

function descend(value: RuntimeValue | undefined, slots: readonly number[]): RuntimeValue | undefined {
  let here = value;
  for (const slot of slots) {
    if (typeof here !== 'object' || here.kind !== 'record') return undefined;
    here = here.fields[slot];
  }
  return here;
}

const openLeads: Read = (e) => (e.rep === undefined ? undefined : e.world.state.standing(e.rep.id, e.world.atMs).open);

/** Nobody's load can be said without a limit, or with a limit of 0. */
const load: Read = (e) => {
  const limit = e.rep?.openLimit ?? 0;
  const open = openLeads(e);
  return limit === 0 || typeof open !== 'number' ? undefined : divideWhole(open, limit);
};

/** Sum or product; missing if a part is. */
function readAmounts(parts: readonly Read[], combine: (a: Amount, b: Amount) => Amount): Read {
  const [first = nothing, ...rest] = parts;
  return (e) => {
    let total = asAmount(first(e));
    for (const part of rest) {
      if (total === undefined) return undefined;
      const amount = asAmount(part(e));
      total = amount === undefined ? undefined : combine(total, amount);
    }
    return total;
  };
}

/** Asked once a lead, however many rules ask: the answer of a lead's own text is kept. */
function readDomain(scope: Scope, of: Value): Read {
  const text = compileRead(scope, of);
  const read: Read = (e) => domainOf(e, text(e));
  if (of.kind !== 'lead' && of.kind !== 'constant') return read;
  const slot = scope.slotFor(`domain ${JSON.stringify(of)}`);
  return (e) => {
    const found = e.memory.found[slot];
    if (found !== undefined) return found ?? undefined;
    const domain = read(e);
    e.memory.found[slot] = domain ?? null;
    return domain;
  };
}

function domainOf(e: Eval, value: RuntimeValue | undefined): RuntimeValue | undefined {
  if (typeof value === 'object' && value.kind === 'sealed') return maybeText(value.domain);
  if (typeof value === 'object' && value.kind === 'text' && value.mail !== undefined)
    return maybeText(value.mail.domain);
  const raw = rawOf(value);
  if (raw === undefined || e.world.domains.isFreeMail(raw)) return undefined;
  return maybeText(e.world.domains.registrable(raw));
}

function maybeText(text: string | undefined): RuntimeValue | undefined {
  return text === undefined ? undefined : textValue(text);
}

function readRating(ratings: Read, by: Read): Read {
  return (e) => {
    const value = ratings(e);
    const name = foldedOf(by(e));
    if (typeof value !== 'object' || value.kind !== 'ratings' || name === undefined) return undefined;
    return value.byName.get(name)?.rating;
  };
}

function readColleague(scope: Scope, kind: 'backup' | 'team-of' | 'manager', of: Read): Read {
  return (e) => {
    const id = of(e);
    const rep = typeof id === 'string' ? scope.reps.get(id) : undefined;
    if (rep === undefined) return undefined;
    if (kind === 'backup') return rep.backup;
    return kind === 'team-of' ? rep.team : scope.teams.get(rep.team)?.manager;
  };
}

const nothing: Read = () => undefined;
