// A second, slow opinion on time zones for the tests: it asks Intl minute by minute and knows no rule of ours.

const MINUTE_MS = 60_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** What Intl says the clock on the wall shows: milliseconds from 1970-01-01T00:00, as if every day had 24 hours. */
export function wallByIntl(zone: string, atMs: number): number {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  const parts = new Map(format.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? Number.NaN;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/** Every minute from one instant to another with what the clock shows. */
export interface MinuteTable {
  readonly startMs: number;
  /** By minutes since `startMs`. */
  readonly walls: readonly number[];
  /** The first and last minute at which the clock shows a wall time. */
  readonly first: ReadonlyMap<number, number>;
  readonly last: ReadonlyMap<number, number>;
}

/** Asks Intl for every minute of [startMs, endMs). */
export function minuteTable(zone: string, startMs: number, endMs: number): MinuteTable {
  const walls: number[] = [];
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  for (let atMs = startMs; atMs < endMs; atMs += MINUTE_MS) {
    const wall = wallByIntl(zone, atMs);
    walls.push(wall);
    if (!first.has(wall)) first.set(wall, atMs);
    last.set(wall, atMs);
  }
  return { startMs, walls, first, last };
}

/** When the clock shows a wall time; in a gap, when it shows a time later by the length of the gap. Undefined outside of the table. */
export function instantByTable(table: MinuteTable, wallMs: number, pick: 'earlier' | 'later'): number | undefined {
  const shown = (pick === 'earlier' ? table.first : table.last).get(wallMs);
  if (shown !== undefined) return shown;
  for (let minute = 1; minute < table.walls.length; minute += 1) {
    const before = table.walls[minute - 1] ?? Number.NaN;
    const after = table.walls[minute] ?? Number.NaN;
    if (before < wallMs && wallMs < after) return table.first.get(wallMs + after - before - MINUTE_MS);
  }
  return undefined;
}
