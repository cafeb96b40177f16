// Turns values, people, instants and parts of a lead into how they stand in a sentence.

import type { Type } from '@fairlead/ir';
import { formatInstant, parseDate, weekday } from '@fairlead/ir';
import { formatValue } from '../plan/format-value.ts';
import type { Plan } from '../plan/plan.ts';
import { PARTS_PER_LEAD } from '../rotation/ledger.ts';
import type { RuntimeValue } from '../values/runtime-value.ts';
import type { Person } from './explanation.ts';

/** As in a policy: text in quotes, at most 80 characters of it; instants as people read them, and people by their names. */
export function showValue(plan: Plan, type: Type | undefined, value: RuntimeValue): string {
  if (type?.kind === 'rep' && typeof value === 'string') return showRep(plan, value);
  if (type?.kind === 'team' && typeof value === 'string') return showTeam(plan, value);
  if (type?.kind === 'time' && typeof value === 'number') return showInstant(value);
  if (type?.kind === 'list' && typeof value === 'object' && value.kind === 'list') {
    return shortened(`[${value.items.map((item) => showValue(plan, type.of, item)).join(', ')}]`);
  }
  const text = formatValue(type ?? { kind: 'text' }, value);
  return type !== undefined && QUOTED.has(type.kind) ? JSON.stringify(shortened(text)) : shortened(text);
}

const QUOTED: ReadonlySet<Type['kind']> = new Set(['text', 'email', 'choice', 'code']);

/** `2026-11-24 09:00 UTC`; seconds only where there are any. */
export function showInstant(atMs: number): string {
  return showInstantText(formatInstant(atMs));
}

/** As `showInstant`, of UTC text. */
export function showInstantText(text: string): string {
  return text.replace('T', ' ').replace(/(:00)?Z$/, ' UTC');
}

/** An instant as seen from another, both UTC text: `09:30 UTC` on the same day, else with the day: `Wed 2026-11-25 08:00 UTC`. */
export function showInstantFrom(here: string, text: string): string {
  const [date, time] = showInstantText(text).split(/ (.*)/);
  if (date === undefined || time === undefined) return text;
  if (here.startsWith(`${date}T`)) return time;
  const day = parseDate(date);
  return day === undefined ? `${date} ${time}` : `${WEEKDAYS[weekday(day)]} ${date} ${time}`;
}

const WEEKDAYS: readonly string[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const MAX_SHOWN = 80;

/** At most 80 characters. */
export function shortened(text: string): string {
  if (text.length <= MAX_SHOWN) return text;
  const characters = [...text];
  return characters.length <= MAX_SHOWN ? text : `${characters.slice(0, MAX_SHOWN - 1).join('')}…`;
}

/** A rep by id with the name people know; the id alone for one the policy does not know. */
export function personOf(plan: Plan, rep: string): Person {
  return { rep, label: plan.reps.get(rep)?.label ?? rep };
}

/** `Ana Ruiz (ana)`. */
export function showPerson({ rep, label }: Person): string {
  return withId(label, rep);
}

/** A rep by id, with the label if the plan has one. */
export function showRep(plan: Plan, rep: string): string {
  return showPerson(personOf(plan, rep));
}

/** A team by id, with the label if the plan has one. */
export function showTeam(plan: Plan, team: string): string {
  return withId(plan.teams.get(team)?.label ?? team, team);
}

/** A queue by id, with the label if the plan has one. */
export function showQueue(plan: Plan, queue: string): string {
  return withId(plan.queues.get(queue)?.label ?? queue, queue);
}

function withId(label: string, id: string): string {
  return label === id ? id : `${label} (${id})`;
}

/** Parts of a lead as leads with two decimals, rounded half away from zero by whole numbers: `0.83`, `−0.17`. */
export function showParts(parts: number): string {
  const size = BigInt(Math.abs(parts));
  const whole = BigInt(PARTS_PER_LEAD);
  const hundredths = (size * 200n + whole) / (whole * 2n);
  const digits = hundredths.toString().padStart(3, '0');
  const sign = parts < 0 && hundredths > 0n ? '−' : '';
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function enumerated(items: readonly string[]): string {
  const last = items.at(-1);
  if (last === undefined || items.length === 1) return last ?? '';
  return `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** A lead's id; in quotes if it is more than letters, digits and a few marks. */
export function showLead(id: string): string {
  return /^[\p{L}\p{N}_.:/-]+$/u.test(id) ? id : JSON.stringify(shortened(id));
}

/** A rule's name as it stands in a policy; the ending's is the word `otherwise`. */
export function showRule(name: string): string {
  return name === 'otherwise' ? name : JSON.stringify(name);
}
