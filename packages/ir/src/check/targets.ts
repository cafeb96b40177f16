// A target of a rule → whether there is such a rep, team or queue, and whether a value is one.

import type { Target } from '../policy.ts';
import { type At, type Report, under } from './report.ts';
import { checkName, checkValue, fits, type Scope, typeWords } from './values.ts';

/** Checks that a target exists, and that it is one. */
export function checkTarget(target: Target, at: At, scope: Scope, report: Report): void {
  const { names } = scope;
  if (target.kind === 'rep') {
    checkName('rep', target.rep, names.reps, under(at, 'rep'), report);
    return;
  }
  if (target.kind === 'team') {
    checkName('team', target.team, names.teams, under(at, 'team'), report);
    return;
  }
  if (target.kind === 'queue') {
    checkName('queue', target.queue, names.queues, under(at, 'queue'), report);
    return;
  }
  const type = checkValue(target.value, under(at, 'value'), scope, report);
  if (type !== undefined && !fits(type, target.as)) {
    report.add(under(at, 'value'), 'invariant', `A ${typeWords(type)} is no ${target.as}`);
  }
}
