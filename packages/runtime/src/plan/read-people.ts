// Turns a policy's reps and teams into the people that picks look at, and into the directories that find them in data.

import type { Policy, Rep, RepValue, Team } from '@fairlead/ir';
import { foldText, parseDate } from '@fairlead/ir';
import { repValue } from './constant-value.ts';
import type { Directory, PlanRep, PlanShape, PlanTeam } from './plan.ts';

/** The people of a policy by id, in the policy's order. */
export interface People {
  readonly reps: ReadonlyMap<string, PlanRep>;
  readonly teams: ReadonlyMap<string, PlanTeam>;
}

/** Reads the people of a validated policy. */
export function readPeople(policy: Policy, repFields: PlanShape): People {
  const reps = new Map(policy.reps.map((rep) => [rep.id, planRep(rep, repFields)]));
  return { reps, teams: new Map(policy.teams.map((team) => [team.id, planTeam(team, reps)])) };
}

function planRep(rep: Rep, repFields: PlanShape): PlanRep {
  const { id, label, team, works, capacity, backup, left } = rep;
  const openLimit = capacity.find(({ per }) => per === 'open')?.limit;
  return {
    id,
    label,
    rep,
    team,
    capacity,
    ...(works === undefined ? {} : { works }),
    ...(openLimit === undefined ? {} : { openLimit }),
    ...(backup === undefined ? {} : { backup }),
    // A validated policy has only days that exist.
    ...(left === undefined ? {} : { left: { ...left, day: parseDate(left.on) ?? 0 } }),
    values: repFields.fields.map(({ name, type }) =>
      repValue(type, Object.hasOwn(rep.values, name) ? rep.values[name] : undefined),
    ),
  };
}

function planTeam(team: Team, reps: ReadonlyMap<string, PlanRep>): PlanTeam {
  const { id, label, manager, members } = team;
  return {
    id,
    label,
    team,
    ...(manager === undefined ? {} : { manager }),
    members: members.flatMap((member) => reps.get(member) ?? []),
  };
}

/** How reps are found in data: by id, else by label or a field marked `unique`. */
export function repDirectory(policy: Policy): Directory {
  const unique = policy.repFields.filter((field) => field.unique).map(({ name }) => name);
  return directoryOf(
    policy.reps.map((rep) => ({
      id: rep.id,
      names: [
        rep.label,
        ...unique.flatMap((name) => (Object.hasOwn(rep.values, name) ? textsOf(rep.values[name]) : [])),
      ],
    })),
  );
}

/** How teams are found in data: by id, else by label. */
export function teamDirectory(policy: Policy): Directory {
  return directoryOf(policy.teams.map(({ id, label }) => ({ id, names: [label] })));
}

function directoryOf(entries: readonly { readonly id: string; readonly names: readonly string[] }[]): Directory {
  const names = new Map<string, readonly string[]>();
  for (const entry of entries) {
    for (const name of new Set(entry.names.map(foldText))) {
      if (name !== '') names.set(name, [...(names.get(name) ?? []), entry.id]);
    }
  }
  return { ids: new Map(entries.map(({ id }) => [foldText(id), id])), names };
}

function textsOf(value: RepValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'number' ? [String(value)] : [];
}
