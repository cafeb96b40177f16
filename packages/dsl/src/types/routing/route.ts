// The route block and the queues → everything that routing asks of them.

import type { QueueBlock, RouteBlock } from '../../ast/nodes.ts';
import { type Checking, isAbsent, problem } from '../checking.ts';
import { checkValue } from '../values.ts';
import { checkClauses, checkDefaults } from './clauses.ts';
import { checkClaim } from './ladders.ts';
import { reportPrivate } from './private.ts';
import { checkRules } from './rules.ts';
import { checkOrdered } from './strategies.ts';
import { checkTarget, checkTargets, ladderTargets } from './targets.ts';
import { checkWorkingTime } from './working-time.ts';

/** Checks all routes and queues. The conditions and values in them must have been checked. */
export function checkRouting(checking: Checking): void {
  for (const declaration of checking.bindings.files.flatMap((file) => file.declarations)) {
    if (declaration.kind === 'queue') checkQueue(declaration, checking);
    if (declaration.kind === 'route') checkRoute(declaration, checking);
  }
}

function checkQueue(queue: QueueBlock, checking: Checking): void {
  for (const entry of queue.entries) {
    if (entry.kind === 'claim') {
      for (const target of ladderTargets(entry.ladder)) checkTarget(target, checking);
      checkClaim(entry, checking);
    } else {
      checkValue(entry.value, checking);
      if (checkOrdered(entry.value, 'priority', checking)) reportPrivate(entry.value, 'priority', checking);
    }
  }
}

function checkRoute(route: RouteBlock, checking: Checking): void {
  const defaults = route.defaults.map(({ clause }) => clause);
  for (const clause of defaults) {
    if (clause.kind === 'respond') for (const target of ladderTargets(clause.ladder)) checkTarget(target, checking);
  }
  const endings = [...route.rules, ...route.otherwise];
  for (const ending of endings) checkTargets(ending, checking);
  checkDefaults(defaults, checking);
  for (const ending of endings) checkClauses(ending, checking);
  for (const { action } of endings) {
    const text = action.kind === 'nurture' ? action.track : action.kind === 'reject' ? action.reason : undefined;
    if (text !== undefined && !isAbsent(text) && text.value.trim() === '') {
      problem('FL365', text.span, { what: action.kind === 'nurture' ? 'The name of a track' : 'A reason' }, checking);
    }
  }
  checkRules(route, checking);
  checkWorkingTime(route, checking);
}
