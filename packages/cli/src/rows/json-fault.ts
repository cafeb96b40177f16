// Text that JSON.parse refuses → where it stops being JSON, and what is wrong there. Nothing of the text is repeated but single signs.

/** The place of the fault, in UTF-16 units from the start, and a sentence without a full stop. */
export interface JsonFault {
  readonly at: number;
  readonly what: string;
}

/** Finds the first fault; undefined if the text is one JSON value. Iterative: any depth of nesting will do. */
export function jsonFault(text: string): JsonFault | undefined {
  const open: ('{' | '[')[] = [];
  let at = skipSpace(text, 0);
  let want: Want = 'value';
  for (;;) {
    const sign = text[at];
    if (sign === undefined) return want === 'end' ? undefined : { at, what: ENDS_EARLY };
    if (want === 'end') return { at, what: 'there is more behind the end of the object' };
    if (want === 'key' || want === 'key-or-end') {
      if (sign === '}' && want === 'key-or-end') {
        open.pop();
        at += 1;
        want = open.length === 0 ? 'end' : 'comma';
      } else if (sign !== '"') {
        return {
          at,
          what: sign === '}' ? 'a comma stands before the }' : `a name in straight double quotes (") is missing`,
        };
      } else {
        const end = stringEnd(text, at);
        if (typeof end !== 'number') return end;
        at = skipSpace(text, end);
        if (text[at] !== ':')
          return at < text.length ? { at, what: 'a colon (:) is missing behind the name' } : { at, what: ENDS_EARLY };
        at += 1;
        want = 'value';
      }
    } else if (want === 'comma') {
      const inside = open.at(-1);
      if (sign === ',') {
        at += 1;
        want = inside === '{' ? 'key' : 'value';
      } else if (sign === (inside === '{' ? '}' : ']')) {
        open.pop();
        at += 1;
        want = open.length === 0 ? 'end' : 'comma';
      } else {
        return { at, what: `a comma or ${inside === '{' ? '}' : ']'} is missing` };
      }
    } else if (sign === '{' || sign === '[') {
      open.push(sign);
      at += 1;
      want = sign === '{' ? 'key-or-end' : 'value-or-end';
    } else if (sign === ']' && want === 'value-or-end') {
      open.pop();
      at += 1;
      want = open.length === 0 ? 'end' : 'comma';
    } else {
      const end = scalarEnd(text, at);
      if (typeof end !== 'number') return end;
      at = end;
      want = open.length === 0 ? 'end' : 'comma';
    }
    at = skipSpace(text, at);
  }
}

type Want = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'comma' | 'end';

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
