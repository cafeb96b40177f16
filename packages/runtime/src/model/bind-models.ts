// Turns models, by the names that a policy gives them, into what decisions ask of them, and into what does not fit the policy.
import { compareCodePoints, toHundredths } from '@fairlead/ir';
import type { Plan } from '../plan/plan.ts';
import type { PlanTarget, PlanTeam } from '../plan/plan-route.ts';
import type { Models } from '../world.ts';
import type { Model } from './read-model.ts';

/** What about a model does not fit the policy. A model with an `error` is not bound. */
export interface ModelIssue {
  readonly model: string;
  readonly severity: 'error' | 'note';
  readonly kind: 'unknown-model' | 'unknown-field' | 'not-text' | 'private-field' | 'least-share' | 'unknown-reps';
  /** One sentence. */
  readonly words: string;
}

/** The models that can be used, and what was found about all of them, by name in code-point order. */
export interface BoundModels {
  readonly models: Models;
  readonly issues: readonly ModelIssue[];
}

/** Binds models to the names behind `using`. */
export function bindModels(plan: Plan, models: ReadonlyMap<string, Model>): BoundModels {
  const named = [...models].sort(([a], [b]) => compareCodePoints(a, b));
  const issues = named.flatMap(([name, model]) => issuesOf(plan, name, model));
  const broken = new Set(issues.flatMap(({ severity, model }) => (severity === 'error' ? [model] : [])));
  const bound = new Map(named.filter(([name]) => !broken.has(name)));
  return { models: modelsOf(bound), issues };
}

function modelsOf(bound: ReadonlyMap<string, Model>): Models {
  return {
    facts: (name) => {
      const model = bound.get(name);
      if (model === undefined) return undefined;
      const { segmentBy, strength, leastShare } = model.file;
      return { hash: model.hash, ...(segmentBy === undefined ? {} : { segmentBy }), strength, leastShare };
    },
    wins: (name, rep, segment) => bound.get(name)?.wins(rep, segment) ?? { won: 0, leads: 0, teamWon: 0, teamLeads: 0 },
  };
}

function issuesOf(plan: Plan, name: string, model: Model): readonly ModelIssue[] {
  const users = usersOf(plan, name);
  if (users === undefined) {
    return [error(name, 'unknown-model', `No rule of the policy says "by likelihood using ${name}".`)];
  }
  return [...segmentIssues(plan, name, model), ...shareIssues(name, model, users), ...repIssues(plan, name, model)];
}

/** The teams whose reps are picked by the model; undefined where no rule names it. */
function usersOf(plan: Plan, name: string): readonly PlanTeam[] | undefined {
  const teams = new Map<string, PlanTeam>();
  let used = false;
  for (const { action } of [...plan.rules, plan.otherwise]) {
    if (action.kind !== 'route') continue;
    const { strategy } = action.pick;
    if (strategy.kind !== 'likelihood' || strategy.model !== name) continue;
    used = true;
    const first = action.to.kind === 'split' ? action.to.arms.map(({ to }) => to) : [action.to];
    for (const target of [...first, ...action.fallback.map(({ to }) => to)]) {
      for (const team of teamsOf(plan, target)) teams.set(team.id, team);
    }
  }
  return used ? [...teams.values()] : undefined;
}

/** A value may turn out to be any team. */
function teamsOf(plan: Plan, target: PlanTarget): readonly PlanTeam[] {
  if (target.kind === 'team') return [target.team];
  return target.kind === 'team-value' ? [...plan.teams.values()] : [];
}

function segmentIssues(plan: Plan, name: string, { file }: Model): readonly ModelIssue[] {
  const { segmentBy } = file;
  if (segmentBy === undefined) return [];
  const slot = plan.lead.slots.get(segmentBy);
  const field = slot === undefined ? undefined : plan.lead.fields[slot];
  const what = `Its segments go by "${segmentBy}"`;
  if (field === undefined) return [error(name, 'unknown-field', `${what}, and the lead has no field of that name.`)];
  if (field.private) {
    const why = `${what}, which is private: who got the lead would tell what it holds.`;
    return [error(name, 'private-field', `${why} Name a field that is not.`)];
  }
  if (field.type.kind !== 'text' && field.type.kind !== 'choice') {
    return [error(name, 'not-text', `${what}, which is neither text nor a choice.`)];
  }
  return [];
}

function shareIssues(name: string, { file }: Model, teams: readonly PlanTeam[]): readonly ModelIssue[] {
  const hundredths = toHundredths(file.leastShare);
  return teams
    .filter(({ members }) => members.length * hundredths > 10_000)
    .map(({ id, members }) => {
      const most = Math.floor(10_000 / members.length) / 100;
      const words = `It promises each rep at least ${file.leastShare}% of the leads, and the team ${id} has ${members.length} reps: at most ${most}% can be promised there.`;
      return error(name, 'least-share', words);
    });
}

function repIssues(plan: Plan, name: string, { file }: Model): readonly ModelIssue[] {
  const unknown = [...new Set(file.rows.map(({ rep }) => rep).filter((rep) => !plan.reps.has(rep)))];
  if (unknown.length === 0) return [];
  const named = unknown.sort(compareCodePoints).slice(0, MAX_NAMED).join(', ');
  const more = unknown.length > MAX_NAMED ? ` and ${unknown.length - MAX_NAMED} more` : '';
  const words = `It counts leads of reps whom the policy does not have: ${named}${more}. They are part of everybody's rate and get no leads.`;
  return [{ model: name, severity: 'note', kind: 'unknown-reps', words }];
}

const MAX_NAMED = 5;

function error(model: string, kind: ModelIssue['kind'], words: string): ModelIssue {
  return { model, severity: 'error', kind, words };
}
