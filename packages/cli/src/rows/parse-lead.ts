// The text of one row in JSON → the lead, or whatever else it is, or why it is none.
import { jsonFault } from './json-fault.ts';
import { type Item, MAX_ROW_BYTES } from './row.ts';

/** A lead, or what is wrong; `at`: where in the text, in UTF-16 units. */
export type ParsedLead =
  | { readonly ok: true; readonly raw: unknown }
  | { readonly ok: false; readonly at?: number; readonly what: string };

/** Reads one. What JSON allows but is no object is none. */
export function parseLead(text: string, item: Item): ParsedLead {
  if (text.length * 3 > MAX_ROW_BYTES && Buffer.byteLength(text) > MAX_ROW_BYTES) return { ok: false, what: TOO_LONG };
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    const fault = jsonFault(text);
    return fault === undefined
      ? { ok: false, what: 'This is not JSON.' }
      : { ok: false, at: fault.at, what: `This is not JSON: ${fault.what}.` };
  }
  if (typeof raw === 'object' && raw !== null && !Array.isArray(raw)) return { ok: true, raw };
  return { ok: false, what: `${OBJECTS[item]}, and this is ${nameOf(raw)}.` };
}

const OBJECTS: { readonly [item in Item]: string } = {
  lead: 'A lead is an object such as {"id": "L1"}',
  record: 'A record is an object such as {"id": "A1"}',
  answer: 'An answer is an object such as {"key": "harbour.example", "answer": {"employees": 250}}',
  decision: 'A decision is an object',
  event: 'An event is an object such as {"format": "fairlead-event/1", "kind": "contacted", "lead": "L1", …}',
  row: 'A row is an object such as {"id": "L1"}',
};

/** What is said of a row that is too long to be read. */
export const TOO_LONG = 'This row is longer than 1 MB. A quote or bracket may be missing where it begins.';

/** What is said of bytes that are not UTF-8. */
export const NOT_UTF8 = 'This row is not UTF-8 text. Save the file as "CSV UTF-8" or with the encoding UTF-8.';

function nameOf(raw: unknown): string {
  if (raw === null) return 'null';
  if (Array.isArray(raw)) return 'a list';
  return typeof raw === 'string' ? 'a text' : typeof raw === 'number' ? 'a number' : 'true or false';
}
