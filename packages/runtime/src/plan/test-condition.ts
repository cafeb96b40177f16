// Turns conditions of a policy into closures that say whether they hold for one lead.

import { type Atom, assertNever, type Condition } from '@fairlead/ir';
import { testCompare, testInField, testInList, testInRange } from './atoms/compare.ts';
import { testLike } from './atoms/like.ts';
import { testIncludes, testText } from './atoms/search.ts';
import { testSignals } from './atoms/signals.ts';
import { testAge, testDuring } from './atoms/time.ts';
import { givenFor } from './eval.ts';
import type { Eval, Test } from './evaluation.ts';
import { atomReadsRep, isSealed, slotsRead } from './facts.ts';
import { rawOf, sealedKey } from './keys.ts';
import type { SealedAtom } from './plan.ts';
import { compileRead } from './read-value.ts';
import type { Scope } from './scope.ts';

/** Makes the closure. Parts are tested from left to right, only as far as needed. */
export function compileTest(scope: Scope, condition: Condition): Test {
  const test = withoutWatch(scope, condition);
  const { watch } = scope;
  if (watch === undefined) return test;
  const { id } = condition;
  return (e) => {
    const holds = test(e);
    watch(id, holds, e);
    return holds;
  };
}

/** A condition that reads a private field, as its outcome is recorded; undefined for others. */
export function sealedAtom(scope: Scope, condition: Condition): SealedAtom | undefined {
  if (!isAtom(condition) || !isSealed(scope, condition)) return undefined;
  const slots = slotsRead(scope, condition);
  // Not watched: it is noted also where no rule asked for it.
  const test = compileTest({ ...scope, watch: undefined }, condition);
  return { id: condition.id, readsRep: atomReadsRep(condition), slots, test };
}

function withoutWatch(scope: Scope, condition: Condition): Test {
  switch (condition.kind) {
    case 'and':
      return every(condition.of.map((part) => compileTest(scope, part)));
    case 'or':
      return some(condition.of.map((part) => compileTest(scope, part)));
    case 'not': {
      const test = compileTest(scope, condition.of);
      return (e) => !test(e);
    }
    case 'define':
      return testDefine(scope, condition.define);
    default:
      return isSealed(scope, condition) ? seal(scope, condition) : testAtom(scope, condition);
  }
}

function every(tests: readonly Test[]): Test {
  const [a, b, c] = tests;
  if (a !== undefined && b !== undefined && tests.length === 2) return (e) => a(e) && b(e);
  if (a !== undefined && b !== undefined && c !== undefined && tests.length === 3) return (e) => a(e) && b(e) && c(e);
  return (e) => {
    for (const test of tests) if (!test(e)) return false;
    return true;
  };
}

function some(tests: readonly Test[]): Test {
  const [a, b, c] = tests;
  if (a !== undefined && b !== undefined && tests.length === 2) return (e) => a(e) || b(e);
  if (a !== undefined && b !== undefined && c !== undefined && tests.length === 3) return (e) => a(e) || b(e) || c(e);
  return (e) => {
    for (const test of tests) if (test(e)) return true;
    return false;
  };
}

/** A define is tested once a lead (once a rep, if it reads one), however many rules name it: work stays linear in the text. */
function testDefine(scope: Scope, name: string): Test {
  const define = scope.defines.get(name);
  if (define === undefined) return () => false;
  const { index, readsRep: perRep } = define;
  const tests = scope.defineTests;
  return (e) => {
    const outcomes = perRep ? e.repDefines : e.memory.defines;
    const known = outcomes[index];
    if (known === HOLDS || known === FAILS) return known === HOLDS;
    const holds = tests[index]?.(e) ?? false;
    outcomes[index] = holds ? HOLDS : FAILS;
    return holds;
  };
}

const FAILS = 1;
const HOLDS = 2;

/** Notes the outcome; where a decision is made again from what was noted, it is the outcome. */
function seal(scope: Scope, atom: Atom): Test {
  const test = testAtom(scope, atom);
  const { id } = atom;
  const perRep = atomReadsRep(atom);
  const slots = slotsRead(scope, atom);
  return (e) => {
    const key = sealedKey(e, id, perRep);
    const known = e.sealed.noted.get(key);
    if (known !== undefined) return known === true;
    const given = givenFor(e, slots);
    const holds = given === undefined ? test(e) : Object.hasOwn(given, key) && given[key] === true;
    e.sealed.noted.set(key, holds);
    return holds;
  };
}

function testAtom(scope: Scope, atom: Atom): Test {
  switch (atom.kind) {
    case 'compare':
      return testCompare(scope, atom);
    case 'in-range':
      return testInRange(scope, atom);
    case 'in-list':
      return testInList(scope, atom);
    case 'in-field':
      return testInField(scope, atom);
    case 'text':
      return testText(scope, atom);
    case 'includes':
      return testIncludes(scope, atom);
    case 'signals':
      return testSignals(scope, atom);
    case 'missing': {
      const read = compileRead(scope, atom.value);
      return (e) => read(e) === undefined;
    }
    case 'known': {
      const read = compileRead(scope, atom.value);
      return (e) => read(e) !== undefined;
    }
    case 'free-mail':
      return testFreeMail(scope, atom);
    case 'flag': {
      const read = compileRead(scope, atom.value);
      return (e) => read(e) === true;
    }
    case 'age':
      return testAge(scope, atom);
    case 'during':
      return testDuring(scope, atom);
    case 'matched': {
      const { negated } = atom;
      const list = atom.of === 'match' ? scope.policy.matches : scope.policy.tables;
      const index = list.findIndex(({ name }) => name === atom.name);
      if (atom.of === 'match') return (e) => (e.matches[index] !== undefined) !== negated;
      return (e) => (e.tables[index] !== undefined) !== negated;
    }
    case 'like':
      return testLike(scope, atom);
    default:
      return assertNever(atom);
  }
}

/** Asked of the world once a lead for each of the lead's own texts. */
function testFreeMail(scope: Scope, atom: Extract<Atom, { readonly kind: 'free-mail' }>): Test {
  const { negated } = atom;
  const isFree = compileFreeMail(scope, atom);
  return (e) => {
    const free = isFree(e);
    return free !== undefined && free !== negated;
  };
}

function compileFreeMail(
  scope: Scope,
  { value }: Extract<Atom, { readonly kind: 'free-mail' }>,
): (e: Eval) => boolean | undefined {
  const read = compileRead(scope, value);
  const ask = (e: Eval): boolean | undefined => {
    const found = read(e);
    if (typeof found === 'object' && found.kind === 'text' && found.mail !== undefined) return found.mail.freeMail;
    const raw = rawOf(found);
    return raw === undefined ? undefined : e.world.domains.isFreeMail(raw);
  };
  if (value.kind !== 'lead') return ask;
  const slot = scope.slotFor(`free mail ${JSON.stringify(value)}`);
  return (e) => {
    const known = e.memory.found[slot];
    if (known !== undefined) return known === null ? undefined : known === true;
    const free = ask(e);
    e.memory.found[slot] = free ?? null;
    return free;
  };
}

function isAtom(condition: Condition): condition is Atom {
  return condition.kind !== 'and' && condition.kind !== 'or' && condition.kind !== 'not' && condition.kind !== 'define';
}
