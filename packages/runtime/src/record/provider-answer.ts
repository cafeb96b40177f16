// Turns what an enricher's provider said, as the engine read it, into the note on the decision, and the note back into an answer.

import { formatInstant, isJsonObject, parseInstant } from '@fairlead/ir';
import type { Issue, JsonValue } from '../decision.ts';
import type { ProviderAnswer } from '../world.ts';

/** An answer as it is noted: `values` as they were read, private ones masked. Null where nobody was asked. */
export function noteOfAnswer(
  answer: ProviderAnswer | undefined,
  values: { readonly [field: string]: JsonValue },
  issues: readonly Issue[],
): JsonValue {
  if (answer === undefined) return null;
  switch (answer.kind) {
    case 'answered':
      return {
        kind: 'answered',
        askedAtMs: answer.askedAtMs,
        values,
        ...(issues.length === 0 ? {} : { issues: issues.map((issue) => ({ ...issue })) }),
      };
    case 'nothing':
      return { kind: 'nothing', askedAtMs: answer.askedAtMs };
    case 'failed':
      return { kind: 'failed', why: answer.why };
    default:
      return { kind: 'late' };
  }
}

/** The answer that a note says; undefined for a note that nobody wrote so. */
export function answerOfNote(note: JsonValue): ProviderAnswer | undefined {
  if (!isJsonObject(note)) return undefined;
  const { kind, askedAtMs, values, issues, why } = note;
  switch (kind) {
    case 'answered':
      return isInstant(askedAtMs) && isJsonObject(values) && (issues === undefined || isIssues(issues))
        ? { kind, askedAtMs, values, recorded: { issues: issues ?? [] } }
        : undefined;
    case 'nothing':
      return isInstant(askedAtMs) ? { kind, askedAtMs } : undefined;
    case 'failed':
      return typeof why === 'string' ? { kind, why } : undefined;
    case 'late':
      return { kind };
    default:
      return undefined;
  }
}

/** Whether a number is an instant that can be written. */
export function isInstant(value: unknown): value is number {
  return Number.isSafeInteger(value) && parseInstant(formatInstant(Number(value))) === value;
}

type JsonObject = { readonly [key: string]: JsonValue };

function isIssues(value: JsonValue): value is readonly (JsonObject & Issue)[] {
  return Array.isArray(value) && value.every(isIssue);
}

function isIssue(value: JsonValue): boolean {
  if (!isJsonObject(value)) return false;
  const { field, kind, expected, held } = value;
  const texts = [field, kind, expected, held ?? ''];
  return texts.every((text) => typeof text === 'string') && value['fatal'] === false;
}
