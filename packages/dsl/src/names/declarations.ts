// The files of a policy → its declarations by kind and name, in one name space, and what is declared twice.

import type { Declaration, Field, Name, PolicyFile, RecordBlock, TeamBlock } from '../ast/nodes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import type { Span } from '../source/source.ts';
import type { Bindings, Referent, RepDeclaration } from './bindings.ts';
import { kindWords } from './referent-words.ts';
import { builtInTypes } from './type-names.ts';

/** All of Bindings but what names refer to, and the one name space. */
export interface Declarations extends Omit<Bindings, 'references' | 'defineOrder' | 'listOrder'> {
  /** What a bare name refers to, anywhere in the policy: the lead's fields and all that is declared but records. */
  readonly space: ReadonlyMap<string, Declared>;
}

/** A name of the one space, and where it was declared. */
export interface Declared {
  readonly referent: Referent;
  readonly at: Span;
}

/** Collects the declarations of files in reading order. Names without text (broken) are left out. */
export function collect(files: readonly PolicyFile[], problems: Diagnostic[]): Declarations {
  const draft = emptyDraft(files);
  for (const file of files) {
    for (const policy of file.policies) draft.policy ??= policy;
    for (const declaration of file.declarations) add(declaration, draft, problems);
  }
  for (const team of draft.teams.values()) addMentions(team, draft);
  return draft;
}

type Mutable<T> = {
  -readonly [K in keyof T]: T[K] extends ReadonlyMap<infer Key, infer Value>
    ? Map<Key, Value>
    : T[K] extends readonly (infer Item)[]
      ? Item[]
      : T[K];
};

type Draft = Mutable<Declarations>;

function emptyDraft(files: readonly PolicyFile[]): Draft {
  return {
    files: [...files],
    records: new Map(),
    recordsBySource: new Map(),
    lists: new Map(),
    defines: new Map(),
    calendars: new Map(),
    teams: new Map(),
    reps: new Map(),
    queues: new Map(),
    enrichers: new Map(),
    matches: new Map(),
    scores: new Map(),
    tables: new Map(),
    tests: [],
    leadFieldsByName: new Map(),
    repFieldsByName: new Map(),
    space: new Map(),
  };
}

function add(node: Declaration, draft: Draft, problems: Diagnostic[]): void {
  const enter = <T>(name: Name, referent: Referent, declaration: T, into: Map<string, T>): void => {
    if (isNewName(name, referent, draft, problems)) into.set(name.text, declaration);
  };
  switch (node.kind) {
    case 'lead':
      draft.lead ??= node;
      addFields(node.fields, draft.leadFieldsByName, (field) =>
        isNewName(field.name, { kind: 'lead-field', path: [field] }, draft, problems),
      );
      return;
    case 'rep-fields':
      draft.repFields ??= node;
      addFields(node.fields, draft.repFieldsByName, () => true);
      return;
    case 'record':
      addRecord(node, draft, problems);
      return;
    case 'team':
      enter(node.name, { kind: 'team', team: node }, node, draft.teams);
      addReps(node, draft, problems);
      return;
    case 'list':
      enter(node.name, { kind: 'list', list: node }, node, draft.lists);
      return;
    case 'define':
      enter(node.name, { kind: 'define', define: node }, node, draft.defines);
      return;
    case 'calendar':
      enter(node.name, { kind: 'calendar', calendar: node }, node, draft.calendars);
      return;
    case 'queue':
      enter(node.name, { kind: 'queue', queue: node }, node, draft.queues);
      return;
    case 'enrich':
      enter(node.name, { kind: 'enricher', enricher: node }, node, draft.enrichers);
      return;
    case 'match':
      enter(node.name, { kind: 'match', match: node }, node, draft.matches);
      return;
    case 'score':
      enter(node.name, { kind: 'score', score: node }, node, draft.scores);
      return;
    case 'table':
      enter(node.name, { kind: 'table', table: node }, node, draft.tables);
      return;
    case 'route':
      draft.route ??= node;
      return;
    case 'test':
      draft.tests.push(node);
  }
}

/** The first field of a name counts; `fields.ts` reports the others. */
function addFields(fields: readonly Field[], into: Map<string, Field>, isNew: (field: Field) => boolean): void {
  for (const field of fields) {
    if (field.name.text !== '' && !into.has(field.name.text) && isNew(field)) into.set(field.name.text, field);
  }
}

function addRecord(record: RecordBlock, draft: Draft, problems: Diagnostic[]): void {
  const { name, source } = record;
  const first = draft.records.get(name.text);
  if (name.text === '') return;
  if (builtInTypes.has(name.text)) {
    const reason = `it is a type of the language.`;
    problems.push(report('FL207', name.span, { name: name.text, reason }));
  } else if (first !== undefined) {
    const related = [{ span: first.name.span, message: 'the first one:' }];
    problems.push(report('FL206', name.span, { name: name.text, kind: 'record', first: 'record' }, { related }));
  } else {
    draft.records.set(name.text, record);
  }
  const sameSource = draft.recordsBySource.get(source.text);
  if (source.text === '') return;
  if (sameSource === undefined) draft.recordsBySource.set(source.text, record);
  else if (first === undefined) {
    const related = [{ span: sameSource.source.span, message: 'the first one:' }];
    const params = { source: source.text, first: sameSource.name.text };
    problems.push(report('FL225', source.span, params, { related }));
  }
}

/** Reps with a label. */
function addReps(team: TeamBlock, draft: Draft, problems: Diagnostic[]): void {
  for (const member of team.entries) {
    if (member.kind !== 'rep-member' || member.label === undefined) continue;
    const rep: RepDeclaration = { name: member.name.text, member, home: team, mentions: [] };
    if (isNewName(member.name, { kind: 'rep', rep }, draft, problems)) draft.reps.set(rep.name, rep);
  }
}

function addMentions(team: TeamBlock, draft: Draft): void {
  for (const member of team.entries) {
    if (member.kind !== 'rep-member' || member.label !== undefined) continue;
    const rep = draft.reps.get(member.name.text);
    // Built in this file a moment ago: nobody else holds the list yet.
    if (rep !== undefined) (rep.mentions as { team: TeamBlock; member: typeof member }[]).push({ team, member });
  }
}

/** Enters a name into the one space, or reports that it cannot be entered. */
function isNewName(name: Name, referent: Referent, draft: Draft, problems: Diagnostic[]): boolean {
  if (name.text === '') return false;
  if (name.text === 'rep') {
    const reason = '`rep.…` reads the rep who is looked at.';
    problems.push(report('FL207', name.span, { name: 'rep', reason }));
    return false;
  }
  const first = draft.space.get(name.text);
  if (first === undefined) {
    draft.space.set(name.text, { referent, at: name.span });
    return true;
  }
  if (!(first.referent.kind === 'lead-field' && referent.kind === 'lead-field')) {
    const params = { name: name.text, kind: kindWords[referent.kind], first: kindWords[first.referent.kind] };
    const related = [{ span: first.at, message: 'the first one:' }];
    problems.push(report('FL206', name.span, params, { related }));
  }
  return false;
}
