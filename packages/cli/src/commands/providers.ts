// `fairlead providers`: a log of decisions, and events about its leads → how providers answered, what they filled, and how much was right.
import { type Correction, enrichStats } from '@fairlead/runtime/enrich';
import { eachDecision, eachRow } from '../bindings/provider-files.ts';
import { done, EXIT, type ExitCode, failed, type Result } from '../exit-code.ts';
import { clean } from '../output/clean-text.ts';
import { count } from '../output/words.ts';
import { statsLines } from '../providers/stats-text.ts';
import { plansOf } from '../replay/plans.ts';
import { placeOf } from '../rows/place-of.ts';
import type { Shell } from '../shell.ts';

/** What the command line says. */
export interface ProvidersOptions {
  readonly events?: string;
  readonly format: 'text' | 'json';
}

/** Counts. The policies that decided are taken from beside the log. */
export async function runProviders(shell: Shell, log: string, options: ProvidersOptions): Promise<ExitCode> {
  const corrections = await readCorrections(shell, options.events);
  if (!corrections.ok) return corrections.exit;
  const stats = enrichStats(corrections.value);
  const plans = plansOf(log === '-' ? undefined : shell.path(log), []);
  let decisions = 0;
  const read = await eachDecision(shell, log, (decision) => {
    decisions += 1;
    stats.add(decision, decision.enriched.length === 0 ? undefined : plans(decision.policy.hash));
  });
  if (!read.ok) return read.exit;
  const report = stats.report();
  if (options.format === 'json') {
    await shell.out.write(`${JSON.stringify({ decisions, providers: report }, undefined, 2)}\n`);
    return EXIT.ok;
  }
  const { paint, width } = shell.out;
  const lines = statsLines(report, { paint, width, accuracy: options.events !== undefined });
  const head = `${count(decisions, 'decision')} in ${clean(log)}`;
  if (lines.length === 0) {
    await shell.out.write(`${head}; no provider was asked about any of these leads.\n`);
    return EXIT.ok;
  }
  const earlier = report.flatMap(({ provider, earlier: amount }) =>
    amount === 0 ? [] : [`${provider}: ${count(amount, 'answer')} from before the lead came (reuse for).`],
  );
  const more = options.events === undefined ? ['How much was right: --events FILE, with what people corrected.'] : [];
  const notes = [...earlier, ...more];
  await shell.out.write(`${[`${head}.`, '', ...lines, ...(notes.length === 0 ? [] : ['', ...notes])].join('\n')}\n`);
  return EXIT.ok;
}

async function readCorrections(shell: Shell, file: string | undefined): Promise<Result<readonly Correction[]>> {
  if (file === undefined) return done([]);
  const corrections: Correction[] = [];
  const read = await eachRow(shell, file, 'ndjson', async (row) => {
    if (row.kind === 'broken') return `${placeOf(clean(file), row)} ${row.what}`;
    if (row.kind === 'header') return undefined;
    const correction = correctionOf(row.raw);
    if (correction === 'bad') return `${clean(file)}, line ${row.row}: ${EVENT_WORDS}`;
    if (correction !== undefined) corrections.push(correction);
    return undefined;
  });
  return read.ok ? done(corrections) : failed(read.exit);
}

const EVENT_WORDS =
  'expected an event, such as {"kind": "corrected", "lead": "L1", "field": "employees", "value": 250, "at": "2026-11-24T09:00:00Z", "by": "ana"}.';

/** Undefined for other events: a lead has more of them. */
function correctionOf(raw: unknown): Correction | 'bad' | undefined {
  if (typeof raw !== 'object' || raw === null || !('kind' in raw) || typeof raw.kind !== 'string') return 'bad';
  if (raw.kind !== 'corrected') return undefined;
  if (!('lead' in raw && 'field' in raw && 'at' in raw)) return 'bad';
  const { lead, field, at } = raw;
  if (typeof lead !== 'string' || typeof field !== 'string' || typeof at !== 'string') return 'bad';
  // It came from JSON.
  return { lead, field, at, ...('value' in raw ? { value: raw.value as NonNullable<Correction['value']> } : {}) };
}
