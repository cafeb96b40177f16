// Turns a policy into its rules and its ending, in the order in which they are tried.
import type { Ending } from '@fairlead/ir';
import type { Revisit } from './revisit.ts';

/** A rule or the ending, with its place among those that are tried. */
export interface Candidate {
  readonly name: string;
  readonly ending: Ending;
  readonly index: number;
}

/** The rules, then the ending, called "otherwise". */
export function candidates({ plan }: Revisit): readonly Candidate[] {
  const { rules, otherwise } = plan.policy.route;
  return [...rules.map((rule) => ({ name: rule.name, ending: rule })), { name: 'otherwise', ending: otherwise }].map(
    (one, index) => ({ ...one, index }),
  );
}
