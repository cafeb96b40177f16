// A syntax tree → compact text in brackets, for goldens: `(comparison employees (relation ">=" 1000))`.

import type { Node, PolicyFile } from './nodes.ts';

/** Prints a node; ids, spans and comments are left out. What fits stands on one line, everything else one part a line. Ends without a line end. */
export function printTree(node: Node): string {
  return laidOut(treeOf(node), '');
}

/** Prints the comments of a file, one a line: where they stand, and their text. */
export function printComments(file: PolicyFile): string {
  return file.comments
    .map(({ text, span, ownLine }) => `${span.start}${ownLine ? '' : ' after text'} ${text}`)
    .join('\n');
}

/** A printed part: a word, or brackets around parts. */
type Printed = string | readonly Printed[];

const WIDTH = 110;

function laidOut(printed: Printed, indent: string): string {
  const line = inOneLine(printed);
  if (typeof printed === 'string' || indent.length + line.length <= WIDTH) return line;
  const [head = '', ...rest] = printed;
  const inner = `${indent}  `;
  return `(${inOneLine(head)}${rest.map((part) => `\n${inner}${laidOut(part, inner)}`).join('')})`;
}

function inOneLine(printed: Printed): string {
  return typeof printed === 'string' ? printed : `(${printed.map(inOneLine).join(' ')})`;
}

/** Values of nodes: the nodes themselves, parts without an id, lists, words and numbers. */
type Value = unknown;

function treeOf(value: Value): Printed {
  if (value === undefined) return '-';
  if (Array.isArray(value)) return ['', ...value.map(treeOf)];
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? value : String(value);
  const fields = value as Readonly<Record<string, Value>>; // a plain object: every node is one
  return shortForm(fields) ?? longForm(fields);
}

/** Nodes that read better as they are written. */
function shortForm(fields: Readonly<Record<string, Value>>): Printed | undefined {
  switch (fields['kind']) {
    case 'name':
      return fields['text'] === '' ? '?' : String(fields['text']);
    case 'text-literal':
      return JSON.stringify(fields['value']);
    case 'number-literal':
      return fields['raw'] === '' ? '?' : String(fields['decimal']);
    case 'percent-literal':
      return fields['raw'] === '' ? '?' : `${String(fields['decimal'])}%`;
    case 'date-literal':
    case 'instant-literal':
      return fields['text'] === '' ? '?' : String(fields['text']);
    case 'flag-literal':
      return fields['value'] === true ? 'yes' : 'no';
    case 'broken':
      return '<broken>';
    case 'path':
      return listOf(fields['names'])
        .map((name) => inOneLine(treeOf(name)))
        .join('.');
    case 'reading':
      return fields['of'] === undefined ? treeOf(fields['path']) : ['of', treeOf(fields['path']), treeOf(fields['of'])];
    default:
      return undefined;
  }
}

/** `(kind part part)`: lists are spread, with the name of their field before them where there are several; flags that are off are left out. */
function longForm(fields: Readonly<Record<string, Value>>): Printed {
  const parts: Printed[] = [];
  const { kind, quantifier } = fields;
  const lists = Object.values(fields).filter(Array.isArray).length;
  for (const [name, value] of Object.entries(fields)) {
    if (['kind', 'quantifier', 'id', 'span', 'comments'].includes(name) || value === false) continue;
    if (value === true) parts.push(name);
    else if (!Array.isArray(value)) parts.push(named(name, value));
    else if (value.length > 0) parts.push(...(lists > 1 ? [[name, ...value.map(treeOf)]] : value.map(treeOf)));
  }
  return [String(kind ?? quantifier ?? 'part'), ...parts];
}

/** Optional parts carry the name of their field, so that they can be told apart. */
function named(name: string, value: Value): Printed {
  return optionalParts.has(name) ? [`${name}:`, treeOf(value)] : treeOf(value);
}

const optionalParts: ReadonlySet<string> = new Set([
  'when',
  'at',
  'ago',
  'or',
  'zone',
  'successor',
  'reuseFor',
  'review',
  'accept',
  'halvingEvery',
  'atLeast',
  'withinLast',
  'for',
  'by',
  'column',
  'calendar',
]);

function listOf(value: Value): readonly Value[] {
  return Array.isArray(value) ? value : [];
}
