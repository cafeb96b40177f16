// A JSON value → its text over several lines, keys in canonical order: for reading and for comparing by lines.
import { canonicalJson } from '@fairlead/ir';

/** Two blanks an indent, short lists and objects on one line; ends with a line break. Parsing it gives the value again. */
export function laidOut(value: unknown): string {
  return `${lines(JSON.parse(canonicalJson(value)), '')}\n`;
}

const WIDTH = 100;

function lines(value: unknown, indent: string): string {
  const short = onOneLine(value);
  if (indent.length + short.length <= WIDTH || typeof value !== 'object' || value === null) return short;
  const deeper = `${indent}  `;
  if (Array.isArray(value)) return `[\n${value.map((item) => deeper + lines(item, deeper)).join(',\n')}\n${indent}]`;
  const entries = Object.entries(value).map(([key, item]) => `${deeper}${JSON.stringify(key)}: ${lines(item, deeper)}`);
  return `{\n${entries.join(',\n')}\n${indent}}`;
}

function onOneLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return canonicalJson(value);
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${onOneLine(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
