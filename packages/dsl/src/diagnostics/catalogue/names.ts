// The problems numbered FL2xx: names that mean nothing here, mean something else, or mean two things; blocks and files that are missing or twice there.

import type { Entries } from '../entry.ts';
import { didYouMean } from '../phrases.ts';

/** The facts that each code's words need. `suggestion` is the nearest name that would be right. */
export interface NamesParams {
  readonly FL201: {
    readonly name: string;
    readonly known: string;
    readonly advice: string;
    readonly suggestion: string | undefined;
  };
  readonly FL202: { readonly name: string; readonly kind: string; readonly suggestion: string | undefined };
  readonly FL203: { readonly name: string; readonly found: string; readonly needed: string; readonly advice?: string };
  readonly FL204: {
    readonly name: string;
    readonly owner: string;
    readonly fields: readonly string[];
    readonly suggestion: string | undefined;
  };
  readonly FL205: { readonly name: string; readonly found: string; readonly instead?: string | undefined };
  readonly FL206: { readonly name: string; readonly kind: string; readonly first: string };
  readonly FL207: { readonly name: string; readonly reason: string };
  readonly FL208: { readonly name: string; readonly block: string };
  readonly FL209: { readonly name: string };
  readonly FL210: { readonly name: string };
  readonly FL211: { readonly block: 'policy' | 'lead' | 'route' };
  readonly FL212: { readonly block: string };
  readonly FL213: { readonly what: string; readonly where: string };
  readonly FL214: Readonly<Record<never, never>>;
  readonly FL215: { readonly problem: 'type' | 'optional' | 'private'; readonly type: string };
  readonly FL216: { readonly path: string; readonly suggestion: string | undefined };
  readonly FL217: {
    readonly path: string;
    readonly reason: 'absolute' | 'backslash' | 'not-route' | 'blank';
    readonly sample: string;
  };
  readonly FL218: { readonly circle: readonly string[] };
  readonly FL219: { readonly path: string; readonly list: string; readonly suggestion: string | undefined };
  readonly FL220: { readonly kind: 'define' | 'list' | 'record'; readonly circle: readonly string[] };
  readonly FL221: { readonly name: string; readonly suggestion: string | undefined };
  readonly FL222: { readonly reading: string; readonly what: string; readonly reader: string; readonly advice: string };
  readonly FL223: { readonly reading: string; readonly place: string; readonly through: string | undefined };
  readonly FL224: Readonly<Record<never, never>>;
  readonly FL225: { readonly source: string; readonly first: string };
  readonly FL226: { readonly source: string; readonly suggestion: string | undefined };
  readonly FL227: { readonly name: string };
  readonly FL228: { readonly name: string; readonly team: string; readonly suggestion: string | undefined };
  readonly FL229: { readonly name: string; readonly team: string };
  readonly FL230: { readonly name: string; readonly kind: string };
  readonly FL231: { readonly name: string; readonly on: string; readonly successor: string | undefined };
  readonly FL232: { readonly circle: readonly string[] };
  readonly FL233: { readonly name: string };
  readonly FL234: { readonly path: string };
  readonly FL235: { readonly name: string; readonly suggestion: string | undefined };
  readonly FL236: { readonly name: string; readonly suggestion: string | undefined };
  readonly FL237: { readonly list: string; readonly negated: boolean };
  readonly FL238: { readonly name: string; readonly advice: string };
}

/** Their words. */
export const namesEntries: Entries<NamesParams> = {
  FL201: {
    severity: 'error',
    title: 'Unknown name in a condition or value',
    message: ({ name, known }) => `Nothing is called \`${name}\`: there is no ${known} of that name.`,
    hint: ({ advice, suggestion }) => didYouMean(suggestion) ?? advice,
  },
  FL202: {
    severity: 'error',
    title: 'Unknown team, queue, calendar or other declaration',
    message: ({ name, kind }) => `There is no ${kind} called \`${name}\`.`,
    hint: ({ kind, suggestion }) => didYouMean(suggestion) ?? `Declare the ${kind}, or name one that is declared.`,
  },
  FL203: {
    severity: 'error',
    title: 'Name of something else',
    message: ({ name, found, needed }) => `\`${name}\` is ${found}, and here ${needed} is needed.`,
    hint: ({ advice }) => advice,
  },
  FL204: {
    severity: 'error',
    title: 'Unknown field',
    message: ({ name, owner }) => `${owner} has no field called \`${name}\`.`,
    hint: ({ fields, suggestion }) =>
      didYouMean(suggestion) ??
      (fields.length === 0
        ? 'It has no fields at all.'
        : `Its fields are ${fields.map((field) => `\`${field}\``).join(', ')}.`),
  },
  FL205: {
    severity: 'error',
    title: 'Reading a field of something that has none',
    message: ({ name, found }) => `\`${name}\` is ${found}: it has no fields that can be read here.`,
    hint: ({ instead }) => (instead === undefined ? FIELDS_ARE_READ_OF : `Write \`${instead}\`.`),
  },
  FL206: {
    severity: 'error',
    title: 'One name for two things',
    message: ({ name, kind, first }) =>
      kind === first
        ? `There are two ${kind === 'match' ? 'matches' : `${kind}s`} called \`${name}\`; nobody could tell which is meant.`
        : `\`${name}\` is already the name of ${withArticle(first)}, so it cannot also be that of ${withArticle(kind)}: all names of a policy share one space.`,
    hint: ({ kind }) =>
      kind === 'lead field'
        ? 'Rename one of them. A field can have any name and still read its column: `new_name text from "Old name"`.'
        : 'Rename one of them.',
  },
  FL207: {
    severity: 'error',
    title: 'Name that the language uses itself',
    message: ({ name, reason }) => `\`${name}\` cannot be declared here: ${reason}`,
    hint: () => 'Choose another name.',
  },
  FL208: {
    severity: 'error',
    title: 'Field declared twice',
    message: ({ name, block }) => `${block} has two fields called \`${name}\`.`,
    hint: () => 'Remove one, or rename it.',
  },
  FL209: {
    severity: 'error',
    title: 'Text without quotes',
    message: ({ name }) => `Nothing is called \`${name}\`. Text stands in double quotes.`,
    hint: ({ name }) => `Write "${name}".`,
  },
  FL210: {
    severity: 'error',
    title: 'Field of the lead with `lead.` before it',
    message: () => 'The fields of the lead are read by their own names, without `lead.` before them.',
    hint: ({ name }) => `Write \`${name}\`.`,
  },
  FL211: {
    severity: 'error',
    title: 'A block that every policy needs is missing',
    message: ({ block }) => `This policy has no \`${block}\` block. ${blockPurpose[block]}`,
    hint: ({ block }) => blockExample[block],
  },
  FL212: {
    severity: 'error',
    title: 'A block that may stand only once',
    message: ({ block }) => `A policy has one \`${block}\` block, and this is a second one.`,
    hint: () => 'Put everything into one of them, or remove one `use`.',
  },
  FL213: {
    severity: 'error',
    title: 'Said twice',
    message: ({ what, where }) => `\`${what}\` stands twice in ${where}; only one of the two could count.`,
    hint: () => 'Keep the one that is meant.',
  },
  FL214: {
    severity: 'error',
    title: 'Lead without an id',
    message: () => 'The lead has no field `id`. Decisions, logs and repeated leads are told apart by it.',
    hint: () => 'Add `id text` as the first field; if your data calls it something else, `id text from "Lead ID"`.',
  },
  FL215: {
    severity: 'error',
    title: 'Id that cannot tell leads apart',
    message: ({ problem, type }) =>
      problem === 'type'
        ? `\`id\` is ${type}. The id of a lead is text, a code or an e-mail address.`
        : problem === 'optional'
          ? 'The id cannot be optional: a lead without one could not be found again.'
          : 'The id cannot be private: decisions and logs name the lead by it.',
    hint: ({ problem }) =>
      problem === 'type'
        ? 'Write `id code`: a code is compared as it is written, and may have any number of digits.'
        : `Remove \`${problem}\`.`,
  },
  FL216: {
    severity: 'error',
    title: 'File not found',
    message: ({ path }) => `There is no file "${path}".`,
    hint: ({ suggestion }) =>
      suggestion === undefined
        ? 'The path is read from the folder of the file that it stands in.'
        : `Did you mean "${suggestion}"?`,
  },
  FL217: {
    severity: 'error',
    title: 'Path that is not followed',
    message: ({ path, reason }) => pathReasons[reason](path),
    hint: ({ sample }) => `Write the path from the folder of this file, as in \`${sample}\`.`,
  },
  FL218: {
    severity: 'error',
    title: 'Files that use each other in a circle',
    message: ({ circle }) => `These files use each other in a circle: ${circle.join(' → ')}.`,
    hint: () => 'Move what both need into a file of its own, and let both use that one.',
  },
  FL219: {
    severity: 'error',
    title: 'File of a list not found',
    message: ({ path, list }) => `There is no file "${path}" to fill the list \`${list}\`.`,
    hint: ({ suggestion }) =>
      suggestion === undefined
        ? 'The path is read from the folder of the file that it stands in.'
        : `Did you mean "${suggestion}"?`,
  },
  FL220: {
    severity: 'error',
    title: 'Declarations that need each other in a circle',
    message: ({ kind, circle }) =>
      `${circleWords[kind]} cannot ${kind === 'record' ? 'hold' : 'refer to'} each other in a circle: ${circle.map((name) => `\`${name}\``).join(' → ')}.`,
    hint: () => 'Break the circle: one of them has to stand on its own.',
  },
  FL221: {
    severity: 'error',
    title: 'Unknown type',
    message: ({ name }) => `There is no type called \`${name}\`.`,
    hint: ({ suggestion }) =>
      didYouMean(suggestion) ??
      'The types are text, code, email, number, count, flag, date, time, money CUR, list of T, signals, ratings, rep, team, choices like "A" | "B", and any `record`.',
  },
  FL222: {
    severity: 'error',
    title: 'Read before it is known',
    message: ({ reading, what, reader }) => `${reader} cannot read \`${reading}\`: ${what}`,
    hint: ({ advice }) => advice,
  },
  FL223: {
    severity: 'error',
    title: 'A rep is read where no rep is looked at',
    message: ({ reading, place, through }) =>
      `${through === undefined ? `\`${reading}\`` : `\`${through}\` reads \`${reading}\`, which`} changes from rep to rep, but ${place} is answered for the lead alone.`,
    hint: () => 'What depends on the rep stands in `where`, `weight`, `reserve` or the strategy of the rule.',
  },
  FL224: {
    severity: 'error',
    title: '`rep` alone',
    message: () => '`rep` alone is not a value; what can be read is a field of the rep.',
    hint: () => 'Write the field, as in `rep.load` or `rep.languages`.',
  },
  FL225: {
    severity: 'error',
    title: 'Two records from one source',
    message: ({ source, first }) =>
      `The source \`${source}\` is already described by \`record ${first}\`; a match could not know which of the two it finds.`,
    hint: () => 'Put all its fields into one record.',
  },
  FL226: {
    severity: 'error',
    title: 'Source without a record',
    message: ({ source }) => `No record describes what comes from \`${source}\`.`,
    hint: ({ source, suggestion }) => didYouMean(suggestion) ?? `Declare it: \`record … from ${source} { … }\`.`,
  },
  FL227: {
    severity: 'error',
    title: 'Two tests of one name',
    message: ({ name }) => `There are two tests called "${name}"; a failing one could not be told from the other.`,
    hint: () => 'Give one of them another name.',
  },
  FL228: {
    severity: 'error',
    title: 'Rep that no team declares',
    message: ({ name, team }) => `The team \`${team}\` names the rep \`${name}\`, but no team declares this rep.`,
    hint: ({ name, suggestion }) =>
      didYouMean(suggestion) ?? `Declare the rep in the home team, with a label: \`rep ${name} "First Last" { … }\`.`,
  },
  FL229: {
    severity: 'error',
    title: 'Rep twice in a team',
    message: ({ name, team }) => `The rep \`${name}\` stands twice in the team \`${team}\`.`,
    hint: () => 'Remove one. To give somebody more leads, use `weight`.',
  },
  FL230: {
    severity: 'hint',
    title: 'Declared but not used',
    message: ({ name, kind }) => `The ${kind} \`${name}\` is not used anywhere.`,
    hint: () => 'Remove it if it is not needed.',
  },
  FL231: {
    severity: 'warning',
    title: 'Somebody who leaves is named',
    message: ({ name, on }) =>
      `\`${name}\` is named here, but leaves on ${on}; from then on nobody is picked by this name.`,
    hint: ({ successor }) =>
      successor === undefined
        ? 'Name somebody else here.'
        : `Name the successor \`${successor}\` here. Only values of the data, such as an owner, go to the successor by themselves.`,
  },
  FL232: {
    severity: 'error',
    title: 'Successors in a circle',
    message: ({ circle }) =>
      `These reps succeed each other in a circle: ${circle.map((name) => `\`${name}\``).join(' → ')}.`,
    hint: () => 'The last of them needs a successor who stays, or none.',
  },
  FL233: {
    severity: 'error',
    title: 'Own backup',
    message: ({ name }) => `\`${name}\` cannot be the backup of themselves.`,
    hint: () => 'Name somebody else, or remove the line.',
  },
  FL234: {
    severity: 'warning',
    title: 'File used twice',
    message: ({ path }) => `This file already uses "${path}".`,
    hint: () => 'Remove one of the two lines; it changes nothing.',
  },
  FL235: {
    severity: 'error',
    title: 'Unknown rule',
    message: ({ name }) => `There is no rule called "${name}".`,
    hint: ({ suggestion }) =>
      suggestion === undefined ? 'Write the name as it stands after `rule`.' : `Did you mean "${suggestion}"?`,
  },
  FL236: {
    severity: 'error',
    title: 'Unknown provider',
    message: ({ name }) => `No \`enrich\` block asks a provider called \`${name}\`.`,
    hint: ({ suggestion }) =>
      didYouMean(suggestion) ?? 'Name the provider as it stands after `from` in the `enrich` block.',
  },
  FL237: {
    severity: 'error',
    title: '`is` with a list',
    message: ({ list, negated }) =>
      `\`${list}\` is a list. A value is not equal to a list, it is ${negated ? 'not ' : ''}in it.`,
    hint: ({ list, negated }) => `Write \`${negated ? 'not in' : 'in'} ${list}\`.`,
  },
  FL238: {
    severity: 'error',
    title: 'A define where a value is needed',
    message: ({ name }) => `\`${name}\` names a condition: it holds or it does not, and there is no value to compare.`,
    hint: ({ advice }) => advice,
  },
};

const blockPurpose: Readonly<Record<NamesParams['FL211']['block'], string>> = {
  policy: 'It gives the policy its name, language version, owner and time zone.',
  lead: 'It says which fields a lead has.',
  route: 'It says who gets which lead.',
};

const blockExample: Readonly<Record<NamesParams['FL211']['block'], string>> = {
  policy: 'Begin with `policy inbound "Inbound leads" { language 1 zone "Europe/Berlin" }`.',
  lead: 'Add `lead { id text … }`.',
  route: 'Add `route { … otherwise route to triage }`.',
};

const pathReasons: Readonly<Record<NamesParams['FL217']['reason'], (path: string) => string>> = {
  absolute: (path) => `"${path}" is not a path from this file's folder, so it would not be found on another machine.`,
  backslash: (path) => `"${path}" has backslashes; paths are written with \`/\` on every machine.`,
  'not-route': (path) =>
    `"${path}" is not a \`.route\` file; \`use\` brings in the declarations of another policy file.`,
  blank: () => 'Here the name of a file is missing.',
};

const circleWords: Readonly<Record<NamesParams['FL220']['kind'], string>> = {
  define: 'Defines',
  list: 'Lists',
  record: 'Records',
};

function withArticle(kind: string): string {
  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
}

const FIELDS_ARE_READ_OF =
  'Fields can be read of a match, a table, a record that the lead holds, and of `rep` while a rep is picked.';
