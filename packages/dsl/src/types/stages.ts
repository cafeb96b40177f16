// The policy block and what comes before routing (enrich, match, scores) → numbers and lines that make no sense.

import type { Condition, DefineDeclaration, PolicyBlock, ScoreBlock, ScoreLine } from '../ast/nodes.ts';
import { eachCondition } from '../names/condition-walk.ts';
import { type Checking, isAbsent, problem } from './checking.ts';
import { checkAgeDuration, checkDuration } from './durations.ts';
import { checkEnrichers } from './enrich.ts';
import { checkDate, checkWhole } from './literals.ts';
import { checkMatch } from './match.ts';
import { checkZone } from './written.ts';

/** Checks every policy, enrich, match and score block, but for their conditions and values. */
export function checkStages(checking: Checking): void {
  const asked = askedInDefines(checking);
  checkEnrichers(checking);
  for (const file of checking.bindings.files) {
    for (const policy of file.policies) checkPolicy(policy, checking);
    for (const declaration of file.declarations) {
      if (declaration.kind === 'match') checkMatch(declaration, checking);
      if (declaration.kind === 'score') checkScore(declaration, asked, checking);
    }
  }
}

function checkPolicy(policy: PolicyBlock, checking: Checking): void {
  const { label } = policy;
  if (!isAbsent(label) && label.value.trim() === '')
    problem('FL365', label.span, { what: 'The label of a policy' }, checking);
  for (const entry of policy.entries) {
    if (entry.kind === 'language' && !isAbsent(entry.version) && entry.version.decimal !== '1') {
      const fixes = [{ title: 'Write `language 1`', edits: [{ span: entry.version.span, text: '1' }] }];
      problem('FL354', entry.version.span, { version: entry.version.raw }, checking, { fixes });
    }
    if (entry.kind === 'zone') checkZone(entry.zone, checking);
    if (entry.kind === 'reviewed') {
      checkDate(entry.on, checking);
      checkAgeDuration(entry.every, checking);
    }
  }
}

/** How often something asks for signals; undefined where it could not be made out. */
type Asked = ReadonlyMap<DefineDeclaration, number | undefined>;

function askedInDefines(checking: Checking): Asked {
  const asked = new Map<DefineDeclaration, number | undefined>();
  for (const define of checking.bindings.defineOrder) asked.set(define, signalsIn(define.condition, asked, checking));
  return asked;
}

function checkScore(score: ScoreBlock, asked: Asked, checking: Checking): void {
  checkWhole(score.max, 'The most a score can be', { from: 1 }, checking);
  for (const line of score.lines) {
    checkWhole(line.points, 'The points', { from: Number.MIN_SAFE_INTEGER }, checking);
    if (line.halvingEvery !== undefined) checkHalving(line, line.halvingEvery, asked, checking);
  }
}

/** Points decay by the age of one kind of signal, so the line has to ask for exactly one, itself or in a define. */
function checkHalving(
  line: ScoreLine,
  every: NonNullable<ScoreLine['halvingEvery']>,
  asked: Asked,
  checking: Checking,
): void {
  checkDuration(every, checking);
  const includes = signalsIn(line.when, asked, checking);
  if (includes !== undefined && includes !== 1) problem('FL360', every.span, { includes }, checking);
}

/** How often a condition asks for signals. `asked` says it of defines. */
function signalsIn(root: Condition, asked: Asked, checking: Checking): number | undefined {
  let includes = 0;
  let unclear = false;
  eachCondition(root, (condition) => {
    if (condition.kind === 'broken') unclear = true;
    if (condition.kind !== 'comparison') return;
    const meaning = checking.comparisons.get(condition.id);
    const inside = meaning?.kind === 'define' ? asked.get(meaning.define) : meaning?.kind === 'signals' ? 1 : 0;
    if (meaning === undefined || inside === undefined) unclear = true;
    else includes += inside;
  });
  return unclear ? undefined : includes;
}
