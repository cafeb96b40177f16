// Turns the leads that wait in a queue into the order in which they are to be taken.
import { compareCodePoints, compareNumeric, type ExactNumber, parseDate, parseInstant } from '@fairlead/ir';
import type { FollowUp, QueuePlace } from './follow-up.ts';

/** A lead in a queue. */
export interface Waiting extends QueuePlace {
  readonly lead: string;
}

/** Who waits, in order: by queue, then highest priority first (without one: last), then who came first, then the lead's id. */
export function waitingIn(followUps: Iterable<FollowUp>, queue?: string): readonly Waiting[] {
  const waiting: Waiting[] = [];
  for (const { lead, status, holder } of followUps) {
    if (status !== 'open' || holder.kind !== 'queue' || (queue !== undefined && holder.queue !== queue)) continue;
    const { kind: _kind, ...place } = holder;
    waiting.push({ lead, ...place });
  }
  return waiting.sort(queueOrder);
}

/** The order of two that wait; of one queue and, so that lists of all are stable, of several. */
export function queueOrder(a: Waiting, b: Waiting): number {
  return (
    compareCodePoints(a.queue, b.queue) ||
    comparePriority(b.priority, a.priority) ||
    (parseInstant(a.since) ?? 0) - (parseInstant(b.since) ?? 0) ||
    compareCodePoints(a.lead, b.lead)
  );
}

/** Priorities of a queue are of one type: decimals (money too, of one currency), dates or instants, as their texts. */
function comparePriority(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return (a === undefined ? 0 : 1) - (b === undefined ? 0 : 1);
  const decimals = [decimalOf(a), decimalOf(b)] as const;
  if (decimals[0] !== undefined && decimals[1] !== undefined) return compareNumeric(decimals[0], decimals[1]);
  const days = [parseDate(a), parseDate(b)] as const;
  if (days[0] !== undefined && days[1] !== undefined) return days[0] - days[1];
  const instants = [parseInstant(a), parseInstant(b)] as const;
  if (instants[0] !== undefined && instants[1] !== undefined) return instants[0] - instants[1];
  return compareCodePoints(a, b);
}

/** `12.5`, `-3`, and `500 USD` as it stands on decisions: exactly, however many digits there are. */
function decimalOf(text: string): ExactNumber | undefined {
  const [, sign = '', whole = '', part = ''] = /^(-?)(\d+)(?:\.(\d+))?(?: [A-Z]{3})?$/.exec(text) ?? [];
  if (whole === '') return undefined;
  return { kind: 'exact', coefficient: BigInt(`${sign}${whole}${part}`), scale: part.length };
}
