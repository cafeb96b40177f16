// `fairlead providers`: a log of decisions, and events about its leads → how providers answered, what they filled, and how much was right.
import { isEntry, readEntry } from '@fairlead/runtime';
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
  const given = options.events === undefined ? done([]) : await readCorrections(shell, options.events, eventOf);
  if (!given.ok) return given.exit;
  // A stream passes by once, and what people said of a lead stands behind its decision.
  const logged = log === '-' ? done([]) : await readCorrections(shell, log, loggedEventOf);
  if (!logged.ok) return logged.exit;
  const corrections = [...logged.value, ...given.value];
  const stats = enrichStats(corrections);
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
  const accuracy = options.events !== undefined || corrections.length > 0;
  const lines = statsLines(report, { paint, width, accuracy });
  const head = `${count(decisions, 'decision')} in ${clean(log)}`;
  if (lines.length === 0) {
    await shell.out.write(`${head}; no provider was asked about any of these leads.\n`);
    return EXIT.ok;
  }
  const earlier = report.flatMap(({ provider, earlier: amount }) =>
    amount === 0 ? [] : [`${provider}: ${count(amount, 'answer')} from before the lead came (reuse for).`],
  );
  const more = accuracy ? [] : ['How much was right: --events FILE, with what people corrected.'];
  const notes = [...earlier, ...more];
  await shell.out.write(`${[`${head}.`, '', ...lines, ...(notes.length === 0 ? [] : ['', ...notes])].join('\n')}\n`);
  return EXIT.ok;
}

/** What a line says: an event, nothing that matters here, or what no line should say. */
type EventOf = (raw: unknown) => unknown;

async function readCorrections(shell: Shell, file: string, eventIn: EventOf): Promise<Result<readonly Correction[]>> {
  const corrections: Correction[] = [];
  const read = await eachRow(shell, file, 'event', async (row) => {
    if (row.kind === 'broken') return `${placeOf(clean(file), row)} ${row.what}`;
    if (row.kind === 'header') return undefined;
    const event = eventIn(row.raw);
    const correction = event === undefined ? undefined : correctionOf(event);
    if (correction === 'bad') return `${clean(file)}, line ${row.row}: ${EVENT_WORDS}`;
    if (correction !== undefined) corrections.push(correction);
    return undefined;
  });
  return read.ok ? done(corrections) : failed(read.exit);
}

/** A line of a file of events; in a log of them entries are taken apart. */
function eventOf(raw: unknown): unknown {
  return isEntry(raw) ? loggedEventOf(raw) : raw;
}

/** Decisions and what clocks did say nothing about fields. */
function loggedEventOf(raw: unknown): unknown {
  const entry = isEntry(raw) ? readEntry(raw) : undefined;
  if (entry?.kind !== 'ok' || entry.entry.cause.kind !== 'event') return undefined;
  return entry.entry.cause.event;
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
