// Turns the time-zone data of the machine (native Temporal, or the polyfill over Intl) into a clock for zones.
import { Temporal } from 'temporal-polyfill';
import type { ZoneClock } from '../calendar/zone-clock.ts';

const DAY_MS = 86_400_000;
/** 0001-01-01 and the end of 9999, which is all that dates can say; what lies beyond counts as the nearest of the two. */
const FIRST_MS = -62_135_596_800_000;
const LAST_MS = 253_402_300_799_999;
const MAX_REMEMBERED = 4096;

/** Names of zones. What Temporal also takes for one, offsets and whole timestamps, is none in the language. */
const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/;

/** Makes a clock. It remembers offsets it has looked up, so make one and keep it. */
export function createZoneClock(): ZoneClock {
  const zones = new Map<string, boolean>();
  const offsets = new Map<string, Map<number, number | undefined>>();

  const isZone = (zone: string): boolean => {
    const known = zones.get(zone);
    if (known !== undefined) return known;
    const found = ZONE_NAME.test(zone) && isKnownZone(zone);
    if (zones.size < MAX_REMEMBERED) zones.set(zone, found);
    return found;
  };

  const toWall = (zone: string, atMs: number): number => {
    const within = clamp(atMs);
    const day = Math.floor(within / DAY_MS);
    let ofZone = offsets.get(zone);
    if (ofZone === undefined || ofZone.size >= MAX_REMEMBERED) {
      ofZone = new Map();
      offsets.set(zone, ofZone);
    }
    if (!ofZone.has(day)) ofZone.set(day, offsetOfDay(zone, day));
    return within + (ofZone.get(day) ?? offsetAt(zone, within));
  };

  const toInstant = (zone: string, wallMs: number, pick: 'earlier' | 'later'): number => {
    // Temporal's "compatible" is the earlier of two, and in a gap the later wall time, as its "later" is there too.
    const disambiguation = pick === 'earlier' ? 'compatible' : 'later';
    const wall = Temporal.Instant.fromEpochMilliseconds(clamp(wallMs)).toZonedDateTimeISO('UTC').toPlainDateTime();
    return wall.toZonedDateTime(zone, { disambiguation }).epochMilliseconds;
  };

  return { isZone, toWall, toInstant };
}

function isKnownZone(zone: string): boolean {
  try {
    // Temporal takes names in any case; the language has one way to write each.
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId === zone;
  } catch {
    // An unknown name is how Temporal says no.
    return false;
  }
}

/** How far a zone is from UTC during a whole UTC day; undefined if that changes on the day. */
function offsetOfDay(zone: string, day: number): number | undefined {
  const first = offsetAt(zone, clamp(day * DAY_MS));
  return first === offsetAt(zone, clamp((day + 1) * DAY_MS)) ? first : undefined;
}

function offsetAt(zone: string, atMs: number): number {
  return Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
}

function clamp(ms: number): number {
  return Math.min(Math.max(ms, FIRST_MS), LAST_MS);
}
