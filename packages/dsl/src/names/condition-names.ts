// A condition or value → what each path and name in it refers to.

import { assertNever } from '@fairlead/ir';
import type { Comparison, Condition, Field, Listing, Name, Reading, Several, Test, Value } from '../ast/nodes.ts';
import type { Fix } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import type { Referent } from './bindings.ts';
import { declaredAt, guessed, type Names, namesOfKind, refer, replaceBy, takesLeads } from './names.ts';
import { quoteFix, resolvePath, sameWord, type Wanted, wanted } from './paths.ts';
import { aKind } from './referent-words.ts';
import { suggest } from './suggest.ts';

/** Resolves a condition. */
export function resolveCondition(condition: Condition, names: Names): void {
  switch (condition.kind) {
    case 'and':
    case 'or':
      for (const part of condition.parts) resolveCondition(part, names);
      return;
    case 'not':
      resolveCondition(condition.condition, names);
      return;
    case 'during':
      refer(condition.calendar, 'calendar', names);
      return;
    case 'comparison':
      resolveComparison(condition, names);
      return;
    case 'broken':
      return;
    default:
      assertNever(condition);
  }
}

/** Resolves a value. What it refers to by itself is returned: a sum, a constant and `x of y` refer to nothing. */
export function resolveValue(value: Value, names: Names, want: Wanted = wanted.value): Referent | undefined {
  switch (value.kind) {
    case 'sum':
      for (const term of value.terms) resolveValue(term, names);
      return undefined;
    case 'product':
      for (const factor of value.factors) resolveValue(factor, names);
      return undefined;
    case 'reading':
      return resolveReading(value, names, want);
    default:
      return undefined;
  }
}

/** The words before `of` that mean something by themselves: the rest reads ratings. */
export const wordsBeforeOf: ReadonlySet<string> = new Set(['domain', 'backup', 'team', 'manager']);

/** Resolves a reading; `want` is for a reading without `of`. */
export function resolveReading(reading: Reading, names: Names, want: Wanted): Referent | undefined {
  const { path, of } = reading;
  if (of === undefined) return resolvePath(path, want, names);
  const [head] = path.names;
  const isWord = path.names.length === 1 && head !== undefined && wordsBeforeOf.has(head.text);
  if (!isWord && reportTurnedRound(reading, names)) return undefined;
  if (!isWord) resolvePath(path, wanted.ratings, names);
  if (of.kind === 'path') resolvePath(of, wanted.value, names);
  return undefined;
}

/** `owner of account`: a field of a match or a table is read with a dot. */
function reportTurnedRound({ span, path, of }: Reading, names: Names): boolean {
  const [field, ...further] = path.names;
  const [holder, ...deeper] = of?.kind === 'path' ? of.names : [];
  if (field === undefined || holder === undefined || further.length + deeper.length > 0) return false;
  const referent = names.declared.space.get(holder.text)?.referent;
  const fields =
    referent?.kind === 'match'
      ? names.declared.recordsBySource.get(referent.match.source.text)?.fields
      : referent?.kind === 'table'
        ? referent.table.gives
        : undefined;
  if (referent === undefined || fields?.some(({ name }) => name.text === field.text) !== true) return false;
  const instead = `${holder.text}.${field.text}`;
  const params = {
    name: holder.text,
    found: aKind(referent.kind),
    needed: 'a field of the lead',
    advice: `Write \`${instead}\`.`,
  };
  const related = declaredAt(holder.text, names);
  names.problems.push(report('FL203', span, params, { related, fixes: replaceBy(span, instead) }));
  if (of?.kind === 'path') names.references.set(of.id, referent);
  return true;
}

function resolveComparison({ value, test }: Comparison, names: Names): void {
  if (test === undefined) {
    resolveValue(value, names, wanted.condition);
  } else if (test.kind === 'is-matched') {
    resolveValue(value, names, wanted.matched);
  } else {
    if (reportUnmatched(value, test, names)) return;
    const left = resolveValue(value, names);
    resolveTest(test, choicesOf(left), names, bareOf(left));
  }
}

/** `account is known`, `account is found`: of a match or a table it is asked whether it is matched. */
function reportUnmatched(value: Value, test: Test, names: Names): boolean {
  if (value.kind !== 'reading' || value.of !== undefined) return false;
  const [head, ...rest] = value.path.names;
  const referent = head === undefined || rest.length > 0 ? undefined : names.declared.space.get(head.text)?.referent;
  if (head === undefined || (referent?.kind !== 'match' && referent?.kind !== 'table')) return false;
  const asked = askedIfMatched(test);
  if (asked === undefined) return false;
  const instead = asked ? 'is matched' : 'is not matched';
  const params = { name: head.text, found: aKind(referent.kind), needed: 'a value' };
  const fixes = replaceBy(test.span, instead);
  const advice = `Write \`${head.text} ${instead}\`.`;
  names.problems.push(
    report('FL203', value.span, { ...params, advice }, { related: declaredAt(head.text, names), fixes }),
  );
  // It is used, if wrongly.
  names.references.set(value.path.id, referent);
  return true;
}

/** Whether a test asks if something was found (true) or not (false); undefined for any other test. */
function askedIfMatched(test: Test): boolean | undefined {
  if (test.kind === 'is-known') return true;
  if (test.kind === 'is-missing') return false;
  if (test.kind !== 'equals') return undefined;
  const { right, negated } = test;
  if (right.kind === 'flag-literal') return right.value !== negated;
  const word = right.kind === 'reading' && right.of === undefined ? right.path.names : [];
  const [only, ...others] = word;
  if (only === undefined || others.length > 0) return undefined;
  if (['found', 'match', 'there', 'present', 'true', 'accepted'].includes(only.text)) return !negated;
  return ['unmatched', 'false', 'absent'].includes(only.text) ? negated : undefined;
}

/** `bare`: what is compared is written without quotes. */
function resolveTest(test: Test, choices: readonly string[], names: Names, bare?: Bare): void {
  switch (test.kind) {
    case 'relation':
    case 'is-like':
      resolveValue(test.right, names);
      return;
    case 'equals':
      resolveEqual(test, choices, names, bare);
      return;
    case 'in':
      if (test.of.kind === 'listing') resolveListing(test.of, choices, names);
      else if (test.of.kind === 'reading') resolveReading(test.of, names, wanted.list);
      return;
    case 'text':
    case 'includes':
      resolveSeveral(test.several, choices, names);
      return;
    case 'is-missing':
    case 'is-known':
    case 'is-matched':
    case 'is-free-mail':
    case 'within':
    case 'more-than-ago':
    case 'broken':
      return;
    default:
      assertNever(test);
  }
}

function resolveEqual(test: Equals, choices: readonly string[], names: Names, bare?: Bare): void {
  const { right, negated } = test;
  const [head, ...rest] = right.kind === 'reading' && right.of === undefined ? right.path.names : [];
  if (head !== undefined && rest.length === 0 && names.declared.lists.has(head.text)) {
    const params = { list: head.text, negated };
    const fixes: readonly Fix[] = [
      {
        title: `Write \`${negated ? 'not in' : 'in'}\``,
        edits: [{ span: test.span, text: `${negated ? 'not in' : 'in'} ${head.text}` }],
      },
    ];
    names.problems.push(report('FL237', test.span, params, { fixes, related: declaredAt(head.text, names) }));
    // It is used, if wrongly.
    const list = names.declared.lists.get(head.text);
    if (list !== undefined && right.kind === 'reading') names.references.set(right.path.id, { kind: 'list', list });
    return;
  }
  resolveValue(right, names, {
    ...(bare === undefined ? { ...wanted.value, text: { choices } } : wantedBare(bare)),
    alsoWords: negated ? wordsAfterIsNot : wordsAfterIs,
  });
}

type Equals = Extract<Test, { kind: 'equals' }>;
/** What is never written as text: a rep, a team, a date or an instant. */
type Bare = 'rep' | 'team' | 'date' | 'time';

/** A rep, a team, a date or an instant is never written as text. */
function wantedBare(bare: Bare): Wanted {
  if (bare === 'date' || bare === 'time') return wanted.value;
  return { ...wanted.value, words: bare, advice: `Declare the ${bare}, or name one that is declared.` };
}

/** Words that can stand behind `is`, for somebody who misspelt one. */
const wordsAfterIs: readonly string[] = ['missing', 'known', 'free mail'];
const wordsAfterIsNot: readonly string[] = ['free mail'];

function resolveSeveral(several: Several, choices: readonly string[], names: Names): void {
  if (several.quantifier === 'one') {
    resolveValue(several.value, names, { ...wanted.value, text: { choices } });
  } else if (several.of.kind === 'listing') {
    resolveListing(several.of, choices, names);
  } else if (several.of.kind === 'reading') {
    resolveReading(several.of, names, wanted.list);
  }
}

/** The names in `[ … ]` are lists, reps or teams. */
export function resolveListing(listing: Listing, choices: readonly string[], names: Names): void {
  for (const item of listing.items) if (item.kind === 'name') resolveItem(item, choices, names);
}

function resolveItem(name: Name, choices: readonly string[], names: Names): void {
  if (name.text === '') return;
  const found = names.declared.space.get(name.text)?.referent;
  if (found?.kind === 'list' || found?.kind === 'rep' || found?.kind === 'team') {
    names.references.set(name.id, found);
  } else if (found !== undefined) {
    const params = { name: name.text, found: aKind(found.kind), needed: 'a constant or a list' };
    names.problems.push(report('FL203', name.span, params, { related: declaredAt(name.text, names) }));
  } else if (!names.part) {
    const suggestion = suggest(name.text, namesOfKind(['list', 'rep', 'team'], names));
    const quote = quoteFix(name, choices);
    if (suggestion === undefined || choices.some((choice) => sameWord(choice, name.text))) {
      names.problems.push(report('FL209', name.span, { name: name.text }, { fixes: quote }));
    } else {
      const near = takesLeads(suggestion, names) ? guessed(name.span, suggestion) : replaceBy(name.span, suggestion);
      const fixes = [...near, ...quote];
      names.problems.push(
        report(
          'FL201',
          name.span,
          { name: name.text, known: 'list', advice: wanted.list.advice, suggestion },
          { fixes },
        ),
      );
    }
  }
}

/** The texts that a field takes, if it takes only some. */
function choicesOf(referent: Referent | undefined): readonly string[] {
  const field = fieldOf(referent);
  return field?.type.kind === 'choice-type' ? field.type.choices.map((choice) => choice.value) : [];
}

/** What a field holds that is written without quotes. */
function bareOf(referent: Referent | undefined): Bare | undefined {
  const type = fieldOf(referent)?.type;
  const name = type?.kind === 'named-type' ? type.name.text : undefined;
  return name === 'rep' || name === 'team' || name === 'date' || name === 'time' ? name : undefined;
}

function fieldOf(referent: Referent | undefined): Field | undefined {
  if (referent === undefined) return undefined;
  return 'path' in referent ? referent.path.at(-1) : referent.kind === 'rep-field' ? referent.field : undefined;
}
