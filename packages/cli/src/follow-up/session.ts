// A state's name → its leads, opened under the state's lock, and the state and the log written when all is done.

import { accessSync } from 'node:fs';
import type { Advanced, FollowHost, Plan } from '@fairlead/runtime';
import { type Bindings, boundWorld } from '../bindings/open-bindings.ts';
import { done, type ExitCode, failed, type Result } from '../exit-code.ts';
import { isPlainFile } from '../files/atomic-write.ts';
import { fileProblem } from '../files/file-problem.ts';
import { copyPolicy, keepPolicy } from '../files/kept-policies.ts';
import { openStateFile, type StateFile, writeStateFile } from '../files/state-file.ts';
import { type Outside, outsideOf } from '../leads/outside.ts';
import { clean, quoted } from '../output/clean-text.ts';
import type { OpenPolicy } from '../policy/open-policy.ts';
import { plansOf } from '../replay/plans.ts';
import { lockState } from '../route/lock-state.ts';
import type { Shell } from '../shell.ts';
import { layBeside, settleJournal } from './journal.ts';
import { type OnKeep, openBook, type StateBook } from './state-book.ts';
import { startTelling } from './told.ts';

/** What is to be followed up. */
export interface SessionWish {
  /** As named by the user. */
  readonly state: string;
  readonly log: string | undefined;
  /** The policy of the moment, if it was named. */
  readonly policy: OpenPolicy | undefined;
  /** What is bound to it. */
  readonly bindings: Bindings;
  /** Nothing that is due later will be asked for. */
  readonly untilMs: number;
}

/** A state that is open and locked. */
export interface Session {
  readonly book: StateBook;
  readonly host: FollowHost;
  /** What has happened so far, in lines for people. */
  readonly told: () => string;
  /** Writes the state, then the log. False, with a word to the user: the lock was lost, and nothing was written. */
  readonly save: () => Promise<boolean>;
}

/** Opens the state, hands it over, and lets it go again. */
export async function withSession<T>(
  shell: Shell,
  wish: SessionWish,
  use: (session: Session) => Promise<T>,
): Promise<Result<T>> {
  const path = shell.path(wish.state);
  for (const [option, name] of [
    ['The state', wish.state],
    ['--log', wish.log],
  ] as const) {
    if (name === undefined || isPlainFile(shell.path(name))) continue;
    return failed(await shell.usage(`${option} ${quoted(name)} is a folder or a device. Name a file.`));
  }
  const missing = await stateMissing(shell, wish.state);
  if (missing !== undefined) return failed(missing);
  const lock = await lockState(shell, wish.state);
  if (!lock.ok) return lock;
  const file = openStateFile(path);
  try {
    const planOf = plansOf(path, wish.policy === undefined ? [] : [wish.policy.plan]);
    const told = startTelling();
    const opened = await open(shell, wish, file, (advanced, hash) => {
      told.add(tellingPlan(wish, planOf, advanced, hash), advanced);
    });
    if (!opened.ok) return opened;
    const { book } = opened.value;
    try {
      const save = (): Promise<boolean> => saveAll(shell, wish, book, lock.value.isHeld);
      return done(await use({ book, host: hostOf(book, planOf, wish), told: told.text, save }));
    } finally {
      book.close();
    }
  } finally {
    file.close();
    lock.value.release();
  }
}

/** The plan that knows the names of who is told of: that of the moment, else the one of the decision or clock, else of the decision before. */
function tellingPlan(
  { policy }: SessionWish,
  planOf: FollowHost['planOf'],
  { decision, next }: Advanced,
  last: string | undefined,
): Plan | undefined {
  if (policy !== undefined) return policy.plan;
  const own = decision?.policy.hash ?? next.respond?.policy ?? next.claim?.policy;
  return planOf(own ?? '') ?? planOf(last ?? '');
}

async function open(
  shell: Shell,
  { state, untilMs }: SessionWish,
  file: StateFile,
  onKeep: OnKeep,
): Promise<Result<{ readonly book: StateBook }>> {
  const opened = openBook(file, { untilMs, stops: shell.stops, onKeep });
  if (opened.kind === 'ok') return done(opened);
  return failed(await damaged(shell, state, opened.problems));
}

/** Tells that there is no state, where there is none: nobody has routed into it yet. */
export async function stateMissing(shell: Shell, name: string): Promise<ExitCode | undefined> {
  try {
    accessSync(shell.path(name));
    return undefined;
  } catch (error) {
    return shell.usage(await fileProblem(shell, name, error));
  }
}

/** Tells that a file is no state. */
export function damaged(shell: Shell, name: string, problems: readonly string[]): ReturnType<Shell['problem']> {
  const shown = problems.slice(0, MAX_PROBLEMS).map((problem) => `  ${clean(problem)}`);
  return shell.problem(
    `${quoted(name)} is not a state that Fairlead wrote, or it is damaged. It was left as it is.\n${shown.join('\n')}`,
  );
}

const MAX_PROBLEMS = 5;

function hostOf(book: StateBook, planOf: FollowHost['planOf'], { policy, bindings }: SessionWish): FollowHost {
  const outsides = new Map<string, Outside>();
  const outsideFor = (plan: Plan): Outside => {
    const known = outsides.get(plan.hash) ?? outsideOf(plan);
    outsides.set(plan.hash, known);
    return known;
  };
  const { records: _records, ...forAll } = bindings;
  return {
    planOf,
    ...(policy === undefined ? {} : { current: policy.plan }),
    world: (plan, atMs) => {
      const { almanac, domains } = outsideFor(plan);
      // Records are laid out for one policy; models go by names.
      const own = plan.hash === policy?.plan.hash ? bindings : forAll;
      return boundWorld({ atMs, almanac, domains, state: book.state }, own, undefined);
    },
  };
}

/** Where nothing happened, nothing is written. */
async function saveAll(shell: Shell, wish: SessionWish, book: StateBook, mayCommit: () => boolean): Promise<boolean> {
  if (book.kept() === 0) return true;
  const { state, log, policy } = wish;
  const path = shell.path(state);
  if (policy !== undefined) keepPolicy(path, policy.plan.hash, policy.text, shell.stops);
  const journal = log === undefined ? undefined : layBeside(path, shell.path(log), book.log, shell.stops);
  const data = { ...book.data(), ...(journal === undefined ? {} : { journal }) };
  if (!writeStateFile(path, data, book.history, { stops: shell.stops, mayCommit })) {
    await shell.problem(`Another process took ${quoted(state)} over. Nothing was written; run it again.`);
    return false;
  }
  settleJournal(path);
  if (log !== undefined) for (const hash of book.hashes()) copyPolicy(path, shell.path(log), hash);
  return true;
}
