// All conditions of a policy → the comparisons for which nobody has said what a missing value means, each with both repairs.

import type { Condition, DefineDeclaration } from '../../ast/nodes.ts';
import type { Fix } from '../../diagnostics/diagnostic.ts';
import { eachCondition } from '../../names/condition-walk.ts';
import type { Place } from '../../names/places.ts';
import { type Checking, problem } from '../checking.ts';
import { valueWords } from '../words.ts';
import { isNegative, sayingOf } from './atoms.ts';
import { causesOf } from './causes.ts';
import { type Exposed, type Exposure, type ExposureContext, eachExposure } from './exposed.ts';
import { type DefineGuards, guardsOf } from './guards.ts';

/** Looks at all defines, and gives the check of one condition at its place. The comparisons in the conditions must have been checked. */
export function missingCheck(checking: Checking): (condition: Condition, place: Place) => void {
  const defines = new Map<DefineDeclaration, DefineGuards>();
  const openUnderNot = new Map<DefineDeclaration, readonly Exposed[]>();
  const context: ExposureContext = { checking, defines, openUnderNot, known: new Map() };
  for (const define of checking.bindings.defineOrder) lookAt(define, context, defines, openUnderNot);
  return (condition, place) => {
    reportNeverMissing(condition, place, checking);
    reportNever(condition, context);
    reportExposures(condition, place, context);
  };
}

/** What a define decides, and what it leaves open when it is negated; what it leaves open anyway is reported in itself. */
function lookAt(
  define: DefineDeclaration,
  context: ExposureContext,
  defines: Map<DefineDeclaration, DefineGuards>,
  openUnderNot: Map<DefineDeclaration, readonly Exposed[]>,
): void {
  const { condition } = define;
  defines.set(define, { positive: guardsOf(condition, true, context), negative: guardsOf(condition, false, context) });
  const anyway = new Set<string>();
  eachExposure(condition, true, new Set(), context, ({ values }) => {
    for (const { keys } of values) for (const key of keys) anyway.add(key);
  });
  const open = new Map<string, Exposed>();
  eachExposure(condition, false, anyway, context, ({ values }) => {
    for (const value of values) if (!open.has(value.asked)) open.set(value.asked, value);
  });
  openUnderNot.set(define, [...open.values()]);
}

/** In a match, its own record is there: it is the one that is looked at. */
function assumedAt(place: Place): ReadonlySet<string> {
  return new Set(place.kind === 'match' || place.kind === 'prefer' ? [place.match.name.text] : []);
}

/** One problem for each unit: a `not` around several comparisons is one decision. */
function reportExposures(condition: Condition, place: Place, context: ExposureContext): void {
  if (!negates(condition)) return;
  const units = new Map<Exposure['unit'], { readonly exposure: Exposure; readonly values: Exposed[] }>();
  context.known.clear();
  eachExposure(condition, true, assumedAt(place), context, (exposure) => {
    const unit = units.get(exposure.unit) ?? { exposure, values: [] };
    for (const value of exposure.values) {
      if (!unit.values.some(({ asked }) => asked === value.asked)) unit.values.push(value);
    }
    units.set(exposure.unit, unit);
  });
  for (const { exposure, values } of units.values()) reportExposure(exposure, values, context.checking);
}

/** Whether anything in a condition could be exposed: most conditions have no negation at all. */
function negates(condition: Condition): boolean {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.parts.some(negates);
    case 'not':
      return true;
    case 'comparison':
      return isNegative(condition);
    default:
      return false;
  }
}

function reportExposure(exposure: Exposure, values: readonly Exposed[], checking: Checking): void {
  const { unit, through } = exposure;
  const asked = values.map((value) => value.asked);
  const missing = values
    .map((value) => `${value.asked} ${value.isMatch ? 'is not matched' : 'is missing'}`)
    .join(' or ');
  const known = values.map((value) => `${value.asked} ${value.isMatch ? 'is matched' : 'is known'}`).join(' and ');
  const fixes = [repair(exposure, missing, 'or'), repair(exposure, known, 'and')];
  const underNot = unit.kind === 'not';
  if (through === undefined) {
    problem('FL401', unit.span, { values: asked, missing, known, underNot }, checking, { fixes });
    return;
  }
  const related = [{ span: through.name.span, message: `\`${through.name.text}\` is defined here:` }];
  const params = { define: through.name.text, values: asked, missing, known };
  problem('FL402', unit.span, params, checking, { fixes, related });
}

/** `x is missing or …`, with brackets where the unit is part of a chain of the other kind. */
function repair({ unit, chain }: Exposure, guard: string, connector: 'and' | 'or'): Fix {
  const { span } = unit;
  const before = { ...span, end: span.start };
  const after = { ...span, start: span.end };
  const title = `Write \`${guard} ${connector} …\``;
  // Several guards of one kind join the chain; an `or` guard of several values is one chain with the unit.
  if (chain === undefined || chain === connector)
    return { title, edits: [{ span: before, text: `${guard} ${connector} ` }] };
  return {
    title,
    edits: [
      { span: before, text: `(${guard} ${connector} ` },
      { span: after, text: ')' },
    ],
  };
}

/** `account is not matched and account.tier is "A"`: one part holds only where something is missing, and another only where it is there. */
function reportNever(root: Condition, context: ExposureContext): void {
  eachCondition(root, (chain) => {
    if (chain.kind !== 'and') return;
    for (const part of chain.parts) {
      const saying = part.kind === 'comparison' ? sayingOf(part, context.checking) : undefined;
      if (part.kind !== 'comparison' || saying?.kind !== 'missing' || saying.keys.size === 0) continue;
      const other = chain.parts.find((one) => {
        const { fails } = guardsOf(one, true, context);
        return one !== part && [...saying.keys].every((key) => fails.has(key));
      });
      if (other === undefined) continue;
      const related = [{ span: part.span, message: 'the other one:' }];
      const params = { missing: valueWords(part.value), isMatch: part.test?.kind === 'is-matched' };
      problem('FL610', other.span, params, context.checking, { related });
      return;
    }
  });
}

/** `is missing` and `is known` of what is never missing: always the same answer. */
function reportNeverMissing(root: Condition, place: Place, checking: Checking): void {
  const assumed = assumedAt(place);
  eachCondition(root, (condition) => {
    if (condition.kind !== 'comparison') return;
    const { value, test } = condition;
    if (test?.kind !== 'is-missing' && test?.kind !== 'is-known') return;
    const meaning = checking.comparisons.get(condition.id)?.kind;
    if (meaning !== 'missing' && meaning !== 'known') return;
    if (causesOf(value, checking).some(({ key }) => !assumed.has(key))) return;
    const type = checking.values.get(value.id)?.kind ?? 'unknown';
    const isEmpty = type === 'list' || type === 'signals' || type === 'ratings';
    problem('FL403', condition.span, { value: valueWords(value), known: test.kind === 'is-known', isEmpty }, checking);
  });
}
