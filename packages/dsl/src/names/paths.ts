// A path such as `account.owner` → what it refers to, or a problem with a suggestion.

import type { Field, Name, Path } from '../ast/nodes.ts';
import type { Fix } from '../diagnostics/diagnostic.ts';
import { listed } from '../diagnostics/phrases.ts';
import { report } from '../diagnostics/report.ts';
import type { Referent } from './bindings.ts';
import { declaredAt, fieldsBehind, guessed, type Names, namesOfKind, replaceBy, takesLeads } from './names.ts';
import { aKind } from './referent-words.ts';
import { suggest } from './suggest.ts';
import { isPlainType } from './type-names.ts';

type Kind = Referent['kind'];

/** What a place can use: for suggestions, and for what it refuses. */
export interface Wanted {
  /** What a name by itself may refer to here. */
  readonly kinds: readonly Kind[];
  /** "field, score or define": what could have been meant. */
  readonly words: string;
  /** "a value": what must stand here. */
  readonly needed: string;
  /** What to do about a name that nobody declared. */
  readonly advice: string;
  /** Words of the language that could be meant too. */
  readonly alsoWords?: readonly string[];
  /** A text could stand here, so a word that nobody declared may be text without quotes. `choices` are the texts that would fit. */
  readonly text?: { readonly choices: readonly string[] };
}

const fields: readonly Kind[] = ['lead-field', 'match-field', 'table-field', 'rep-field', 'rep-built-in'];
const values: readonly Kind[] = [...fields, 'score', 'rep', 'team'];

const declareField = 'Declare it as a field in `lead { … }`.';

/** What each kind of place can use. */
export const wanted: { readonly [place in 'value' | 'condition' | 'list' | 'target' | 'matched' | 'ratings']: Wanted } =
  {
    value: { kinds: values, words: 'field or score', needed: 'a value', advice: declareField },
    condition: {
      kinds: [...values, 'define'],
      words: 'field, score or define',
      needed: 'a condition',
      advice: 'Declare it: a field in `lead { … }`, or a condition with `define`.',
    },
    list: {
      kinds: [...fields, 'list'],
      words: 'list',
      needed: 'a list',
      advice: 'Declare it, as in `list dach = ["DE", "AT", "CH"]`.',
    },
    target: {
      kinds: [...values, 'queue'],
      words: 'team, rep, queue or field',
      needed: 'a team, a rep or a queue',
      advice: 'Declare it as a team, a rep or a queue.',
    },
    matched: {
      kinds: ['match', 'table'],
      words: 'match or table',
      needed: 'a match or a table',
      advice: 'Declare it with `match … from … { … }`.',
    },
    ratings: {
      kinds: fields,
      words: 'field',
      needed: 'a field with ratings',
      advice: declareField,
      alsoWords: ['domain', 'backup', 'team', 'manager'],
    },
  };

/** Notes and returns what a path refers to. Reports it where that is nothing, or nothing that its place can use. */
export function resolvePath(path: Path, want: Wanted, names: Names): Referent | undefined {
  const [head, ...rest] = path.names;
  if (head === undefined || path.names.some((name) => name.text === '')) return undefined;
  const found = head.text === 'rep' ? repPath(path, rest, names) : namedPath(path, head, rest, want, names);
  if (found === undefined) return undefined;
  if (!want.kinds.includes(found.kind)) {
    reportMisplaced(path, found, want, names);
    return undefined;
  }
  names.references.set(path.id, found);
  return found;
}

function reportMisplaced(path: Path, found: Referent, want: Wanted, names: Names): void {
  const name = path.names.map((one) => one.text).join('.');
  const related = declaredAt(name, names);
  if (found.kind === 'define') {
    const advice =
      want.needed === 'a value'
        ? `Write \`${name}\` or \`not (${name})\` alone, without a comparison.`
        : 'Name a value instead.';
    names.problems.push(report('FL238', path.span, { name, advice }, { related }));
    return;
  }
  const advice = adviceFor(name, found, want);
  const params = { name, found: aKind(found.kind), needed: want.needed };
  const fixes = found.kind === 'calendar' && want === wanted.condition ? replaceBy(path.span, `during ${name}`) : [];
  const all = advice === undefined ? params : { ...params, advice };
  names.problems.push(report('FL203', path.span, all, { related, fixes }));
}

function adviceFor(name: string, found: Referent, want: Wanted): string | undefined {
  if (found.kind === 'match' || found.kind === 'table') {
    return `Write \`${name} is matched\`, or read one of its fields, as in \`${name}.owner\`.`;
  }
  return found.kind === 'calendar' && want === wanted.condition ? `Write \`during ${name}\`.` : undefined;
}

function namedPath(path: Path, head: Name, rest: readonly Name[], want: Wanted, names: Names): Referent | undefined {
  const referent = names.declared.space.get(head.text)?.referent;
  if (referent === undefined) return unknownHead(path, head, rest, want, names);
  if (rest.length === 0) return referent;
  switch (referent.kind) {
    case 'lead-field':
      return walk(referent.path, path, names, (fields) => ({ kind: 'lead-field', path: fields }));
    case 'match': {
      const { match } = referent;
      const record = names.declared.recordsBySource.get(match.source.text);
      // A match without a record has been reported at its source.
      if (record === undefined) return undefined;
      const first = fieldOf(head.text, record.fields, rest, names);
      return first && walk([first], path, names, (fields) => ({ kind: 'match-field', match, path: fields }), 2);
    }
    case 'table': {
      const { table } = referent;
      const first = fieldOf(head.text, table.gives, rest, names);
      return first && walk([first], path, names, (fields) => ({ kind: 'table-field', table, path: fields }), 2);
    }
    default:
      names.problems.push(report('FL205', path.span, { name: head.text, found: aKind(referent.kind) }));
      return undefined;
  }
}

/** `rep.load`, `rep.languages` */
function repPath(path: Path, rest: readonly Name[], names: Names): Referent | undefined {
  const [name, further] = rest;
  if (name === undefined) {
    names.problems.push(report('FL224', path.span, {}));
    return undefined;
  }
  if (name.text === 'open' || name.text === 'load') {
    if (further === undefined) return { kind: 'rep-built-in', name: name.text };
    names.problems.push(report('FL205', path.span, { name: `rep.${name.text}`, found: 'a number' }));
    return undefined;
  }
  const field = names.declared.repFieldsByName.get(name.text);
  if (field === undefined) {
    if (!names.part) unknownField('A rep', name, [...names.declared.repFieldsByName.keys(), 'open', 'load'], names);
    return undefined;
  }
  if (further === undefined) return { kind: 'rep-field', field };
  const instead = ofInstead(field, path, 2, names);
  const params = { name: `rep.${name.text}`, found: typeWords(field), instead };
  names.problems.push(report('FL205', path.span, params, { fixes: replaceBy(path.span, instead) }));
  return undefined;
}

/** Follows names through fields that hold records, from the `begin`-th name of the path on. */
function walk(
  start: readonly Field[],
  path: Path,
  names: Names,
  made: (fields: readonly Field[]) => Referent,
  begin = 1,
): Referent | undefined {
  const fields = [...start];
  const rest = path.names.slice(begin);
  for (const [at, name] of rest.entries()) {
    const holder = fields.at(-1);
    const behind = holder && fieldsBehind(holder.type, names.declared);
    if (holder === undefined) return undefined;
    if (behind === undefined) {
      const holderPath = fields.map((field) => field.name.text).join('.');
      if (isKnownType(holder)) {
        const instead = ofInstead(holder, path, begin + at, names);
        const params = { name: holderPath, found: typeWords(holder), instead };
        names.problems.push(report('FL205', name.span, params, { fixes: replaceBy(path.span, instead) }));
      }
      return undefined;
    }
    const next = fieldOf(holder.name.text, behind, rest.slice(at), names);
    if (next === undefined) return undefined;
    fields.push(next);
  }
  return made(fields);
}

/** `manager of account.owner` for `account.owner.manager`, `rep.skills of industry` for `rep.skills.industry`: the last name, at `at`, behind a field. */
function ofInstead({ type }: Field, { names: all }: Path, at: number, { declared }: Names): string | undefined {
  const last = all[at];
  if (last === undefined || at + 1 < all.length || type.kind !== 'named-type') return undefined;
  const holder = all.slice(0, at).map(({ text }) => text);
  if (type.name.text === 'rep' && PEOPLE_OF.has(last.text)) return `${last.text} of ${holder.join('.')}`;
  if (type.name.text !== 'ratings') return undefined;
  const isField = declared.space.get(last.text)?.referent.kind === 'lead-field';
  return `${holder.join('.')} of ${isField ? last.text : JSON.stringify(last.text)}`;
}

/** What is asked of a rep with `of`. */
const PEOPLE_OF: ReadonlySet<string> = new Set(['manager', 'backup', 'team']);

/** The field that the first of `rest` names, or a problem. */
function fieldOf(owner: string, fields: readonly Field[], rest: readonly Name[], names: Names): Field | undefined {
  const [name] = rest;
  if (name === undefined) return undefined;
  const field = fields.find((one) => one.name.text === name.text);
  if (field === undefined) {
    unknownField(
      `\`${owner}\``,
      name,
      fields.map((one) => one.name.text).filter((one) => one !== ''),
      names,
      (near) => fields.some((one) => one.name.text === near && holdsPerson(one)),
    );
  }
  return field;
}

/** Reports a field that is not there, with the nearest of those that are. `isPerson`: whether a field says who gets a lead. */
export function unknownField(
  owner: string,
  name: Name,
  fields: readonly string[],
  names: Names,
  isPerson: (field: string) => boolean = () => false,
): void {
  const suggestion = suggest(name.text, fields);
  const params = { name: name.text, owner, fields, suggestion };
  const isGuess = suggestion !== undefined && isPerson(suggestion);
  const fixes = isGuess ? guessed(name.span, suggestion) : replaceBy(name.span, suggestion);
  names.problems.push(report('FL204', name.span, params, { fixes }));
}

function holdsPerson({ type }: Field): boolean {
  return type.kind === 'named-type' && (type.name.text === 'rep' || type.name.text === 'team');
}

/** `name` in the lines of `match account`, for `account.name`. */
function ofRecord(head: Name, rest: readonly Name[], { match, declared }: Names): string | undefined {
  const record = match === undefined || rest.length > 0 ? undefined : declared.recordsBySource.get(match.source.text);
  const isField = record?.fields.some((field) => field.name.text === head.text) ?? false;
  return match === undefined || !isField ? undefined : `${match.name.text}.${head.text}`;
}

/** `win_rate` for `rep.win_rate`, where no field of the lead is called so. */
function ofRep(head: Name, rest: readonly Name[], want: Wanted, { declared }: Names): string | undefined {
  const isField = declared.repFieldsByName.has(head.text) || head.text === 'open' || head.text === 'load';
  return rest.length === 0 && want.text === undefined && want.kinds.includes('rep-field') && isField
    ? `rep.${head.text}`
    : undefined;
}

/** Words for the instant of the decision, which has no name. */
const instantWords: ReadonlySet<string> = new Set(['today', 'now', 'yesterday', 'tomorrow', 'current_date', 'sysdate']);
const instantAdvice =
  'The day of the decision has no name: dates are asked for by their age, as in `within the last 1 day`, `within the next 30 days` or `more than 7 days ago`.';

/** What can stand before a dot. */
const holders: readonly Kind[] = ['lead-field', 'match', 'table'];

function unknownHead(path: Path, head: Name, rest: readonly Name[], want: Wanted, names: Names): undefined {
  const { lead, records } = names.declared;
  const [second] = rest;
  if (head.text === 'lead' && second !== undefined) {
    const span = { ...path.span, end: second.span.start };
    const name = rest.map((one) => one.text).join('.');
    const fixes: readonly Fix[] = [{ title: `Write \`${name}\``, edits: [{ span, text: '' }] }];
    names.problems.push(report('FL210', path.span, { name }, { fixes }));
    return;
  }
  if (names.part || lead === undefined) return;
  if (rest.length > 0 && records.has(head.text)) {
    const params = { name: head.text, found: 'a record', needed: 'a match or a field of the lead' };
    const advice = `A record only describes data. Find one with \`match ${head.text} from … { … }\`, or let a field of the lead hold it.`;
    names.problems.push(report('FL203', head.span, { ...params, advice }));
    return;
  }
  if (rest.length === 0 && want.text === undefined && instantWords.has(head.text)) {
    const params = { name: head.text, known: want.words, advice: instantAdvice, suggestion: undefined };
    names.problems.push(report('FL201', head.span, params));
    return;
  }
  const heads = rest.length > 0 ? ['rep', ...namesOfKind(holders, names)] : namesOfKind(want.kinds, names);
  const suggestion =
    ofRecord(head, rest, names) ??
    ofRep(head, rest, want, names) ??
    suggest(head.text, [...heads, ...(want.alsoWords ?? [])]);
  const quoted = rest.length === 0 ? want.text : undefined;
  if (
    quoted !== undefined &&
    (suggestion === undefined || quoted.choices.some((choice) => sameWord(choice, head.text)))
  ) {
    names.problems.push(report('FL209', head.span, { name: head.text }, { fixes: quoteFix(head, quoted.choices) }));
    return;
  }
  const isGuess = want === wanted.target || takesLeads(suggestion, names);
  const near = isGuess ? guessed(head.span, suggestion) : replaceBy(head.span, suggestion);
  const fixes = [...near, ...(quoted === undefined ? [] : quoteFix(head, quoted.choices))];
  names.problems.push(
    report('FL201', head.span, { name: head.text, known: want.words, advice: want.advice, suggestion }, { fixes }),
  );
}

/** Puts a word into quotes, spelled as the choice that it means if there is one. */
export function quoteFix(name: Name, choices: readonly string[]): readonly Fix[] {
  const text = JSON.stringify(choices.find((choice) => sameWord(choice, name.text)) ?? name.text);
  return [{ title: `Write ${text}`, edits: [{ span: name.span, text }] }];
}

/** Whether a name could be a text that lost its quotes: `cold_email` for "Cold email". */
export function sameWord(text: string, name: string): boolean {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_') === name;
}

/** False where the type has been reported already. */
function isKnownType({ type }: Field): boolean {
  return type.kind !== 'broken' && (type.kind !== 'named-type' || isPlainType(type.name.text));
}

function typeWords(field: Field): string {
  const { type } = field;
  switch (type.kind) {
    case 'named-type':
      return `of the type \`${type.name.text}\``;
    case 'list-type':
      return `a list of \`${type.of.text}\``;
    case 'money-type':
      return 'an amount of money';
    case 'choice-type':
      return `one of ${listed(
        type.choices.map((choice) => JSON.stringify(choice.value)),
        'or',
      )}`;
    case 'broken':
      return 'not readable';
  }
}
