// Unknown JSON and a structure → what does not fit. No generated code, so it runs under a strict content-security policy.

import { assertNever } from '../assert-never.ts';
import { type IrIssue, type IrIssueCode, pointer } from '../issue.ts';
import { isJsonObject } from '../json-object.ts';
import type { KeyedNode, Node, ObjectNode } from './structure.ts';

/** More issues than this are not listed: the first ones say what is wrong. */
const MOST_ISSUES = 100;
/**
 * Deeper JSON is refused, so that no input can exhaust the stack of whoever walks it. The language allows 50 brackets in each other, each of which
 * can take three levels.
 */
const DEEPEST = 300;
/** More values than this are refused. */
const MOST_VALUES = 20_000_000;

interface Walk {
  readonly issues: IrIssue[];
  readonly path: (string | number)[];
  values: number;
}

/**
 * What does not fit, in the order of the description; empty if everything fits. For any JSON value, also a hostile one: the work is bounded
 * by depth and count, and nothing throws.
 */
export function validateStructure(structure: { readonly node: Node }, json: unknown): readonly IrIssue[] {
  const walk: Walk = { issues: [], path: [], values: 0 };
  validate(structure.node, json, walk);
  return walk.issues;
}

function validate(node: Node, json: unknown, walk: Walk): void {
  if (walk.issues.length >= MOST_ISSUES) return;
  walk.values += 1;
  if (walk.values > MOST_VALUES) {
    add('too-large', `It holds more than ${MOST_VALUES} values`, walk);
    return;
  }
  if (walk.path.length > DEEPEST) {
    add('too-deep', `It is nested more than ${DEEPEST} levels deep`, walk);
    return;
  }
  switch (node.kind) {
    case 'text':
      validateText(node, json, walk);
      return;
    case 'number':
      validateNumber(node, json, walk);
      return;
    case 'flag':
      if (typeof json !== 'boolean') expected('true or false', json, walk);
      return;
    case 'one-of':
      // Whatever else it is, it is not among the values.
      if (!node.values.includes(json as string)) expected(alternatives(node.values), json, walk);
      return;
    case 'list':
      validateList(node, json, walk);
      return;
    case 'table':
      validateTable(node, json, walk);
      return;
    case 'object':
      validateObject(node, undefined, json, walk);
      return;
    case 'tagged':
      validateTagged(node, json, walk);
      return;
    case 'keyed':
      validateKeyed(node, undefined, json, walk);
      return;
    case 'either':
      validateEither(node, json, walk);
      return;
    case 'named':
      validate(node.get(), json, walk);
      return;
    default:
      assertNever(node);
  }
}

function validateText(node: Node & { readonly kind: 'text' }, json: unknown, walk: Walk): void {
  if (typeof json !== 'string' || json.length < node.minLength) {
    expected(node.words, json, walk);
    return;
  }
  // Counting code points takes a while: only where the text could be too long.
  if (json.length > node.maxLength && [...json].length > node.maxLength) {
    expected(`a text of at most ${node.maxLength} characters`, json, walk);
    return;
  }
  if (node.pattern !== undefined && !node.pattern.test(json)) expected(node.words, json, walk);
}

function validateNumber(node: Node & { readonly kind: 'number' }, json: unknown, walk: Walk): void {
  const { whole, min = -Infinity, max = Infinity } = node;
  if (typeof json === 'number' && Number.isFinite(json) && json >= min && json <= max) {
    if (!whole || Number.isInteger(json)) return;
  }
  const range = max === Infinity ? (min === -Infinity ? '' : ` of at least ${min}`) : ` from ${min} to ${max}`;
  expected(`a ${whole ? 'whole ' : ''}number${range}`, json, walk);
}

function validateList(node: Node & { readonly kind: 'list' }, json: unknown, walk: Walk): void {
  if (!Array.isArray(json)) {
    expected('a list', json, walk);
    return;
  }
  if (json.length < node.min) expected(`a list of at least ${node.min}`, json, walk);
  for (let i = 0; i < json.length && walk.issues.length < MOST_ISSUES; i += 1) inside(i, node.of, json[i], walk);
}

function validateTable(node: Node & { readonly kind: 'table' }, json: unknown, walk: Walk): void {
  if (!isJsonObject(json)) {
    expected('an object', json, walk);
    return;
  }
  for (const key of Object.keys(json)) {
    inside(key, node.key, key, walk);
    inside(key, node.of, json[key], walk);
  }
}

function validateObject(node: ObjectNode, tag: string | undefined, json: unknown, walk: Walk): void {
  if (!isJsonObject(json)) {
    expected('an object', json, walk);
    return;
  }
  for (const [key, of] of node.required) {
    if (Object.hasOwn(json, key)) inside(key, of, json[key], walk);
    else add('missing-key', `The key "${key}" is missing`, walk);
  }
  for (const key of Object.keys(json)) {
    if (node.required.has(key) || key === tag) continue;
    const of = node.optional.get(key);
    if (of !== undefined) inside(key, of, json[key], walk);
    else add('unknown-key', `The key ${quote(key)} does not belong here`, walk);
  }
}

function validateTagged(node: Node & { readonly kind: 'tagged' }, json: unknown, walk: Walk): void {
  if (!isJsonObject(json)) {
    expected('an object', json, walk);
    return;
  }
  if (!Object.hasOwn(json, node.tag)) {
    add('missing-key', `The key "${node.tag}" is missing`, walk);
    return;
  }
  const kind = json[node.tag];
  const of = typeof kind === 'string' ? node.cases.get(kind) : undefined;
  if (of === undefined) {
    walk.path.push(node.tag);
    expected(alternatives([...node.cases.keys()]), kind, walk);
    walk.path.pop();
  } else if (of.kind === 'keyed') validateKeyed(of, node.tag, json, walk);
  else validateObject(of, node.tag, json, walk);
}

function validateKeyed(node: KeyedNode, tag: string | undefined, json: unknown, walk: Walk): void {
  const present = isJsonObject(json) && Object.hasOwn(json, node.key);
  validateObject(present ? node.present : node.absent, tag, json, walk);
}

function validateEither(node: Node & { readonly kind: 'either' }, json: unknown, walk: Walk): void {
  const type = jsonType(json);
  const of = node.of.find((candidate) => TYPES[candidate.kind] === type);
  if (of === undefined) expected(alternatives(node.of.map((part) => TYPES[part.kind])), json, walk);
  else validate(of, json, walk);
}

/** The JSON type of each kind that `either` may hold. */
const TYPES: { readonly [K in Node['kind']]: string } = {
  text: 'text',
  number: 'number',
  flag: 'flag',
  list: 'list',
  table: 'object',
  object: 'object',
  tagged: 'object',
  keyed: 'object',
  'one-of': '',
  either: '',
  named: '',
};

function jsonType(json: unknown): string {
  if (json === null) return 'null';
  if (Array.isArray(json)) return 'list';
  if (typeof json === 'string') return 'text';
  if (typeof json === 'boolean') return 'flag';
  return typeof json;
}

function inside(key: string | number, node: Node, json: unknown, walk: Walk): void {
  walk.path.push(key);
  validate(node, json, walk);
  walk.path.pop();
}

function expected(words: string, json: unknown, walk: Walk): void {
  add('structure', `Expected is ${words}, found ${found(json)}`, walk);
}

function add(code: IrIssueCode, message: string, walk: Walk): void {
  if (walk.issues.length < MOST_ISSUES) walk.issues.push({ path: pointer(walk.path), code, message });
}

function alternatives(values: readonly (string | number)[]): string {
  const quoted = values.map((value) => JSON.stringify(value));
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

function found(json: unknown): string {
  if (typeof json === 'string') return quote(json);
  if (typeof json === 'number' || typeof json === 'boolean' || json === null) return String(json);
  if (Array.isArray(json)) return json.length === 0 ? 'an empty list' : 'a list';
  return typeof json === 'object' ? 'an object' : `a JavaScript ${typeof json}`;
}

/** A text from outside, cut short. */
function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text);
}
