// Choices → rules, the end and the default lines.

import type { Choices } from './choices.ts';
import { bracketed, condition, type Scope } from './conditions.ts';
import * as constant from './constants.ts';
import { deadlineText, notifyText } from './people.ts';
import { quoted, texts } from './vocabulary.ts';
import { ofKind, repsOf, type World } from './world.ts';

/** A target, and whose weights fit it: the members of a team, nobody's names for a team value, nothing for the rest. */
interface TargetDraft {
  readonly text: string;
  readonly kind: 'rep' | 'team' | 'queue';
  readonly members: readonly string[];
  /** What it is written with in a fallback that may not name it again; a split has no such name. */
  readonly closed?: boolean;
}

/** What the default lines say, so that the rules do not contradict it. */
export interface Defaults {
  readonly text: string;
  readonly weight: boolean;
  /** Another strategy than rotation. */
  readonly strategy: boolean;
}

export function defaultsText(c: Choices, world: World): Defaults {
  const lines: string[] = [];
  if (c.chance(3)) lines.push(`respond ${deadlineText(c, world, false)}`);
  if (c.chance(4)) lines.push(notifyText(c, world));
  const weight = c.chance(4);
  if (weight) lines.push(`weight { ${weightLines(c, world, []).join(' ')} }`);
  const strategy = !weight && c.chance(5);
  if (strategy)
    lines.push(c.of(['by lowest rep.load', 'by highest rep.load', 'by highest rep.open', 'by fewest this week']));
  else if (!weight && c.chance(4)) lines.push('by rotation');
  return { text: lines.map((line) => `  default ${line}\n`).join(''), weight, strategy };
}

/** Without `always` the rule has a condition. */
export function ruleText(c: Choices, world: World, name: string, defaults: Defaults, always: boolean): string {
  const drawn = condition(c, scopeOf(world, false), 3);
  // So that not all leads come down to the end.
  const often = c.chance(4) ? `${bracketed(drawn)} or created >= 2000-01-01T00:00:00Z` : drawn.text;
  const when = always ? '' : `\n    when ${often}`;
  return `  rule ${quoted(name)}${when}\n    ${actionText(c, world, defaults)}\n`;
}

/** The end: a queue, what falls back to one, or a split between one and a team. */
export function otherwiseText(c: Choices, world: World): string {
  const queue = c.of(world.queues);
  const team = c.of(world.teams).name;
  const text = c.of([
    `route to ${queue}`,
    `route to ${queue}`,
    `route to ${team} fallback { ${queue} }`,
    `route to split { 30% ${team}  70% ${queue} }`,
  ]);
  return `  otherwise\n    ${text}${c.chance(2) ? ` because ${constant.text(c)}` : ''}\n`;
}

function actionText(c: Choices, world: World, defaults: Defaults): string {
  const kind = c.below(8);
  const clauses: string[] = [];
  let action = '';
  if (kind < 6) {
    const target = targetDraft(c, world);
    action = `route to ${target.text}`;
    if (target.kind === 'team') clauses.push(...pickClauses(c, world, target, defaults));
    if (target.kind !== 'queue') clauses.push(...personClauses(c, world, target));
    if (target.kind !== 'queue' && c.chance(3)) clauses.push(`respond ${deadlineText(c, world, false)}`);
  } else action = kind === 6 ? `nurture ${constant.text(c)}` : `reject ${constant.text(c)}`;
  if (c.chance(4)) clauses.push(notifyText(c, world));
  if (c.chance(2)) clauses.push(`because ${constant.text(c)}`);
  const first = c.below(Math.max(clauses.length, 1));
  return [action, ...clauses.slice(first), ...clauses.slice(0, first)].join('\n    ');
}

/** `where`, `weight`, a strategy: for teams alone. */
function pickClauses(c: Choices, world: World, { members }: TargetDraft, defaults: Defaults): readonly string[] {
  const clauses: string[] = [];
  if (c.chance(3)) clauses.push(`where ${condition(c, scopeOf(world, true), 2).text}`);
  const kind = c.below(12);
  if ((kind === 6 || kind === 7) && !defaults.strategy) clauses.push(reserveText(c, world));
  if (kind === 7 && !defaults.strategy) clauses.push(`weight { ${weightLines(c, world, members).join(' ')} }`);
  if (kind === 5) clauses.push(c.of(['by rotation', 'by rotation of this rule']));
  if ((kind === 4 || kind === 10) && !defaults.weight) clauses.push(`by fewest this ${c.of(periods)}`);
  if ((kind === 8 || kind === 9) && !defaults.weight) clauses.push('by likelihood using winner');
  if (kind === 1) clauses.push(`weight { ${weightLines(c, world, members).join(' ')} }`);
  if (kind === 2) clauses.push(c.of(['by rotation', 'by rotation of this rule']));
  if ((kind === 3 || kind === 11) && !defaults.weight) clauses.push(strategyText(c, world));
  return clauses;
}

const periods = ['day', 'week', 'month'] as const;

/** For a group that the condition on the rep says. */
function reserveText(c: Choices, world: World): string {
  const rep = c.of([`rep.open < ${c.between(1, 20)}`, 'rep.load < 0.5', 'rep.load >= 0.5', 'rep.open >= 2']);
  const more = condition(c, scopeOf(world, true), 1);
  const extra = more.joins === undefined ? more.text : `(${more.text})`;
  const text = c.chance(3) ? `${rep} ${c.of(['or', 'and'])} ${extra}` : rep;
  return `reserve at least ${c.of(['20%', '50%', '0.01%', '100%', '33.33%', '75%'])} for ${text}`;
}

function strategyText(c: Choices, world: World): string {
  const ratings = ofKind(world.rep, 'ratings').map(({ path }) => `${path} of "security"`);
  const values = [
    ...ofKind(world.rep, 'number', 'count', 'date').map(({ path }) => path),
    ...ratings,
    'rep.open',
    'rep.load',
  ];
  return `by ${c.of(['lowest', 'highest'])} ${c.of([...values, ...ratings, 'rep.open', 'rep.load'])}`;
}

/** What holds for reps and teams alike. */
function personClauses(c: Choices, world: World, target: TargetDraft): readonly string[] {
  const clauses: string[] = [];
  // The two contradict each other.
  const duty = c.below(9);
  if (duty === 7) clauses.push(`available within ${c.between(5, 90)} minutes`);
  if (duty === 8) clauses.push('even off duty');
  if (c.chance(5)) clauses.push('even over capacity');
  if (target.closed !== true && c.chance(2))
    clauses.push(`fallback { ${fallbackEntries(c, world, target.text).join('  ')} }`);
  return clauses;
}

function fallbackEntries(c: Choices, world: World, target: string): readonly string[] {
  const people = [...world.teams.map(({ name }) => name), ...repsOf(world), ...repValues(world)].filter(
    (each) => each !== target,
  );
  const entries = c
    .some(people, 0, 3)
    .map((entry) => (c.chance(5) ? `${entry} for ${c.of(['2 hours', '30 minutes', '1 day'])}` : entry));
  return entries.length === 0 || c.chance(2) ? [...entries, c.of(world.queues)] : entries;
}

function targetDraft(c: Choices, world: World): TargetDraft {
  const team = c.of(world.teams);
  const values = repValues(world);
  const teamValues = ofKind(world.lead, 'team')
    .filter((value) => !value.private)
    .map(({ path }) => path);
  if (c.chance(5)) return splitDraft(c, world) ?? { text: team.name, kind: 'team', members: team.members };
  return c.of<() => TargetDraft>([
    () => ({ text: team.name, kind: 'team', members: team.members }),
    () => ({ text: c.of(repsOf(world)), kind: 'rep', members: [] }),
    () => ({ text: c.of(world.queues), kind: 'queue', members: [] }),
    ...(values.length === 0 ? [] : [(): TargetDraft => ({ text: c.of(values), kind: 'rep', members: [] })]),
    ...(values.length === 0
      ? []
      : [(): TargetDraft => ({ text: `team of ${c.of(values.slice(0, 1))}`, kind: 'team', members: [] })]),
    ...(teamValues.length === 0 ? [] : [(): TargetDraft => ({ text: c.of(teamValues), kind: 'team', members: [] })]),
  ])();
}

const sharesOfTwo = [
  ['50%', '50%'],
  ['60%', '40%'],
  ['33.3%', '66.7%'],
  ['0.01%', '99.99%'],
] as const;
const sharesOfThree = [
  ['20%', '30%', '50%'],
  ['33.33%', '33.33%', '33.34%'],
] as const;

/** Two or three targets, none twice; undefined where there are too few. */
function splitDraft(c: Choices, world: World): TargetDraft | undefined {
  const teams = world.teams.map(({ name }) => name);
  const people = [...teams, ...teams, ...repsOf(world), ...repValues(world), ...world.queues.filter(() => c.chance(6))];
  const arms = [...new Set(c.some(people, 2, 4))].slice(0, 3);
  if (arms.length < 2) return undefined;
  const shares = c.of<readonly string[]>(arms.length === 2 ? sharesOfTwo : sharesOfThree);
  const kinds: readonly string[] = [
    'text',
    'code',
    'email',
    'count',
    'number',
    'date',
    'flag',
    'time',
    'money',
    'choice',
  ];
  const keys = world.lead.filter(({ maybeMissing, type }) => !maybeMissing && kinds.includes(type.kind));
  const key = keys.length > 0 && c.chance(2) ? ` by ${c.of(keys).path}` : '';
  const text = `split${key} { ${arms.map((arm, i) => `${shares[i]} ${arm}`).join('  ')} }`;
  const hasTeam = arms.some((arm) => teams.includes(arm));
  return { text, kind: hasTeam ? 'team' : 'rep', members: [], closed: arms.some((arm) => world.queues.includes(arm)) };
}

/** Values of type rep that may be a target: `owner`, `backup of owner`, `manager of owner`. */
function repValues(world: World): readonly string[] {
  const owners = ofKind(world.lead, 'rep')
    .filter((value) => !value.private)
    .map(({ path }) => path);
  return owners.flatMap((owner) => [owner, `backup of ${owner}`, `manager of ${owner}`]);
}

function weightLines(c: Choices, world: World, members: readonly string[]): readonly string[] {
  const weight = (): string => c.of(['2', '0', '0.8', '1.2', '3', '0', '10']);
  const lines: string[] = [];
  if (members.length > 0 && !c.chance(3)) lines.push(`${weight()} for ${c.some(members, 1, 2).join(', ')}`);
  if (c.chance(2)) lines.push(`${weight()} when ${condition(c, scopeOf(world, true), 1).text}`);
  if (lines.length === 0 || c.chance(3)) lines.push(`${c.of(['1', '2', '0.5'])} otherwise`);
  return lines;
}

function scopeOf(world: World, rep: boolean): Scope {
  return { world, rep, scores: world.scores };
}

/** Names for rules: any text but `otherwise`, no two alike. */
export function ruleName(index: number): string {
  return `${texts[index % texts.length]} ${index + 1}`;
}
