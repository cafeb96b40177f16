// Turns a field's type into plain words for what is expected there, with an example.

import { assertNever, type Type } from '@fairlead/ir';
import type { IssueKind } from '../decision.ts';
import type { PlanField } from '../plan/evaluation.ts';

/** The most characters of a text, items of a list, and records within records that are read. */
export const LIMITS = { text: 100_000, json: 1_000_000, items: 10_000, depth: 16 } as const;

/** How a lead arrives. `own`: by field names, in the language's own writing, as compiled tests and recorded leads are. */
export type How = 'json' | 'csv' | 'own';

/** What is expected of a field, given what went wrong and what it held: "a whole number, such as 250". */
export function expectedWords(field: PlanField, how: How, problem: IssueKind, held?: unknown): string {
  if (problem === 'too-many-digits') {
    return 'a number of at most 15 digits (ids with more are declared as code, and written in quotes)';
  }
  if (problem === 'too-long') return longestWords(field.type);
  if (problem === 'ambiguous-rep') return 'the id of one rep: several have this name';
  const { written } = field;
  if (written !== undefined && how !== 'own') {
    const words = writtenWords(field.type, written);
    return field.type.kind === 'list' ? `a list, each item ${words}` : words;
  }
  const isQuoted = how === 'json' && typeof held === 'string' && /^\s*(-?\d+(\.\d+)?|true|false)\s*$/.test(held);
  return isQuoted ? (unquotedWords(field.type) ?? typeWords(field.type, how)) : typeWords(field.type, how);
}

/** For those who put a number into quotes: an issue shows what was held without them. */
function unquotedWords(type: Type): string | undefined {
  switch (type.kind) {
    case 'number':
      return 'a number without quotes, such as 1200.5';
    case 'count':
      return 'a whole number without quotes, such as 250';
    case 'money':
      return `an amount in ${type.currency} without quotes, such as 50000`;
    case 'flag':
      return 'true or false, without quotes';
    default:
      return undefined;
  }
}

function longestWords(type: Type): string {
  if (type.kind === 'list' || type.kind === 'signals' || type.kind === 'ratings') return 'at most 10,000 items';
  return type.kind === 'record' ? 'records within records at most 16 deep' : 'at most 100,000 characters';
}

function writtenWords(type: Type, written: NonNullable<PlanField['written']>): string {
  switch (written.kind) {
    case 'time':
      return `a ${type.kind === 'time' ? 'date and time' : 'date'} written like ${written.pattern}`;
    case 'number':
      return `${type.kind === 'count' ? 'a whole number' : 'a number'} written like ${sampleOf(written, type)}`;
    case 'flag':
      return `${JSON.stringify(written.yes)} or ${JSON.stringify(written.no)}`;
    default:
      return assertNever(written);
  }
}

type WrittenNumber = Extract<NonNullable<PlanField['written']>, { readonly kind: 'number' }>;

function sampleOf({ prefix, suffix, group, decimal }: WrittenNumber, type: Type): string {
  const decimals = decimal === '' || type.kind === 'count' ? '' : `${decimal}50`;
  return `${prefix}1${group}234${decimals}${suffix}`;
}

function typeWords(type: Type, how: How): string {
  switch (type.kind) {
    case 'text':
    case 'code':
      return how === 'csv' ? 'text' : 'text in quotes';
    case 'email':
      return 'an e-mail address, such as ana@acme.example';
    case 'number':
      return 'a number, such as 1200.5';
    case 'count':
      return 'a whole number, such as 250';
    case 'flag':
      return how === 'csv' ? 'yes or no' : 'true or false';
    case 'date':
      return 'a date, such as 2026-11-24';
    case 'time':
      return 'a date and time with its offset, such as 2026-11-24T10:00:00+01:00';
    case 'money':
      return `an amount in ${type.currency}, such as 50000`;
    case 'choice':
      return choiceWords(type.choices, type.open);
    case 'signals':
      return 'a list of signals, such as [{"kind": "pricing page", "at": "2026-11-24T10:00:00Z"}]';
    case 'ratings':
      return 'ratings by name, such as {"security": 4}';
    case 'rep':
      return 'a rep, by id, by name or by a field marked unique';
    case 'team':
      return 'a team, by id or by name';
    case 'record':
      return `the fields of ${type.record}, as an object`;
    case 'list':
      return how === 'csv'
        ? `values with ; between them, each ${typeWords(type.of, how)}`
        : `a list, each item ${typeWords(type.of, how)}`;
    default:
      return assertNever(type);
  }
}

/** The most choices that are listed. */
const MOST_CHOICES = 12;

function choiceWords(choices: readonly string[], open: boolean): string {
  if (open) return `text, such as ${JSON.stringify(choices[0] ?? '')}`;
  const shown = choices.slice(0, MOST_CHOICES).map((choice) => JSON.stringify(choice));
  const rest = choices.length - shown.length;
  if (rest > 0) return `one of ${shown.join(', ')} and ${rest} more`;
  const last = shown.pop() ?? '';
  if (shown.length === 0) return last;
  return `${shown.length === 1 ? '' : 'one of '}${shown.join(', ')} or ${last}`;
}
