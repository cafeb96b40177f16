// A value of the policy → what it is for this lead, or undefined. docs/reference/conditions.md#values.

import { foldText, type Rep, type Value } from '@fairlead/ir';
import { dayOfDate } from './days.ts';
import { fraction, plus, times } from './fraction.ts';
import { emptyOf, readValue } from './read-fields.ts';
import type { Scene } from './scene.ts';
import { type Fields, known, type Maybe } from './values.ts';

/** Reads a value of the lead, of what was found, or of the rep who is looked at. */
export function valueFor(scene: Scene, value: Value): Maybe {
  switch (value.kind) {
    case 'constant':
      return known(value.constant);
    case 'lead':
      return pointed(scene, at(scene.lead, value.path));
    case 'match':
      return pointed(scene, at(scene.matched.get(value.match)?.fields, value.path));
    case 'table':
      return pointed(scene, given(scene, value.table, value.field));
    case 'rep':
      return pointed(scene, ofRep(scene, value.field));
    case 'rep-open': {
      const { rep } = scene;
      return rep === undefined ? undefined : { kind: 'number', number: fraction(BigInt(openLeads(scene, rep))) };
    }
    case 'rep-load': {
      const rep = person(scene);
      const limit = rep?.capacity.find(({ per }) => per === 'open')?.limit;
      if (rep === undefined || limit === undefined || limit === 0) return undefined;
      return { kind: 'number', number: fraction(BigInt(openLeads(scene, rep.id)), BigInt(limit)) };
    }
    case 'score': {
      const points = scene.scores.get(value.score);
      return points === undefined ? undefined : { kind: 'number', number: fraction(BigInt(points)) };
    }
    case 'sum':
    case 'product': {
      let total: Maybe;
      for (const part of value.of) {
        const next = valueFor(scene, part);
        if (next?.kind !== 'number') return undefined;
        if (total?.kind !== 'number') total = next;
        else total = { ...next, ...total, number: (value.kind === 'sum' ? plus : times)(total.number, next.number) };
      }
      return total;
    }
    case 'domain': {
      const of = valueFor(scene, value.of);
      if (of?.kind !== 'text' || scene.domains.isFreeMail(of.text)) return undefined;
      const domain = scene.domains.registrable(of.text);
      return domain === undefined ? undefined : { kind: 'text', text: domain };
    }
    case 'rating': {
      const ratings = valueFor(scene, value.ratings);
      const by = valueFor(scene, value.by);
      if (ratings?.kind !== 'ratings' || by?.kind !== 'text') return undefined;
      const number = ratings.of.get(foldText(by.text));
      return number === undefined ? undefined : { kind: 'number', number };
    }
    case 'backup':
    case 'team-of':
    case 'manager': {
      const of = valueFor(scene, value.of);
      const rep = of?.kind === 'rep' ? scene.policy.reps.find(({ id }) => id === of.id) : undefined;
      if (rep === undefined) return undefined;
      if (value.kind === 'team-of') return { kind: 'team', id: rep.team };
      const id = value.kind === 'backup' ? rep.backup : scene.policy.teams.find(({ id }) => id === rep.team)?.manager;
      return id === undefined ? undefined : pointed(scene, { kind: 'rep', id });
    }
  }
}

/** Who is meant where somebody may have left: the successor, the successor's successor …; whoever was named where the last of them has left too. */
export function standsFor(scene: Scene, named: string): string {
  let id = named;
  while (hasLeft(scene, id)) {
    const { left } = scene.policy.reps.find((rep) => rep.id === id) ?? {};
    if (left?.successor === undefined) return named;
    id = left.successor;
  }
  return id;
}

/** From the beginning of the day on, in the policy's zone. */
export function hasLeft({ policy, almanac, atMs }: Scene, id: string): boolean {
  const left = policy.reps.find((rep) => rep.id === id)?.left;
  return left !== undefined && almanac.localDay(policy.zone, atMs) >= dayOfDate(left.on);
}

/** Leads assigned and not closed. */
export function openLeads({ state }: Scene, rep: string): number {
  return state.reps.find((each) => each.rep === rep)?.open ?? 0;
}

function pointed(scene: Scene, value: Maybe): Maybe {
  return value?.kind === 'rep' ? { kind: 'rep', id: standsFor(scene, value.id) } : value;
}

function at(fields: Fields | undefined, [first, ...rest]: readonly string[]): Maybe {
  const value = first === undefined ? undefined : fields?.get(first);
  if (rest.length === 0) return value;
  return value?.kind === 'record' ? at(value.fields, rest) : undefined;
}

function given({ policy, rows }: Scene, name: string, field: string): Maybe {
  const table = policy.tables.find((each) => each.name === name);
  const row = table?.rows[rows.get(name) ?? -1];
  const gives = table?.gives.find((each) => each.name === field);
  const value = row?.gives[field];
  if (gives === undefined || value === undefined) return undefined;
  const read = readValue({ policy, blank: [], by: 'name' }, gives, gives.type, value);
  return 'value' in read ? read.value : undefined;
}

function ofRep(scene: Scene, name: string): Maybe {
  const { policy } = scene;
  const field = policy.repFields.find((each) => each.name === name);
  const value = person(scene)?.values[name];
  if (field === undefined) return undefined;
  if (value === undefined) return emptyOf(field.type);
  const { written: _, ...plain } = field;
  const read = readValue({ policy, blank: [], by: 'name' }, plain, field.type, value);
  return 'value' in read ? read.value : undefined;
}

function person({ policy, rep }: Scene): Rep | undefined {
  return policy.reps.find(({ id }) => id === rep);
}
