// The lists of a policy → names that are there twice, and lists that are not in the order the format states.

import { compareCodePoints } from '../compare.ts';
import type { Policy } from '../policy.ts';
import { walkPolicy } from '../walk.ts';
import { type At, quote, type Report, under } from './report.ts';

/** Checks that names are unique, and that what has no order of its own is in code-point order. */
export function checkOrder(policy: Policy, report: Report): void {
  sorted(policy.records, 'name', under(undefined, 'records'), report);
  sorted(policy.defines, 'name', under(undefined, 'defines'), report);
  for (const family of ['calendars', 'teams', 'reps', 'queues'] as const) {
    sorted<{ readonly id: string }, 'id'>(policy[family], 'id', under(undefined, family), report);
  }
  policy.teams.forEach((team, i) => {
    inCodePointOrder(team.members, under(undefined, 'teams', i, 'members'), report);
  });
  unique(policy.lead.fields, 'name', under(undefined, 'lead', 'fields'), report);
  policy.records.forEach((record, i) => {
    unique(record.fields, 'name', under(undefined, 'records', i, 'fields'), report);
  });
  unique(policy.repFields, 'name', under(undefined, 'repFields'), report);
  for (const family of ['enrichers', 'matches', 'tables', 'scores'] as const) {
    unique<{ readonly name: string }, 'name'>(policy[family], 'name', under(undefined, family), report);
  }
  unique(policy.route.rules, 'name', under(undefined, 'route', 'rules'), report);
  checkConditionIds(policy, report);
}

/** Each name once, and none is empty-handed: says where it stands the second time. */
function unique<T, K extends keyof T & string>(items: readonly T[], key: K, at: At, report: Report): void {
  const seen = new Set<T[K]>();
  items.forEach((item, i) => {
    if (seen.has(item[key])) report.add(under(at, i, key), 'duplicate', `${quote(String(item[key]))} is there twice`);
    seen.add(item[key]);
  });
}

function sorted<T extends { readonly [P in K]: string }, K extends keyof T & string>(
  items: readonly T[],
  key: K,
  at: At,
  report: Report,
): void {
  inCodePointOrder(
    items.map((item) => item[key]),
    at,
    report,
    key,
  );
}

/** Each text stands behind the one before it, by code point. */
function inCodePointOrder(texts: readonly string[], at: At, report: Report, ...key: readonly string[]): void {
  for (let i = 1; i < texts.length; i += 1) {
    const [before, here] = [texts[i - 1] ?? '', texts[i] ?? ''];
    const order = compareCodePoints(before, here);
    const place = under(at, i, ...key);
    if (order === 0) report.add(place, 'duplicate', `${quote(here)} is there twice`);
    if (order > 0) report.add(place, 'order', `${quote(here)} must stand before ${quote(before)}: code-point order`);
  }
}

function checkConditionIds(policy: Policy, report: Report): void {
  const seen = new Set<number>();
  walkPolicy(policy, {
    condition: ({ id }, place) => {
      if (seen.has(id)) {
        const where = place.kind === 'rule' ? `rule ${quote(place.rule)}` : `a ${place.kind}`;
        report.add(undefined, 'duplicate', `The condition number ${id}, in ${where}, is there twice`);
      }
      seen.add(id);
    },
  });
}
