// Lines of `lead`, `record` and `rep` blocks: a field without a type, a misspelt word behind a type. Line ends tell what was meant, because a
// field without its type would swallow the name of the next one, and reading would stop lines later.

import type { IToken } from 'chevrotain';
import { report } from '../../../diagnostics/report.ts';
import { suggest } from '../../../names/suggest.ts';
import { builtInTypes } from '../../../names/type-names.ts';
import { fits } from '../../machine.ts';
import { Currency, keywords, LeftBrace, Name, RepFieldName, RightBrace, TypeName, Word } from '../../tokens.ts';
import {
  endOf,
  fix,
  isType,
  isWord,
  made,
  missing,
  nextLine,
  open,
  type Recogniser,
  type Repair,
  readsOn,
  removed,
  retyped,
  spanAt,
  spanOver,
  type Trouble,
  written,
} from '../trouble.ts';
import { nameFrom } from './names.ts';

const blocks: readonly string[] = ['leadBlock', 'recordBlock', 'repFieldsBlock'];
const valueBlocks: readonly string[] = ['values', 'member'];
const modifiers = ['optional', 'private', 'from', 'written', 'unique'] as const;

/** A line above the trouble that was read as something else than it was meant to be. */
export const earlierFieldLine: Recogniser = (trouble) => {
  const start = fieldsStart(trouble);
  if (start === undefined) return undefined;
  for (let at = start; at < trouble.index; ) {
    const end = nextLine(trouble, at + 1);
    if (end > trouble.index) return undefined;
    const isField = fieldBlocks(trouble);
    if (!isField && end === at + 1 && !startsEntry(trouble, end)) return withoutValue(trouble, at);
    const cut = isField ? cutOff(trouble, at, end) : undefined;
    if (cut !== undefined) return cut;
    if (isField && !(startsField(trouble, end) || isType(trouble.tokens[end], RightBrace))) {
      const repair = atLine(trouble, at, end);
      return repair === undefined ? undefined : { ...repair, lateral: true };
    }
    at = end;
  }
  return undefined;
};

function fieldBlocks(trouble: Trouble): boolean {
  return open(trouble).some((rule) => blocks.includes(rule));
}

/** Whether an entry of a block of values can begin there. */
function startsEntry(trouble: Trouble, at: number): boolean {
  return (trouble.places[at] ?? []).some(
    ({ state }) => valueBlocks.includes(trouble.machine.ruleOf(state)) || trouble.machine.canEnd(state),
  );
}

/** A name alone on its line, before a value that took the name of the next one. */
function withoutValue(trouble: Trouble, at: number): Repair | undefined {
  const name = trouble.tokens[at];
  if (name === undefined || !fits(name.tokenType, RepFieldName)) return undefined;
  const end = endOf(name);
  const problem = report('FL101', spanAt(trouble, end), { what: 'a value', after: `\`${name.image}\`` });
  return { from: at, to: at + 1, put: [name, missing(Word, end)], problem, lateral: true };
}

/** A line that ends inside its type: `languages list of`, `budget money`. */
function cutOff(trouble: Trouble, at: number, end: number): Repair | undefined {
  const last = trouble.tokens[end - 1];
  if (last === undefined || end === at + 1 || startsField(trouble, end)) return undefined;
  const type = [Currency, Name].find(
    (one) => readsOn(trouble, { from: end, to: end, put: [missing(one, 0)] }, 1) === 1,
  );
  if (type === undefined || !isWord(last, 'of', 'money')) return undefined;
  const what = type === Currency ? 'a currency such as `USD`' : 'what the list holds, such as `text`,';
  const problem = report('FL101', spanAt(trouble, endOf(last)), { what, after: `\`${last.image}\`` });
  return { from: end, to: end, put: [missing(type, endOf(last))], problem, lateral: true };
}

/** The line of the trouble itself. */
export const fieldLine: Recogniser = (trouble) => {
  const start = fieldsStart(trouble);
  if (start === undefined || !fieldBlocks(trouble)) return undefined;
  for (let at = start; at <= trouble.index; ) {
    const end = nextLine(trouble, at + 1);
    if (end > trouble.index) return atLine(trouble, at, end);
    at = end;
  }
  return undefined;
};

function fieldsStart(trouble: Trouble): number | undefined {
  return open(trouble).some((rule) => [...blocks, ...valueBlocks].includes(rule)) ? blockStart(trouble) : undefined;
}

/** The index after the `{` of the block of fields; undefined in the words before it. */
function blockStart(trouble: Trouble): number | undefined {
  for (let at = trouble.index - 1; at >= 0; at -= 1) {
    if (isType(trouble.tokens[at], LeftBrace)) return at + 1;
    if (isType(trouble.tokens[at], RightBrace)) return undefined;
  }
  return undefined;
}

/** Whether a field can begin there. */
function startsField(trouble: Trouble, at: number): boolean {
  return (trouble.places[at] ?? []).some((place) => {
    const rule = trouble.machine.ruleOf(place.state);
    return blocks.includes(rule) || rule === 'modifier' || trouble.machine.canEnd(place.state);
  });
}

/** What is wrong with the field on one line. */
function atLine(trouble: Trouble, at: number, end: number): Repair | undefined {
  const { tokens } = trouble;
  const name = tokens[at];
  if (name === undefined || !fits(name.tokenType, Name)) return undefined;
  if (end === at + 1) return withoutType(trouble, at, name);
  const type = tokens[at + 1]?.image;
  if (type === 'list' && tokens[at + 2]?.image !== 'of') return undefined;
  for (let word = at + (type === 'list' ? 4 : 2); word < end; word += 1) {
    const token = tokens[word];
    if (token === undefined || !fits(token.tokenType, Name) || modifiers.some((one) => one === token.image)) continue;
    if (word === at + 2 && builtInTypes.has(token.image) && !builtInTypes.has(tokens[at + 1]?.image ?? ''))
      return twoWords(trouble, at, word);
    const suggestion = suggest(token.image, modifiers);
    if (suggestion !== undefined) return respelt(trouble, word, token, suggestion);
    return tooMuch(trouble, word, end);
  }
  return undefined;
}

/** `first name text`: a name of two words. */
function twoWords(trouble: Trouble, at: number, type: number): Repair | undefined {
  const [first, last] = [trouble.tokens[at], trouble.tokens[type - 1]];
  if (first === undefined || last === undefined) return undefined;
  const found = written(trouble, at, type - 1);
  const instead = nameFrom(found);
  const span = spanOver(trouble, first, last);
  const problem = report(
    'FL114',
    span,
    { found, instead, isField: true },
    { fixes: [fix(`Write \`${instead}\``, span, instead)] },
  );
  return { from: at, to: type, put: [made(Word, instead, first.startOffset, endOf(last))], problem };
}

function withoutType(trouble: Trouble, at: number, name: IToken): Repair | undefined {
  const end = endOf(name);
  const put = [name, missing(TypeName, end)];
  const problem = report(
    'FL101',
    spanAt(trouble, end),
    { what: 'a type such as `text` or `number`', after: `\`${name.image}\`` },
    {
      fixes: [fix('Add `text`', spanAt(trouble, end), ' text')],
    },
  );
  return { from: at, to: at + 1, put, problem };
}

function respelt(trouble: Trouble, at: number, token: IToken, suggestion: string): Repair {
  const type = keywords[suggestion as (typeof modifiers)[number]]; // it comes from that list
  const span = spanOver(trouble, token);
  const problem = report(
    'FL103',
    span,
    { found: token.image, suggestion },
    { fixes: [fix(`Write \`${suggestion}\``, span, suggestion)] },
  );
  return { from: at, to: at + 1, put: [retyped(type, suggestion, token)], problem };
}

function tooMuch(trouble: Trouble, from: number, end: number): Repair | undefined {
  const { tokens } = trouble;
  let to = from + 1;
  while (to < end && readsOn(trouble, { from, to, put: [] }, 1) === 0) to += 1;
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (first === undefined || last === undefined) return undefined;
  const isRequired = /^(?:required|mandatory)$/.test(first.image);
  const problem = report(
    'FL102',
    spanOver(trouble, first, last),
    {
      found: written(trouble, from, to - 1),
      expects: isRequired
        ? '`optional`; a field without it has to be there'
        : '`optional`, `private`, `from` or `written`',
    },
    {
      fixes: [{ title: 'Remove it', edits: [removed(trouble, first, last)] }],
    },
  );
  return { from, to, put: [], problem };
}
