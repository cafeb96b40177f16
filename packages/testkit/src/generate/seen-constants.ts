// A compiled policy → the constants that each lead field is compared with: what is interesting to try.

import {
  type ComparedAs,
  type Condition,
  type Constant,
  type Duration,
  type Needles,
  type Policy,
  type Value,
  walkPolicy,
} from '@fairlead/ir';

/** By the field's path, `country` or `parent.tier`. */
export type SeenConstants = ReadonlyMap<string, SeenOf>;

export interface SeenOf {
  readonly constants: readonly Constant[];
  /** Ages and windows. */
  readonly durations: readonly Duration[];
}

export function seenConstants(policy: Policy): SeenConstants {
  const seen = new Map<string, { constants: Constant[]; durations: Duration[] }>();
  walkPolicy(policy, {
    condition: (condition) => {
      const { constants, durations } = partsOf(condition);
      for (const path of leadPaths(condition)) {
        const found = seen.get(path) ?? { constants: [], durations: [] };
        seen.set(path, found);
        found.constants.push(...constants);
        found.durations.push(...durations);
      }
    },
  });
  for (const { keys, rows } of policy.tables) {
    for (const [i, { value, as }] of keys.entries()) {
      for (const path of pathsOf(value)) {
        const found = seen.get(path) ?? { constants: [], durations: [] };
        seen.set(path, found);
        found.constants.push(...rows.flatMap((row) => cellConstants(row.keys[i] ?? '', as)));
      }
    }
  }
  return seen;
}

/** `1_200`, `2k`, `1.5M`, `25%`, `500 USD`. */
function numberConstants(cell: string): readonly Constant[] {
  const [, digits = '', unit = ''] = /^(-?[\d_]+(?:\.\d+)?)(k|M|%)?(?: [A-Z]{3})?$/.exec(cell) ?? [];
  const factor = unit === 'k' ? 1000 : unit === 'M' ? 1_000_000 : unit === '%' ? 0.01 : 1;
  return digits === '' ? [] : [{ kind: 'number', number: Number(digits.replaceAll('_', '')) * factor }];
}

/** What stands in a cell, both ends of a range, and what begins as it says. */
function cellConstants(cell: string, as: ComparedAs): readonly Constant[] {
  const parts = cell.split(/\||\.\./).filter((part) => part !== '*' && part !== 'missing');
  return parts.flatMap((part): readonly Constant[] => {
    if (as === 'text' || as === 'code') return [{ kind: 'text', text: part.replace(/\*$/, '') }];
    if (as === 'number') return numberConstants(part);
    return as === 'date' ? [{ kind: 'date', date: part }] : [];
  });
}

/** The lead fields that an atom reads; none of anything else. */
function leadPaths(condition: Condition): readonly string[] {
  if (condition.kind === 'compare') return [...pathsOf(condition.left), ...pathsOf(condition.right)];
  return 'value' in condition ? pathsOf(condition.value) : [];
}

function pathsOf(value: Value): readonly string[] {
  switch (value.kind) {
    case 'lead':
      return [value.path.join('.')];
    case 'match':
      return [[value.match, ...value.path].join('.')];
    case 'sum':
    case 'product':
      return value.of.flatMap(pathsOf);
    case 'domain':
      return pathsOf(value.of);
    case 'rating':
      return pathsOf(value.by);
    default:
      return [];
  }
}

function partsOf(condition: Condition): SeenOf {
  switch (condition.kind) {
    case 'compare':
      return { constants: [...constantsOf(condition.left), ...constantsOf(condition.right)], durations: [] };
    case 'in-range':
      return { constants: [condition.from, condition.to], durations: [] };
    case 'in-list':
      return { constants: condition.members, durations: [] };
    case 'text':
    case 'includes':
      return { constants: needlesOf(condition.needles), durations: [] };
    case 'signals':
      return {
        constants: needlesOf(condition.needles),
        durations: condition.withinLast === undefined ? [] : [condition.withinLast],
      };
    case 'age':
      return { constants: [], durations: [condition.duration] };
    default:
      return { constants: [], durations: [] };
  }
}

function needlesOf(needles: Needles): readonly Constant[] {
  if (needles.quantifier === 'one') return constantsOf(needles.value);
  return 'members' in needles ? needles.members : [];
}

function constantsOf(value: Value): readonly Constant[] {
  return value.kind === 'constant' ? [value.constant] : [];
}
