// A case → the same with a text in every private field that must be seen nowhere.

import type { Field, Policy, Type } from '@fairlead/ir';
import type { Case } from './case.ts';

/** Lower case, and part of no other text. */
export const MARK = 'hush7f3a';

/** Whether the policy has a private field that holds any text. */
export function hasMarks({ policy }: Case): boolean {
  return [policy.lead, ...policy.records].some(({ fields }) => fields.some(isMarkable));
}

/** Private texts, codes and addresses of the lead, of what it holds, of records and of answers, all with the mark. */
export function withMarks(given: Case): Case {
  const { policy, lead, around } = given;
  const sources = Object.entries(around.records).map(([source, rows]) => {
    const shape = policy.records.find((record) => record.source === source);
    return [source, rows.map((row) => marked(policy, shape?.fields ?? [], row, 'column'))];
  });
  const answers = Object.entries(around.answers).map(([name, answer]) =>
    answer.kind === 'answered'
      ? [name, { ...answer, values: marked(policy, policy.lead.fields, answer.values, 'name') }]
      : [name, answer],
  );
  return {
    ...given,
    // What was an object is one again.
    lead: marked(policy, policy.lead.fields, lead, 'column') as Case['lead'],
    around: { ...around, records: Object.fromEntries(sources), answers: Object.fromEntries(answers) },
  };
}

function isMarkable({ type, private: isPrivate }: Field): boolean {
  const one = type.kind === 'list' ? type.of : type;
  return isPrivate && (one.kind === 'text' || one.kind === 'code' || one.kind === 'email');
}

/** A value of the type with the mark in it. The domain of an address is not private. */
function markOf(type: Type, value: unknown): unknown {
  if (type.kind === 'list') return [markOf(type.of, ''), markOf(type.of, '')];
  return type.kind === 'email' ? `${MARK}@acme.example` : `${MARK} ${typeof value === 'string' ? value : ''}`;
}

function marked(policy: Policy, fields: readonly Field[], json: unknown, by: 'column' | 'name'): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return json;
  const changed = fields.flatMap((field): readonly (readonly [string, unknown])[] => {
    const key = by === 'column' ? (field.column ?? field.name) : field.name;
    // Checked above: an object.
    const value = (json as Readonly<Record<string, unknown>>)[key];
    if (value === undefined) return [];
    if (isMarkable(field)) return [[key, markOf(field.type, value)]];
    const { type } = field;
    const record = type.kind === 'record' ? policy.records.find(({ name }) => name === type.record) : undefined;
    return record === undefined ? [] : [[key, marked(policy, record.fields, value, by)]];
  });
  return { ...json, ...Object.fromEntries(changed) };
}
