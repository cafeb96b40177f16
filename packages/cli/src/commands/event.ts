// `fairlead event`: a state and what happened to a lead, or a file of such → the state after it, told and logged.
import {
  EVENT_FORMAT,
  formatInstant,
  type LeadEvent,
  parseInstant,
  readEvent,
  refusalWords,
  runDue,
  takeEvent,
} from '@fairlead/runtime';
import { type BindingArgs, type BindingOptions, boundFiles, readBindingArgs } from '../bindings/binding-args.ts';
import { type Bindings, openBindings } from '../bindings/open-bindings.ts';
import { done, EXIT, type ExitCode, failed, type Result } from '../exit-code.ts';
import { printLines } from '../follow-up/print-lines.ts';
import { type Session, withSession } from '../follow-up/session.ts';
import { instantOf } from '../leads/parse-at.ts';
import { usableInstant } from '../leads/usable-instant.ts';
import { clean, quoted } from '../output/clean-text.ts';
import { count } from '../output/words.ts';
import { type OpenPolicy, openPolicy } from '../policy/open-policy.ts';
import { clashOf } from '../route/clash.ts';
import { placeOf } from '../rows/place-of.ts';
import { openRows } from '../rows/read-rows.ts';
import type { Shell } from '../shell.ts';

/** What the command line says. */
export interface EventOptions extends Omit<BindingOptions, 'providers'> {
  readonly by?: string;
  readonly at?: string;
  readonly id?: string;
  readonly to?: string;
  readonly record?: string;
  readonly match?: string;
  readonly field?: string;
  readonly value?: string;
  readonly outcome?: string;
  readonly reason?: string;
  /** A file of events in place of one. */
  readonly from?: string;
  readonly policy?: string;
  readonly log?: string;
  readonly format: 'text' | 'json';
}

/** Takes one event, whose kind and lead are the words, or those of a file. Those that are refused change nothing; with any it ends with 1. */
export async function runEvent(
  shell: Shell,
  state: string,
  words: readonly string[],
  options: EventOptions,
): Promise<ExitCode> {
  const [kind, lead, more] = words;
  if (more !== undefined) {
    return shell.usage(`Nothing is expected behind the lead, and there is ${quoted(more)}. Each call takes one event.`);
  }
  const { from, log, format } = options;
  const args = await readBindingArgs(shell, options);
  if (!args.ok) return args.exit;
  const written = [
    ['the state', state],
    ['--log', log],
  ] as const;
  const read = [['the policy', options.policy], ['--from', from], ...boundFiles(args.value)] as const;
  const clash = clashOf(shell, written, read);
  if (clash !== undefined) return shell.usage(clash);
  const events = from === undefined ? await oneEvent(shell, kind, lead, options) : await eventsOf(shell, from, kind);
  if (!events.ok) return events.exit;
  const opened = await openNamed(shell, options.policy, args.value);
  if (!opened.ok) return opened.exit;
  const { policy, bindings } = opened.value;
  const untilMs = events.value.taken.reduce((last, { at }) => Math.max(last, parseInstant(at) ?? 0), 0);
  const wish = { state, log, policy, bindings, untilMs };
  const used = await withSession(shell, wish, async (session) => {
    const came = takeAll(session, events.value.taken);
    if (!(await session.save())) return EXIT.problems;
    if (format === 'json') await printLines(shell, session.book.log);
    else await shell.out.write(`${session.told()}${sumWords(came, from !== undefined)}`);
    return tellNotTaken(shell, [...events.value.broken, ...came.refused]);
  });
  return used.ok ? used.value : used.exit;
}

function sumWords({ taken, repeated }: TakenAll, isFile: boolean): string {
  const again = repeated === 0 ? '' : `${count(repeated, 'event')} had come before and changed nothing.\n`;
  return `${again}${isFile ? `${count(taken, 'event')} taken.\n` : ''}`;
}

/** Tells of the first of them, and gives the code to end with. */
async function tellNotTaken(shell: Shell, problems: readonly string[]): Promise<ExitCode> {
  for (const problem of problems.slice(0, MAX_PROBLEMS)) await shell.problem(problem);
  const more = problems.length - MAX_PROBLEMS;
  if (more > 0) await shell.problem(`${count(more, 'more event was', 'more events were')} not taken.`);
  return problems.length === 0 ? EXIT.ok : EXIT.problems;
}

const MAX_PROBLEMS = 20;

/** The policy of the moment with what is bound to it, where one is named. */
async function openNamed(
  shell: Shell,
  name: string | undefined,
  args: BindingArgs,
): Promise<Result<{ readonly policy?: OpenPolicy; readonly bindings: Bindings }>> {
  if (name === undefined) {
    const [first] = boundFiles(args);
    if (first === undefined) return done({ bindings: {} });
    return failed(await shell.usage(`${first[0]} is bound to a policy. Name the policy with --policy.`));
  }
  const policy = await openPolicy(shell, name, args);
  if (!policy.ok) return policy;
  const bindings = await openBindings(shell, policy.value.plan, args, ['models']);
  return bindings.ok ? done({ policy: policy.value, bindings: bindings.value }) : bindings;
}

interface TakenAll {
  readonly taken: number;
  readonly repeated: number;
  /** In words, cleaned. */
  readonly refused: readonly string[];
}

/** In their order; before each, what was due before it. */
function takeAll({ book, host }: Session, events: readonly LeadEvent[]): TakenAll {
  let taken = 0;
  let repeated = 0;
  const refused: string[] = [];
  for (const event of events) {
    const atMs = parseInstant(event.at) ?? 0;
    if (book.isDueBefore(atMs)) runDue(host, book, atMs, 'before');
    const came = takeEvent(host, book.get(event.lead), event);
    if (came.kind === 'taken') {
      book.keep(came.advanced);
      taken += 1;
    } else if (came.kind === 'repeated') repeated += 1;
    else refused.push(`${clean(event.lead)}, ${event.kind}: ${clean(refusalWords(came.refusal))} Nothing was changed.`);
  }
  return { taken, repeated, refused };
}

interface Events {
  readonly taken: readonly LeadEvent[];
  /** What could not be read, in words. */
  readonly broken: readonly string[];
}

/** The event that the command line says. */
async function oneEvent(
  shell: Shell,
  kind: string | undefined,
  lead: string | undefined,
  options: EventOptions,
): Promise<Result<Events>> {
  if (kind === undefined || lead === undefined) {
    return failed(
      await shell.usage('Say what happened and to which lead: fairlead event STATE contacted LEAD --by WHO.'),
    );
  }
  const atMs = await instantOf(shell, options.at);
  if (!atMs.ok) return atMs;
  const { by, id, to, record, match, field, value, outcome, reason } = options;
  if (by === undefined) return failed(await shell.usage('Say who says so with --by.'));
  const said = { id, to, match, field, value, outcome, reason, record: record === 'none' ? null : record };
  const keys = Object.entries(said).filter(([, one]) => one !== undefined);
  const json = { format: EVENT_FORMAT, kind, lead, at: formatInstant(atMs.value), by, ...Object.fromEntries(keys) };
  const read = readEvent(json);
  if (read.kind === 'ok') return done({ taken: [read.event], broken: [] });
  return failed(await shell.usage(usageWords(kind, read.place, read.expected, read.held)));
}

function usageWords(kind: string, place: string, expected: string, held: string | undefined): string {
  if (place === 'kind') return `${quoted(kind)} is not a kind of event. It is ${clean(expected)}.`;
  if (held === undefined) return `An event ${quoted(kind)} needs --${place}: ${clean(expected)}.`;
  if (expected.startsWith('nothing here')) return `An event ${quoted(kind)} has no --${clean(place)}.`;
  return `--${clean(place)} should be ${clean(expected)}, and is ${clean(held)}.`;
}

/** The events of a file, one a line. */
async function eventsOf(shell: Shell, from: string, kind: string | undefined): Promise<Result<Events>> {
  if (kind !== undefined) return failed(await shell.usage('With --from the events say themselves what happened.'));
  const file = await openRows(shell, from, 'event', 'ndjson');
  if (!file.ok) return file;
  const taken: LeadEvent[] = [];
  const broken: string[] = [];
  for await (const batch of file.value.rows) {
    for (const row of batch) {
      if (row.kind === 'broken') broken.push(`${placeOf(file.value.name, row)} ${row.what}`);
      if (row.kind !== 'lead') continue;
      const read = readEvent(row.raw);
      if (read.kind === 'ok' && usableInstant(parseInstant(read.event.at)) !== undefined) taken.push(read.event);
      else if (read.kind === 'ok') {
        broken.push(`${file.value.name}, line ${row.row}: "at" is ${quoted(read.event.at)}, and that is too far away.`);
      } else {
        const place = read.place === '' ? 'the line' : quoted(read.place);
        const held = read.held === undefined ? 'and is not there' : `and is ${clean(read.held)}`;
        broken.push(`${file.value.name}, line ${row.row}: ${place} should be ${clean(read.expected)}, ${held}.`);
      }
    }
  }
  return done({ taken, broken });
}
