// Turns conditions, values, clocks and targets of a policy back into the language's own words, as a person would write them.
import {
  type Atom,
  assertNever,
  type Clock,
  type Condition,
  type Constant,
  type Duration,
  type DurationUnit,
  formatDecimal,
  type Needles,
  type Split,
  type Target,
  type Value,
} from '@fairlead/ir';

/**
 * A condition in one line: `country in dach and not (industry is "Other" or during berlin)`. A define is its name. Of the atoms that `hides` names,
 * each constant is `…`: who knows that `email is …` holds does not know the e-mail address.
 */
export function phraseCondition(condition: Condition, hides: Hides = hidesNothing): string {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.of.map((part) => phraseInChain(part, hides)).join(` ${condition.kind} `);
    case 'not':
      return `not ${phraseNegated(condition.of, hides)}`;
    case 'define':
      return condition.define;
    default:
      return phraseAtom(condition, hides(condition) ? HIDDEN : SHOWN);
  }
}

/** Which atoms are shown without what they compare with. */
export type Hides = (atom: Atom) => boolean;

function hidesNothing(): boolean {
  return false;
}

/** A value in one line: `domain of email`, `fit + intent`, `rep.skills of industry`. */
export function phraseValue(value: Value): string {
  return phraseValueIn(value, SHOWN);
}

/** As `phraseValue`, with `…` for constants: `salary + …`. */
export function phraseHiddenValue(value: Value): string {
  return phraseValueIn(value, HIDDEN);
}

function phraseValueIn(value: Value, say: Sayer): string {
  const phrase = (part: Value): string => phraseValueIn(part, say);
  switch (value.kind) {
    case 'constant':
      return say.constant(value.constant);
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
    case 'match':
      return [value.match, ...value.path].join('.');
    case 'table':
      return `${value.table}.${value.field}`;
    case 'sum':
      return value.of.map(phrase).join(' + ');
    case 'product':
      return value.of.map((part) => (part.kind === 'sum' ? `(${phrase(part)})` : phrase(part))).join(' * ');
    case 'domain':
      return `domain of ${phrase(value.of)}`;
    case 'rating':
      return `${phrase(value.ratings)} of ${phrase(value.by)}`;
    case 'backup':
      return `backup of ${phrase(value.of)}`;
    case 'team-of':
      return `team of ${phrase(value.of)}`;
    case 'manager':
      return `manager of ${phrase(value.of)}`;
    default:
      return assertNever(value);
  }
}

/** How what stands in an atom beside names is written. */
interface Sayer {
  readonly constant: (constant: Constant) => string;
  readonly constants: (constants: readonly Constant[]) => string;
  readonly range: (from: Constant, to: Constant) => string;
  readonly duration: (duration: Duration) => string;
  readonly times: (atLeast: number) => string;
}

const SHOWN: Sayer = {
  constant: phraseConstant,
  constants: (constants) => `[${constants.map(phraseConstant).join(', ')}]`,
  range: (from, to) => `${phraseConstant(from)}..${phraseConstant(to)}`,
  duration: phraseDuration,
  times: (atLeast) => `${atLeast} times`,
};

const HIDDEN: Sayer = {
  constant: () => '…',
  constants: () => '[…]',
  range: () => '…',
  duration: () => '…',
  times: () => '… times',
};

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

/** What stands behind `route to`: `enterprise`, `account.owner`, `split by email { 60% a  40% b }`. */
export function phraseTarget(target: Target | Split): string {
  switch (target.kind) {
    case 'split': {
      const by = target.by === undefined ? '' : ` by ${phraseValue(target.by)}`;
      const arms = target.arms.map(({ share, to }) => `${formatDecimal(share)}% ${phraseTarget(to)}`);
      return `split${by} { ${arms.join('  ')} }`;
    }
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

function phraseAtom(atom: Atom, say: Sayer): string {
  const phrase = (value: Value): string => phraseValueIn(value, say);
  switch (atom.kind) {
    case 'compare':
      return `${phrase(atom.left)} ${atom.operator === 'is-not' ? 'is not' : atom.operator} ${phrase(atom.right)}`;
    case 'in-range':
      return `${phrase(atom.value)} ${inWord(atom)} ${say.range(atom.from, atom.to)}`;
    case 'in-list':
      return `${phrase(atom.value)} ${inWord(atom)} ${atom.list ?? say.constants(atom.members)}`;
    case 'in-field':
      return `${phrase(atom.value)} ${inWord(atom)} ${phrase(atom.field)}`;
    case 'text':
      return `${phrase(atom.value)} ${VERBS[atom.verb]} ${phraseNeedles(atom.needles, say)}`;
    case 'includes':
      return `${phrase(atom.value)} includes ${phraseNeedles(atom.needles, say)}`;
    case 'signals':
      return phraseSignals(atom, say);
    case 'missing':
    case 'known':
      return `${phrase(atom.value)} is ${atom.kind}`;
    case 'free-mail':
      return `${phrase(atom.value)} is ${atom.negated ? 'not ' : ''}free mail`;
    case 'flag':
      return phrase(atom.value);
    case 'age':
      return `${phrase(atom.value)} ${phraseAge(atom, say)}`;
    case 'during':
      return `during ${atom.calendar}`;
    case 'matched':
      return `${atom.name} is ${atom.negated ? 'not ' : ''}matched`;
    case 'like':
      return `${phrase(atom.left)} is ${atom.negated ? 'not ' : ''}like ${phrase(atom.right)}`;
    default:
      return assertNever(atom);
  }
}

function phraseSignals(atom: Atom & { readonly kind: 'signals' }, say: Sayer): string {
  const often = atom.atLeast === 1 ? '' : ` at least ${say.times(atom.atLeast)}`;
  const recent = atom.withinLast === undefined ? '' : ` within the last ${say.duration(atom.withinLast)}`;
  return `${phraseValueIn(atom.value, say)} includes ${phraseNeedles(atom.needles, say)}${often}${recent}`;
}

function phraseAge(atom: Atom & { readonly kind: 'age' }, say: Sayer): string {
  const duration = say.duration(atom.duration);
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

function phraseNeedles(needles: Needles, say: Sayer): string {
  if (needles.quantifier === 'one') return phraseValueIn(needles.value, say);
  const among =
    'field' in needles ? phraseValueIn(needles.field, say) : (needles.list ?? say.constants(needles.members));
  return `${needles.quantifier} of ${among}`;
}

/** A part of an `and` or `or`: a chain in a chain needs its brackets. */
function phraseInChain(part: Condition, hides: Hides): string {
  const words = phraseCondition(part, hides);
  return part.kind === 'and' || part.kind === 'or' ? `(${words})` : words;
}

/** What stands behind `not`: only a flag, a define and `during` go without brackets. */
function phraseNegated(part: Condition, hides: Hides): string {
  const bare = part.kind === 'define' || part.kind === 'during' || part.kind === 'flag';
  const words = phraseCondition(part, hides);
  return bare ? words : `(${words})`;
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
