// The targets of rules, splits, fallbacks and ladders → what each is: a rep, a team, a queue, or a value that is a rep or a team.

import type { Action, Broken, Clause, LadderStep, Otherwise, Reading, Rule, Target } from '../../ast/nodes.ts';
import { type Checking, problem } from '../checking.ts';
import type { TargetMeaning } from '../types.ts';
import { checkValue } from '../values.ts';
import { typeWords, valueWords } from '../words.ts';
import { membersOf } from './members-of.ts';
import { reportPrivate } from './private.ts';

/** Notes what every target of a rule is. */
export function checkTargets({ action, clauses }: Rule | Otherwise, checking: Checking): void {
  for (const reading of targetsOf(action, clauses)) checkTarget(reading, checking);
}

/** The targets of an action and its clauses, in text order of their kinds. */
function targetsOf(action: Action, clauses: readonly Clause[]): readonly Reading[] {
  const targets: (Target | Broken)[] = [];
  if (action.kind === 'route-to') {
    const { target } = action;
    if (target.kind === 'split') targets.push(...target.arms.map((arm) => arm.target));
    else targets.push(target);
  }
  for (const clause of clauses) {
    if (clause.kind === 'fallback') targets.push(...clause.entries.map((entry) => entry.target));
    if (clause.kind === 'respond') targets.push(...ladderTargets(clause.ladder));
  }
  return targets.filter((target) => target.kind === 'reading');
}

/** The targets of the steps of a ladder. */
export function ladderTargets(ladder: readonly LadderStep[]): readonly Reading[] {
  return ladder.flatMap(({ step }) => (step.kind === 'route-to' ? [step.target] : []));
}

/** Notes what a target is, or reports why nobody could get a lead there. */
export function checkTarget(reading: Reading, checking: Checking): void {
  const meaning = meaningOf(reading, checking);
  if (meaning === undefined) return;
  checking.targets.set(reading.id, meaning);
  if (meaning.kind === 'value') reportPrivate(reading, 'target', checking);
  if (meaning.kind === 'team' && !checking.part && membersOf(meaning.team, checking).size === 0) {
    problem('FL525', reading.span, { team: meaning.team }, checking);
  }
}

function meaningOf(reading: Reading, checking: Checking): TargetMeaning | undefined {
  const referent = reading.of === undefined ? checking.bindings.references.get(reading.path.id) : undefined;
  switch (referent?.kind) {
    case 'rep':
      return { kind: 'rep', rep: referent.rep.name };
    case 'team':
      return { kind: 'team', team: referent.team.name.text };
    case 'queue':
      return { kind: 'queue', queue: referent.queue.name.text };
    default: {
      const type = checkValue(reading, checking);
      if (type.kind === 'rep' || type.kind === 'team') return { kind: 'value', as: type.kind };
      if (type.kind !== 'unknown') {
        problem('FL518', reading.span, { value: valueWords(reading), type: typeWords(type) }, checking);
      }
      return undefined;
    }
  }
}
