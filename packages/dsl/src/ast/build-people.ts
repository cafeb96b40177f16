// Concrete trees of calendars, teams, reps and queues, ladders and notifications → nodes.

import type { CstNode } from 'chevrotain';
import { report } from '../diagnostics/report.ts';
import { condition } from './build-conditions.ts';
import {
  type BuildContext,
  frozen,
  nameAt,
  nameOf,
  node,
  part,
  parts,
  required,
  spanOf,
  token,
  tokens,
} from './build-context.ts';
import { clock, datum, number, reading, readingOrBroken, text, value } from './build-values.ts';
import { type NeededLine, reportDoubleLines, reportMissingLines } from './line-slips.ts';
import { dateLiteral, textLiteral } from './literals.ts';
import type {
  CalendarBlock,
  CalendarEntry,
  CapacityLimit,
  Day,
  LadderStep,
  Notify,
  Period,
  QueueBlock,
  QueueEntry,
  RepEntry,
  RepMember,
  TeamBlock,
  TeamEntry,
} from './nodes.ts';

/** Builds `calendar`. */
export function calendarBlock(context: BuildContext, tree: CstNode): CalendarBlock {
  const name = nameOf(context, tree);
  const lines = parts(tree, 'calendarLine');
  reportMissingLines(context, tree, lines, 'calendar', calendarNeeds);
  reportDoubleLines(context, lines, 'calendar', ['zone']);
  const zone = lines.find((line) => token(line, 'zone') !== undefined);
  const rest = lines.filter((line) => token(line, 'zone') === undefined);
  return node(context, tree, {
    kind: 'calendar' as const,
    name,
    zone: zone === undefined ? missingText(context, tree) : text(context, zone),
    entries: frozen(rest.map((line) => calendarEntry(context, line))),
  });
}

const calendarNeeds: readonly NeededLine[] = [
  { word: 'zone', why: 'so its hours could mean any place on earth', sample: 'zone "Europe/Berlin"', anywhere: true },
];
const queueNeeds: readonly NeededLine[] = [
  { word: 'owner', why: 'so nobody would answer for the leads in it', sample: 'owner dana' },
];

/** A text that is missing: empty, at the end of the tree. */
function missingText(context: BuildContext, tree: CstNode): CalendarBlock['zone'] {
  const end = (tree.location?.endOffset ?? -1) + 1;
  const span = { file: context.source.name, start: end, end };
  return node(context, span, { kind: 'text-literal' as const, value: '' });
}

function calendarEntry(context: BuildContext, tree: CstNode): CalendarEntry {
  if (token(tree, 'closed') !== undefined) {
    const [from, to] = tokens(tree, 'Date');
    return node(context, tree, {
      kind: 'closed' as const,
      from: dateLiteral(context, required(from, 'a date')),
      ...(to === undefined ? {} : { to: dateLiteral(context, to) }),
    });
  }
  // The token types of the category Day are named by the days.
  const [from, to] = tokens(tree, 'Day').map((found) => found.tokenType.name as Day);
  const hours = required(token(tree, 'TimeSpan'), 'hours');
  if (!isTimeSpan(hours.image))
    context.diagnostics.push(report('FL127', spanOf(context, hours), { found: hours.image }));
  const [fromMinute, toMinute] = minutes(hours.image);
  return node(context, tree, {
    kind: 'open' as const,
    from: required(from, 'a day'),
    ...(to === undefined ? {} : { to }),
    fromMinute,
    toMinute,
  });
}

/** Whether both times exist; 24:00 is the end of the day. */
function isTimeSpan(span: string): boolean {
  return span === '' || span.split('-').every((time) => time === '24:00' || /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time));
}

/** `09:00-17:30` → minutes after midnight; a missing span is the whole day. */
function minutes(span: string): readonly [number, number] {
  if (span === '') return [0, 1440];
  const minuteOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
  return [minuteOf(span.slice(0, 5)), minuteOf(span.slice(6))];
}

/** Builds `team`. */
export function teamBlock(context: BuildContext, tree: CstNode): TeamBlock {
  reportDoubleLines(context, parts(tree, 'teamLine'), 'team', ['manager', 'pause']);
  return node(context, tree, {
    kind: 'team' as const,
    name: nameOf(context, tree),
    label: text(context, tree),
    entries: frozen(parts(tree, 'teamLine').map((line) => teamEntry(context, line))),
  });
}

function teamEntry(context: BuildContext, tree: CstNode): TeamEntry {
  const rep = part(tree, 'member');
  if (rep !== undefined) return member(context, rep);
  if (token(tree, 'manager') !== undefined)
    return node(context, tree, { kind: 'manager' as const, rep: nameOf(context, tree) });
  const times = number(context, tree);
  const when = part(tree, 'condition');
  if (when === undefined) return node(context, tree, { kind: 'pause' as const, times });
  return node(context, tree, { kind: 'counts' as const, times, when: condition(context, when) });
}

function member(context: BuildContext, tree: CstNode): RepMember {
  const label = token(tree, 'Text');
  reportDoubleLines(context, parts(tree, 'repLine'), 'rep', ['works', 'capacity', 'backup', 'left']);
  return node(context, tree, {
    kind: 'rep-member' as const,
    name: nameOf(context, tree),
    ...(label === undefined ? {} : { label: textLiteral(context, label) }),
    entries: frozen(parts(tree, 'repLine').map((line) => repEntry(context, line))),
  });
}

function repEntry(context: BuildContext, tree: CstNode): RepEntry {
  if (token(tree, 'works') !== undefined)
    return node(context, tree, { kind: 'works' as const, calendar: nameOf(context, tree) });
  if (token(tree, 'backup') !== undefined)
    return node(context, tree, { kind: 'backup' as const, rep: nameOf(context, tree) });
  if (token(tree, 'capacity') !== undefined) {
    const limits = parts(tree, 'limit').map((limit) => capacityLimit(context, limit));
    return node(context, tree, { kind: 'capacity' as const, limits: frozen(limits) });
  }
  if (token(tree, 'left') !== undefined) {
    const successor = token(tree, 'Name');
    return node(context, tree, {
      kind: 'left' as const,
      on: dateLiteral(context, required(token(tree, 'Date'), 'a date')),
      ...(successor === undefined ? {} : { successor: nameAt(context, successor) }),
    });
  }
  return node(context, tree, {
    kind: 'rep-value' as const,
    field: nameOf(context, tree, 0, 'RepFieldName'),
    value: datum(context, required(part(tree, 'datum'), 'a value')),
  });
}

function capacityLimit(context: BuildContext, tree: CstNode): CapacityLimit {
  return node(context, tree, {
    kind: 'capacity-limit' as const,
    limit: number(context, tree),
    per: period(tree) ?? ('open' as const),
  });
}

/** `day`, `week` or `month`. */
export function period(tree: CstNode): Period | undefined {
  // The token types of the category Period are named by the periods.
  return token(tree, 'Period')?.tokenType.name as Period | undefined;
}

/** Builds `queue`. */
export function queueBlock(context: BuildContext, tree: CstNode): QueueBlock {
  const name = nameOf(context, tree);
  const label = text(context, tree);
  const lines = parts(tree, 'queueLine');
  reportMissingLines(context, tree, lines, 'queue', queueNeeds);
  reportDoubleLines(context, lines, 'queue', ['owner', 'priority', 'claim']);
  const owner = lines.find((line) => token(line, 'owner') !== undefined);
  const rest = lines.filter((line) => token(line, 'owner') === undefined);
  return node(context, tree, {
    kind: 'queue' as const,
    name,
    label,
    owner: owner === undefined ? missingName(context, tree) : nameOf(context, owner),
    entries: frozen(rest.map((line) => queueEntry(context, line))),
  });
}

/** A name that is missing: empty, at the end of the tree. */
export function missingName(context: BuildContext, tree: CstNode): QueueBlock['owner'] {
  const end = (tree.location?.endOffset ?? -1) + 1;
  return node(context, { file: context.source.name, start: end, end }, { kind: 'name' as const, text: '' });
}

function queueEntry(context: BuildContext, tree: CstNode): QueueEntry {
  const priority = part(tree, 'value');
  if (priority !== undefined)
    return node(context, tree, { kind: 'priority' as const, value: value(context, priority) });
  return node(context, tree, {
    kind: 'claim' as const,
    within: clock(context, required(part(tree, 'clock'), 'a time')),
    ladder: ladder(context, tree),
  });
}

/** The steps of the ladder of a clause or a line; empty without one. */
export function ladder(context: BuildContext, tree: CstNode): readonly LadderStep[] {
  const found = part(tree, 'ladder');
  if (found === undefined) return frozen([]);
  return frozen(parts(found, 'ladderStep').map((step) => ladderStep(context, step)));
}

function ladderStep(context: BuildContext, tree: CstNode): LadderStep {
  const after = clock(context, required(part(tree, 'clock'), 'a time'));
  return node(context, tree, { kind: 'ladder-step' as const, after, step: Object.freeze(stepOf(context, tree)) });
}

function stepOf(context: BuildContext, tree: CstNode): LadderStep['step'] {
  const told = part(tree, 'notifyClause');
  if (told !== undefined) return { kind: 'notify', notify: notify(context, told) };
  const target = part(tree, 'reading');
  if (target === undefined) return token(tree, 'reassign')?.image === '' ? { kind: 'broken' } : { kind: 'reassign' };
  if (readingOrBroken(context, target).kind === 'broken') return { kind: 'broken' };
  return { kind: 'route-to', target: reading(context, target) };
}

/** Builds `notify` and `offer`. */
export function notify(context: BuildContext, tree: CstNode): Notify {
  const to = token(tree, 'Text');
  const when = part(tree, 'condition');
  return node(context, tree, {
    kind: 'notify' as const,
    verb: token(tree, 'notify') === undefined ? ('offer' as const) : ('notify' as const),
    channel: nameOf(context, tree),
    to:
      to === undefined
        ? readingOrBroken(context, required(part(tree, 'reading'), 'whom to tell'))
        : textLiteral(context, to),
    ...(when === undefined ? {} : { when: condition(context, when) }),
  });
}
