// Everything a decision reads beside the policy and the lead, behind interfaces; nothing else reaches the engines.
// The core asks; the host answers. Every answer is recorded on the decision, so that it can be made again byte for byte.

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
}

export interface World {
  readonly atMs: number;
  readonly almanac: Almanac;
  readonly domains: Domains;
  readonly state: State;
}
