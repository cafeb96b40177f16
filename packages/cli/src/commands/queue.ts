// `fairlead queue`: a state → who waits in its queues, in the order in which they are to be taken.
import { type FollowUp, followUpOf, reviewCandidates, type Waiting, waitingIn } from '@fairlead/runtime';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { openStateFile, type ReadStateFile } from '../files/state-file.ts';
import { damaged, stateMissing } from '../follow-up/session.ts';
import { clean, quoted } from '../output/clean-text.ts';
import { type Cell, table } from '../output/table.ts';
import { count } from '../output/words.ts';
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
  const followUps = [...leads.values()].map(({ followUp }) => followUp);
  const waiting = waitingIn(followUps, queue);
  if (format === 'json') {
    const lines = waiting.map((one) => JSON.stringify({ ...one, ...candidatesOf(leads, one) }));
    await shell.out.write(lines.map((line) => `${line}\n`).join(''));
    return EXIT.ok;
  }
  const where = queue === undefined ? 'in a queue' : `in ${quoted(queue)}`;
  const sum = waiting.length === 0 ? `No lead waits ${where}.` : `${count(waiting.length, 'lead')} ${where}.`;
  const rows = waiting.map((one) => rowOf(leads, one));
  const lines = rows.length === 0 ? [] : table([HEADER, ...rows], shell.out.width);
  await shell.out.write([...lines, sum].map((line) => `${line}\n`).join(''));
  return EXIT.ok;
}

/** A lead that waits, with the records a reviewer may choose from: id and confidence. */
interface Candidate {
  readonly followUp: FollowUp;
  readonly candidates: readonly { readonly record: string; readonly confidence: string }[];
}

function readWaiting(path: string, leads: Map<string, Candidate>): ReadStateFile {
  const file = openStateFile(path);
  try {
    return file.read(
      ({ lead, decision }) => {
        const followUp = followUpOf(decision);
        // Of a lead in review the candidates are on its decision, also if something has happened to it since.
        const candidates = decision.outcome.kind === 'review' ? reviewCandidates({ decision, followUp }) : [];
        if (followUp.holder.kind !== 'queue') return;
        const chosen = candidates.map(({ record, confidence }) => ({ record, confidence }));
        leads.set(lead, { followUp, candidates: chosen });
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

const HEADER: readonly Cell[] = ['lead', 'queue', 'priority', 'since', ''].map((text) => ({ text }));

function rowOf(leads: ReadonlyMap<string, Candidate>, one: Waiting): readonly Cell[] {
  const { lead, queue, priority = '', since, match } = one;
  const records = (leads.get(lead)?.candidates ?? []).map(({ record, confidence }) => `${record} (${confidence}%)`);
  const asks = match === undefined ? '' : `which ${match}? ${records.join(', ')}`;
  const when = `${since.slice(0, 10)} ${since.slice(11, 16)} UTC`;
  return [
    { text: clean(lead) },
    { text: clean(queue) },
    { text: clean(priority), right: true },
    { text: when },
    { text: clean(asks) },
  ];
}

function candidatesOf(leads: ReadonlyMap<string, Candidate>, { lead, match }: Waiting): object {
  return match === undefined ? {} : { candidates: leads.get(lead)?.candidates ?? [] };
}
