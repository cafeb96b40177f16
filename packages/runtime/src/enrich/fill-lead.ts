// Turns a lead and what providers answered into the lead with what was missing filled in.
import { formatInstant } from '@fairlead/ir';
import type { EnrichResult } from '../decision.ts';
import type { LeadReading } from '../input/lead-reading.ts';
import { type FieldsReading, readFields } from '../input/read-fields.ts';
import type { Reader } from '../input/read-scalar.ts';
import { jsonOfFields } from '../plan/format-value.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanEnricher } from '../plan/plan-stages.ts';
import { isInstant, noteOfAnswer } from '../record/provider-answer.ts';
import { QUESTIONS } from '../record/questions.ts';
import type { RecordingWorld } from '../record/recording-world.ts';
import type { RuntimeValue } from '../values/runtime-value.ts';
import type { ProviderAnswer } from '../world.ts';
import { submitted, type ToAsk, toAsk } from './to-ask.ts';

/** The lead's values by slot after enrichment, and what each enricher came to, in text order. */
export interface Filled extends Pick<LeadReading, 'values'> {
  readonly enriched: readonly EnrichResult[];
}

/**
 * Fills only what the submitted lead does not say; the first enricher in the text wins. Values that are not as declared count as missing. What was
 * read is noted, private values masked: filling again from the notes gives the same, with marks in their place.
 */
export function fillLead(plan: Plan, reading: Pick<LeadReading, 'values'>, world: RecordingWorld): Filled {
  const { enrichers } = plan;
  if (enrichers.length === 0) return { values: reading.values, enriched: [] };
  const e = submitted(plan, reading, world);
  const values = [...reading.values];
  const enriched = enrichers.map((one): EnrichResult => {
    const ask = toAsk(one, e);
    if (ask.kind === 'not-asked') return notAsked(one, ask.why);
    const answer = knownAnswer(world, one);
    const read = answer?.kind === 'answered' ? readAnswer(plan, one, answer, ask, world) : NOTHING;
    world.note(QUESTIONS.enrich(one.enricher.name), noteOfAnswer(answer, jsonOfRead(plan, one, read), read.issues));
    return resultOf(one, answer, read, fillIn(one, read, values));
  });
  return { values, enriched };
}

const NOTHING: FieldsReading = { values: [], issues: [] };

/** The host's answer; one without a real instant counts as failed, since it could not be written down. */
function knownAnswer({ enrichment }: RecordingWorld, { enricher }: PlanEnricher): ProviderAnswer | undefined {
  const answer = enrichment?.answer(enricher.name);
  if (answer?.kind === 'failed') return { kind: 'failed', why: shortened(answer.why) };
  if (answer === undefined || answer.kind === 'late' || isInstant(answer.askedAtMs)) return answer;
  return { kind: 'failed', why: 'it was not said when it was asked' };
}

const MOST_WHY = 200;

function shortened(why: string): string {
  return why.slice(0, MOST_WHY).toWellFormed();
}

/** Only what was asked for is looked at. What comes from a decision was fine then; if it is not, it was changed, and counts as missing. */
function readAnswer(
  plan: Plan,
  { shape }: PlanEnricher,
  { values, cells, recorded }: Extract<ProviderAnswer, { readonly kind: 'answered' }>,
  { wanted }: Extract<ToAsk, { readonly kind: 'ask' }>,
  world: RecordingWorld,
): FieldsReading {
  const row = Object.fromEntries(
    wanted.flatMap((index) => {
      const name = shape.fields[index]?.name ?? '';
      return Object.hasOwn(values, name) ? [[name, values[name]]] : [];
    }),
  );
  const reader: Reader = {
    plan,
    how: recorded !== undefined ? 'own' : cells === true ? 'csv' : 'json',
    domains: world.unnotedDomains,
    writtenTimes: NO_WRITTEN_TIMES,
    restoring: recorded !== undefined,
  };
  const read = readFields(reader, shape, row, { prefix: '', isPrivate: false, depth: 0 });
  return { values: read.values, issues: recorded?.issues ?? read.issues };
}

/** Fields of providers have no patterns. */
const NO_WRITTEN_TIMES = { parseWritten: (): undefined => undefined };

function jsonOfRead(plan: Plan, { shape }: PlanEnricher, { values }: FieldsReading): ReturnType<typeof jsonOfFields> {
  return jsonOfFields(plan, shape, values);
}

/** Puts what is known where nothing is; gives the names of the fields that were filled. */
function fillIn({ fill, shape }: PlanEnricher, read: FieldsReading, values: (RuntimeValue | undefined)[]): string[] {
  return fill.flatMap((slot, index) => {
    const value = read.values[index];
    if (value === undefined || values[slot] !== undefined) return [];
    values[slot] = value;
    return shape.fields[index]?.name ?? [];
  });
}

function notAsked(
  { enricher }: PlanEnricher,
  why: Extract<ToAsk, { readonly kind: 'not-asked' }>['why'],
): EnrichResult {
  return { ...namesOf(enricher), kind: 'not-asked', why: WHY_NOT[why], filled: [], issues: [] };
}

const WHY_NOT: { readonly [why in Extract<ToAsk, { readonly kind: 'not-asked' }>['why']]: string } = {
  'no-key': 'the lead does not say what to ask by',
  'nothing-to-fill': 'the lead says all of it itself',
};

function resultOf(
  { enricher }: PlanEnricher,
  answer: ProviderAnswer | undefined,
  { issues }: FieldsReading,
  filled: readonly string[],
): EnrichResult {
  const names = namesOf(enricher);
  if (answer === undefined)
    return { ...names, kind: 'not-asked', why: 'no such provider is there', filled: [], issues: [] };
  switch (answer.kind) {
    case 'answered':
      return { ...names, kind: 'answered', asked: formatInstant(answer.askedAtMs), filled, issues };
    case 'nothing':
      return { ...names, kind: 'nothing', asked: formatInstant(answer.askedAtMs), filled: [], issues: [] };
    case 'failed':
      return { ...names, kind: 'failed', why: answer.why, filled: [], issues: [] };
    default:
      return { ...names, kind: 'late', filled: [], issues: [] };
  }
}

function namesOf({ name, provider }: PlanEnricher['enricher']): Pick<EnrichResult, 'enricher' | 'provider'> {
  return { enricher: name, provider };
}
