// Calendars → hours that overlap, days that are upside down, and calendars that are never open.

import type { CalendarBlock, CalendarEntry, Day } from '../ast/nodes.ts';
import { type Checking, isAbsent, problem, rewrite } from './checking.ts';
import { checkDate } from './literals.ts';
import { checkZone } from './written.ts';

/** Checks all calendars. */
export function checkCalendars(checking: Checking): void {
  for (const declaration of checking.bindings.files.flatMap((file) => file.declarations)) {
    if (declaration.kind === 'calendar') checkCalendar(declaration, checking);
  }
}

type Open = Extract<CalendarEntry, { readonly kind: 'open' }>;
type Closed = Extract<CalendarEntry, { readonly kind: 'closed' }>;

function checkCalendar(calendar: CalendarBlock, checking: Checking): void {
  if (!isAbsent(calendar.zone)) checkZone(calendar.zone, checking);
  const open = calendar.entries.filter((entry) => entry.kind === 'open');
  if (open.length === 0 && calendar.name.text !== '') {
    problem('FL350', calendar.name.span, { name: calendar.name.text }, checking);
  }
  const spans: Span[] = [];
  for (const entry of open) {
    if (entry.fromMinute === MINUTES_A_DAY) problem('FL353', entry.span, {}, checking);
    else spans.push(...spansOf(entry));
  }
  reportOverlaps(spans, checking);
  for (const entry of calendar.entries) if (entry.kind === 'closed') checkClosed(entry, checking);
}

const MINUTES_A_DAY = 1440;
const MINUTES_A_WEEK = 7 * MINUTES_A_DAY;

/** Minutes of a week from Monday 00:00; `to` is behind the last and may lie in the next week. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly entry: Open;
}

/** `fri-mon` runs over the end of the week; hours whose end is not after their beginning run past midnight. */
function spansOf(entry: Open): readonly Span[] {
  const first = days.indexOf(entry.from);
  const last = days.indexOf(entry.to ?? entry.from);
  const count = ((last - first + 7) % 7) + 1;
  const length =
    entry.toMinute > entry.fromMinute
      ? entry.toMinute - entry.fromMinute
      : entry.toMinute + MINUTES_A_DAY - entry.fromMinute;
  return Array.from({ length: count }, (_, at) => {
    const from = ((first + at) % 7) * MINUTES_A_DAY + entry.fromMinute;
    return { from, to: from + length, entry };
  });
}

const days: readonly Day[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Each entry is reported once, against the first that it overlaps. */
function reportOverlaps(spans: readonly Span[], checking: Checking): void {
  const reported = new Set<Open>();
  for (const [at, span] of spans.entries()) {
    if (reported.has(span.entry)) continue;
    const earlier = spans.slice(0, at).find((other) => overlaps(other, span));
    if (earlier === undefined) continue;
    reported.add(span.entry);
    const related = earlier.entry === span.entry ? [] : [{ span: earlier.entry.span, message: 'the other hours:' }];
    problem('FL351', span.entry.span, { own: earlier.entry === span.entry }, checking, { related });
  }
}

/** Both may run over the end of the week. */
function overlaps(one: Span, other: Span): boolean {
  return [-MINUTES_A_WEEK, 0, MINUTES_A_WEEK].some(
    (shift) => one.from < other.to + shift && other.from + shift < one.to,
  );
}

function checkClosed({ from, to, span }: Closed, checking: Checking): void {
  const good = checkDate(from, checking);
  if (to === undefined || !checkDate(to, checking) || !good || from.text <= to.text) return;
  const fixes = [rewrite(span, `closed ${to.text}..${from.text}`)];
  problem('FL352', span, { from: from.text, to: to.text }, checking, { fixes });
}
