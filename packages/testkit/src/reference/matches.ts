// A match and a lead → the record that it found, by looking at every record of the source.

import { type Condition, compareCodePoints, type Match, type MatchLine, type Prefer } from '@fairlead/ir';
import { holds, likeness, order } from './holds.ts';
import { readShape } from './read-fields.ts';
import { valueFor } from './read-value.ts';
import type { Scene, SourceRecord } from './scene.ts';
import { plainText } from './values.ts';

/** What a match came to, as on the decision. */
export interface Matched {
  readonly match: string;
  readonly kind: 'matched' | 'review' | 'not-matched';
  readonly record?: string;
  readonly reviewer?: string;
  readonly candidates: readonly Candidate[];
  readonly others: number;
  readonly tie?: { readonly by: string; readonly line?: number; readonly among: readonly string[] };
}

/** A record of which a line holds, as on the decision. */
export interface Candidate {
  readonly record: string;
  readonly confidence: string;
  readonly lines: readonly { readonly confidence: string; readonly alike?: string }[];
}

interface Looked {
  readonly record: SourceRecord;
  /** In hundredths of a percent. */
  readonly confidence: number;
  readonly lines: Candidate['lines'];
}

/** The result, and the record if one was accepted. */
export function match(scene: Scene, of: Match): { readonly result: Matched; readonly record?: SourceRecord } {
  const all = recordsOf(scene, of);
  const looked = all.map((record) => look(scene, of, record)).filter((one) => one !== undefined);
  const compare = (a: Looked, b: Looked): number =>
    b.confidence - a.confidence ||
    preferred(scene, of, a, b).order ||
    compareCodePoints(a.record.id, b.record.id) ||
    a.record.position - b.record.position;
  const sorted = looked.toSorted(compare);
  const [best] = sorted;
  const common = {
    match: of.name,
    candidates: sorted
      .slice(0, 10)
      .map(({ record, confidence, lines }) => ({ record: record.id, confidence: percentText(confidence), lines })),
    others: Math.max(0, sorted.length - 10),
  };
  const answer = scene.state.reviews.find(
    ({ lead, match: name }) => lead === leadId(scene) && name === of.name,
  )?.answer;
  if (answer !== undefined) {
    const record = all.find(({ id }) => id === answer.record);
    if (record === undefined) return { result: { ...common, kind: 'not-matched', reviewer: answer.by } };
    return { result: { ...common, kind: 'matched', record: record.id, reviewer: answer.by }, record };
  }
  const reviewFrom = of.review === undefined ? of.accept : of.review.from;
  if (best === undefined || best.confidence < hundredths(reviewFrom))
    return { result: { ...common, kind: 'not-matched' } };
  const tie = tieOf(scene, of, sorted);
  const withTie = tie === undefined ? common : { ...common, tie };
  const waits = best.confidence < hundredths(of.accept) || tie?.by === 'review';
  if (waits) return { result: { ...withTie, kind: 'review' } };
  return { result: { ...withTie, kind: 'matched', record: best.record.id }, record: best.record };
}

/** Every record of the match's source that is as declared. */
function recordsOf({ policy, records }: Scene, { record: name }: Match): readonly SourceRecord[] {
  const shape = policy.records.find((each) => each.name === name);
  if (shape === undefined) return [];
  const seen = new Set<string>();
  return (records[shape.source] ?? []).flatMap((raw, i) => {
    const read = readShape(policy, shape, raw, 'column');
    if (read.issues.some(({ fatal }) => fatal)) return [];
    const id = read.fields.get('id');
    const text = id && plainText(id);
    // Of two with one id the first counts.
    if (text !== undefined && seen.has(text)) return [];
    if (text !== undefined) seen.add(text);
    return [{ id: (id && plainText(id)) ?? `row ${i + 1}`, position: i + 1, fields: read.fields }];
  });
}

function withCandidate(scene: Scene, of: Match, record: SourceRecord): Scene {
  return { ...scene, matched: new Map([...scene.matched, [of.name, record]]) };
}

/** Undefined where no line holds. */
function look(scene: Scene, of: Match, record: SourceRecord): Looked | undefined {
  const inScene = withCandidate(scene, of, record);
  const lines = of.lines.map((line) => lineConfidence(inScene, line));
  const confidence = Math.max(...lines.map((line) => line.confidence ?? -1));
  if (confidence < 0) return undefined;
  return {
    record,
    confidence,
    lines: lines.map(({ confidence: own, alike }) => ({
      confidence: percentText(own ?? 0),
      ...(alike === undefined ? {} : { alike: percentText(alike) }),
    })),
  };
}

/** The line's percentage times the lowest similarity of its top-level `is like`, rounded down; no confidence where it does not hold. */
function lineConfidence(
  scene: Scene,
  { confidence, when }: MatchLine,
): { readonly confidence?: number; readonly alike?: number } {
  const likes = topLevel(when)
    .map((part) => (part.kind === 'like' && !part.negated ? likeness(scene, part) : undefined))
    .filter((alike) => alike !== undefined);
  const alike = likes.length === 0 ? undefined : Math.min(...likes);
  const scale = alike === undefined ? {} : { alike };
  if (!holds(scene, when)) return scale;
  return { ...scale, confidence: Math.floor((hundredths(confidence) * (alike ?? 10_000)) / 10_000) };
}

function topLevel(condition: Condition): readonly Condition[] {
  return condition.kind === 'and' ? condition.of.flatMap(topLevel) : [condition];
}

/** Which of two comes first by the `prefer` lines, and by which of them; 0 where none tells. */
function preferred(scene: Scene, of: Match, a: Looked, b: Looked): { readonly order: number; readonly line: number } {
  for (const [line, prefer] of of.prefer.entries()) {
    const difference = preferredBy(withCandidate(scene, of, a.record), withCandidate(scene, of, b.record), prefer);
    if (difference !== 0) return { order: difference, line };
  }
  return { order: 0, line: -1 };
}

function preferredBy(a: Scene, b: Scene, prefer: Prefer): number {
  if (prefer.kind === 'condition') return Number(holds(b, prefer.condition)) - Number(holds(a, prefer.condition));
  const [left, right] = [valueFor(a, prefer.value), valueFor(b, prefer.value)];
  if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
  const ascending = order(left, right);
  return prefer.kind === 'oldest' || prefer.kind === 'lowest' ? ascending : -ascending;
}

/** What broke the tie of the best, if there was one. */
function tieOf(scene: Scene, of: Match, sorted: readonly Looked[]): Matched['tie'] {
  const best = sorted.filter(({ confidence }) => confidence === sorted[0]?.confidence);
  const [first, second] = best;
  if (first === undefined || second === undefined) return undefined;
  // As far as a decision lists them.
  const among = best.slice(0, 10).map(({ record }) => record.id);
  const { line, order: decided } = preferred(scene, of, first, second);
  if (decided !== 0) return { by: 'prefer', line, among };
  return { by: of.review === undefined ? 'id' : 'review', among };
}

/** The lead's id; empty where it has none that can be read. */
export function leadId({ lead }: Scene): string {
  const id = lead.get('id');
  return (id && plainText(id)) ?? '';
}

function hundredths(percent: number): number {
  return Math.round(percent * 100);
}

/** Hundredths of a percent → `87.5`. */
function percentText(count: number): string {
  const behind = String(count % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return behind === '' ? String(Math.floor(count / 100)) : `${Math.floor(count / 100)}.${behind}`;
}
