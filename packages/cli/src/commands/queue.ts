// `fairlead queue`: a state → who waits in its queues, in the order in which they are to be taken.
import {
  type Decision,
  type FollowUp,
  followUpOf,
  recordName,
  reviewCandidates,
  type Waiting,
  waitingIn,
} from '@fairlead/runtime';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { keptQueues } from '../files/kept-policies.ts';
import { openStateFile, type ReadStateFile } from '../files/state-file.ts';
import { damaged, stateMissing } from '../follow-up/session.ts';
import { clean, quoted } from '../output/clean-text.ts';
import { type Cell, table } from '../output/table.ts';
import { count, listed } from '../output/words.ts';
import type { Shell } from '../shell.ts';

/** What the command line says. */
export interface QueueOptions {
  readonly format: 'text' | 'json';
}

/** Lists waiting leads. The state is only read. */
export async function runQueue(
  shell: Shell,
  stateName: string,
  queue: string | undefined,
  { format }: QueueOptions,
): Promise<ExitCode> {
  const missing = await stateMissing(shell, stateName);
  if (missing !== undefined) return missing;
  const leads = new Map<string, Candidate>();
  const read = readWaiting(shell.path(stateName), leads);
  if (read.kind === 'bad') return damaged(shell, stateName, read.problems);
  const unknown = queue === undefined ? undefined : await unknownQueue(shell, stateName, queue);
  if (unknown !== undefined) return shell.usage(unknown);
  const followUps = [...leads.values()].map(({ followUp }) => followUp);
  const waiting = waitingIn(followUps, queue);
  if (format === 'json') {
    const lines = waiting.map((one) => JSON.stringify({ ...one, ...candidatesOf(leads, one) }));
    await shell.out.write(lines.map((line) => `${line}\n`).join(''));
    return EXIT.ok;
  }
  const where = queue === undefined ? 'in a queue' : `in ${quoted(queue)}`;
  const sum = waiting.length === 0 ? `No lead waits ${where}.` : `${count(waiting.length, 'lead')} ${where}.`;
  const [header = '', ...rows] = waiting.length === 0 ? [] : table([HEADER, ...waiting.map(rowOf)], shell.out.width);
  const lines = rows.flatMap((row, index) => [row, ...asked(leads, waiting[index])]);
  await shell.out.write([...(rows.length === 0 ? [] : [header]), ...lines, sum].map((line) => `${line}\n`).join(''));
  return EXIT.ok;
}

/** Says that none of the state's policies has the queue; nothing where one has, or none was kept. */
async function unknownQueue(shell: Shell, stateName: string, queue: string): Promise<string | undefined> {
  const queues = keptQueues(shell.path(stateName));
  if (queues.length === 0 || queues.includes(queue)) return undefined;
  const { suggest } = await import('@fairlead/dsl');
  const nearest = suggest(queue, queues);
  const hint = nearest === undefined ? `There are ${listed(queues.map(quoted))}.` : `Did you mean ${quoted(nearest)}?`;
  return `${quoted(queue)} is no queue of the policies that decided on these leads. ${hint}`;
}

/** A lead that waits, with the records a reviewer may choose from. */
interface Candidate {
  readonly followUp: FollowUp;
  readonly candidates: readonly MayBeMeant[];
}

/** A record by its id, with its name where it has one that is not private. */
interface MayBeMeant {
  readonly record: string;
  readonly name?: string;
  readonly confidence: string;
}

function readWaiting(path: string, leads: Map<string, Candidate>): ReadStateFile {
  const file = openStateFile(path);
  try {
    return file.read(
      ({ lead, decision }) => {
        const followUp = followUpOf(decision);
        if (followUp.holder.kind !== 'queue') return;
        leads.set(lead, { followUp, candidates: mayBeMeant(decision, followUp) });
      },
      ({ followUp }) => {
        const { holder, status, lead } = followUp;
        if (holder.kind !== 'queue' || status !== 'open') leads.delete(lead);
        else leads.set(lead, { followUp, candidates: leads.get(lead)?.candidates ?? [] });
      },
    );
  } finally {
    file.close();
  }
}

/** Of a lead in review the candidates are on its decision, also if something has happened to it since. */
function mayBeMeant(decision: Decision, followUp: FollowUp): readonly MayBeMeant[] {
  const { outcome } = decision;
  if (outcome.kind !== 'review') return [];
  return reviewCandidates({ decision, followUp }).map(({ record, confidence }) => {
    const name = recordName(decision, outcome.match, record);
    return { record, ...(name === undefined ? {} : { name }), confidence };
  });
}

const HEADER: readonly Cell[] = ['lead', 'queue', 'priority', 'since'].map((text) => ({ text }));

function rowOf({ lead, queue, priority = '', since }: Waiting): readonly Cell[] {
  const when = `${since.slice(0, 10)} ${since.slice(11, 16)} UTC`;
  return [{ text: clean(lead) }, { text: clean(queue) }, { text: clean(priority), right: true }, { text: when }];
}

/** What a lead in review waits for, on a line of its own: `which account? Harbour Lane Ltd (A-3), 80.25%`. */
function asked(leads: ReadonlyMap<string, Candidate>, one: Waiting | undefined): readonly string[] {
  if (one?.match === undefined) return [];
  const candidates = leads.get(one.lead)?.candidates ?? [];
  const named = candidates
    .slice(0, MOST_NAMED)
    .map(({ record, name, confidence }) => `${name === undefined ? record : `${name} (${record})`}, ${confidence}%`);
  const more = candidates.length - named.length;
  const records = more === 0 ? named : [...named, `${more} more`];
  return [`    which ${one.match}? ${clean(records.join('; '))}`.trimEnd()];
}

const MOST_NAMED = 3;

function candidatesOf(leads: ReadonlyMap<string, Candidate>, { lead, match }: Waiting): object {
  return match === undefined ? {} : { candidates: leads.get(lead)?.candidates ?? [] };
}
