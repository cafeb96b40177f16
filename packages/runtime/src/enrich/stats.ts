// Decisions and later corrections → how often each provider answered, what it filled, and how much of that was right.

import { compareCodePoints, foldText, parseInstant } from '@fairlead/ir';
import type { Decision, EnrichResult, JsonValue } from '../decision.ts';
import { readFields } from '../input/read-fields.ts';
import type { Reader } from '../input/read-scalar.ts';
import type { PlanField } from '../plan/evaluation.ts';
import { jsonOfFields } from '../plan/format-value.ts';
import type { Plan } from '../plan/plan.ts';
import { answerOfNote } from '../record/provider-answer.ts';
import { QUESTIONS } from '../record/questions.ts';

/** A field that somebody put right. `value`: absent where it is private; null: it should be missing. */
export interface Correction {
  readonly lead: string;
  readonly field: string;
  readonly value?: JsonValue;
  readonly at: string;
}

/** What is known of one provider. */
export interface ProviderStats {
  readonly provider: string;
  /** Leads about which it was asked; each is one of the four below. */
  readonly asked: number;
  readonly answered: number;
  readonly nothing: number;
  readonly late: number;
  readonly failed: number;
  /** Of those it answered or knew nothing of: how often by an answer from before the decision. */
  readonly earlier: number;
  /** Leads about which it was not asked. */
  readonly notAsked: number;
  /** In code-point order of the fields. */
  readonly fields: readonly FieldStats[];
}

/** How often a provider filled one field. */
export interface FieldStats {
  readonly field: string;
  readonly isPrivate: boolean;
  /** Leads that did not say it, and about which the provider was asked. */
  readonly wanted: number;
  readonly filled: number;
  /** Values that were not as declared and were not used. */
  readonly refused: number;
  /** Filled values on which somebody had a word later; and how many of them they left as they were. Of private fields nobody knows the latter. */
  readonly checked: number;
  readonly right: number;
}

/** Counts. */
export interface EnrichStats {
  /** `plan`: of the policy that decided, where it is at hand; without one, fields that were never filled are not known. */
  readonly add: (decision: Decision, plan: Plan | undefined) => void;
  /** In code-point order of the providers. */
  readonly report: () => readonly ProviderStats[];
}

/** Starts counting. Decisions that were made again from what was known (reassigned, released) are left out: nobody was asked. */
export function enrichStats(corrections: Iterable<Correction> = []): EnrichStats {
  const byLead = correctionsByLead(corrections);
  const providers = new Map<string, Counted>();
  return {
    add: (decision, plan) => {
      if (decision.again !== undefined && decision.again.cause !== 'changed') return;
      for (const result of decision.enriched) {
        const counted = providers.get(result.provider) ?? nothingCounted();
        providers.set(result.provider, counted);
        countResult(counted, decision, result);
        for (const name of fieldsOf(result, plan)) {
          const field = counted.fields.get(name) ?? noField();
          counted.fields.set(name, field);
          countField(field, name, decision, result, plan, byLead.get(decision.lead)?.get(name));
        }
      }
    },
    report: () =>
      [...providers].sort(byName).map(([provider, { fields, ...counts }]) => ({
        provider,
        ...counts,
        fields: [...fields].sort(byName).map(([field, one]) => ({ field, ...one })),
      })),
  };
}

type Writable<T> = { -readonly [key in keyof T]: T[key] };
type Counted = Writable<Omit<ProviderStats, 'provider' | 'fields'>> & { readonly fields: Map<string, CountedField> };
type CountedField = Writable<Omit<FieldStats, 'field'>>;

function nothingCounted(): Counted {
  return { asked: 0, answered: 0, nothing: 0, late: 0, failed: 0, earlier: 0, notAsked: 0, fields: new Map() };
}

function noField(): CountedField {
  return { isPrivate: false, wanted: 0, filled: 0, refused: 0, checked: 0, right: 0 };
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return compareCodePoints(a, b);
}

/** By lead and field the last one; of several at one instant the last that came. */
function correctionsByLead(corrections: Iterable<Correction>): ReadonlyMap<string, ReadonlyMap<string, Correction>> {
  const byLead = new Map<string, Map<string, Correction>>();
  for (const one of corrections) {
    const fields = byLead.get(one.lead) ?? new Map<string, Correction>();
    byLead.set(one.lead, fields);
    const earlier = fields.get(one.field);
    if (earlier === undefined || msOf(earlier.at) <= msOf(one.at)) fields.set(one.field, one);
  }
  return byLead;
}

function msOf(instant: string): number {
  return parseInstant(instant) ?? 0;
}

function countResult(counted: Counted, { at }: Decision, { kind, asked }: EnrichResult): void {
  if (kind === 'not-asked') {
    counted.notAsked += 1;
    return;
  }
  counted.asked += 1;
  counted[kind] += 1;
  if (asked !== undefined && msOf(asked) < msOf(at)) counted.earlier += 1;
}

function fieldsOf({ enricher, filled, issues }: EnrichResult, plan: Plan | undefined): readonly string[] {
  const fill = plan?.policy.enrichers.find(({ name }) => name === enricher)?.fill;
  return fill ?? [...new Set([...filled, ...issues.map(({ field }) => topField(field))])];
}

/** Issues name what is wrong inside of a field, too: `headquarters.city`, `tags[2]`. */
function topField(path: string): string {
  return path.replace(/[.[].*$/s, '');
}

function countField(
  counted: CountedField,
  name: string,
  decision: Decision,
  { enricher, kind, filled, issues }: EnrichResult,
  plan: Plan | undefined,
  correction: Correction | undefined,
): void {
  if (kind === 'not-asked') return;
  const field = plan?.lead.fields[plan.lead.slots.get(name) ?? -1];
  if (!Object.hasOwn(decision.inputs.lead, name)) counted.wanted += 1;
  if (issues.some((issue) => topField(issue.field) === name)) counted.refused += 1;
  if (field?.private === true) counted.isPrivate = true;
  if (!filled.includes(name)) return;
  counted.filled += 1;
  if (correction === undefined || msOf(correction.at) < msOf(decision.at)) return;
  counted.checked += 1;
  const note = decision.inputs.answers[QUESTIONS.enrich(enricher)];
  const answer = note === undefined ? undefined : answerOfNote(note);
  const value = answer?.kind === 'answered' ? answer.values[name] : undefined;
  if (value !== undefined && isSame(value, correction.value, field, plan)) counted.right += 1;
}

/** Whether both are the same value of the field, however they are written. Nothing is the same as a private one. */
function isSame(
  filled: JsonValue,
  corrected: JsonValue | undefined,
  field: PlanField | undefined,
  plan: Plan | undefined,
): boolean {
  if (corrected === undefined || corrected === null || field?.private === true) return false;
  const text = field === undefined || plan === undefined ? plainText(corrected) : textOf(plan, field, corrected);
  return (
    text !== undefined &&
    text === (field === undefined || plan === undefined ? plainText(filled) : textOf(plan, field, filled))
  );
}

/** The value as it is read as one of the field, folded; undefined for what is none. */
function textOf(plan: Plan, field: PlanField, value: JsonValue): string | undefined {
  const { written: _, ...rest } = field;
  const one: PlanField = { ...rest, column: field.name, optional: true };
  const shape = { slots: new Map([[field.name, 0]]), fields: [one], blank: plan.lead.blank };
  const { values } = readFields(
    readerOf(plan),
    shape,
    { [field.name]: value },
    { prefix: '', isPrivate: false, depth: 0 },
  );
  const json = jsonOfFields(plan, shape, values)[field.name];
  if (json === undefined) return undefined;
  return field.type.kind === 'code' ? JSON.stringify(json) : plainText(json);
}

/** As cells are read: `250` and `"250"` are both 250. */
const readerOf = (plan: Plan): Reader => ({
  plan,
  how: 'csv',
  domains: { registrable: () => undefined, isFreeMail: () => false },
  writtenTimes: { parseWritten: () => undefined },
  restoring: false,
});

function plainText(value: JsonValue): string {
  return foldText(typeof value === 'string' ? value : JSON.stringify(value));
}
