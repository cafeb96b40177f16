// A step of a case, an event or time that passes → what it came to, and the decisions that it led to.
import {
  type Advanced,
  type Entry,
  type FollowHost,
  type Plan,
  parseInstant,
  readEvent,
  runDue,
  takeEvent,
} from '@fairlead/runtime';
import type { CaseStep } from './case.ts';
import { type CaseWorld, instantOf } from './case-world.ts';

/** What a step came to, in order. `words` stands for what was not taken. */
export interface StepResult {
  readonly advanced: readonly Advanced[];
  readonly refused: string | undefined;
}

/** Carries out a step. What was due before an event runs first. */
export function runStep(plan: Plan, { state, worldAt }: CaseWorld, step: CaseStep): StepResult {
  const host: FollowHost = {
    planOf: (hash) => (hash === plan.hash ? plan : undefined),
    current: plan,
    world: (_, atMs) => worldAt(atMs),
  };
  const advanced: Advanced[] = [];
  const book = {
    get: state.get,
    waiting: state.waiting,
    keep: (one: Advanced): void => {
      advanced.push(one);
      state.keep(one);
    },
  };
  if ('due' in step) {
    runDue(host, book, instantOf(step.due));
    return { advanced, refused: undefined };
  }
  const read = readEvent(step.event);
  if (read.kind === 'bad') throw new Error(`case.json: event: ${read.place} should be ${read.expected}`);
  const { event } = read;
  runDue(host, book, parseInstant(event.at) ?? 0, 'before');
  const taken = takeEvent(host, state.get(event.lead), event);
  if (taken.kind === 'taken') book.keep(taken.advanced);
  const what = taken.kind === 'refused' ? `refused ${taken.refusal.kind}` : taken.kind;
  return { advanced, refused: taken.kind === 'taken' ? undefined : `${event.lead} ${event.kind}: ${what}` };
}

/** `2026-11-24T09:05:00Z L1 respond 1 reassign: decided, rep ben`. */
export function entryWords({ lead, at, cause, result, now }: Entry): string {
  return `${at} ${lead} ${causeWords(cause)}: ${resultWords(result)}, ${holderWords(now)}`;
}

function causeWords(cause: Entry['cause']): string {
  if (cause.kind === 'event') return cause.event.kind;
  return cause.kind === 'step' ? `${cause.clock} ${cause.step + 1} ${cause.do.kind}` : cause.kind;
}

function resultWords(result: Entry['result']): string {
  if (result.kind === 'stayed') return `stayed ${result.why}`;
  return result.kind === 'contacted' && result.late === true ? 'contacted late' : result.kind;
}

function holderWords(now: Entry['now']): string {
  if (now.kind === 'rep') return `rep ${now.rep}`;
  return now.kind === 'queue' ? `queue ${now.queue}` : 'nobody';
}
