// Splits of a policy → shares that do not total 100%, arms that are one, keys that may be missing, and ids that two of them share.

import { canonicalJson } from '../canonical.ts';
import type { Value } from '../conditions.ts';
import type { Policy, Split } from '../policy.ts';
import { valueParts } from '../walk.ts';
import type { Names } from './names.ts';
import { checkPercent, hundredths } from './percent.ts';
import { type At, quote, type Report, under } from './report.ts';
import { checkTarget } from './targets.ts';
import { checkValue, comparedAs, type Scope, typeWords } from './values.ts';

/** Checks a split. */
export function checkSplit({ by, arms }: Split, at: At, scope: Scope, report: Report): void {
  if (by !== undefined) checkKey(by, under(at, 'by'), scope, report);
  const seen = new Set<string>();
  arms.forEach(({ share, to }, i) => {
    const place = under(at, 'arms', i);
    checkPercent(share, 0, under(place, 'share'), report);
    checkTarget(to, under(place, 'to'), scope, report);
    const key = canonicalJson(to);
    if (seen.has(key)) report.add(under(place, 'to'), 'duplicate', 'Another arm leads there already');
    seen.add(key);
  });
  const total = arms.reduce((sum, { share }) => sum + (hundredths(share) ?? Number.NaN), 0);
  if (!Number.isNaN(total) && total !== 10_000) report.add(under(at, 'arms'), 'invariant', 'Shares total 100');
}

/** Checks that no two splits share an id: it is the pool of their rotation and the salt of their hash. */
export function checkSplitIds({ route }: Policy, report: Report): void {
  const seen = new Set<string>();
  const look = ({ action }: Policy['route']['otherwise'], at: At): void => {
    if (action.kind !== 'route' || action.to.kind !== 'split') return;
    const { id } = action.to;
    const place = under(at, 'action', 'to', 'id');
    if (seen.has(id)) report.add(place, 'duplicate', `${quote(id)} is there twice`);
    seen.add(id);
  };
  route.rules.forEach((rule, i) => {
    look(rule, under(undefined, 'route', 'rules', i));
  });
  look(route.otherwise, under(undefined, 'route', 'otherwise'));
}

function checkKey(by: Value, at: At, scope: Scope, report: Report): void {
  const type = checkValue(by, at, scope, report);
  if (type === undefined) return;
  if (comparedAs(type) === undefined) report.add(at, 'invariant', `A ${typeWords(type)} is no key`);
  else if (mayBeMissing(by, scope.names)) report.add(at, 'invariant', 'A key is never missing');
}

/** Whether there are leads for which the value is missing. */
function mayBeMissing(value: Value, names: Names): boolean {
  switch (value.kind) {
    case 'constant':
    case 'score':
      return false;
    case 'lead':
      return isOptional(value.path, names);
    case 'sum':
    case 'product':
    // Every rep has a home team.
    case 'team-of':
      return valueParts(value).some((part) => mayBeMissing(part, names));
    default:
      return true;
  }
}

function isOptional(path: readonly string[], names: Names): boolean {
  let fields = names.lead;
  for (const name of path) {
    const field = fields.get(name);
    if (field === undefined || field.optional) return true;
    const { type } = field;
    fields = (type.kind === 'record' ? names.records.get(type.record) : undefined) ?? new Map();
  }
  return false;
}
