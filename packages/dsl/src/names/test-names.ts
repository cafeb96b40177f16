// Test blocks → what the names in them refer to, and tests of one name.

import { assertNever } from '@fairlead/ir';
import type { Expect, Field, Given, RecordBlock, TestBlock, ValueEntry } from '../ast/nodes.ts';
import { report } from '../diagnostics/report.ts';
import type { Referent } from './bindings.ts';
import { reportTwice } from './field-names.ts';
import { declaredAt, type Names, refer, replaceBy } from './names.ts';
import { unknownField } from './paths.ts';
import { resolveDatum } from './people-names.ts';
import { aKind } from './referent-words.ts';
import { suggest } from './suggest.ts';

/** Resolves all tests. */
export function resolveTests(names: Names): void {
  const { tests, leadFieldsByName, route } = names.declared;
  const first = new Map<string, TestBlock>();
  const rules = new Set((route?.rules ?? []).map((rule) => rule.name.value));
  for (const test of tests) {
    const earlier = first.get(test.name.value);
    if (earlier === undefined) first.set(test.name.value, test);
    else if (test.name.span.start !== test.name.span.end) {
      const related = [{ span: earlier.name.span, message: 'the first one:' }];
      names.problems.push(report('FL227', test.name.span, { name: test.name.value }, { related }));
    }
    resolveValues(test.lead, 'The lead', leadFieldsByName, (field) => ({ kind: 'lead-field', path: [field] }), names);
    for (const given of test.given) resolveGiven(given, names);
    for (const expect of test.expect) resolveExpect(expect, rules, names);
  }
}

function resolveValues(
  values: readonly ValueEntry[],
  owner: string,
  fields: ReadonlyMap<string, Field>,
  referent: (field: Field) => Referent,
  names: Names,
): void {
  for (const { name, value } of values) {
    const field = fields.get(name.text);
    if (field !== undefined) names.references.set(name.id, referent(field));
    else if (name.text !== '' && !names.part && names.declared.lead !== undefined) {
      unknownField(owner, name, [...fields.keys()], names);
    }
    if (field !== undefined) resolveDatum(value, field, names);
  }
  reportTwice(values, 'these values', ({ name }) => name.text || undefined, names);
}

function resolveGiven(given: Given, names: Names): void {
  switch (given.kind) {
    case 'given-away':
    case 'given-open':
      refer(given.rep, 'rep', names);
      return;
    case 'given-record': {
      const record = recordOf(given, names);
      if (record === undefined) return;
      names.references.set(given.record.id, { kind: 'record', record });
      const fields = new Map(record.fields.map((field) => [field.name.text, field]));
      const referent = (field: Field): Referent => ({ kind: 'record-field', record, field });
      resolveValues(given.values, `\`${given.record.text}\``, fields, referent, names);
      return;
    }
    case 'given-answer':
      if (isProvider(given, names)) {
        const referent = (field: Field): Referent => ({ kind: 'lead-field', path: [field] });
        resolveValues(given.values, 'The lead', names.declared.leadFieldsByName, referent, names);
      }
      return;
    case 'given-failure':
      isProvider(given, names);
      return;
    case 'broken':
      return;
    default:
      assertNever(given);
  }
}

/** A match stands for a record of its source, a record for itself. */
function recordOf({ record: name }: Extract<Given, { kind: 'given-record' }>, names: Names): RecordBlock | undefined {
  const { matches, records, recordsBySource, space } = names.declared;
  const match = matches.get(name.text);
  const record = match === undefined ? records.get(name.text) : recordsBySource.get(match.source.text);
  if (record !== undefined || match !== undefined || name.text === '') return record;
  const other = space.get(name.text)?.referent;
  if (other !== undefined) {
    const params = { name: name.text, found: aKind(other.kind), needed: 'a match or a record' };
    names.problems.push(report('FL203', name.span, params, { related: declaredAt(name.text, names) }));
  } else if (!names.part) {
    const suggestion = suggest(name.text, [...matches.keys(), ...records.keys()]);
    const params = { name: name.text, kind: 'match or record', suggestion };
    names.problems.push(report('FL202', name.span, params, { fixes: replaceBy(name.span, suggestion) }));
  }
  return undefined;
}

function isProvider(
  { provider: name }: Extract<Given, { kind: 'given-answer' | 'given-failure' }>,
  names: Names,
): boolean {
  const providers = [...names.declared.enrichers.values()].map((enricher) => enricher.provider.text);
  if (providers.includes(name.text)) return true;
  if (name.text !== '' && !names.part) {
    const suggestion = suggest(name.text, providers);
    const fixes = replaceBy(name.span, suggestion);
    names.problems.push(report('FL236', name.span, { name: name.text, suggestion }, { fixes }));
  }
  return false;
}

function resolveExpect(expect: Expect, rules: ReadonlySet<string>, names: Names): void {
  switch (expect.kind) {
    case 'expect-rep':
      refer(expect.rep, 'rep', names);
      return;
    case 'expect-team':
      refer(expect.team, 'team', names);
      return;
    case 'expect-queue':
      refer(expect.queue, 'queue', names);
      return;
    case 'expect-score':
      refer(expect.score, 'score', names);
      return;
    case 'expect-respond':
      if (expect.within.calendar !== undefined) refer(expect.within.calendar, 'calendar', names);
      return;
    case 'expect-rule':
      resolveRule(expect, rules, names);
      return;
    case 'expect-otherwise':
    case 'expect-nurture':
    case 'expect-reject':
    case 'expect-invalid':
    case 'broken':
      return;
    default:
      assertNever(expect);
  }
}

function resolveRule(
  { rule }: Extract<Expect, { kind: 'expect-rule' }>,
  rules: ReadonlySet<string>,
  names: Names,
): void {
  if (rules.has(rule.value) || rule.span.start === rule.span.end) return;
  if (names.part || names.declared.route === undefined) return;
  const suggestion = suggest(rule.value, [...rules]);
  const text = suggestion === undefined ? undefined : JSON.stringify(suggestion);
  const fixes = text === undefined ? [] : [{ title: `Write ${text}`, edits: [{ span: rule.span, text }] }];
  names.problems.push(report('FL235', rule.span, { name: rule.value, suggestion }, { fixes }));
}
