// Teams, reps and queues → what reps hold, capacities, and what a policy says of its people that cannot be.

import type { RepValue } from '@fairlead/ir';
import { foldText, trimText } from '@fairlead/ir';
import type { NumberLiteral, RepEntry, RepMember, TeamBlock } from '../ast/nodes.ts';
import { type Checking, isAbsent, problem } from './checking.ts';
import { checkDatum } from './data.ts';
import { checkDate, checkNumber, checkWhole } from './literals.ts';

/** Checks all teams and the reps in them. */
export function checkPeople(checking: Checking): void {
  for (const declaration of checking.bindings.files.flatMap((file) => file.declarations)) {
    if (declaration.kind === 'team') checkTeam(declaration, checking);
    if (declaration.kind === 'queue') checkLabel(declaration.label, 'The label of a queue', checking);
  }
  checkUnique(checking);
}

function checkTeam(team: TeamBlock, checking: Checking): void {
  checkLabel(team.label, 'The label of a team', checking);
  for (const entry of team.entries) {
    if (entry.kind === 'pause') checkPositive(entry.times, 'The number of times', checking);
    if (entry.kind === 'counts') checkWhole(entry.times, 'What a lead counts', { from: 1 }, checking);
    if (entry.kind === 'rep-member' && entry.label !== undefined) checkRep(entry, checking);
  }
}

function checkLabel(
  label: { readonly span: TeamBlock['span']; readonly value: string },
  what: string,
  checking: Checking,
): void {
  if (!isAbsent(label) && label.value.trim() === '') problem('FL365', label.span, { what }, checking);
}

function checkPositive(number: NumberLiteral, what: string, checking: Checking): void {
  const value = checkNumber(number, checking);
  if (value !== undefined && value <= 0) {
    problem('FL306', number.span, { what, number: number.raw, bounds: 'more than 0' }, checking);
  }
}

function checkRep(member: RepMember, checking: Checking): void {
  if (member.label !== undefined) checkLabel(member.label, 'The label of a rep', checking);
  for (const entry of member.entries) checkRepEntry(entry, checking);
  checkRequired(member, checking);
}

function checkRepEntry(entry: RepEntry, checking: Checking): void {
  if (entry.kind === 'left') checkDate(entry.on, checking);
  if (entry.kind === 'capacity') {
    const seen = new Set<string>();
    for (const { limit, per, span } of entry.limits) {
      checkWhole(limit, 'A capacity', { from: 0 }, checking);
      if (seen.has(per)) {
        const what = per === 'open' ? 'open' : `per ${per}`;
        problem('FL213', span, { what, where: 'this capacity' }, checking);
      }
      seen.add(per);
    }
  }
  if (entry.kind !== 'rep-value') return;
  const referent = checking.bindings.references.get(entry.field.id);
  if (referent?.kind !== 'rep-field') return;
  const json = checkDatum(entry.value, referent.field, { checking, atMs: undefined, anything: false });
  // A rep's field is never signals or a record, so its JSON is a rep's value.
  if (json !== undefined) checking.repValues.set(entry.id, json as RepValue);
}

/** Lists and ratings are empty where they are not given; everything else that is not optional has to be. */
function checkRequired(member: RepMember, checking: Checking): void {
  const values = member.entries.filter((entry) => entry.kind === 'rep-value');
  // A field that nobody declared (reported) may be the one that is missing, misspelt.
  if (values.some(({ field }) => !checking.bindings.references.has(field.id))) return;
  const given = new Set(values.map(({ field }) => field.text));
  const missing = [...checking.bindings.repFieldsByName.values()].filter(({ id, name, modifiers }) => {
    const type = checking.fieldTypes.get(id)?.kind;
    if (type === undefined || type === 'unknown' || type === 'list' || type === 'ratings') return false;
    return !given.has(name.text) && !modifiers.some((modifier) => modifier.kind === 'optional');
  });
  if (missing.length === 0 || member.name.text === '') return;
  const fields = missing.map((field) => field.name.text);
  const related = missing.map((field) => ({ span: field.span, message: 'needed because of this:' }));
  problem('FL348', member.name.span, { rep: member.name.text, fields }, checking, { related });
}

/** The values of a unique field find one rep each: codes as they are written, all else whatever its capitals. */
function checkUnique(checking: Checking): void {
  const { repFieldsByName, reps } = checking.bindings;
  for (const field of repFieldsByName.values()) {
    if (!field.modifiers.some((modifier) => modifier.kind === 'unique')) continue;
    const asWritten = checking.fieldTypes.get(field.id)?.kind === 'code';
    const first = new Map<string, { readonly rep: string; readonly entry: RepEntry }>();
    for (const { name: rep, member } of reps.values()) {
      for (const entry of member.entries) {
        if (entry.kind !== 'rep-value' || entry.field.text !== field.name.text) continue;
        const value = checking.repValues.get(entry.id);
        if (value === undefined || typeof value === 'object') continue;
        const key = asWritten ? trimText(String(value)) : foldText(String(value));
        const earlier = first.get(key);
        if (earlier === undefined) first.set(key, { rep, entry });
        else {
          const params = { field: field.name.text, value: String(value), rep, other: earlier.rep };
          const related = [{ span: earlier.entry.span, message: 'the other one:' }];
          problem('FL349', entry.span, params, checking, { related });
        }
      }
    }
  }
}
