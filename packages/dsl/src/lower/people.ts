// Calendars, teams, reps and queues of the tree → the IR.

import { type Calendar, type CountsLine, type Queue, type Rep, type RepValue, sortedBy, type Team } from '@fairlead/ir';
import type * as ast from '../ast/nodes.ts';
import type { RepDeclaration } from '../names/bindings.ts';
import { lowerCondition } from './conditions.ts';
import { factOf, type Lowering, place } from './context.ts';
import { lowerRespond } from './effects.ts';
import { lowerValue } from './values.ts';

/** Lowers the calendars, by id in code-point order; so come the others here. */
export function lowerCalendars(lowering: Lowering): readonly Calendar[] {
  return sorted(lowering.bindings.calendars).map(([id, block]) => {
    place(`calendar:${id}`, block, lowering);
    const open: Calendar['open'][number][] = [];
    const closed: Calendar['closed'][number][] = [];
    for (const entry of block.entries) {
      if (entry.kind === 'open') open.push({ days: daysOf(entry), from: entry.fromMinute, to: entry.toMinute });
      else closed.push({ from: entry.from.text, to: (entry.to ?? entry.from).text });
    }
    return { id, zone: block.zone.value, open, closed };
  });
}

/** Lowers the teams: members are those that the team declares and those that it mentions. The conditions in them are numbered. */
export function lowerTeams(lowering: Lowering): readonly Team[] {
  return sorted(lowering.bindings.teams).map(([id, block]) => {
    place(`team:${id}`, block, lowering);
    const members = new Set<string>();
    const counts: CountsLine[] = [];
    let manager: string | undefined;
    let pauseAbove: number | undefined;
    for (const entry of block.entries) {
      if (entry.kind === 'rep-member') members.add(entry.name.text);
      if (entry.kind === 'manager') manager ??= entry.rep.text;
      if (entry.kind === 'pause') pauseAbove ??= Number(entry.times.decimal);
      if (entry.kind === 'counts') {
        place(`counts:${id}/${counts.length}`, entry, lowering);
        counts.push({ times: Number(entry.times.decimal), when: lowerCondition(entry.when, lowering) });
      }
    }
    return {
      id,
      label: block.label.value,
      ...(manager === undefined ? {} : { manager }),
      members: sortedBy([...members], (member) => member),
      ...(pauseAbove === undefined ? {} : { pauseAbove }),
      counts,
    };
  });
}

/** Lowers the reps. */
export function lowerReps(lowering: Lowering): readonly Rep[] {
  return sorted(lowering.bindings.reps).map(([id, declaration]) => lowerRep(id, declaration, lowering));
}

/** Lowers the queues. */
export function lowerQueues(lowering: Lowering): readonly Queue[] {
  return sorted(lowering.bindings.queues).map(([id, block]) => {
    place(`queue:${id}`, block, lowering);
    const priority = block.entries.find((entry) => entry.kind === 'priority');
    const claim = block.entries.find((entry) => entry.kind === 'claim');
    return {
      id,
      label: block.label.value,
      owner: block.owner.text,
      ...(priority === undefined ? {} : { priority: lowerValue(priority.value, lowering) }),
      ...(claim === undefined ? {} : { claim: lowerRespond(claim, lowering) }),
    };
  });
}

function lowerRep(id: string, { member, home }: RepDeclaration, lowering: Lowering): Rep {
  place(`rep:${id}`, member, lowering);
  const capacity: Rep['capacity'][number][] = [];
  const values = new Map<string, RepValue>();
  let [works, backup]: (string | undefined)[] = [];
  let left: Rep['left'];
  for (const entry of member.entries) {
    if (entry.kind === 'works') works ??= entry.calendar.text;
    if (entry.kind === 'backup') backup ??= entry.rep.text;
    if (entry.kind === 'left') left ??= lowerLeft(entry);
    if (entry.kind === 'capacity') {
      capacity.push(...entry.limits.map(({ limit, per }) => ({ limit: Number(limit.decimal), per })));
    }
    if (entry.kind === 'rep-value') {
      values.set(entry.field.text, factOf(lowering.types.repValues, entry.id, "a rep's value"));
    }
  }
  return {
    id,
    label: member.label?.value ?? id,
    team: home.name.text,
    ...(works === undefined ? {} : { works }),
    capacity,
    ...(backup === undefined ? {} : { backup }),
    ...(left === undefined ? {} : { left }),
    values: Object.fromEntries(values),
  };
}

function lowerLeft(entry: ast.RepEntry & { readonly kind: 'left' }): NonNullable<Rep['left']> {
  return { on: entry.on.text, ...(entry.successor === undefined ? {} : { successor: entry.successor.text }) };
}

const DAYS: Readonly<Record<ast.Day, number>> = { mon: 0, tue: 1, wed: 2, thu: 3, fri: 4, sat: 5, sun: 6 };

/** The days of `mon-fri`, ascending; `fri-mon` goes over the week's end. */
function daysOf({ from, to }: { readonly from: ast.Day; readonly to?: ast.Day }): readonly number[] {
  const [first, last] = [DAYS[from], DAYS[to ?? from]];
  return Object.values(DAYS).filter((day) =>
    first <= last ? day >= first && day <= last : day >= first || day <= last,
  );
}

function sorted<T>(declared: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return sortedBy([...declared], ([name]) => name);
}
