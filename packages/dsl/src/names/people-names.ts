// Teams, reps and queues → what the names in them refer to, and what is said twice of one of them.

import { assertNever } from '@fairlead/ir';
import type { Datum, Field, Name, QueueBlock, RepEntry, RepMember, TeamBlock } from '../ast/nodes.ts';
import { report } from '../diagnostics/report.ts';
import { resolveCondition, resolveValue } from './condition-names.ts';
import { reportTwice } from './field-names.ts';
import { declaredAt, guessed, type Names, namesOfKind, refer } from './names.ts';
import { quoteFix, unknownField } from './paths.ts';
import { aKind } from './referent-words.ts';
import { resolveClock, resolveLadder } from './route-names.ts';
import { suggest } from './suggest.ts';

/** Resolves a team and the reps in it. */
export function resolveTeam(team: TeamBlock, names: Names): void {
  const members = new Map<string, RepMember>();
  for (const entry of team.entries) {
    switch (entry.kind) {
      case 'manager':
        refer(entry.rep, 'rep', names);
        break;
      case 'counts':
        resolveCondition(entry.when, names);
        break;
      case 'rep-member':
        resolveMember(entry, team, members, names);
        break;
      case 'pause':
        break;
      default:
        assertNever(entry);
    }
  }
}

function resolveMember(member: RepMember, team: TeamBlock, members: Map<string, RepMember>, names: Names): void {
  const { name, label, entries } = member;
  if (name.text === '') return;
  const earlier = members.get(name.text);
  if (earlier !== undefined && !(earlier.label !== undefined && label !== undefined)) {
    const related = [{ span: earlier.name.span, message: 'the first one:' }];
    names.problems.push(report('FL229', name.span, { name: name.text, team: team.name.text }, { related }));
  } else if (label === undefined) {
    resolveMention(name, team, names);
  } else {
    const rep = names.declared.reps.get(name.text);
    if (rep !== undefined) names.references.set(name.id, { kind: 'rep', rep });
  }
  members.set(name.text, earlier ?? member);
  for (const entry of entries) resolveRepEntry(entry, name.text, names);
  reportTwice(entries, `the block of \`${name.text}\``, repEntryKey, names);
}

/** `rep ana` alone: somebody whom another team declares. */
function resolveMention(name: Name, team: TeamBlock, names: Names): void {
  if (names.declared.space.has(name.text)) {
    refer(name, 'rep', names);
  } else if (!names.part) {
    const suggestion = suggest(name.text, namesOfKind('rep', names));
    const params = { name: name.text, team: team.name.text, suggestion };
    names.problems.push(report('FL228', name.span, params, { fixes: guessed(name.span, suggestion) }));
  }
}

function resolveRepEntry(entry: RepEntry, rep: string, names: Names): void {
  switch (entry.kind) {
    case 'works':
      refer(entry.calendar, 'calendar', names);
      return;
    case 'backup':
      if (entry.rep.text === rep) names.problems.push(report('FL233', entry.rep.span, { name: rep }));
      else refer(entry.rep, 'rep', names);
      return;
    case 'left':
      if (entry.successor !== undefined) refer(entry.successor, 'rep', names);
      return;
    case 'rep-value': {
      const field = names.declared.repFieldsByName.get(entry.field.text);
      if (field !== undefined) names.references.set(entry.field.id, { kind: 'rep-field', field });
      else if (entry.field.text !== '' && !names.part) {
        unknownField('A rep', entry.field, [...names.declared.repFieldsByName.keys(), ...repWords], names);
      }
      resolveDatum(entry.value, field, names);
      return;
    }
    case 'capacity':
      return;
    default:
      assertNever(entry);
  }
}

const repWords: readonly string[] = ['works', 'capacity', 'backup', 'left'];

/** The lines of the language itself are looked after where they are read. */
function repEntryKey(entry: RepEntry): string | undefined {
  return entry.kind === 'rep-value' ? entry.field.text || undefined : undefined;
}

/** The names that a value holds are those of reps and teams. `field` is the one that the value is for. */
export function resolveDatum(value: Datum, field: Field | undefined, names: Names): void {
  if (value.kind === 'name') resolveDatumName(value, field, names);
  if (value.kind !== 'datum-list') return;
  for (const { value: element } of value.elements) {
    if (element.kind === 'name') resolveDatumName(element, field, names);
  }
}

function resolveDatumName(name: Name, field: Field | undefined, names: Names): void {
  if (name.text === '') return;
  const found = names.declared.space.get(name.text)?.referent;
  if (found?.kind === 'rep' || found?.kind === 'team') {
    names.references.set(name.id, found);
    return;
  }
  const choices = field?.type.kind === 'choice-type' ? field.type.choices.map((choice) => choice.value) : [];
  const needsPerson =
    field?.type.kind === 'named-type' && (field.type.name.text === 'rep' || field.type.name.text === 'team');
  if (!needsPerson && found?.kind !== 'list') {
    names.problems.push(report('FL209', name.span, { name: name.text }, { fixes: quoteFix(name, choices) }));
  } else if (found !== undefined) {
    const params = { name: name.text, found: aKind(found.kind), needed: 'a constant' };
    names.problems.push(report('FL203', name.span, params, { related: declaredAt(name.text, names) }));
  } else if (!names.part) {
    const suggestion = suggest(name.text, namesOfKind(['rep', 'team'], names));
    const params = { name: name.text, kind: 'rep or team', suggestion };
    names.problems.push(report('FL202', name.span, params, { fixes: guessed(name.span, suggestion) }));
  }
}

/** Resolves a queue. */
export function resolveQueue(queue: QueueBlock, names: Names): void {
  refer(queue.owner, 'rep', names);
  for (const entry of queue.entries) {
    if (entry.kind === 'priority') {
      resolveValue(entry.value, names);
    } else {
      resolveClock(entry.within, names);
      resolveLadder(entry.ladder, names);
    }
  }
}
