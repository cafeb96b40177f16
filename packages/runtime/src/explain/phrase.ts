// Turns conditions, values, clocks and targets of a policy back into the language's own words, as a person would write them.
import {
  type Atom,
  assertNever,
  type Clock,
  type Condition,
  type Constant,
  type Duration,
  type DurationUnit,
  type Needles,
  type Target,
  type Value,
} from '@fairlead/ir';
import { formatDecimal } from '../values/decimal.ts';

/** A condition in one line: `country in dach and not (industry is "Other" or during berlin)`. A define is its name. */
export function phraseCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.of.map(phraseInChain).join(` ${condition.kind} `);
    case 'not':
      return `not ${phraseNegated(condition.of)}`;
    case 'define':
      return condition.define;
    default:
      return phraseAtom(condition);
  }
}

/** A value in one line: `domain of email`, `fit + intent`, `rep.skills of industry`. */
export function phraseValue(value: Value): string {
  switch (value.kind) {
    case 'constant':
      return phraseConstant(value.constant);
    case 'lead':
      return value.path.join('.');
    case 'rep':
      return `rep.${value.field}`;
    case 'rep-open':
      return 'rep.open';
    case 'rep-load':
      return 'rep.load';
    case 'score':
      return value.score;
    case 'sum':
      return value.of.map(phraseValue).join(' + ');
    case 'product':
      return value.of.map(phraseFactor).join(' * ');
    case 'domain':
      return `domain of ${phraseValue(value.of)}`;
    case 'rating':
      return `${phraseValue(value.ratings)} of ${phraseValue(value.by)}`;
    case 'backup':
      return `backup of ${phraseValue(value.of)}`;
    case 'team-of':
      return `team of ${phraseValue(value.of)}`;
    case 'manager':
      return `manager of ${phraseValue(value.of)}`;
    default:
      return assertNever(value);
  }
}

/** A constant as it is written in a policy: `"DE"`, `1200`, `500000 USD`, `2026-11-24`, `yes`, `ana`. */
export function phraseConstant(constant: Constant): string {
  switch (constant.kind) {
    case 'text':
      return JSON.stringify(constant.text);
    case 'number':
      return formatDecimal(constant.number);
    case 'money':
      return `${formatDecimal(constant.amount)} ${constant.currency}`;
    case 'date':
      return constant.date;
    case 'time':
      return constant.time;
    case 'flag':
      return constant.flag ? 'yes' : 'no';
    case 'rep':
      return constant.rep;
    case 'team':
      return constant.team;
    default:
      return assertNever(constant);
  }
}

/** `3 days`, `1 hour`, `800 ms`. */
export function phraseDuration(duration: Duration): string {
  return `${duration.amount} ${unitWord(duration)}`;
}

/** `5 minutes`, `1 working hour`, `2 working hours of berlin`. */
export function phraseClock(clock: Clock): string {
  const working = clock.working ? 'working ' : '';
  const calendar = clock.calendar === undefined ? '' : ` of ${clock.calendar}`;
  return `${clock.amount} ${working}${unitWord(clock)}${calendar}`;
}

/** What stands behind `route to`: `enterprise`, `account.owner`, `backup of account.owner`. */
export function phraseTarget(target: Target): string {
  switch (target.kind) {
    case 'rep':
      return target.rep;
    case 'team':
      return target.team;
    case 'queue':
      return target.queue;
    case 'value':
      return phraseValue(target.value);
    default:
      return assertNever(target);
  }
}

function phraseAtom(atom: Atom): string {
  switch (atom.kind) {
    case 'compare':
      return `${phraseValue(atom.left)} ${atom.operator === 'is-not' ? 'is not' : atom.operator} ${phraseValue(atom.right)}`;
    case 'in-range':
      return `${phraseValue(atom.value)} ${inWord(atom)} ${phraseConstant(atom.from)}..${phraseConstant(atom.to)}`;
    case 'in-list':
      return `${phraseValue(atom.value)} ${inWord(atom)} ${atom.list ?? phraseMembers(atom.members)}`;
    case 'in-field':
      return `${phraseValue(atom.value)} ${inWord(atom)} ${phraseValue(atom.field)}`;
    case 'text':
      return `${phraseValue(atom.value)} ${VERBS[atom.verb]} ${phraseNeedles(atom.needles)}`;
    case 'includes':
      return `${phraseValue(atom.value)} includes ${phraseNeedles(atom.needles)}`;
    case 'signals':
      return phraseSignals(atom);
    case 'missing':
    case 'known':
      return `${phraseValue(atom.value)} is ${atom.kind}`;
    case 'free-mail':
      return `${phraseValue(atom.value)} is ${atom.negated ? 'not ' : ''}free mail`;
    case 'flag':
      return phraseValue(atom.value);
    case 'age':
      return `${phraseValue(atom.value)} ${phraseAge(atom)}`;
    case 'during':
      return `during ${atom.calendar}`;
    default:
      return assertNever(atom);
  }
}

function phraseSignals(atom: Atom & { readonly kind: 'signals' }): string {
  const often = atom.atLeast === 1 ? '' : ` at least ${atom.atLeast} times`;
  const recent = atom.withinLast === undefined ? '' : ` within the last ${phraseDuration(atom.withinLast)}`;
  return `${phraseValue(atom.value)} includes ${phraseNeedles(atom.needles)}${often}${recent}`;
}

function phraseAge(atom: Atom & { readonly kind: 'age' }): string {
  const duration = phraseDuration(atom.duration);
  switch (atom.test) {
    case 'within-last':
      return `within the last ${duration}`;
    case 'within-next':
      return `within the next ${duration}`;
    case 'more-than-ago':
      return `more than ${duration} ago`;
    default:
      return assertNever(atom.test);
  }
}

function phraseNeedles(needles: Needles): string {
  if (needles.quantifier === 'one') return phraseValue(needles.value);
  const among = 'field' in needles ? phraseValue(needles.field) : (needles.list ?? phraseMembers(needles.members));
  return `${needles.quantifier} of ${among}`;
}

function phraseMembers(members: readonly Constant[]): string {
  return `[${members.map(phraseConstant).join(', ')}]`;
}

/** A part of an `and` or `or`: a chain in a chain needs its brackets. */
function phraseInChain(part: Condition): string {
  return part.kind === 'and' || part.kind === 'or' ? `(${phraseCondition(part)})` : phraseCondition(part);
}

/** What stands behind `not`: only a flag, a define and `during` go without brackets. */
function phraseNegated(part: Condition): string {
  const bare = part.kind === 'define' || part.kind === 'during' || part.kind === 'flag';
  return bare ? phraseCondition(part) : `(${phraseCondition(part)})`;
}

function phraseFactor(value: Value): string {
  return value.kind === 'sum' ? `(${phraseValue(value)})` : phraseValue(value);
}

function inWord(atom: { readonly negated: boolean }): string {
  return atom.negated ? 'not in' : 'in';
}

const VERBS: Readonly<Record<(Atom & { readonly kind: 'text' })['verb'], string>> = {
  contains: 'contains',
  mentions: 'mentions',
  'starts-with': 'starts with',
  'ends-with': 'ends with',
};

function unitWord({ amount, unit }: Duration): string {
  return unit === 'ms' || amount === 1 ? UNITS[unit] : `${UNITS[unit]}s`;
}

const UNITS: Readonly<Record<DurationUnit, string>> = {
  ms: 'ms',
  second: 'second',
  minute: 'minute',
  hour: 'hour',
  day: 'day',
  week: 'week',
  month: 'month',
};
