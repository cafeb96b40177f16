// A value that a condition reads, or a condition that was seen one way only → what to write into a test to get to the other side.
import { type Atom, assertNever, type Constant, type Needles, type Value } from '@fairlead/ir';
import { phraseConstant, phraseValue } from '@fairlead/runtime';
import { numberOf, stepOf, writtenLike } from './seen-number.ts';

/** The entry of a test that gives a value: `employees 999`, `given account is { size 999 }`. Undefined where a test cannot set it. */
export function settingOf(value: Value, written: string): string | undefined {
  switch (value.kind) {
    case 'lead': {
      const [first = '', ...inside] = value.path;
      return `${first} ${nested(inside, written)}`;
    }
    case 'match':
      return `given ${value.match} is ${nested(value.path, written)}`;
    case 'rep-open':
      return `given … has ${written} open`;
    case 'sum':
    case 'product':
    case 'score':
      return `a lead of which ${phraseValue(value)} is ${written}`;
    default:
      return undefined;
  }
}

/** `{ owner { name "Ana" } }` */
function nested(path: readonly string[], written: string): string {
  return path.reduceRight((inside, name) => `{ ${name} ${inside} }`, written);
}

/** What makes the condition hold, or fail; undefined where that takes more than one entry. */
export function turning(atom: Atom, holds: boolean): string | undefined {
  const isPositive = 'negated' in atom ? holds !== atom.negated : holds;
  switch (atom.kind) {
    case 'flag':
      return settingOf(atom.value, holds ? 'yes' : 'no');
    case 'known':
      return holds ? settingOf(atom.value, '…') : without(atom.value);
    case 'missing':
      return holds ? without(atom.value) : settingOf(atom.value, '…');
    case 'free-mail':
      return settingOf(atom.value, isPositive ? '"somebody@gmail.com"' : '"somebody@company.example"');
    case 'in-list':
      return isPositive ? setFirst(atom.value, atom.members) : settingOf(atom.value, otherThan(atom.members[0]));
    case 'in-range':
      return isPositive ? settingOf(atom.value, phraseConstant(atom.from)) : undefined;
    case 'compare':
      return turningCompare(atom, holds);
    case 'text':
    case 'includes':
      return turningNeedles(atom, holds);
    case 'signals': {
      const kind = firstNeedle(atom.needles);
      if (kind === undefined || holds === (atom.needles.quantifier === 'none')) return undefined;
      return settingOf(atom.value, `[${signalsOf(phraseConstant(kind), atom.atLeast)}]`);
    }
    case 'matched':
      return matching(atom, isPositive);
    case 'during':
      return `at an instant when ${atom.calendar} is ${holds ? 'open' : 'closed'}`;
    case 'in-field':
    case 'age':
    case 'like':
      return undefined;
    default:
      return assertNever(atom);
  }
}

function turningCompare(
  { left, right, operator }: Extract<Atom, { readonly kind: 'compare' }>,
  holds: boolean,
): string | undefined {
  if (right.kind !== 'constant') return undefined;
  const { constant } = right;
  if (operator === 'is' || operator === 'is-not') {
    return settingOf(left, holds === (operator === 'is') ? phraseConstant(constant) : otherThan(constant));
  }
  const at = numberOf(constant);
  if (at === undefined) return undefined;
  const atBorder = (operator === '>=' || operator === '<=') === holds;
  if (atBorder) return settingOf(left, phraseConstant(constant));
  const sign = operator.startsWith('>') === holds ? 1 : -1;
  return settingOf(left, writtenLike(constant, at + sign * stepOf(constant, at)));
}

function matching({ of, name }: Extract<Atom, { readonly kind: 'matched' }>, holds: boolean): string | undefined {
  if (of === 'table') return `a lead that ${holds ? 'a' : 'no'} row of ${name} fits`;
  return holds ? `given ${name} is { … }` : `no given ${name}`;
}

type Searching = Extract<Atom, { readonly kind: 'text' | 'includes' }>;

function turningNeedles({ kind, value, needles }: Searching, holds: boolean): string | undefined {
  const needle = firstNeedle(needles);
  if (needle === undefined) return undefined;
  const found = holds !== (needles.quantifier === 'none');
  const written = found ? phraseConstant(needle) : otherThan(needle);
  return settingOf(value, kind === 'includes' ? `[${written}]` : written);
}

function firstNeedle(needles: Needles): Constant | undefined {
  if ('field' in needles) return undefined;
  if (needles.quantifier !== 'one') return needles.members[0];
  return needles.value.kind === 'constant' ? needles.value.constant : undefined;
}

function setFirst(value: Value, members: readonly Constant[]): string | undefined {
  const [first] = members;
  return first === undefined ? undefined : settingOf(value, phraseConstant(first));
}

/** Something else of the same kind. */
function otherThan(constant: Constant | undefined): string {
  if (constant?.kind === 'number') return String(constant.number + 1);
  return constant?.kind === 'flag' ? (constant.flag ? 'no' : 'yes') : constant?.kind === 'text' ? '"…"' : '…';
}

function without(value: Value): string | undefined {
  if (value.kind === 'lead') return `leave ${value.path.join('.')} out`;
  return value.kind === 'match' ? `given ${value.match} is { … } without ${value.path.join('.')}` : undefined;
}

const MOST_LISTED = 3;

/** So many signals of a kind, as a test lists them. `kind`: with its quotes. */
export function signalsOf(kind: string, times: number): string {
  const one = `${kind} 1 hour ago`;
  return times > MOST_LISTED ? `${one}, … ${times} times` : Array.from({ length: times }, () => one).join(', ');
}
