// Small words for the structure of JSON: what the JSON Schema and the validator are both made from.
// A `Structure<T>` describes exactly T: a key that T has and the description forgets, or the other way round, does not compile.

/** The description as data. */
export type Node =
  | {
      readonly kind: 'text';
      readonly pattern?: RegExp;
      readonly minLength: number;
      readonly maxLength: number;
      /** What it should look like, with an article. */
      readonly words: string;
    }
  | { readonly kind: 'number'; readonly whole: boolean; readonly min?: number; readonly max?: number }
  | { readonly kind: 'flag' }
  | { readonly kind: 'one-of'; readonly values: readonly (string | number)[] }
  | { readonly kind: 'list'; readonly of: Node; readonly min: number }
  | { readonly kind: 'table'; readonly key: Node & { readonly kind: 'text' }; readonly of: Node }
  | ObjectNode
  /** Which object it is, is said by the text under the key `tag`. */
  | { readonly kind: 'tagged'; readonly tag: string; readonly cases: ReadonlyMap<string, ObjectNode | KeyedNode> }
  | KeyedNode
  /** Of different JSON types, which tell them apart. */
  | { readonly kind: 'either'; readonly of: readonly Node[] }
  /** A structure with a name: what refers to itself goes through one. */
  | { readonly kind: 'named'; readonly name: string; readonly get: () => Node };

/** An object with these keys and no others. */
export interface ObjectNode {
  readonly kind: 'object';
  readonly required: ReadonlyMap<string, Node>;
  readonly optional: ReadonlyMap<string, Node>;
}

/** Which of two objects it is, is said by whether the key is there. */
export interface KeyedNode {
  readonly kind: 'keyed';
  readonly key: string;
  readonly present: ObjectNode;
  readonly absent: ObjectNode;
}

/** A description of the JSON values of type T. */
export interface Structure<T> {
  readonly node: Node;
  /** Never there: it makes T count in both directions, so that a description of less or more than T does not fit. */
  readonly exactly?: (value: T) => T;
}

/** Marks a key that may be absent. */
export interface Optional<T> {
  readonly optional: Structure<T>;
}

/** One entry for every key of T, marked `optional` exactly where T has a `?`. */
export type Fields<T> = {
  readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K>
    ? Optional<Required<T>[K]>
    : Structure<Required<T>[K]>;
};

/** The members of a union that may carry this tag, without the tag. */
export type Case<T, Tag extends string, Kind> = T extends { readonly [K in Tag]: infer Kinds }
  ? Kind extends Kinds
    ? Omit<T, Tag>
    : never
  : never;

/** The tags of a union's members. */
export type TagsOf<T, Tag extends string> = T extends { readonly [K in Tag]: infer Kinds extends string }
  ? Kinds
  : never;

/** One entry for every tag of T: its other fields, or what `keyed` makes where two objects carry the same tag. */
export type Cases<T, Tag extends string> = {
  readonly [Kind in TagsOf<T, Tag>]: IsUnion<Case<T, Tag, Kind>> extends true
    ? Structure<Case<T, Tag, Kind>>
    : Fields<Case<T, Tag, Kind>>;
};

type IsUnion<T, Whole = T> = [T] extends [never]
  ? false
  : T extends unknown
    ? [Whole] extends [T]
      ? false
      : true
    : never;

/** Marks a key that may be absent. */
export function optional<T>(structure: Structure<T>): Optional<T> {
  return { optional: structure };
}

/** A text of so many characters (code points, both ends included); `words` say what it should look like. */
export function text(words: string, minLength: number, maxLength: number, pattern?: RegExp): Structure<string> {
  return { node: { kind: 'text', words, minLength, maxLength, ...(pattern === undefined ? {} : { pattern }) } };
}

/** A finite number of at most 15 digits, which is what JavaScript's numbers hold one-to-one. */
export function number(min?: number): Structure<number> {
  return { node: { kind: 'number', whole: false, ...(min === undefined ? {} : { min }) } };
}

/** A whole number; both ends included. */
export function wholeNumber(min: number, max: number): Structure<number> {
  return { node: { kind: 'number', whole: true, min, max } };
}

/** true or false. */
export function flag(): Structure<boolean> {
  return { node: { kind: 'flag' } };
}

/** This value and nothing else. */
export function literal<const T extends string | number>(value: T): Structure<T> {
  return { node: { kind: 'one-of', values: [value] } };
}

/** One of these texts and nothing else; names every text of T once. */
export function oneOf<T extends string>(texts: { readonly [V in T]: true }): Structure<T> {
  return { node: { kind: 'one-of', values: Object.keys(texts) } };
}

/** An array of at least `min` elements. */
export function list<T>(of: Structure<T>, min: number = 0): Structure<readonly T[]> {
  return { node: { kind: 'list', of: of.node, min } };
}

/** An object used as a table: any keys of one form, values of one structure. */
export function table<T>(key: Structure<string>, of: Structure<T>): Structure<Readonly<Record<string, T>>> {
  if (key.node.kind !== 'text') throw new Error('the keys of a table are texts');
  return { node: { kind: 'table', key: key.node, of: of.node } };
}

/** An object with these keys and no other. */
export function object<T extends object>(fields: Fields<T>): Structure<T> {
  return { node: objectNode(fields) };
}

/** One of two objects: the one that has the key, or the one that has not. */
export function keyed<A extends object, B extends object>(
  key: keyof A & string,
  present: Fields<A>,
  absent: Fields<B>,
): Structure<A | B> {
  return { node: { kind: 'keyed', key, present: objectNode(present), absent: objectNode(absent) } };
}

/**
 * A union of objects told apart by the text under `tag`. Cases that share one `fields` object, or one structure, become one case of the schema.
 */
export function tagged<T extends object, Tag extends string>(tag: Tag, cases: Cases<T, Tag>): Structure<T> {
  const nodes = new Map<unknown, ObjectNode | KeyedNode>();
  const byTag = Object.entries<unknown>(cases).map(([kind, entry]): [string, ObjectNode | KeyedNode] => {
    const node = nodes.get(entry) ?? caseNode(entry);
    nodes.set(entry, node);
    return [kind, node];
  });
  return { node: { kind: 'tagged', tag, cases: new Map(byTag) } };
}

/** A union of different JSON types (text, number, flag, list, object). */
export function either<T extends readonly unknown[]>(
  ...of: { readonly [I in keyof T]: Structure<T[I]> }
): Structure<T[number]> {
  return { node: { kind: 'either', of: of.map(({ node }) => node) } };
}

/** Gives a structure a name in the schema, and lets it refer to itself. */
export function named<T>(name: string, structure: () => Structure<T>): Structure<T> {
  let node: Node | undefined;
  const get = (): Node => {
    node ??= structure().node;
    return node;
  };
  return { node: { kind: 'named', name, get } };
}

function caseNode(entry: unknown): ObjectNode | KeyedNode {
  // `Cases` says that an entry is a structure made by `keyed`, or the fields of an object; Object.entries forgets it.
  const fields = entry as object & { readonly node?: Node };
  return fields.node?.kind === 'keyed' ? fields.node : objectNode(fields);
}

function objectNode(fields: object): ObjectNode {
  const required = new Map<string, Node>();
  const optionals = new Map<string, Node>();
  // `Fields` says that each entry is one of the two; Object.entries forgets it.
  for (const [key, entry] of Object.entries(fields) as [string, Structure<unknown> | Optional<unknown>][]) {
    if ('optional' in entry) optionals.set(key, entry.optional.node);
    else required.set(key, entry.node);
  }
  return { kind: 'object', required, optional: optionals };
}
