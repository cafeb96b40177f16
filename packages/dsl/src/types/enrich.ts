// Enrichers → keys that make no sense, and fields that would never be filled.

import { durationMs } from '@fairlead/ir';
import type { EnrichBlock, Field, Name } from '../ast/nodes.ts';
import { eachValueReading } from '../names/condition-walk.ts';
import { type Checking, isAbsent, problem } from './checking.ts';
import { checkDuration } from './durations.ts';
import { comparedAs } from './operand.ts';
import { typeWords, valueWords } from './words.ts';

/** Checks every `enrich`, but for the value that is its key. */
export function checkEnrichers(checking: Checking): void {
  const filledBy = new Map<Field, EnrichBlock>();
  const all = checking.bindings.files.flatMap((file) => file.declarations).filter((one) => one.kind === 'enrich');
  for (const enrich of all) {
    for (const name of enrich.fill) {
      const field = fieldOf(name, checking);
      if (field !== undefined && !filledBy.has(field)) filledBy.set(field, enrich);
    }
  }
  for (const enrich of all) {
    checkDuration(enrich.within, checking);
    checkWait(enrich, checking);
    if (enrich.reuseFor !== undefined) checkDuration(enrich.reuseFor, checking);
    checkKey(enrich, filledBy, checking);
    checkFill(enrich, checking);
  }
}

/** A lead that waits a minute is late. */
function checkWait({ provider, within }: EnrichBlock, checking: Checking): void {
  const { amount, unit } = within;
  const ms = isAbsent(amount) ? undefined : durationMs({ amount: Number(amount.decimal), unit });
  if (ms === undefined || ms < LONG_MS) return;
  problem(
    'FL611',
    within.span,
    { time: `${amount.raw} ${unit}${amount.raw === '1' ? '' : 's'}`, provider: provider.text },
    checking,
  );
}

const LONG_MS = 60_000;

/** The key is a single value of the lead, as it was submitted. */
function checkKey({ by }: EnrichBlock, filledBy: ReadonlyMap<Field, EnrichBlock>, checking: Checking): void {
  const type = checking.values.get(by.id);
  if (type === undefined || type.kind === 'unknown') return;
  if (comparedAs(type) === undefined) {
    problem('FL333', by.span, { value: valueWords(by), type: typeWords(type), kind: type.kind }, checking);
    return;
  }
  let readsLead = false;
  eachValueReading(by, ({ path, of }) => {
    for (const one of of?.kind === 'path' ? [path, of] : [path]) {
      const referent = checking.bindings.references.get(one.id);
      if (referent === undefined || referent.kind === 'rep' || referent.kind === 'team') continue;
      readsLead = true;
      const [field] = referent.kind === 'lead-field' ? referent.path : [];
      const filler = field && filledBy.get(field);
      if (field === undefined || filler === undefined) continue;
      const related = [{ span: filler.name.span, message: 'it is filled here:' }];
      const params = { field: field.name.text, enricher: filler.name.text };
      problem('FL368', one.span, params, checking, { related });
    }
  });
  if (!readsLead) problem('FL367', by.span, { value: valueWords(by) }, checking);
}

/** What is filled can be missing: an optional field that is not simply empty. */
function checkFill({ fill }: EnrichBlock, checking: Checking): void {
  const seen = new Set<string>();
  for (const name of fill) {
    const field = fieldOf(name, checking);
    if (field === undefined) continue;
    const why = neverMissing(field, checking);
    if (seen.has(name.text)) problem('FL213', name.span, { what: name.text, where: 'this list of fields' }, checking);
    else if (why !== undefined) {
      const related = [{ span: field.span, message: 'declared here:' }];
      problem('FL364', name.span, { field: name.text, why }, checking, { related });
    }
    seen.add(name.text);
  }
}

function neverMissing({ id, modifiers }: Field, { fieldTypes }: Checking): 'required' | 'empty' | undefined {
  const type = fieldTypes.get(id)?.kind;
  if (type === 'list' || type === 'signals' || type === 'ratings') return 'empty';
  return modifiers.some(({ kind }) => kind === 'optional') ? undefined : 'required';
}

function fieldOf(name: Name, { bindings }: Checking): Field | undefined {
  const referent = bindings.references.get(name.id);
  return referent?.kind === 'lead-field' ? referent.path[0] : undefined;
}
