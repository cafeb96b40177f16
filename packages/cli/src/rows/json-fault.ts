// Text that JSON.parse refuses → where it stops being JSON, and what is wrong there. Nothing of the text is repeated but single signs.

/** The place of the fault, in UTF-16 units from the start, and a sentence without a full stop. */
export interface JsonFault {
  readonly at: number;
  readonly what: string;
}

/** Finds the first fault; undefined if the text is one JSON value. Iterative: any depth of nesting will do. */
export function jsonFault(text: string): JsonFault | undefined {
  const reading: Reading = { text, at: skipSpace(text, 0), want: 'value', open: [] };
  for (;;) {
    const sign = text[reading.at];
    if (sign === undefined) return reading.want === 'end' ? undefined : { at: reading.at, what: ENDS_EARLY };
    const fault = STEPS[reading.want](reading, sign);
    if (fault !== undefined) return fault;
    reading.at = skipSpace(text, reading.at);
  }
}

interface Reading {
  readonly text: string;
  at: number;
  want: Want;
  /** The brackets that are open, the outermost first. */
  readonly open: ('{' | '[')[];
}

type Want = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'comma' | 'end';

/** What is done where something is wanted and `sign` stands: on past it, or what is wrong. */
const STEPS: { readonly [want in Want]: (reading: Reading, sign: string) => JsonFault | undefined } = {
  value: readValue,
  'value-or-end': (reading, sign) => (sign === ']' ? close(reading) : readValue(reading, sign)),
  key: readKey,
  'key-or-end': (reading, sign) => (sign === '}' ? close(reading) : readKey(reading, sign)),
  comma: readComma,
  end: ({ at }) => ({ at, what: 'there is more behind the end of the object' }),
};

function readValue(reading: Reading, sign: string): JsonFault | undefined {
  if (sign === '{' || sign === '[') {
    reading.open.push(sign);
    reading.at += 1;
    reading.want = sign === '{' ? 'key-or-end' : 'value-or-end';
    return undefined;
  }
  const end = scalarEnd(reading.text, reading.at);
  if (typeof end !== 'number') return end;
  reading.at = end;
  reading.want = reading.open.length === 0 ? 'end' : 'comma';
  return undefined;
}

function readKey(reading: Reading, sign: string): JsonFault | undefined {
  const { text, at } = reading;
  if (sign === '}') return { at, what: 'a comma stands before the }' };
  if (sign !== '"') return { at, what: 'a name in straight double quotes (") is missing' };
  const end = stringEnd(text, at);
  if (typeof end !== 'number') return end;
  const colon = skipSpace(text, end);
  if (colon >= text.length) return { at: colon, what: ENDS_EARLY };
  if (text[colon] !== ':') return { at: colon, what: 'a colon (:) is missing behind the name' };
  reading.at = colon + 1;
  reading.want = 'value';
  return undefined;
}

function readComma(reading: Reading, sign: string): JsonFault | undefined {
  const inObject = reading.open.at(-1) === '{';
  const closing = inObject ? '}' : ']';
  if (sign === closing) return close(reading);
  if (sign !== ',') return { at: reading.at, what: `a comma or ${closing} is missing` };
  reading.at += 1;
  reading.want = inObject ? 'key' : 'value';
  return undefined;
}

function close(reading: Reading): undefined {
  reading.open.pop();
  reading.at += 1;
  reading.want = reading.open.length === 0 ? 'end' : 'comma';
}

const ENDS_EARLY = 'it ends before it is complete';

function skipSpace(text: string, from: number): number {
  SPACE.lastIndex = from;
  return from + (SPACE.exec(text)?.[0].length ?? 0);
}

const SPACE = /[\t\n\r ]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

/** Behind a text, number or word that begins here, or what is wrong with it. */
function scalarEnd(text: string, at: number): number | JsonFault {
  if (text[at] === '"') return stringEnd(text, at);
  for (const form of [NUMBER, WORD]) {
    form.lastIndex = at;
    const found = form.exec(text);
    if (found !== null) return at + found[0].length;
  }
  const sign = text[at];
  if (sign === ',' || sign === '}' || sign === ']') return { at, what: `a value is missing before the ${sign}` };
  if (sign === "'" || sign === '“' || sign === '”') return { at, what: 'text stands in straight double quotes (")' };
  return { at, what: 'this is no value: a text in double quotes, a number, true, false, null, a list or an object' };
}

function stringEnd(text: string, start: number): number | JsonFault {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) return at + 1;
    if (code < 32) return { at, what: 'a line break or tab stands inside a text: write it as \\n or \\t' };
    if (code !== 92) continue;
    ESCAPE.lastIndex = at;
    const found = ESCAPE.exec(text);
    if (found === null) return { at, what: 'a backslash is followed by what JSON does not know: write \\\\ for one' };
    at += found[0].length - 1;
  }
  return { at: start, what: 'a quote (") is opened and never closed' };
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
