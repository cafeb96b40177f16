// Turns texts that exports wrote (`22 Nov, 2026 10:30:00`) into dates and instants, by the pattern they are written in.
// A regular expression made from the pattern says where each part stands; date-fns says what the parts mean.
import { utc } from '@date-fns/utc';
import {
  isNumberPart,
  type PatternField,
  type PatternPart,
  readPattern,
  trimText,
  type WrittenPattern,
  weekday,
} from '@fairlead/ir';
import { enUS } from 'date-fns/locale/en-US';
import { parse } from 'date-fns/parse';
import type { WrittenTime, WrittenTimes } from '../calendar/written-times.ts';
import type { ZoneClock } from '../calendar/zone-clock.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** No date is that long; anything longer is not looked at. */
const MAX_TEXT = 200;
const MAX_REMEMBERED = 256;

/** Makes a reader. It remembers patterns it has read, so make one and keep it. */
export function createWrittenTimes(clock: ZoneClock): WrittenTimes {
  const shapes = new Map<string, Shape | undefined>();
  const shapeOf = (pattern: string): Shape | undefined => {
    if (shapes.has(pattern)) return shapes.get(pattern);
    const read = readPattern(pattern);
    const shape = read.kind === 'pattern' ? toShape(read) : undefined;
    if (shapes.size < MAX_REMEMBERED) shapes.set(pattern, shape);
    return shape;
  };
  return {
    parseWritten: (pattern, zone, text) => {
      const shape = shapeOf(pattern);
      return shape === undefined || text.length > MAX_TEXT ? undefined : readText(shape, clock, zone, trimText(text));
    },
  };
}

/** A pattern ready for use. */
interface Shape {
  /** Matches the whole text; its groups are the fields. */
  readonly regExp: RegExp;
  /** What date-fns reads: the fields that it knows, with spaces between. */
  readonly fields: readonly PatternField[];
  readonly format: string;
  readonly pattern: WrittenPattern;
}

/** The fields that date-fns reads; the rest are taken out of the text before. */
const READ_BY_DATE_FNS: readonly PatternField[] = ['year', 'month', 'day', 'hour', 'half', 'minute', 'second'];

function toShape(pattern: WrittenPattern): Shape {
  const { parts } = pattern;
  const source = parts.map((part, index) => regExpOf(part, parts[index - 1], parts[index + 1])).join('');
  const read = parts.flatMap((part) => (part.kind === 'field' && READ_BY_DATE_FNS.includes(part.field) ? [part] : []));
  return {
    regExp: new RegExp(`^${source}$`, 'i'),
    fields: read.map(({ field }) => field),
    format: read.map(({ letters }) => (letters === 'do' ? 'd' : letters)).join(' '),
    pattern,
  };
}

/** Every expression is bounded and ends where the next begins, so that matching takes one pass. */
function regExpOf(part: PatternPart, before: PatternPart | undefined, after: PatternPart | undefined): string {
  if (part.kind === 'text') return part.text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replace(/\s+/g, '\\s+');
  const { field, letters } = part;
  const touched = [before, after].some((other) => other !== undefined && isNumberPart(other));
  const expression = touched && isNumberPart(part) && letters.length === 2 ? '\\d{2}' : EXPRESSIONS[field](letters);
  // The suffix of `22nd` is not part of the number.
  return `(?<${field}>${expression})${letters === 'do' ? '(?:st|nd|rd|th)' : ''}`;
}

const EXPRESSIONS: { readonly [field in PatternField]: (letters: string) => string } = {
  year: (letters) => (letters === 'yy' ? '\\d{2}' : '\\d{4}'),
  month: (letters) => (letters.length <= 2 ? '\\d{1,2}' : letters.length === 3 ? '[a-z]{3}' : '[a-z]{3,9}'),
  day: () => '\\d{1,2}',
  weekday: (letters) => (letters.length <= 3 ? WEEKDAYS.map((name) => name.slice(0, 3)) : WEEKDAYS).join('|'),
  hour: () => '\\d{1,2}',
  half: () => '[ap]\\.?m\\.?',
  minute: () => '\\d{1,2}',
  second: () => '\\d{1,2}',
  fraction: (letters) => `\\d{${letters.length}}`,
  offset: () => 'z|[+-]\\d{2}(?::?\\d{2})?',
};

const WEEKDAYS: readonly string[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

function readText(shape: Shape, clock: ZoneClock, zone: string | undefined, text: string): WrittenTime | undefined {
  const groups = shape.regExp.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const said = shape.fields.map((field) => (field === 'half' ? halfOf(groups) : (groups[field] ?? ''))).join(' ');
  // Everything the answer could take from its surroundings is given: the zone, the language, and the day from which
  // two-digit years are counted.
  const wallMs = parse(said, shape.format, REFERENCE, { in: utc, locale: enUS }).getTime();
  if (Number.isNaN(wallMs) || wallMs < FIRST_MS) return undefined;
  const day = Math.floor(wallMs / DAY_MS);
  const name = groups['weekday']?.toLowerCase();
  if (name !== undefined && WEEKDAYS[weekday(day)]?.startsWith(name) !== true) return undefined;
  if (!shape.pattern.hasTime) return { kind: 'date', day };
  const atMs = toInstant(wallMs + msOf(groups['fraction']), groups['offset'], clock, zone);
  if (atMs === undefined || atMs < FIRST_MS || atMs > LAST_MS) return undefined;
  return { kind: 'instant', atMs };
}

/** 2000-01-01: two-digit years lie within fifty years of it. */
const REFERENCE = 946_684_800_000;
/** 0001-01-01: there is no year 0. */
const FIRST_MS = -62_135_596_800_000;
/** The last millisecond of 9999: later instants could not be written in UTC and read again. */
const LAST_MS = 253_402_300_799_999;

function halfOf(groups: Readonly<Record<string, string>>): string {
  return groups['half']?.toLowerCase().startsWith('p') === true ? 'PM' : 'AM';
}

function msOf(fraction: string | undefined): number {
  return Number((fraction ?? '').slice(0, 3).padEnd(3, '0'));
}

function toInstant(
  wallMs: number,
  offset: string | undefined,
  clock: ZoneClock,
  zone: string | undefined,
): number | undefined {
  if (offset === undefined) {
    return zone === undefined || !clock.isZone(zone) ? undefined : clock.toInstant(zone, wallMs, 'earlier');
  }
  if (offset.length === 1) return wallMs;
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0');
  const [hours, minutes] = [Number(digits.slice(0, 2)), Number(digits.slice(2))];
  if (minutes > 59 || hours * 60 + minutes > 18 * 60) return undefined;
  return wallMs - (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * MINUTE_MS;
}
