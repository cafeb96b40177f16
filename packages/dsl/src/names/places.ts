// A policy → every condition and every value in it, each with the place where it stands.

import { assertNever } from '@fairlead/ir';
import type {
  Action,
  Clause,
  Condition,
  Declaration,
  DefineDeclaration,
  EnrichBlock,
  FallbackEntry,
  LadderStep,
  MatchBlock,
  Notify,
  Otherwise,
  PolicyFile,
  Reading,
  Rule,
  ScoreBlock,
  ScoreLine,
  TableBlock,
  Target,
  TeamBlock,
  Value,
} from '../ast/nodes.ts';

/** Where a condition or value stands. */
export type Place =
  | { readonly kind: 'define'; readonly define: DefineDeclaration }
  | { readonly kind: 'enrich'; readonly enrich: EnrichBlock }
  | { readonly kind: 'match'; readonly match: MatchBlock }
  | { readonly kind: 'prefer'; readonly match: MatchBlock }
  | { readonly kind: 'table'; readonly table: TableBlock }
  | { readonly kind: 'score'; readonly score: ScoreBlock; readonly line: ScoreLine }
  | { readonly kind: 'counts'; readonly team: TeamBlock }
  | { readonly kind: 'priority' }
  | { readonly kind: 'when'; readonly rule: Rule }
  /** `route to`, a split's arm, a fallback, a step of a ladder. */
  | { readonly kind: 'target' }
  | { readonly kind: 'split-key' }
  | { readonly kind: 'where' | 'weight' | 'reserve' | 'strategy' }
  /** What an effect goes to, and its `when`; `rep` tells whether somebody is picked there. */
  | { readonly kind: 'recipient' | 'effect'; readonly rep: boolean };

/** Hears of conditions and values in text order. */
export interface PlaceVisitor {
  readonly condition?: (condition: Condition, place: Place) => void;
  readonly value?: (value: Value, place: Place) => void;
  /** Whether all that an action can lead to are queues, so that nobody is picked. Without it none is taken to be so. */
  readonly queuesOnly?: (rule: Rule | Otherwise) => boolean;
}

/** Walks all declarations of the files. Broken parts are left out. */
export function eachPlace(files: readonly PolicyFile[], visitor: PlaceVisitor): void {
  const visit: Visit = {
    condition: visitor.condition ?? (() => {}),
    value: visitor.value ?? (() => {}),
    queuesOnly: visitor.queuesOnly ?? (() => false),
  };
  for (const file of files) for (const declaration of file.declarations) inDeclaration(declaration, visit);
}

type Visit = Required<PlaceVisitor>;

function inDeclaration(node: Declaration, visit: Visit): void {
  switch (node.kind) {
    case 'define':
      visit.condition(node.condition, { kind: 'define', define: node });
      return;
    case 'enrich':
      visit.value(node.by, { kind: 'enrich', enrich: node });
      return;
    case 'match':
      for (const line of node.lines) visit.condition(line.when, { kind: 'match', match: node });
      for (const prefer of node.prefer) {
        if (prefer.kind === 'prefer-condition') visit.condition(prefer.condition, { kind: 'prefer', match: node });
        else visit.value(prefer.value, { kind: 'prefer', match: node });
      }
      return;
    case 'table':
      for (const { value } of node.keys) if (value !== undefined) visit.value(value, { kind: 'table', table: node });
      return;
    case 'score':
      for (const line of node.lines) visit.condition(line.when, { kind: 'score', score: node, line });
      return;
    case 'team':
      for (const entry of node.entries) {
        if (entry.kind === 'counts') visit.condition(entry.when, { kind: 'counts', team: node });
      }
      return;
    case 'queue':
      for (const entry of node.entries) {
        if (entry.kind === 'priority') visit.value(entry.value, { kind: 'priority' });
        else inLadder(entry.ladder, false, visit);
      }
      return;
    case 'route':
      for (const { clause } of node.defaults) inClause(clause, true, visit);
      for (const rule of node.rules) inRule(rule, visit);
      for (const otherwise of node.otherwise) inRule(otherwise, visit);
      return;
    case 'lead':
    case 'record':
    case 'rep-fields':
    case 'list':
    case 'calendar':
    case 'test':
      return;
    default:
      assertNever(node);
  }
}

function inRule(rule: Rule | Otherwise, visit: Visit): void {
  if (rule.kind === 'rule' && rule.when !== undefined) visit.condition(rule.when, { kind: 'when', rule });
  const picks = picksSomebody(rule.action) && !visit.queuesOnly(rule);
  if (rule.action.kind === 'route-to') inTarget(rule.action.target, visit);
  for (const clause of rule.clauses) inClause(clause, picks, visit);
}

/** Whether the action can end with a rep: `nurture` and `reject` never do. */
function picksSomebody(action: Action): boolean {
  return action.kind !== 'nurture' && action.kind !== 'reject';
}

function inTarget(target: Target | FallbackEntry['target'] | Reading, visit: Visit): void {
  if (target.kind === 'reading') visit.value(target, { kind: 'target' });
  if (target.kind !== 'split') return;
  if (target.by !== undefined) visit.value(target.by, { kind: 'split-key' });
  for (const arm of target.arms) inTarget(arm.target, visit);
}

function inClause(clause: Clause, picks: boolean, visit: Visit): void {
  switch (clause.kind) {
    case 'strategy':
      if (clause.strategy.kind === 'by-highest' || clause.strategy.kind === 'by-lowest') {
        visit.value(clause.strategy.value, { kind: 'strategy' });
      }
      return;
    case 'where':
    case 'reserve':
      visit.condition(clause.condition, { kind: clause.kind });
      return;
    case 'weight':
      for (const { applies } of clause.lines) {
        if (applies.kind === 'when') visit.condition(applies.condition, { kind: 'weight' });
      }
      return;
    case 'fallback':
      for (const entry of clause.entries) inTarget(entry.target, visit);
      return;
    case 'respond':
      inLadder(clause.ladder, picks, visit);
      return;
    case 'notify':
      inNotify(clause, picks, visit);
      return;
    case 'available-within':
    case 'even':
    case 'because':
      return;
    default:
      assertNever(clause);
  }
}

function inLadder(ladder: readonly LadderStep[], rep: boolean, visit: Visit): void {
  for (const { step } of ladder) {
    if (step.kind === 'route-to') inTarget(step.target, visit);
    if (step.kind === 'notify') inNotify(step.notify, rep, visit);
  }
}

function inNotify({ to, when }: Notify, rep: boolean, visit: Visit): void {
  if (to.kind === 'reading') visit.value(to, { kind: 'recipient', rep });
  if (when !== undefined) visit.condition(when, { kind: 'effect', rep });
}
