// Where a value is read → whether it is known there: scores see earlier scores, and what depends on the rep is seen only where one is looked at.

import { assertNever } from '@fairlead/ir';
import type { DefineDeclaration, FallbackEntry, Otherwise, Path, Reading, Rule, Target } from '../ast/nodes.ts';
import { report } from '../diagnostics/report.ts';
import type { Referent } from './bindings.ts';
import { eachReading, eachValueReading } from './condition-walk.ts';
import type { Names } from './names.ts';
import { eachPlace, type Place } from './places.ts';

/**
 * Reports every reading of what is not known at its place, also through defines. Needs the references of the whole policy, and its defines, each
 * after those that it refers to.
 */
export function checkReach(names: Names, defineOrder: readonly DefineDeclaration[]): void {
  const steps = stepsOf(names);
  const culprits = new Map<DefineDeclaration, Culprit | undefined>();
  for (const define of defineOrder) culprits.set(define, lastIn(define, names, steps, culprits));
  const check = (reading: Reading, place: Place): void => {
    if (place.kind === 'define') return;
    const limit = limitOf(place, steps);
    if (limit === steps.rep) return;
    for (const path of pathsOf(reading)) {
      const referent = names.references.get(path.id);
      if (referent === undefined) continue;
      const culprit = culpritOf(path, referent, steps, culprits);
      if (culprit !== undefined && culprit.step > limit) reportTooEarly(path, referent, culprit, place, names);
    }
  };
  eachPlace(names.declared.files, {
    condition: (condition, place) => eachReading(condition, (reading) => check(reading, place)),
    value: (value, place) => eachValueReading(value, (reading) => check(reading, place)),
    queuesOnly: (rule) => {
      const targets = targetsOf(rule);
      return targets.length > 0 && targets.every((target) => isQueue(target, names));
    },
  });
}

/** All that a rule can lead to, but for the steps of its clock: none where it does not route. */
function targetsOf({ action, clauses }: Rule | Otherwise): readonly (Target | FallbackEntry['target'])[] {
  if (action.kind !== 'route-to') return [];
  const fallback = clauses.flatMap((clause) => (clause.kind === 'fallback' ? clause.entries : []));
  return [action.target, ...fallback.map(({ target }) => target)];
}

function isQueue(target: Target | FallbackEntry['target'], names: Names): boolean {
  if (target.kind === 'split') return target.arms.every((arm) => isQueue(arm.target, names));
  return target.kind === 'reading' && names.references.get(target.path.id)?.kind === 'queue';
}

/** The last thing that a reading or define needs: when it is known, and how the text calls it. */
interface Culprit {
  /** The number of the step after which it is known. */
  readonly step: number;
  readonly reading: string;
  readonly kind: 'match' | 'table' | 'score' | 'rep';
}

type Known = ReadonlyMap<DefineDeclaration, Culprit | undefined>;

/** Between a step and the next: a match looks at its own records while it is made; whether one was matched is known after that. */
const DONE = 0.5;

/** The order of work as numbers: 0 the lead, then each match, each table, each score, then the route, then the rep. */
interface Steps {
  /** By the name of a match, table or score. */
  readonly of: ReadonlyMap<string, number>;
  readonly route: number;
  readonly rep: number;
}

function stepsOf({ declared }: Names): Steps {
  const inOrder = [...declared.matches.keys(), ...declared.tables.keys(), ...declared.scores.keys()];
  const route = inOrder.length + 1;
  return { of: new Map(inOrder.map((name, at) => [name, at + 1])), route, rep: route + 1 };
}

/** The last step whose result a place sees. */
function limitOf(place: Exclude<Place, { kind: 'define' }>, steps: Steps): number {
  switch (place.kind) {
    case 'enrich':
      return 0;
    case 'match':
    case 'prefer':
      return steps.of.get(place.match.name.text) ?? steps.route;
    case 'table':
      return (steps.of.get(place.table.name.text) ?? steps.route) - DONE;
    case 'score':
      return (steps.of.get(place.score.name.text) ?? steps.route) - DONE;
    case 'counts':
    case 'priority':
    case 'when':
    case 'target':
    case 'split-key':
      return steps.route;
    case 'where':
    case 'weight':
    case 'reserve':
    case 'strategy':
      return steps.rep;
    case 'recipient':
    case 'effect':
      return place.rep ? steps.rep : steps.route;
    default:
      return assertNever(place);
  }
}

function culpritOf(path: Path, referent: Referent, steps: Steps, known: Known): Culprit | undefined {
  const reading = path.names.map((name) => name.text).join('.');
  const stepAfter = (name: string, kind: Culprit['kind']): Culprit => ({
    step: steps.of.get(name) ?? 0,
    reading,
    kind,
  });
  switch (referent.kind) {
    case 'match': {
      const own = stepAfter(referent.match.name.text, 'match');
      return { ...own, step: own.step + DONE };
    }
    case 'match-field':
      return stepAfter(referent.match.name.text, 'match');
    case 'table':
    case 'table-field':
      return stepAfter(referent.table.name.text, 'table');
    case 'score':
      return stepAfter(referent.score.name.text, 'score');
    case 'rep-field':
    case 'rep-built-in':
      return { step: steps.rep, reading, kind: 'rep' };
    case 'define':
      return known.get(referent.define);
    default:
      return undefined;
  }
}

/** The latest of what a define reads. Defines in a circle (reported) count as reading nothing more. */
function lastIn(define: DefineDeclaration, names: Names, steps: Steps, known: Known): Culprit | undefined {
  let last: Culprit | undefined;
  eachReading(define.condition, (reading) => {
    for (const path of pathsOf(reading)) {
      const referent = names.references.get(path.id);
      const culprit = referent && culpritOf(path, referent, steps, known);
      if (culprit !== undefined && culprit.step > (last?.step ?? 0)) last = culprit;
    }
  });
  return last;
}

function pathsOf({ path, of }: Reading): readonly Path[] {
  return of?.kind === 'path' ? [path, of] : [path];
}

function reportTooEarly(path: Path, referent: Referent, culprit: Culprit, place: Place, names: Names): void {
  const { reading, kind } = culprit;
  const through = referent.kind === 'define' ? referent.define.name.text : undefined;
  if (kind === 'rep') {
    names.problems.push(report('FL223', path.span, { reading, place: placeWords(place), through }));
    return;
  }
  const name = reading.split('.')[0] ?? reading;
  const what = `${through === undefined ? '' : `it reads \`${reading}\`, and `}${laterWords[kind](name, place)}`;
  const advice = adviceFor(kind, name, place);
  names.problems.push(
    report('FL222', path.span, { reading: through ?? reading, what, reader: readerWords(place), advice }),
  );
}

const laterWords: { readonly [K in Exclude<Culprit['kind'], 'rep'>]: (name: string, place: Place) => string } = {
  match: (name, place) =>
    place.kind === 'match' || place.kind === 'prefer'
      ? place.match.name.text === name
        ? 'a match cannot need its own result.'
        : `\`match ${name}\` comes later.`
      : `matching comes later, after the lead has been read and enriched.`,
  table: (name, place) => (place.kind === 'table' ? `\`table ${name}\` comes later.` : 'tables come after matching.'),
  score: (name, place) =>
    place.kind !== 'score'
      ? 'scores are computed after matching and tables.'
      : place.score.name.text === name
        ? 'a score cannot need itself.'
        : `\`score ${name}\` is computed later.`,
};

function adviceFor(kind: Culprit['kind'], name: string, place: Place): string {
  const sameKind = kind === place.kind || (kind === 'match' && place.kind === 'prefer');
  const own = place.kind === 'score' && place.score.name.text === name;
  if ((place.kind === 'match' || place.kind === 'prefer') && place.match.name.text === name) {
    return 'Its lines look at one record after the other: compare the fields of the record.';
  }
  if (sameKind && !own) return `Move \`${kind} ${name}\` above this block.`;
  return 'The order is: read, enrich, match, tables, scores, route. Each may read what came before.';
}

function readerWords(place: Place): string {
  switch (place.kind) {
    case 'enrich':
      return `\`enrich ${place.enrich.name.text}\``;
    case 'match':
    case 'prefer':
      return `\`match ${place.match.name.text}\``;
    case 'table':
      return `\`table ${place.table.name.text}\``;
    case 'score':
      return `\`score ${place.score.name.text}\``;
    default:
      return 'This place';
  }
}

/** In "…, but PLACE is answered for the lead alone". */
function placeWords(place: Place): string {
  switch (place.kind) {
    case 'when':
      return '`when`';
    case 'score':
      return 'a score';
    case 'match':
    case 'prefer':
      return 'a match';
    case 'table':
      return 'a table';
    case 'enrich':
      return 'an enricher’s key';
    case 'priority':
      return 'the priority in a queue';
    case 'counts':
      return '`counts`';
    case 'target':
      return 'the target';
    case 'split-key':
      return 'the key of a split';
    case 'recipient':
    case 'effect':
      return 'what happens without a rep';
    default:
      return 'this place';
  }
}
