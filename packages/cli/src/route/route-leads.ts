// A policy, an open file of leads and where decisions go → all of it done: leads read to the end, state and log written, in this order.
import { canonicalJson } from '@fairlead/ir';
import { type Decision, formatInstant } from '@fairlead/runtime';
import type { Bindings } from '../bindings/open-bindings.ts';
import { done, EXIT, type ExitCode, failed, type Result } from '../exit-code.ts';
import { copyPolicy, keepPolicy } from '../files/kept-policies.ts';
import type { Lock } from '../files/lock.ts';
import { openStateFile, type StateFile, writeStateFile } from '../files/state-file.ts';
import { layBeside, settleJournal } from '../follow-up/journal.ts';
import { type FileHistory, fileHistory } from '../history/file-history.ts';
import { type LaterLines, laterLines } from '../history/line-file.ts';
import type { InstantOf } from '../leads/lead-instant.ts';
import { clean, quoted } from '../output/clean-text.ts';
import { progressLine } from '../output/progress.ts';
import { count } from '../output/words.ts';
import type { OpenPolicy } from '../policy/open-policy.ts';
import type { LeadFile } from '../rows/read-rows.ts';
import type { Shell, Sink } from '../shell.ts';
import { columnNotes } from './column-notes.ts';
import { type Output, openOutput } from './output.ts';
import { problemLog } from './problem-log.ts';
import { type Emitted, type Run, startRun } from './run.ts';
import { summaryText } from './summary.ts';
import { emptyTally, type Tally } from './tally.ts';

/** Everything that is needed, opened. */
export interface RouteJob {
  readonly shell: Shell;
  readonly policy: OpenPolicy;
  readonly leads: LeadFile;
  readonly bindings: Bindings;
  readonly atMs: number;
  readonly instantOf: InstantOf | undefined;
  /** As named by the user. */
  readonly out: string | undefined;
  /** A log that new decisions are appended to; only beside a state, and not beside a log behind `out`. */
  readonly log: string | undefined;
  readonly problems: string | undefined;
  readonly state: { readonly name: string; readonly lock: Lock } | undefined;
}

/** Routes. Throws what the system says of a file that cannot be written; then nothing of the run is kept. */
export async function routeLeads(job: RouteJob): Promise<ExitCode> {
  const { shell, state } = job;
  const earlier = state === undefined ? undefined : openStateFile(shell.path(state.name));
  const output = openOutput(shell, job.out);
  const beside = laterLines(shell.stops);
  try {
    return await routeInto(job, earlier, output, beside);
  } finally {
    beside.close();
    output.discard();
    earlier?.close();
  }
}

async function routeInto(
  job: RouteJob,
  earlier: StateFile | undefined,
  output: Output,
  beside: LaterLines,
): Promise<ExitCode> {
  const { shell, policy, state } = job;
  const history = fileHistory({ file: output.lines, beside: beside.lines, earlier, write: canonicalJson });
  const data = await readState(job, earlier, history);
  if (!data.ok) return data.exit;
  const tally = emptyTally();
  /** The policies of earlier decisions that were written again. */
  const others = new Set<string>();
  const emit = (line: string, decision: Decision, { isWritten, repeated }: Emitted): void => {
    // Appended to a log are new decisions only, also of leads that are not remembered.
    const isLogged = output.log !== undefined || (job.log !== undefined && !repeated);
    if (isLogged && !isWritten) output.lines.append(line);
    output.stream?.add(line);
    if (decision.policy.hash !== policy.plan.hash) others.add(decision.policy.hash);
  };
  const { plan } = policy;
  const { bindings, atMs, instantOf } = job;
  const run = startRun({ plan, bindings, tally, atMs, instantOf, history, data: data.value, emit });
  const readers = await readToEnd(job, run, tally, output);
  // Whoever read the decisions has gone, and nobody knows how many arrived: nothing is remembered.
  if (readers === 'gone') return EXIT.ok;
  if (state !== undefined && !saveState(job, run, history, output)) {
    return shell.problem(`Another process took ${quoted(state.name)} over. Nothing was written; run it again.`);
  }
  if (output.log !== undefined) {
    keepPolicy(output.log, plan.hash, policy.text, shell.stops);
    if (state !== undefined) for (const hash of others) copyPolicy(shell.path(state.name), output.log, hash);
  }
  output.commit();
  await tell(job, run, tally);
  return tally.broken > 0 ? EXIT.problems : EXIT.ok;
}

async function readState(
  { shell, state }: RouteJob,
  earlier: StateFile | undefined,
  history: FileHistory,
): Promise<Result<Parameters<typeof startRun>[0]['data']>> {
  if (earlier === undefined || state === undefined) return done({ pools: [], reps: [], decisions: [] });
  const read = earlier.read(
    ({ lead, offset }) => history.decisions.knows(lead, offset),
    ({ followUp, offset }) => history.followUps.knows(followUp.lead, offset),
  );
  if (read.kind === 'ok') return done(read.data);
  const shown = read.problems.slice(0, MAX_PROBLEMS).map((problem) => `  ${clean(problem)}`);
  const message = `${quoted(state.name)} is not a state that Fairlead wrote, or it is damaged. It was left as it is.\n${shown.join('\n')}`;
  return failed(await shell.problem(message));
}

const MAX_PROBLEMS = 5;

/**
 * The state goes first. A process that ends between it and the log of `out` leaves the decisions remembered, and the same call writes the log again; lines that
 * are appended to a log lie beside the state meanwhile.
 */
function saveState(
  { shell, policy, state, log }: RouteJob,
  run: Run,
  history: FileHistory,
  { lines }: Output,
): boolean {
  if (state === undefined) return true;
  const path = shell.path(state.name);
  keepPolicy(path, policy.plan.hash, policy.text, shell.stops);
  const isLogged = log !== undefined && lines.size() > 0;
  const journal = isLogged ? { journal: layBeside(path, shell.path(log), lines, shell.stops) } : {};
  const how = { stops: shell.stops, mayCommit: state.lock.isHeld };
  if (!writeStateFile(path, { ...run.data(), ...journal }, history, how)) return false;
  if (isLogged) {
    settleJournal(path);
    keepPolicy(shell.path(log), policy.plan.hash, policy.text, shell.stops);
  }
  return true;
}

async function readToEnd(job: RouteJob, run: Run, tally: Tally, { stream }: Output): Promise<'there' | 'gone'> {
  const { shell, leads } = job;
  const progress = progressLine(shell.err, leads.bytes);
  const problems = problemLog(shell, leads.name, job.problems === undefined ? undefined : shell.path(job.problems));
  try {
    for await (const batch of leads.rows) {
      for (const row of batch) {
        if (row.kind === 'header') await noteColumns(job, row.columns);
        else if (row.kind === 'broken') {
          tally.broken += 1;
          problems.add(row);
        }
      }
      await run.take(batch.filter((row) => row.kind === 'lead'));
      if (stream !== undefined && !(await stream.flush())) return 'gone';
      await problems.tell(progress.clear);
      await progress.show(tally.leads, leads.bytesRead());
    }
    await progress.clear();
    await problems.finish();
    return 'there';
  } finally {
    problems.discard();
  }
}

async function noteColumns({ shell, leads, policy }: RouteJob, columns: readonly string[]): Promise<void> {
  const { suggest } = await import('@fairlead/dsl');
  const { lead, enrichers } = policy.plan;
  // A column of what a provider fills in need not be there.
  const filled = new Set(enrichers.flatMap(({ enricher }) => enricher.fill));
  const fields = lead.fields.filter(({ name, column }) => columns.includes(column) || !filled.has(name));
  for (const note of columnNotes(leads.name, columns, { fields }, 'every lead', suggest)) await shell.note(note);
}

async function tell(job: RouteJob, run: Run, tally: Tally): Promise<void> {
  const { shell, leads, policy, out } = job;
  const { count: clockless, firstRow } = run.clockless();
  if (clockless > 0) {
    const what = `${count(clockless, 'lead')} had no instant in the field of --clock (first: row ${firstRow ?? 0})`;
    await shell.note(
      `${what}: decided at the latest instant seen so far, or at ${formatInstant(job.atMs)} where there was none.`,
    );
  }
  if (tally.leads + tally.broken === 0) await shell.note(`There are no leads in ${leads.name}.`);
  const sink: Sink = out === '-' ? shell.err : shell.out;
  const { paint, width } = sink;
  await sink.write(
    summaryText({
      tally,
      plan: policy.plan,
      asks: job.bindings.providers?.asks() ?? new Map(),
      when: whenOf(run, job.atMs),
      paint,
      width,
    }),
  );
  if (out === undefined || out === '-') return;
  await sink.write(
    `\nDecisions are in ${clean(out)}. Explain one: fairlead explain ${policy.name} ${clean(out)} --lead ID\n`,
  );
}

function whenOf(run: Run, atMs: number): string {
  const { fromMs, toMs } = run.span() ?? { fromMs: atMs, toMs: atMs };
  return fromMs === toMs ? `as of ${shown(fromMs)}` : `as of ${shown(fromMs)} to ${shown(toMs)}`;
}

/** `2026-11-24 09:00 UTC` */
function shown(atMs: number): string {
  const text = formatInstant(atMs);
  return `${text.slice(0, 10)} ${text.slice(11, 16)} UTC`;
}
