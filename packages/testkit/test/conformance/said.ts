// A decision → what case.json can say of it, in the same short words.
import { assertNever } from '@fairlead/ir';
import type { Attempt, Change, EffectData, Reason, RespondClock } from '@fairlead/runtime';
import type { ExpectedDecision } from './case.ts';
import type { Ran } from './run-leads.ts';

type Said = { readonly [Key in keyof Required<ExpectedDecision>]: unknown };

/** What came out, for the keys that were expected. */
export function saidOf(ran: Ran, expected: ExpectedDecision): Partial<Said> {
  const all = everything(ran, expected);
  return Object.fromEntries(Object.entries(all).filter(([key]) => Object.hasOwn(expected, key)));
}

function everything(ran: Ran, expected: ExpectedDecision): Said {
  const { decision, repeated } = ran;
  const { outcome, attempts, scores } = decision;
  const rows = attempts.flatMap(({ pick }) => (pick === undefined ? [] : turnRows(pick)));
  return {
    outcome: outcome.kind,
    rep: outcome.kind === 'assigned' ? outcome.rep : undefined,
    team: outcome.kind === 'assigned' ? outcome.team : undefined,
    queue: outcome.kind === 'queued' || outcome.kind === 'invalid' ? outcome.queue : undefined,
    priority: outcome.kind === 'queued' ? outcome.priority : undefined,
    track: outcome.kind === 'nurtured' ? outcome.track : undefined,
    reason: outcome.kind === 'rejected' ? outcome.reason : undefined,
    rule: decision.rule ?? null,
    because: decision.because ?? null,
    repeated,
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
    says: (expected.says ?? []).filter((piece) => inOneLine(ran.text + (ran.whyNotText ?? '')).includes(piece)),
    saysNot: (expected.saysNot ?? []).filter((piece) => !inOneLine(ran.text).includes(piece)),
  };
}

type Pick = NonNullable<Attempt['pick']>;

function turnRows(pick: Pick): readonly { readonly rep: string; readonly after: number }[] {
  if (pick.kind === 'rotation') return pick.rows;
  return pick.kind === 'only' ? [] : (pick.tie?.rows ?? []);
}

function valueRows(pick: Pick): readonly { readonly rep: string; readonly value?: string }[] {
  return pick.kind === 'highest' || pick.kind === 'lowest' ? pick.rows : [];
}

/** `fallback 1 rep dana from backup of owner, for ben`. */
function attemptWords({ place, index, target, from, successorOf }: Attempt): string {
  const words = [place, index, target.kind, target.kind === 'nobody' ? undefined : target.id];
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
