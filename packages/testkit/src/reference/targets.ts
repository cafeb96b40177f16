// A target → who or what is meant for this lead, and how it was written.

import type { Target, Value } from '@fairlead/ir';
import { standsFor, valueFor } from './read-value.ts';
import type { Scene } from './scene.ts';

/** Who or what is meant. `from`: the value that said so; `successorOf`: who has left. */
export interface Meant {
  readonly target: { readonly kind: 'rep' | 'team' | 'queue'; readonly id: string } | { readonly kind: 'nobody' };
  readonly from?: string;
  readonly successorOf?: string;
}

/** A missing value is nobody. */
export function targetOf(scene: Scene, target: Target): Meant {
  switch (target.kind) {
    case 'rep':
      return { target: { kind: 'rep', id: target.rep } };
    case 'team':
      return { target: { kind: 'team', id: target.team } };
    case 'queue':
      return { target: { kind: 'queue', id: target.queue } };
    case 'value': {
      const from = writtenValue(target.value);
      const meant = valueFor(scene, target.value);
      if (meant?.kind === 'team') return { target: { kind: 'team', id: meant.id }, from };
      if (meant?.kind !== 'rep') return { target: { kind: 'nobody' }, from };
      const before = asIfNobodyHadLeft(scene, target.value);
      const replaced = before !== undefined && before !== meant.id && standsFor(scene, before) === meant.id;
      return { target: { kind: 'rep', id: meant.id }, from, ...(replaced ? { successorOf: before } : {}) };
    }
  }
}

/** Who the outermost value points at before the successor takes the place. */
function asIfNobodyHadLeft(scene: Scene, value: Value): string | undefined {
  if (value.kind === 'backup' || value.kind === 'manager') {
    const of = valueFor(scene, value.of);
    const rep = scene.policy.reps.find(({ id }) => of?.kind === 'rep' && id === of.id);
    if (value.kind === 'backup') return rep?.backup;
    return scene.policy.teams.find(({ id }) => id === rep?.team)?.manager;
  }
  const everyone = scene.policy.reps.map(({ left: _, ...rep }) => rep);
  const raw = valueFor({ ...scene, policy: { ...scene.policy, reps: everyone } }, value);
  return raw?.kind === 'rep' ? raw.id : undefined;
}

/** As the policy writes it. */
export function writtenValue(value: Value): string {
  switch (value.kind) {
    case 'lead':
      return value.path.join('.');
    case 'match':
      return [value.match, ...value.path].join('.');
    case 'table':
      return `${value.table}.${value.field}`;
    case 'backup':
      return `backup of ${writtenValue(value.of)}`;
    case 'team-of':
      return `team of ${writtenValue(value.of)}`;
    case 'manager':
      return `manager of ${writtenValue(value.of)}`;
    case 'domain':
      return `domain of ${writtenValue(value.of)}`;
    case 'rep':
      return `rep.${value.field}`;
    default:
      return value.kind;
  }
}
