// `respond within … working …` without a calendar → the reps who have no hours that could be counted.

import type { Clause, Clock, Otherwise, RouteBlock, Rule } from '../../ast/nodes.ts';
import type { Checking } from '../checking.ts';
import { reportNoHours } from './ladders.ts';
import { membersOf } from './members-of.ts';
import { fallbackOf } from './parts.ts';

type Respond = Extract<Clause, { readonly kind: 'respond' }>;

/** Reports working time that would be counted by the hours of somebody who has none, once for each `respond`. */
export function checkWorkingTime(route: RouteBlock, checking: Checking): void {
  const given = respondOf(route.defaults.map(({ clause }) => clause));
  const byDefault = new Set<string>();
  for (const rule of [...route.rules, ...route.otherwise]) {
    const own = respondOf(rule.clauses);
    const people = peopleOf(rule, checking);
    if (own !== undefined) report(own, people, checking);
    // Default lines are for rules that route; `otherwise` gets none.
    else if (rule.kind === 'rule' && rule.action.kind === 'route-to')
      for (const person of people.reps) byDefault.add(person);
  }
  if (given !== undefined) report(given, { reps: byDefault, queue: false }, checking);
}

function respondOf(clauses: readonly Clause[]): Respond | undefined {
  return clauses.find((clause) => clause.kind === 'respond');
}

interface People {
  readonly reps: ReadonlySet<string>;
  /** The rule's own target is a queue. */
  readonly queue: boolean;
}

/** The reps whom the text names as possible owners: values of the data can be anybody. */
function peopleOf({ action, clauses }: Rule | Otherwise, checking: Checking): People {
  const reps = new Set<string>();
  if (action.kind !== 'route-to') return { reps, queue: false };
  const { target } = action;
  const own = target.kind === 'split' ? target.arms.map((arm) => arm.target) : [target];
  for (const one of [...own, ...fallbackOf(clauses).map((entry) => entry.target)]) {
    const meaning = one.kind === 'reading' ? checking.targets.get(one.id) : undefined;
    if (meaning?.kind === 'rep') reps.add(meaning.rep);
    if (meaning?.kind === 'team') for (const rep of membersOf(meaning.team, checking)) reps.add(rep);
  }
  const first = target.kind === 'reading' ? checking.targets.get(target.id) : undefined;
  return { reps, queue: first?.kind === 'queue' };
}

function report({ within, ladder }: Respond, people: People, checking: Checking): void {
  const clock = [within, ...ladder.map((step) => step.after)].find(
    (one: Clock) => one.working && one.calendar === undefined,
  );
  if (clock === undefined) return;
  if (people.queue) {
    reportNoHours(clock, 'queue', [], checking);
    return;
  }
  const reps = [...people.reps].filter((rep) => hasNoHours(rep, checking));
  if (reps.length > 0) reportNoHours(clock, 'reps', reps, checking);
}

function hasNoHours(rep: string, { bindings }: Checking): boolean {
  const declaration = bindings.reps.get(rep);
  return declaration !== undefined && !declaration.member.entries.some((entry) => entry.kind === 'works');
}
