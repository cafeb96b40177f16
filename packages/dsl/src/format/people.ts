// Calendars, teams, reps and queues → docs.

import type {
  CalendarBlock,
  CalendarEntry,
  CapacityLimit,
  Name,
  QueueBlock,
  QueueEntry,
  RepEntry,
  RepMember,
  TeamBlock,
  TeamEntry,
  TextLiteral,
} from '../ast/nodes.ts';
import { block, inOrder, rowsOf } from './block.ts';
import { condition } from './conditions.ts';
import { datum } from './data.ts';
import { type Doc, joined } from './document.ts';
import { deadline } from './effects.ts';
import { commaList, literal, name, value, words } from './values.ts';
import type { Writer } from './writer.ts';

/** Lays out `calendar`. */
export function calendarBlock(out: Writer, node: CalendarBlock): Doc {
  const head = joined([out.take('calendar'), name(out, node.name)], ' ');
  const entries = inOrder<TextLiteral | CalendarEntry>([node.zone], node.entries);
  return [head, ' ', block(out, { short: false }, () => rowsOf(out, entries, (entry) => calendarEntry(out, entry)))];
}

/** Lays out `team`. */
export function teamBlock(out: Writer, node: TeamBlock): Doc {
  const head = joined([out.take('team'), name(out, node.name), literal(out, node.label)], ' ');
  return [head, ' ', block(out, { short: false }, () => rowsOf(out, node.entries, (entry) => [teamEntry(out, entry)]))];
}

/** Three cells, so that queues of one line each can stand in columns. */
export function queueCells(out: Writer, node: QueueBlock): readonly Doc[] {
  const head = joined([out.take('queue'), name(out, node.name)], ' ');
  const label = literal(out, node.label);
  const entries = inOrder<Name | QueueEntry>([node.owner], node.entries);
  return [head, label, block(out, { short: true }, () => rowsOf(out, entries, (entry) => [queueEntry(out, entry)]))];
}

function calendarEntry(out: Writer, node: TextLiteral | CalendarEntry): readonly Doc[] {
  if (node.kind === 'text-literal') return [out.take('zone'), literal(out, node)];
  const keyword = out.take(node.kind);
  if (node.kind === 'closed') {
    const from = literal(out, node.from);
    return [keyword, node.to === undefined ? from : [from, out.take('..'), literal(out, node.to)]];
  }
  const from = out.take(node.from);
  const days = node.to === undefined ? from : [from, out.take('-'), out.take(node.to)];
  return [
    keyword,
    days,
    out.takeAs(`${wallTime(node.fromMinute)}-${wallTime(node.toMinute)}`, /\d+:\d+\s*-\s*\d+:\d+/y),
  ];
}

function wallTime(minutes: number): string {
  const twoDigits = (part: number): string => String(part).padStart(2, '0');
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function teamEntry(out: Writer, node: TeamEntry): Doc {
  switch (node.kind) {
    case 'manager':
      return [out.take('manager'), ' ', name(out, node.rep)];
    case 'pause':
      return [words(out, 'pause above'), ' ', literal(out, node.times), ' ', words(out, 'times average')];
    case 'counts':
      return [out.take('counts'), ' ', literal(out, node.times), ' ', out.take('when'), ' ', condition(out, node.when)];
    case 'rep-member':
      return repMember(out, node);
  }
}

function repMember(out: Writer, node: RepMember): Doc {
  const head = [
    out.take('rep'),
    ' ',
    name(out, node.name),
    node.label === undefined ? '' : [' ', literal(out, node.label)],
  ];
  if (node.entries.length === 0) {
    if (node.label !== undefined && out.drop('{')) out.drop('}');
    return head;
  }
  return [head, ' ', block(out, { short: true }, () => rowsOf(out, node.entries, (entry) => repEntry(out, entry)))];
}

function repEntry(out: Writer, node: RepEntry): readonly Doc[] {
  switch (node.kind) {
    case 'works':
      return [out.take('works'), name(out, node.calendar)];
    case 'backup':
      return [out.take('backup'), name(out, node.rep)];
    case 'capacity':
      return [out.take('capacity'), commaList(out, node.limits, (limit) => capacityLimit(out, limit))];
    case 'left':
      return [out.take('left'), departure(out, node)];
    case 'rep-value':
      return [name(out, node.field), datum(out, node.value)];
  }
}

function capacityLimit(out: Writer, { limit, per }: CapacityLimit): Doc {
  return [literal(out, limit), ' ', words(out, per === 'open' ? 'open' : `per ${per}`)];
}

function departure(out: Writer, { on, successor }: Extract<RepEntry, { readonly kind: 'left' }>): Doc {
  return [literal(out, on), successor === undefined ? '' : [' ', out.take('successor'), ' ', name(out, successor)]];
}

function queueEntry(out: Writer, node: Name | QueueEntry): Doc {
  if (node.kind === 'name') return [out.take('owner'), ' ', name(out, node)];
  const keyword = out.take(node.kind);
  return [keyword, ' ', node.kind === 'priority' ? value(out, node.value) : deadline(out, node.within, node.ladder)];
}
