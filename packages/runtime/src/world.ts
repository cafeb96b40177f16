// Everything a decision reads beside the policy and the lead, behind interfaces; nothing else reaches the engines.
// The core asks; the host answers. Every answer is recorded on the decision, so that it can be made again byte for byte.

import type { Issue, JsonValue } from './decision.ts';
import type { RecordValue } from './values/runtime-value.ts';

/** What the engines ask of calendars and time zones. `@fairlead/runtime/time` makes one from a policy. All instants are epoch milliseconds. */
export interface Almanac {
  /** Is the instant within the calendar's open hours? */
  readonly isOpen: (calendar: string, atMs: number) => boolean;
  /** The first instant from `atMs` on that is open; undefined if there is none within `limitMs`. */
  readonly nextOpen: (calendar: string, atMs: number, limitMs: number) => number | undefined;
  /** When `openMs` of open time will have passed since `atMs`; undefined if that takes more than two years. */
  readonly addOpenTime: (calendar: string, atMs: number, openMs: number) => number | undefined;
  /** The day number (days since 1970-01-01) of the local date in the zone. */
  readonly localDay: (zone: string, atMs: number) => number;
  /** The same local wall time some calendar months later (negative: earlier); the day is clamped to the month's end. */
  readonly addMonths: (zone: string, atMs: number, months: number) => number;
}

/** What the engines ask of the lists of public suffixes and free-mail hosts. `@fairlead/runtime/domains` is one. */
export interface Domains {
  /** The registrable domain of an e-mail address, host or URL, lower case; undefined if it has none. */
  readonly registrable: (text: string) => string | undefined;
  readonly isFreeMail: (text: string) => boolean;
}

/** Balances of a rotation, in parts of a lead (232,792,560 to one). A rep who is not listed has 0. */
export interface Ledger {
  readonly seq: number;
  readonly balances: Readonly<Record<string, number>>;
}

/** What is known of a rep at the instant of the decision. */
export interface RepStanding {
  /** Leads assigned and not closed. */
  readonly open: number;
  readonly away: boolean;
  /** When the rep is back, if away and known. */
  readonly awayUntilMs?: number;
}

/** A local day, week or month. */
export type CountPeriod = 'day' | 'week' | 'month';

/** The state that a pick reads. Reading changes nothing; changes are data on the decision and are applied by the host. */
export interface State {
  /** The pool's ledger as far as these reps are concerned. Balances of others may be left out or given; they are not read. */
  readonly ledger: (pool: string, reps: readonly string[]) => Ledger;
  readonly standing: (rep: string, atMs: number) => RepStanding;
  /**
   * Leads assigned to the rep in the period that starts on this local day number: that day, the seven days from it, or the days from it to the
   * end of its month. Local is the zone of the calendar the rep `works`, else of the policy.
   */
  readonly assigned: (rep: string, period: CountPeriod, startDay: number) => number;
  /** Who took the last three leads of a pool that counts totals (`by fewest`), oldest first; fewer where there were fewer. */
  readonly recent: (pool: string) => readonly string[];
  /** What a person said about a lead that waited for review in a match; undefined: nothing yet. */
  readonly review: (lead: string, match: string) => ReviewAnswer | undefined;
}

/** A reviewer's answer. */
export interface ReviewAnswer {
  /** The record's id; null: none of them. */
  readonly record: string | null;
  readonly by: string;
}

/** What the engines ask of the records that matches look among. `@fairlead/runtime/records` makes one from a policy and rows. */
export interface Records {
  /**
   * Every record for which one of the match's lines may hold: those that satisfy all links of a line, each once, by ascending position. Whether the
   * line holds, and with which confidence, the engine finds out.
   */
  readonly candidates: (match: string, lines: readonly LineQuestion[]) => readonly FoundRecord[];
  /** The record with this id in the source of the match. */
  readonly byId: (match: string, id: string) => FoundRecord | undefined;
}

/** The links of one line of a match, by what the lead says; a line of which a value is missing is not asked for. */
export interface LineQuestion {
  /** The line, counted from 0. */
  readonly line: number;
  /** All have to hold. None: every record may be meant, because on some day a rep leaves, and whom records point at is not said beforehand. */
  readonly links: readonly LinkQuestion[];
}

/** `index`: what records are found by, as in the plan's links: canonical JSON of the record's side. Other engines may look it up as a column. */
export type LinkQuestion =
  | { readonly kind: 'is'; readonly index: string; readonly key: string | number | boolean }
  | { readonly kind: 'like'; readonly index: string; readonly text: string };

/** A record that a line may mean. */
export interface FoundRecord {
  /** The record's field `id`; without one `row 12`: its position. */
  readonly id: string;
  /** In the source, from 1. */
  readonly position: number;
  readonly value: RecordValue;
}

/** What a provider said when the host asked it for this lead, before the decision. */
export type ProviderAnswer =
  /** `values`: by lead field, as JSON, not yet checked. `askedAtMs`: when, which lies back where the answer was kept (`reuse for`). */
  | {
      readonly kind: 'answered';
      readonly values: Readonly<Record<string, JsonValue>>;
      readonly askedAtMs: number;
      /** The values are cells of a table: texts that stand for numbers, dates and flags too. */
      readonly cells?: true;
      /** Of an answer that comes from a decision: what was wrong with it. Its values are what was read, with marks in place of private ones. */
      readonly recorded?: { readonly issues: readonly Issue[] };
    }
  /** It knows nothing under this key. */
  | { readonly kind: 'nothing'; readonly askedAtMs: number }
  | { readonly kind: 'late' }
  /** `why`: in words, without anything private. */
  | { readonly kind: 'failed'; readonly why: string };

/** The answers of providers for one lead. */
export interface Enrichment {
  /** By the enricher's name; undefined where it was not asked. */
  readonly answer: (enricher: string) => ProviderAnswer | undefined;
}

/** Win rates by rep and segment, for `by likelihood`. */
export interface Models {
  readonly facts: (model: string) => ModelFacts | undefined;
  /** What is known of one rep in one segment (folded; undefined: over all), and of the whole team there. */
  readonly wins: (model: string, rep: string, segment: string | undefined) => WinCounts;
}

/** What is known of a model as a whole. */
export interface ModelFacts {
  /** The content hash of the model's file. */
  readonly hash: string;
  /** The lead field that says the segment, if the model has segments. */
  readonly segmentBy?: string;
  /** How many leads of the team's rate each rep's own counts are mixed with. Whole, from 0. */
  readonly strength: number;
  /** In percent: no eligible rep gets less than this share of the leads. */
  readonly leastShare: number;
}

/** Leads and wins, of one rep and of the team. */
export interface WinCounts {
  readonly won: number;
  readonly leads: number;
  readonly teamWon: number;
  readonly teamLeads: number;
}

/** All that a decision may ask of what is outside the plan and the lead. */
export interface World {
  readonly atMs: number;
  readonly almanac: Almanac;
  readonly domains: Domains;
  readonly state: State;
  /** Absent: no records are bound, and matches find nobody. */
  readonly records?: Records;
  /** Only of a world that answers from notes: what a decision noted of a match, in place of `records`. */
  readonly notedMatch?: (match: string) => JsonValue | undefined;
  /** Absent: no provider was asked. */
  readonly enrichment?: Enrichment;
  /** Absent: no model is bound, and everybody is as likely. */
  readonly models?: Models;
}
