// A compiled policy and a lead → records of its sources, of which some often match the lead.

import type { Condition, Match, Policy, RecordShape, Value } from '@fairlead/ir';
import fc from 'fast-check';
import { type OutsideLead, recordFor } from './lead.ts';
import { texts } from './vocabulary.ts';

/** Records as JSON by their source, in the order of the source. */
export type GeneratedRecords = Readonly<Record<string, readonly unknown[]>>;

/** What every match of the policy looks among. */
export function recordsFor(policy: Policy, lead: OutsideLead, atMs: number): fc.Arbitrary<GeneratedRecords> {
  const searched = policy.records.filter(({ name }) => policy.matches.some(({ record }) => record === name));
  const sources = searched.map((record) => [record.source, recordSet(policy, record, lead, atMs)] as const);
  return fc.record(Object.fromEntries(sources), { noNullPrototype: true });
}

function recordSet(
  policy: Policy,
  record: RecordShape,
  lead: OutsideLead,
  atMs: number,
): fc.Arbitrary<readonly unknown[]> {
  const matches = policy.matches.filter((match) => match.record === record.name);
  const links = matches.flatMap((match) => linksOf(match, policy, lead));
  const one = (everyLink: boolean): fc.Arbitrary<OutsideLead> =>
    fc
      .tuple(
        fc.constantFrom(...matches).chain(({ name }) => recordFor(policy, record, `${name}.`, atMs)),
        fc.array(fc.boolean(), { minLength: links.length, maxLength: links.length }),
        fc.boolean(),
      )
      .map(([drawn, taken, shouts]) => {
        const linked = links.flatMap(({ column, value, isText }, i) =>
          taken[i] === true || everyLink
            ? [[column, shouts && isText && typeof value === 'string' ? value.toUpperCase() : value] as const]
            : [],
        );
        return { ...complete(record, drawn), ...Object.fromEntries(linked) };
      });
  // Seldom more than the ten that a decision lists.
  const count = fc.oneof(
    { arbitrary: fc.nat({ max: 5 }), weight: 9 },
    { arbitrary: fc.integer({ min: 11, max: 14 }), weight: 1 },
  );
  return count
    .chain((many) => fc.array(one(many > 10), { minLength: many, maxLength: many }))
    .map((all) => (record.fields.some(({ name }) => name === 'id') ? numbered(record, all) : all));
}

/** What a record needs, where it was left out: else hardly one would be read. */
function complete(record: RecordShape, drawn: OutsideLead): OutsideLead {
  const needed = record.fields.filter(({ optional, type }) => !optional && type.kind === 'text');
  const missing = needed
    .map(({ column, name }) => column ?? name)
    .filter((key, i) => typeof drawn[key] !== 'string' && i === 0);
  return { ...drawn, ...Object.fromEntries(missing.map((key) => [key, texts[0]])) };
}

function numbered(record: RecordShape, all: readonly OutsideLead[]): readonly OutsideLead[] {
  const key = record.fields.find(({ name }) => name === 'id')?.column ?? 'id';
  return all.map((one, i) => ({ ...one, [key]: `R-${(i * 7 + 3) % (all.length === 4 ? 3 : 16)}` }));
}

interface Link {
  readonly column: string;
  /** Capitals make no difference. */
  readonly isText: boolean;
  readonly value: unknown;
}

/** What a record would have to say so that a line of the match holds. */
function linksOf(match: Match, policy: Policy, lead: OutsideLead): readonly Link[] {
  const record = policy.records.find(({ name }) => name === match.record);
  return match.lines.flatMap(({ when }) =>
    topLevel(when).flatMap((part): readonly Link[] => {
      if (part.kind !== 'like' && !(part.kind === 'compare' && part.operator === 'is')) return [];
      const [own, other] = isOwn(part.left, match) ? [part.left, part.right] : [part.right, part.left];
      if (own.kind !== 'match' || !isOwn(own, match)) return [];
      const field = record?.fields.find(({ name }) => name === own.path[0]);
      const value = submitted(other, policy, lead);
      return field === undefined || value === undefined
        ? []
        : [
            {
              column: field.column ?? field.name,
              value,
              isText: field.type.kind === 'text' || field.type.kind === 'rep',
            },
          ];
    }),
  );
}

function isOwn(value: Value, match: Match): boolean {
  return value.kind === 'match' && value.match === match.name;
}

function topLevel(condition: Condition): readonly Condition[] {
  return condition.kind === 'and' ? condition.of.flatMap(topLevel) : [condition];
}

/** What the lead says, as JSON. */
function submitted(value: Value, policy: Policy, lead: OutsideLead): unknown {
  if (value.kind === 'domain') {
    const of = submitted(value.of, policy, lead);
    return typeof of === 'string' ? of.split('@')[1] : undefined;
  }
  const [name] = value.kind === 'lead' && value.path.length === 1 ? value.path : [];
  const field = policy.lead.fields.find((each) => each.name === name);
  return field === undefined ? undefined : lead[field.column ?? field.name];
}
