// `weight { … }` → weights that are no weights, reps whom the team does not have, and lines that never count.

import type { Action, WeightLine } from '../../ast/nodes.ts';
import type { Span } from '../../source/source.ts';
import { type Checking, problem } from '../checking.ts';
import { checkNumber } from '../literals.ts';
import { membersOf } from './members-of.ts';

/** Checks the lines of a weight. Without an action it is a default line, for whatever team a rule names. */
export function checkWeights(lines: readonly WeightLine[], action: Action | undefined, checking: Checking): void {
  const target =
    action?.kind === 'route-to' && action.target.kind === 'reading'
      ? checking.targets.get(action.target.id)
      : undefined;
  const members = target?.kind === 'team' ? membersOf(target.team, checking) : undefined;
  const team = target?.kind === 'team' ? target.team : '';
  const named = new Map<string, Span>();
  let rest: WeightLine | undefined;
  for (const line of lines) {
    const { weight, applies } = line;
    const number = checkNumber(weight, checking);
    if (number !== undefined && number < 0) {
      problem('FL306', weight.span, { what: 'A weight', number: weight.raw, bounds: '0 or more' }, checking);
    }
    if (rest !== undefined) {
      problem('FL523', line.span, { rep: undefined }, checking, {
        related: [{ span: rest.span, message: 'this line fits everybody:' }],
      });
      return;
    }
    if (applies.kind === 'otherwise') rest = line;
    if (applies.kind !== 'for') continue;
    for (const rep of applies.reps) {
      const earlier = named.get(rep.text);
      if (rep.text === '' || !checking.bindings.reps.has(rep.text)) continue;
      if (members !== undefined && !members.has(rep.text))
        problem('FL522', rep.span, { rep: rep.text, team }, checking);
      else if (earlier !== undefined) {
        const related = [{ span: earlier, message: 'the first weight of this rep:' }];
        problem('FL523', rep.span, { rep: rep.text }, checking, { related });
      }
      named.set(rep.text, earlier ?? rep.span);
    }
  }
}
