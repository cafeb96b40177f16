// A rule → the matches that anything in it reads, through defines, tables, scores and other matches.

import { type Condition, type Policy, type Value, walkCondition, walkPolicy, walkValue } from '@fairlead/ir';

/** `rule`: the name of a rule, or "otherwise". */
export function matchesRead(policy: Policy, rule: string): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const once = (key: string, look: () => void): void => {
    if (seen.has(key)) return;
    seen.add(key);
    look();
  };
  const condition = (of: Condition): void => {
    if (of.kind === 'define')
      once(`define ${of.define}`, () => {
        for (const { name, condition: inner } of policy.defines) if (name === of.define) walkCondition(inner, visitor);
      });
    if (of.kind === 'matched') of.of === 'match' ? matched(of.name) : looked(of.name);
  };
  const value = (of: Value): void => {
    if (of.kind === 'match') matched(of.match);
    if (of.kind === 'table') looked(of.table);
    if (of.kind === 'score')
      once(`score ${of.score}`, () => {
        for (const { name, lines } of policy.scores)
          if (name === of.score) for (const { when } of lines) walkCondition(when, visitor);
      });
  };
  const visitor = { condition, value };
  const looked = (name: string): void =>
    once(`table ${name}`, () => {
      for (const table of policy.tables)
        if (table.name === name) for (const key of table.keys) walkValue(key.value, visitor);
    });
  const matched = (name: string): void =>
    once(`match ${name}`, () => {
      found.add(name);
      for (const match of policy.matches) {
        if (match.name !== name) continue;
        for (const { when } of match.lines) walkCondition(when, visitor);
        for (const prefer of match.prefer) {
          if (prefer.kind === 'condition') walkCondition(prefer.condition, visitor);
          else walkValue(prefer.value, visitor);
        }
      }
    });
  walkPolicy(policy, {
    condition: (of, place) => {
      if (place.kind === 'rule' && place.rule === rule) condition(of);
    },
    value: (of, place) => {
      if (place.kind === 'rule' && place.rule === rule) value(of);
    },
  });
  return found;
}
