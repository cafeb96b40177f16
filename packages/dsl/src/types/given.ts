// What a test gives → records that would be left out, answers that nobody asked for, and what is given twice.

import { foldText } from '@fairlead/ir';
import type { Field, Given, RecordBlock, TestBlock } from '../ast/nodes.ts';
import { type Checking, problem } from './checking.ts';
import { isLiteral, literalText } from './words.ts';

type Of<K extends Given['kind']> = Extract<Given, { readonly kind: K }>;

/** Checks what a test gives, but for the values by themselves. */
export function checkGivens(test: TestBlock, checking: Checking): void {
  reportTwice(test.given, checking);
  const ids = new Map<string, Given>();
  for (const given of test.given) {
    if (given.kind === 'given-answer') checkAnswer(given, checking);
    if (given.kind === 'given-record') checkRecord(given, ids, checking);
  }
}

/** Of a rep and of a provider one thing is true; of records there can be many. */
function reportTwice(all: readonly Given[], checking: Checking): void {
  const first = new Map<string, Given>();
  for (const given of all) {
    const what = wordsOf(given);
    if (what === undefined) continue;
    const earlier = first.get(what);
    if (earlier === undefined) first.set(what, given);
    else {
      const related = [{ span: earlier.span, message: 'the first one:' }];
      problem('FL213', given.span, { what, where: 'this test' }, checking, { related });
    }
  }
}

function wordsOf(given: Given): string | undefined {
  switch (given.kind) {
    case 'given-away':
      return `given ${given.rep.text} is away`;
    case 'given-open':
      return `given ${given.rep.text} has … open`;
    case 'given-answer':
    case 'given-failure':
      return `given ${given.provider.text}`;
    case 'given-record':
    case 'broken':
      return undefined;
  }
}

/** What no enricher fills from the provider is ignored. */
function checkAnswer({ provider, values }: Of<'given-answer'>, { bindings, problems, part }: Checking): void {
  const enrichers = [...bindings.enrichers.values()].filter((enrich) => enrich.provider.text === provider.text);
  if (enrichers.length === 0 || part) return;
  const fills = new Set(enrichers.flatMap((enrich) => enrich.fill.map(({ text }) => text)));
  for (const { name } of values) {
    if (!bindings.references.has(name.id) || fills.has(name.text)) continue;
    const params = { provider: provider.text, field: name.text, fills: [...fills] };
    problem('FL373', name.span, params, { problems });
  }
}

function checkRecord(given: Of<'given-record'>, ids: Map<string, Given>, checking: Checking): void {
  const { bindings } = checking;
  const referent = bindings.references.get(given.record.id);
  if (referent?.kind !== 'record') return;
  const { record } = referent;
  const looked = [...bindings.matches.values()].some((match) => match.source.text === record.source.text);
  if (!looked && !checking.part) {
    const params = { record: given.record.text, source: record.source.text };
    problem('FL374', given.record.span, params, checking);
    return;
  }
  checkRequired(given, record, checking);
  const id = given.values.find(({ name }) => name.text === 'id');
  if (id === undefined || !isLiteral(id.value)) return;
  const field = record.fields.find(({ name }) => name.text === 'id');
  const isCode = field !== undefined && checking.fieldTypes.get(field.id)?.kind === 'code';
  const key = `${record.name.text} ${isCode ? literalText(id.value) : foldText(literalText(id.value))}`;
  const earlier = ids.get(key);
  if (earlier !== undefined) {
    const related = [{ span: earlier.span, message: 'the first one:' }];
    problem('FL372', id.span, { record: given.record.text, id: literalText(id.value) }, checking, { related });
  }
  ids.set(key, earlier ?? given);
}

/** A record without a required field is left out where records are read. */
function checkRequired({ values, record: name }: Of<'given-record'>, record: RecordBlock, checking: Checking): void {
  // A field that nobody declared (reported) may be the one that is missing, misspelt.
  if (values.some((entry) => !checking.bindings.references.has(entry.name.id))) return;
  const given = new Set(values.map((entry) => entry.name.text));
  const missing = record.fields.filter((field) => isRequired(field, checking) && !given.has(field.name.text));
  if (missing.length === 0) return;
  const fields = missing.map((field) => field.name.text);
  problem('FL371', name.span, { record: name.text, fields }, checking);
}

/** Whether a lead or record without the field is not as declared: lists, signals and ratings are empty, never missing. */
export function isRequired({ id, modifiers }: Field, checking: Checking): boolean {
  const type = checking.fieldTypes.get(id)?.kind;
  if (type === 'unknown' || type === 'list' || type === 'signals' || type === 'ratings') return false;
  return !modifiers.some((modifier) => modifier.kind === 'optional');
}
