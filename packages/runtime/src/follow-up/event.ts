// Turns JSON into an event about a lead that comes in from outside: first contact, a claim, a correction and so on.
import { canonicalJson, type InstantText, isJsonObject, parseInstant, sha256Hex } from '@fairlead/ir';
import { shortJson } from '../record/short-json.ts';

/** The version of the form below. */
export const EVENT_FORMAT = 'fairlead-event/1';

/** Something that happened to a lead, and whoever says so. */
export type LeadEvent = EventFrame &
  (
    | { readonly kind: 'contacted' | 'accepted' | 'released' | 'closed' }
    /** `to`: the rep who takes it; absent: `by` is that rep. */
    | { readonly kind: 'claimed'; readonly to?: string }
    /** By hand. `to`: a rep, team or queue. */
    | { readonly kind: 'reassigned'; readonly to: string }
    /** The outcome was changed by hand: no longer for sales. `value`: the track, or the reason. */
    | { readonly kind: 'changed'; readonly outcome: 'nurtured' | 'rejected'; readonly value: string }
    /** The answer to a lead in review: the record's id, or null for none. `match`: needed where the lead does not say it. */
    | { readonly kind: 'reviewed'; readonly record: string | null; readonly match?: string }
    /** A field was put right. `value` is kept only where the field is not private; null: it should be missing. */
    | { readonly kind: 'corrected'; readonly field: string; readonly value?: string | number | boolean | null }
    | { readonly kind: 'bad'; readonly reason: 'invalid' | 'duplicate' }
  );

/** What every event has. */
export interface EventFrame {
  readonly format: typeof EVENT_FORMAT;
  /** Unique for the lead: an event that comes a second time changes nothing. */
  readonly id: string;
  readonly lead: string;
  readonly at: InstantText;
  /** Whoever says so: a person, or a system. */
  readonly by: string;
}

export type EventKind = LeadEvent['kind'];

/** An event, or the first place that does not fit, in words. */
export type ReadEvent =
  | { readonly kind: 'ok'; readonly event: LeadEvent }
  | { readonly kind: 'bad'; readonly place: string; readonly expected: string; readonly held?: string };

/** Reads an event. Without an `id` it gets one from what it says, so that the same words twice are one event. Never throws. */
export function readEvent(json: unknown): ReadEvent {
  if (!isJsonObject(json)) return bad('', 'an object', json);
  const kind = json['kind'];
  if (!isKind(kind)) return bad('kind', `one of ${Object.keys(KINDS).join(', ')}`, kind);
  const keys: Readonly<Record<string, Check>> = { ...FRAME, ...KINDS[kind] };
  for (const [key, check] of Object.entries(keys)) {
    const value = Object.hasOwn(json, key) ? json[key] : undefined;
    if (value === undefined ? !check.optional : !check.fits(value)) return bad(key, check.expected, value);
  }
  const extra = Object.keys(json).find((key) => !Object.hasOwn(keys, key));
  if (extra !== undefined) return bad(extra, `nothing here but ${Object.keys(keys).join(', ')}`, json[extra]);
  const said: Readonly<Record<string, unknown>> = { ...json, format: EVENT_FORMAT };
  // Every key that the kind has was looked at above.
  const event = ('id' in said ? said : { ...said, id: idOf(said) }) as unknown as LeadEvent;
  return { kind: 'ok', event };
}

/** An id that follows from what an event says, but not from what a field should be: that may be private, and short texts can be guessed from a hash. */
function idOf(said: Readonly<Record<string, unknown>>): string {
  const { value, ...rest } = said;
  return sha256Hex(canonicalJson(said['kind'] === 'corrected' ? rest : { ...rest, value })).slice(0, 16);
}

/** JSON Schema of an event. */
export function eventSchema(): object {
  const schemaOf = (checks: Readonly<Record<string, Check>>): object =>
    Object.fromEntries(Object.entries(checks).map(([key, { schema }]) => [key, schema]));
  const needed = (checks: Readonly<Record<string, Check>>): readonly string[] =>
    Object.entries(checks).flatMap(([key, { optional }]) => (optional ? [] : [key]));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: EVENT_FORMAT,
    type: 'object',
    oneOf: Object.entries(KINDS).map(([kind, checks]) => ({
      properties: { ...schemaOf(FRAME), ...schemaOf(checks), kind: { const: kind } },
      required: [...needed(FRAME), ...needed(checks)],
      additionalProperties: false,
    })),
  };
}

interface Check {
  readonly fits: (value: unknown) => boolean;
  readonly expected: string;
  readonly optional: boolean;
  readonly schema: object;
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '' && value.length <= MAX_TEXT;
const MAX_TEXT = 1000;

const TEXT_SCHEMA = { type: 'string', minLength: 1, maxLength: MAX_TEXT } as const;
const text = (what: string): Check => ({ fits: isText, expected: what, optional: false, schema: TEXT_SCHEMA });
const maybe = (check: Check): Check => ({ ...check, optional: true });
const choice = (...values: readonly string[]): Check => ({
  fits: (value) => values.some((one) => one === value),
  expected: values.join(' or '),
  optional: false,
  schema: { enum: values },
});

const FRAME: Readonly<Record<string, Check>> = {
  format: maybe({
    fits: (value) => value === EVENT_FORMAT,
    expected: `"${EVENT_FORMAT}", the only form this version reads`,
    optional: true,
    schema: { const: EVENT_FORMAT },
  }),
  id: maybe(text('the event’s own id as text')),
  kind: text('the kind of event'),
  lead: text('the id of the lead as text'),
  at: {
    fits: (value) => typeof value === 'string' && parseInstant(value) !== undefined,
    expected: 'an instant such as 2026-11-24T09:00:00Z',
    optional: false,
    schema: { type: 'string', format: 'date-time' },
  },
  by: text('who says so, as text'),
};

/** Beside the frame, what each kind holds. */
const KINDS: Readonly<Record<EventKind, Readonly<Record<string, Check>>>> = {
  contacted: {},
  accepted: {},
  claimed: { to: maybe(text('the id of the rep who takes it')) },
  released: {},
  reassigned: { to: text('the id of a rep, a team or a queue') },
  changed: { outcome: choice('nurtured', 'rejected'), value: text('the track, or the reason') },
  reviewed: {
    record: {
      fits: (value) => value === null || isText(value),
      expected: 'the id of a record, or null for none of them',
      optional: false,
      schema: { anyOf: [TEXT_SCHEMA, { type: 'null' }] },
    },
    match: maybe(text('the name of the match')),
  },
  corrected: {
    field: text('the name of a field of the lead'),
    value: {
      fits: (value) => value === null || typeof value === 'boolean' || Number.isFinite(value) || isText(value),
      expected: 'text, a number, yes or no, or null where it should be missing',
      optional: true,
      schema: { type: ['string', 'number', 'boolean', 'null'] },
    },
  },
  closed: {},
  bad: { reason: choice('invalid', 'duplicate') },
};

function isKind(value: unknown): value is EventKind {
  return typeof value === 'string' && Object.hasOwn(KINDS, value);
}

function bad(place: string, expected: string, held: unknown): ReadEvent {
  return { kind: 'bad', place, expected, ...(held === undefined ? {} : { held: shortJson(held) }) };
}
