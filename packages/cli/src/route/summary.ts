// The counts of a run → the page that says what became of the leads.
import type { Decision, Issue, Plan } from '@fairlead/runtime';
import type { AskCounts } from '../bindings/providers.ts';
import { clean, quoted } from '../output/clean-text.ts';
import { type Cell, table } from '../output/table.ts';
import { count, grouped, percent } from '../output/words.ts';
import { statsLines } from '../providers/stats-text.ts';
import type { Paint } from '../shell.ts';
import type { Tally } from './tally.ts';

/** What the page is made of. */
export interface SummaryOf {
  readonly tally: Tally;
  readonly plan: Plan;
  /** How providers' answers were come by. */
  readonly asks: ReadonlyMap<string, AskCounts>;
  /** When the leads were decided, in words. */
  readonly when: string;
  readonly paint: Paint;
  readonly width: number;
}

/** The page, with a line break at its end. */
export function summaryText(of: SummaryOf): string {
  const sections = [
    head(of),
    outcomes(of),
    rules(of),
    reps(of),
    queues(of),
    matches(of),
    providers(of),
    invalid(of),
    unread(of),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function head({ tally, plan, when, paint }: SummaryOf): readonly string[] {
  const { leads, repeated, broken } = tally;
  const lines = [`${paint.bold(count(leads, 'lead'))} routed by ${quoted(plan.policy.label)} ${when}.`];
  if (repeated > 0) {
    const stands = repeated === 1 ? 'it keeps its decision' : 'they keep their decisions';
    lines.push(
      `${count(repeated, 'lead')} came before: ${stands} and ${repeated === 1 ? 'is' : 'are'} not counted below.`,
    );
  }
  if (broken > 0) {
    const rows = `${count(broken, 'row')} could not be read and ${broken === 1 ? 'was' : 'were'} left out (see above).`;
    lines.push(paint.yellow(rows));
  }
  return lines;
}

type Kind = Decision['outcome']['kind'];

const OUTCOME_WORDS: { readonly [kind in Kind]: string } = {
  assigned: 'assigned to a rep',
  queued: 'waiting in a queue',
  review: 'waiting for review',
  nurtured: 'nurtured',
  rejected: 'rejected',
  invalid: 'invalid',
};

function outcomes({ tally, paint, width }: SummaryOf): readonly string[] {
  const total = fresh(tally);
  if (total === 0) return [];
  const rows = Object.entries(OUTCOME_WORDS).flatMap(([kind, words]) => {
    // The keys of a mapped type over the union are the union.
    const amount = tally.outcomes.get(kind as Kind) ?? 0;
    if (amount === 0) return [];
    const warn = kind === 'invalid' ? { paint: paint.yellow } : {};
    return [[{ text: words, ...warn }, ...numbers(amount, total), bar(amount, total, paint)]];
  });
  return table(rows, width);
}

function rules({ tally, plan, paint, width }: SummaryOf): readonly string[] {
  const total = fresh(tally);
  if (total === 0) return [];
  const names = [...plan.rules.map(({ name }) => name), 'otherwise'];
  const rows = names.map((name) => {
    const amount = tally.rules.get(name) ?? 0;
    const dim = amount === 0 ? { paint: paint.dim } : {};
    return [{ text: clean(name), ...dim }, ...numbers(amount, total, dim)];
  });
  const listed =
    rows.length <= MAX_ROWS ? rows : rows.filter((_, index) => (tally.rules.get(names[index] ?? '') ?? 0) > 0);
  const left = rows.length - listed.length;
  const more = left > 0 ? [paint.dim(`  … and ${count(left, 'rule')} that took no lead`)] : [];
  return [paint.bold('By rule'), ...table(listed, width), ...more];
}

/** Longer lists leave out what is 0. */
const MAX_ROWS = 40;

function reps({ tally, plan, paint, width }: SummaryOf): readonly string[] {
  const total = tally.outcomes.get('assigned') ?? 0;
  if (total === 0) return [];
  const rows = [...plan.teams.values()].flatMap((team) =>
    [...plan.reps.values()]
      .filter((rep) => rep.team === team.id && (tally.reps.get(rep.id) ?? 0) > 0)
      .map((rep) => {
        const amount = tally.reps.get(rep.id) ?? 0;
        return [
          { text: `${clean(rep.label)} (${rep.id})` },
          { text: clean(team.label), paint: paint.dim },
          ...numbers(amount, total),
          bar(amount, total, paint),
        ];
      }),
  );
  return [paint.bold('By rep'), ...table(rows, width)];
}

function queues({ tally, plan, paint, width }: SummaryOf): readonly string[] {
  const total = fresh(tally);
  const rows = [
    ...[...tally.queues].map(
      ([id, amount]) => [`queue ${clean(plan.queues.get(id)?.label ?? id)} (${clean(id)})`, amount] as const,
    ),
    ...[...tally.tracks].map(([track, amount]) => [`nurture ${quoted(track)}`, amount] as const),
    ...[...tally.reasons].map(([reason, amount]) => [`reject ${quoted(reason)}`, amount] as const),
  ];
  if (rows.length === 0) return [];
  const cells = rows.map(([text, amount]) => [{ text }, ...numbers(amount, total)]);
  return [paint.bold('Not with a rep'), ...table(cells, width)];
}

/** Of the leads that are not invalid, how many each match found a record for. */
function matches({ tally, paint, width }: SummaryOf): readonly string[] {
  if (tally.matches.size === 0) return [];
  const rows = [...tally.matches].flatMap(([name, counts]) => {
    const total = counts.matched + counts.review + counts['not-matched'];
    return MATCH_WORDS.flatMap(([kind, words]) => {
      if (counts[kind] === 0 && kind !== 'matched') return [];
      return [
        [
          { text: clean(name) },
          { text: words, paint: paint.dim },
          ...numbers(counts[kind], total),
          bar(counts[kind], total, paint),
        ],
      ];
    });
  });
  return [paint.bold('By match'), ...table(rows, width)];
}

const MATCH_WORDS = [
  ['matched', 'matched'],
  ['review', 'for review'],
  ['not-matched', 'not matched'],
] as const;

function providers({ tally, asks, paint, width }: SummaryOf): readonly string[] {
  const lines = statsLines(tally.enriched.report(), { paint, width, accuracy: false });
  const kept = [...asks].flatMap(([name, { cache, shared, tries }]) => {
    if (cache + shared === 0) return [];
    const saved = `${count(cache + shared, 'answer')} of ${clean(name)} ${cache + shared === 1 ? 'was' : 'were'} known already`;
    return [`  ${saved}: it was asked ${count(tries, 'time')}.`];
  });
  return [...lines, ...kept];
}

function invalid({ tally, paint }: SummaryOf): readonly string[] {
  const { count: amount, first } = tally.invalid;
  if (amount === 0) return [];
  const lines = first.flatMap(({ row, lead, issues }) => {
    const name = lead === `row ${row}` ? `row ${row}` : `row ${row} (${clean(lead)})`;
    return issues.filter(({ fatal }) => fatal).map((issue) => `  ${name}: ${issueWords(issue)}`);
  });
  const left = amount - first.length;
  if (left > 0) lines.push(paint.dim(`  … and ${grouped(left)} more`));
  const verb = amount === 1 ? 'is' : 'are';
  return [
    paint.yellow(`${count(amount, 'lead')} ${verb} invalid: a field that must be there is missing or unusable`),
    ...lines,
  ];
}

function unread({ tally, paint }: SummaryOf): readonly string[] {
  const fields = [...tally.unread];
  if (fields.length === 0) return [];
  const lines = fields.slice(0, MAX_ROWS).map(([, { count: amount, row, issue }]) => {
    const others = amount === 1 ? '' : `, and in ${count(amount - 1, 'more lead')}`;
    return `  row ${row}${others}: ${issueWords(issue)}`;
  });
  return [paint.bold('Values that could not be read; they count as missing'), ...lines];
}

function issueWords({ field, kind, held, expected }: Issue): string {
  const name = clean(field);
  if (kind === 'missing') return `${name} is missing.`;
  const said = held === undefined ? `what ${name} holds does not fit` : `${name} is ${quoted(held)}`;
  return `${said}; expected ${clean(expected)}.`;
}

/** Leads that were decided in this run. */
function fresh(tally: Tally): number {
  return tally.leads - tally.repeated;
}

function numbers(amount: number, total: number, style: Pick<Cell, 'paint'> = {}): readonly Cell[] {
  return [
    { text: grouped(amount), right: true, ...style },
    { text: percent(amount, total), right: true, ...style },
  ];
}

function bar(amount: number, total: number, paint: Paint): Cell {
  return { text: '', bar: amount / total, paint: paint.cyan };
}
