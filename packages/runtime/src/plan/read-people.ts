// Turns a policy's reps and teams into the people that picks look at, and into the directories that find them in data.

import {
  type Directory,
  repDirectory as directoryOfReps,
  teamDirectory as directoryOfTeams,
  type Policy,
  parseDate,
  type Rep,
  type Team,
} from '@fairlead/ir';
import { repValue } from './constant-value.ts';
import type { PlanRep, PlanShape } from './evaluation.ts';
import type { PlanTeam } from './plan-route.ts';

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
export function repDirectory({ reps, repFields }: Policy): Directory {
  return directoryOfReps(reps, repFields);
}

/** How teams are found in data: by id, else by label. */
export function teamDirectory({ teams }: Policy): Directory {
  return directoryOfTeams(teams);
}
