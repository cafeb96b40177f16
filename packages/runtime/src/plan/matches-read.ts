// Turns a policy into which of its matches each rule reads, through whatever else it reads.

import { type Condition, type Place, type Policy, type PolicyVisitor, type Value, walkPolicy } from '@fairlead/ir';

/** By rule ("otherwise" is the ending): the matches that anything in it reads, through defines, tables, scores and other matches; by index, ascending. */
export function matchesRead(policy: Policy): (rule: string) => readonly number[] {
  const reads = partsRead(policy);
  return (rule) => {
    const seen = new Set<string>();
    const follow = (part: string): void => {
      if (seen.has(part)) return;
      seen.add(part);
      for (const inner of reads.get(part) ?? []) follow(inner);
    };
    follow(`rule ${rule}`);
    return policy.matches.flatMap(({ name }, index) => (seen.has(`match ${name}`) ? [index] : []));
  };
}

/** Which parts of the policy each part reads itself. */
function partsRead(policy: Policy): ReadonlyMap<string, ReadonlySet<string>> {
  const reads = new Map<string, Set<string>>();
  const note = (place: Place, part: string | undefined): void => {
    const reader = readerAt(place);
    if (part === undefined || reader === undefined) return;
    const parts = reads.get(reader) ?? new Set();
    reads.set(reader, parts.add(part));
  };
  const visitor: PolicyVisitor = {
    condition: (condition, place) => note(place, partOfCondition(condition)),
    value: (value, place) => note(place, partOfValue(value)),
  };
  walkPolicy(policy, visitor);
  return reads;
}

function readerAt(place: Place): string | undefined {
  switch (place.kind) {
    case 'define':
      return `define ${place.define}`;
    case 'match':
      return `match ${place.match}`;
    case 'table':
      return `table ${place.table}`;
    case 'score':
      return `score ${place.score}`;
    case 'rule':
      return `rule ${place.rule}`;
    default:
      return undefined;
  }
}

function partOfCondition(condition: Condition): string | undefined {
  if (condition.kind === 'define') return `define ${condition.define}`;
  return condition.kind === 'matched' ? `${condition.of} ${condition.name}` : undefined;
}

function partOfValue(value: Value): string | undefined {
  switch (value.kind) {
    case 'match':
      return `match ${value.match}`;
    case 'table':
      return `table ${value.table}`;
    case 'score':
      return `score ${value.score}`;
    default:
      return undefined;
  }
}
