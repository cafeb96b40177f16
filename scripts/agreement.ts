// Turns seeds into checked cases, as many as are asked for: the runtime against the reference evaluator, every night. Says how many agreed, how fast,
// what came up how often, and stops at the first faults with what it takes to see them again.
//
//   npm run nightly -- --cases 1000000 --seed 1 --workers 4 --progress agreement.json
//
// --policies N: so many policies, in place of --cases · --leads N: leads a policy (50) · --promises N: every N-th case is also replayed and explained (5)
// --faults N: stop after so many (3) · --progress FILE: written as it goes on; where the file is there, the run goes on from it
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { EXPECTED_FEATURES, runSeries, type SeriesResult } from '@fairlead/testkit/agreement';

interface Wanted {
  readonly cases: number;
  readonly workers: number;
  readonly leads: number;
  readonly promises: number;
  readonly faults: number;
  readonly progress: string | undefined;
}

/** How far a run has come: everything before `nextSeed` is done. */
interface Progress {
  nextSeed: number;
  cases: number;
  seconds: number;
  readonly faults: string[];
  readonly features: Record<string, number>;
}

/** What a worker is asked, and what it answers. */
interface Question {
  readonly seed: number;
}
interface Reply extends Question {
  readonly result: SeriesResult;
}

if (isMainThread) await main();
else work();

function work(): void {
  const { leads, promises } = workerData as Wanted;
  // Nobody else starts this file as a worker.
  parentPort?.on('message', ({ seed }: Question) => {
    const result = runSeries({ seed, count: leads, promisesEvery: promises });
    parentPort?.postMessage({ seed, result } satisfies Reply);
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '100000' },
      policies: { type: 'string' },
      seed: { type: 'string', default: '1' },
      workers: { type: 'string', default: '1' },
      leads: { type: 'string', default: '50' },
      promises: { type: 'string', default: '5' },
      faults: { type: 'string', default: '3' },
      progress: { type: 'string' },
    },
  });
  const leads = Number(values.leads);
  const wanted: Wanted = {
    cases: values.policies === undefined ? Number(values.cases) : Number(values.policies) * leads,
    workers: Number(values.workers),
    leads,
    promises: Number(values.promises),
    faults: Number(values.faults),
    progress: values.progress,
  };
  const progress = startedProgress(values.progress) ?? {
    nextSeed: Number(values.seed),
    cases: 0,
    seconds: 0,
    faults: [],
    features: {},
  };
  await runAll(wanted, progress);
  report(progress);
  process.exitCode = progress.faults.length === 0 ? 0 : 1;
}

function startedProgress(file: string | undefined): Progress | undefined {
  // Only this script writes the file.
  return file !== undefined && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Progress) : undefined;
}

/** Seeds go out one by one; a seed counts as done when all before it are. */
function runAll(wanted: Wanted, progress: Progress): Promise<void> {
  const started = performance.now();
  const before = progress.seconds;
  const done = new Map<number, SeriesResult>();
  let next = progress.nextSeed;
  let asked = progress.cases;
  let told = started;
  const take = ({ seed, result }: Reply): void => {
    done.set(seed, result);
    for (let one = done.get(progress.nextSeed); one !== undefined; one = done.get(progress.nextSeed)) {
      done.delete(progress.nextSeed);
      progress.nextSeed += 1;
      progress.cases += one.cases;
      for (const [feature, times] of one.features)
        progress.features[feature] = (progress.features[feature] ?? 0) + times;
      if (one.fault !== undefined) progress.faults.push(one.fault);
    }
    progress.seconds = before + (performance.now() - started) / 1000;
    if (performance.now() - told < 10_000) return;
    told = performance.now();
    if (wanted.progress !== undefined) writeFileSync(wanted.progress, JSON.stringify(progress));
    console.log(`${progress.cases} cases, ${progress.faults.length} faults, ${speed(progress)} cases/s`);
  };
  const isOver = (): boolean => asked >= wanted.cases || progress.faults.length >= wanted.faults;
  const ask = (worker: Worker): void => {
    worker.postMessage({ seed: next } satisfies Question);
    next += 1;
    asked += wanted.leads;
  };
  const runOne = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL(import.meta.url), { workerData: wanted, execArgv: process.execArgv });
      worker.on('error', reject);
      worker.on('message', (reply: Reply) => {
        take(reply);
        if (isOver()) void worker.terminate().then(() => resolve());
        else ask(worker);
      });
      if (isOver()) void worker.terminate().then(() => resolve());
      else ask(worker);
    });
  return Promise.all(Array.from({ length: wanted.workers }, runOne)).then(() => {
    if (wanted.progress !== undefined) writeFileSync(wanted.progress, JSON.stringify(progress));
  });
}

function speed({ cases, seconds }: Progress): number {
  return Math.round(cases / Math.max(seconds, 0.001));
}

function report(progress: Progress): void {
  for (const fault of progress.faults) console.log(`\n${fault}`);
  const never = EXPECTED_FEATURES.filter((feature) => progress.features[feature] === undefined);
  console.log('\nWhat came up, in how many cases:');
  for (const feature of Object.keys(progress.features).sort())
    console.log(`  ${feature}: ${progress.features[feature]}`);
  if (never.length > 0) console.log(`Never: ${never.join(', ')}`);
  console.log(
    `${progress.cases} cases, ${progress.faults.length} faults, ${Math.round(progress.seconds)} s, ${speed(progress)} cases/s; the next seed is ${progress.nextSeed}.`,
  );
}
