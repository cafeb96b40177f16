// A decision → what case.json can say of it, in the same short words.
import { assertNever } from '@fairlead/ir';
import type {
  Attempt,
  Change,
  Decision,
  EffectData,
  EnrichResult,
  MatchResult,
  Reason,
  RespondClock,
  SplitNumbers,
} from '@fairlead/runtime';
import type { ExpectedDecision } from './case.ts';
import type { Decided, Ran } from './run-leads.ts';

type Said = { readonly [Key in keyof Required<ExpectedDecision>]: unknown };

/** What came out, for the keys that were expected. */
export function saidOf(ran: Ran, expected: ExpectedDecision): Partial<Said> {
  const last = ran.decided.at(-1);
  const all = { ...(last === undefined ? {} : ofDecision(last, ran, expected)), ...ofStep(ran.step) };
  return Object.fromEntries(Object.entries(all).filter(([key]) => Object.hasOwn(expected, key)));
}

function ofStep(step: Ran['step']): Partial<Said> {
  if (step === undefined) return {};
  const { words, changes, effects } = step;
  return { events: words, changes: changes.map(changeWords), effects: effects.map(effectWords) };
}

function ofDecision({ decision, text }: Decided, ran: Ran, expected: ExpectedDecision): Said {
  const { outcome, attempts, scores } = decision;
  const rows = attempts.flatMap(({ pick }) => (pick === undefined ? [] : turnRows(pick)));
  return {
    outcome: outcome.kind,
    rep: outcome.kind === 'assigned' ? outcome.rep : undefined,
    team: outcome.kind === 'assigned' ? outcome.team : undefined,
    queue: 'queue' in outcome ? outcome.queue : undefined,
    priority: 'priority' in outcome ? outcome.priority : undefined,
    track: outcome.kind === 'nurtured' ? outcome.track : undefined,
    reason: outcome.kind === 'rejected' ? outcome.reason : undefined,
    rule: decision.rule ?? null,
    because: decision.because ?? null,
    repeated: ran.repeated,
    attempts: attempts.map(attemptWords),
    setAside: attempts.flatMap(({ setAside }) => setAside.map(({ rep, reason }) => `${rep} ${reasonWords(reason)}`)),
    scores: Object.fromEntries(scores.map(({ name, points }) => [name, points])),
    lines: Object.fromEntries(scores.map(({ name, lines }) => [name, lines])),
    balances: Object.fromEntries(rows.map(({ rep, after }) => [rep, after])),
    values: Object.fromEntries(
      attempts.flatMap(({ pick }) =>
        (pick === undefined ? [] : valueRows(pick)).map((row) => [row.rep, row.value ?? null]),
      ),
    ),
    read: Object.fromEntries(Object.keys(expected.read ?? {}).map((key) => [key, decision.inputs.lead[key] ?? null])),
    issues: decision.issues.map(({ field, kind, fatal }) => `${field} ${kind}${fatal ? ' fatal' : ''}`),
    held: decision.issues.map(({ held }) => held ?? null),
    effects: decision.effects.map(effectWords),
    respond: decision.respond === undefined ? null : clockWords(decision.respond),
    claim: decision.claim === undefined ? null : clockWords(decision.claim),
    changes: decision.changes.map(changeWords),
    ...ofStages(decision, expected),
    arms: Object.fromEntries(attempts.flatMap(({ split }) => armRows(split)).map(({ arm, after }) => [arm, after])),
    until: outcome.kind === 'assigned' ? (outcome.until ?? null) : null,
    review: outcome.kind === 'review' ? outcome.match : undefined,
    totals: Object.fromEntries(
      attempts.flatMap(({ pick }) => (pick?.kind === 'fewest' ? pick.rows : [])).map(({ rep, total }) => [rep, total]),
    ),
    chances: Object.fromEntries(
      attempts
        .flatMap(({ pick }) => (pick?.kind === 'likelihood' ? pick.rows : []))
        .map(({ rep, chance }) => [rep, chance]),
    ),
    again: againWords(decision.again),
    events: [],
    says: (expected.says ?? []).filter((piece) => inOneLine(text + (ran.whyNotText ?? '')).includes(piece)),
    saysNot: (expected.saysNot ?? []).filter((piece) => !inOneLine(text).includes(piece)),
  };
}

/** What came before the rules. */
function ofStages(
  decision: Decision,
  expected: ExpectedDecision,
): Pick<Said, 'enriched' | 'matches' | 'candidates' | 'ties' | 'tables'> {
  return {
    enriched: decision.enriched.map(enrichWords),
    matches: decision.matches.map(matchWords),
    candidates: Object.fromEntries(
      Object.entries(expected.candidates ?? {}).map(([match, wanted]) => [
        match,
        candidateWords(decision, match, wanted),
      ]),
    ),
    ties: decision.matches.flatMap(tieWords),
    tables: decision.tables.map(({ table, line }) => `${table} ${line === undefined ? 'none' : `line ${line}`}`),
  };
}

type Numbers = NonNullable<Attempt['pick']>;

function turnRows(pick: Numbers): readonly { readonly rep: string; readonly after: number }[] {
  if (pick.kind === 'rotation') return pick.rows;
  return pick.kind === 'only' ? [] : (pick.tie?.rows ?? []);
}

function valueRows(pick: Numbers): readonly { readonly rep: string; readonly value?: string }[] {
  return pick.kind === 'highest' || pick.kind === 'lowest' ? pick.rows : [];
}

/** `fallback 1 rep dana from backup of owner, for ben`; of a split `primary arm 2 team enterprise`. */
function attemptWords({ place, index, arm, target, from, successorOf }: Attempt): string {
  const armWords = arm === undefined ? undefined : `arm ${arm}`;
  const words = [place, index, armWords, target.kind, target.kind === 'nobody' ? undefined : target.id];
  const source = from === undefined ? '' : ` from ${from}`;
  const instead = successorOf === undefined ? '' : `, for ${successorOf}`;
  return `${words.filter((word) => word !== undefined).join(' ')}${source}${instead}`;
}

/** `at-capacity open 40 of 40`. */
function reasonWords(reason: Reason): string {
  switch (reason.kind) {
    case 'where':
    case 'weight-zero':
    case 'had-it':
      return reason.kind;
    case 'paused':
      return `paused ${reason.open} above ${reason.above} times ${reason.average}`;
    case 'left':
      return `left ${reason.on}`;
    case 'away':
      return reason.until === undefined ? 'away' : `away until ${reason.until}`;
    case 'off-duty':
      return reason.next === undefined ? 'off-duty' : `off-duty until ${reason.next}`;
    case 'at-capacity':
      return `at-capacity ${reason.per} ${reason.has} of ${reason.limit}`;
    default:
      return assertNever(reason);
  }
}

/** `firmographics answered company, employees`; `firmographics failed: why`. */
function enrichWords({ enricher, kind, why, filled }: EnrichResult): string {
  const fields = filled.length === 0 ? '' : ` ${filled.join(', ')}`;
  return `${enricher} ${kind}${fields}${why === undefined ? '' : `: ${why}`}`;
}

/** `account matched 12 92.5 by eva@acme.example`; the confidence is that of the record. */
function matchWords({ match, kind, record, reviewer, candidates }: MatchResult): string {
  if (record === undefined) return `${match} ${kind}`;
  const confidence = candidates.find((one) => one.record === record)?.confidence;
  const words = [match, kind, record, confidence, reviewer === undefined ? undefined : `by ${reviewer}`];
  return words.filter((word) => word !== undefined).join(' ');
}

/** `12 92.5`; where the case says more, with the lines: `12 92.5: 0, 92.5 alike 95`. */
function candidateWords(decision: Decision, match: string, wanted: readonly string[]): readonly string[] {
  const found = decision.matches.find((one) => one.match === match);
  return (found?.candidates ?? []).map(({ record, confidence, lines }, index) => {
    const short = `${record} ${confidence}`;
    if (wanted[index]?.includes(':') !== true) return short;
    return `${short}: ${lines.map((line) => (line.alike === undefined ? line.confidence : `${line.confidence} alike ${line.alike}`)).join(', ')}`;
  });
}

function tieWords({ match, tie }: MatchResult): readonly string[] {
  if (tie === undefined) return [];
  const by = tie.by === 'prefer' ? `prefer ${tie.line + 1}` : tie.by;
  return [`${match} ${by} among ${tie.among.join(', ')}`];
}

function armRows(split: SplitNumbers | undefined): readonly { readonly arm: number; readonly after: number }[] {
  return split?.kind === 'rotation' ? split.rows : [];
}

/** `reassign since 2026-11-24T09:00:00Z without ana by eva`. */
function againWords(again: Decision['again']): string | null {
  if (again === undefined) return null;
  const had = again.had.length === 0 ? '' : ` without ${again.had.join(', ')}`;
  return `${again.cause} since ${again.first}${had}${again.by === undefined ? '' : ` by ${again.by}`}`;
}

function effectWords({ verb, channel, to }: EffectData): string {
  return [verb, channel, to].filter((word) => word !== undefined).join(' ');
}

/** When the clock ends, then each step: `2026-11-24T09:05:00Z reassign`. */
function clockWords({ due, ladder }: RespondClock): readonly string[] {
  return [due ?? 'never', ...ladder.map(({ due: at, step }) => `${at ?? 'never'} ${stepWords(step)}`)];
}

function stepWords(step: RespondClock['ladder'][number]['step']): string {
  switch (step.kind) {
    case 'reassign':
      return 'reassign';
    case 'route':
      return `route to ${step.to ?? 'nobody'}`;
    case 'effect':
      return effectWords(step.effect);
    default:
      return assertNever(step);
  }
}

/** `open ana +1`, `count ana 20781 +1`, `ledger team:sales ana`. */
function changeWords(change: Change): string {
  switch (change.kind) {
    case 'ledger':
      return `ledger ${change.pool} ${change.winner}`;
    case 'give-back':
      return `give-back ${change.pool} ${change.from} ${change.to}`;
    case 'never-counted':
      return `never-counted ${change.pool} ${change.winner}`;
    case 'recent':
      return `recent ${change.pool} ${change.rep}`;
    case 'open':
      return `open ${change.rep} ${signed(change.by)}`;
    case 'count':
      return `count ${change.rep} ${change.day} ${signed(change.by)}`;
    default:
      return assertNever(change);
  }
}

function signed(value: number): string {
  return value < 0 ? String(value) : `+${value}`;
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
