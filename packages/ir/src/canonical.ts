// A JSON value → its one canonical text, byte for byte the same on every machine.

/**
 * Canonical JSON by RFC 8785 (JCS): no white space, keys in the order of their UTF-16 units (JCS asks for that, unlike every other order
 * here, which goes by code points), numbers as ECMAScript writes them, `-0` as `0`. Keys whose value is `undefined` are left out.
 *
 * One deviation: half of a surrogate pair, which RFC 8785 refuses, is written as its `\udxxx` escape, since it can arrive in a lead and nothing
 * that arrives may make us throw.
 *
 * Throws on what JSON cannot say (a number that is not finite, `undefined` in a list, functions, bigints): that is a fault of ours.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'number':
      if (!Number.isFinite(value)) throw new Error(`canonicalJson: ${value} is not a JSON number`);
      return String(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? canonicalArray(value) : canonicalObject(value);
    default:
      throw new Error(`canonicalJson: ${typeof value} is not a JSON value`);
  }
}

/**
 * The same text in pieces, in order: the lists and objects of the uppermost `levels` are taken apart, what lies deeper comes whole. So a long
 * text need never stand in memory as one.
 */
export function canonicalPieces(value: unknown, levels: number, emit: (piece: string) => void): void {
  if (levels === 0 || typeof value !== 'object' || value === null) {
    emit(canonicalJson(value));
  } else if (Array.isArray(value)) {
    value.forEach((item, i) => {
      emit(i === 0 ? '[' : ',');
      canonicalPieces(item, levels - 1, emit);
    });
    emit(value.length === 0 ? '[]' : ']');
  } else {
    // A plain object: reading it by its own keys is what it is for.
    const entries = value as Readonly<Record<string, unknown>>;
    const keys = sortedKeys(value).filter((key) => entries[key] !== undefined);
    keys.forEach((key, i) => {
      emit(`${i === 0 ? '{' : ','}${quote(key)}:`);
      canonicalPieces(entries[key], levels - 1, emit);
    });
    emit(keys.length === 0 ? '{}' : '}');
  }
}

function canonicalArray(items: readonly unknown[]): string {
  let text = '[';
  for (let i = 0; i < items.length; i += 1) text += i === 0 ? canonicalJson(items[i]) : `,${canonicalJson(items[i])}`;
  return `${text}]`;
}

function canonicalObject(object: object): string {
  // A plain object: reading it by its own keys is what it is for.
  const entries = object as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of sortedKeys(object)) {
    const value = entries[key];
    if (value === undefined) continue;
    text += `${text === '' ? '{' : ','}${quote(key)}:${canonicalJson(value)}`;
  }
  return text === '' ? '{}' : `${text}}`;
}

/** Few keys, as nearly every object has, are quicker to put in order by hand. */
function sortedKeys(object: object): readonly string[] {
  const keys = Object.keys(object);
  if (keys.length > 16) return keys.sort();
  for (let i = 1; i < keys.length; i += 1) {
    const key = keys[i] ?? '';
    let j = i - 1;
    for (; j >= 0 && (keys[j] ?? '') > key; j -= 1) keys[j + 1] = keys[j] ?? '';
    keys[j + 1] = key;
  }
  return keys;
}

/** Nothing to escape: no quote, backslash, control character, nor anything from the surrogates on. */
const PLAIN = /^[ !#-[\]-\ud7ff]*$/;

/** As JSON.stringify writes a text; short plain texts, which are most, without calling it. */
function quote(text: string): string {
  return text.length < 64 && PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}
