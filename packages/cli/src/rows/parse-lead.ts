// The text of one lead in JSON → the lead, or why it is none.
import { jsonFault } from './json-fault.ts';
import { MAX_ROW_BYTES } from './row.ts';

/** A lead, or what is wrong; `at`: where in the text, in UTF-16 units. */
export type ParsedLead =
  | { readonly ok: true; readonly raw: unknown }
  | { readonly ok: false; readonly at?: number; readonly what: string };

/** Reads one lead. What JSON allows but is no object is no lead. */
export function parseLead(text: string): ParsedLead {
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
  return { ok: false, what: `A lead is an object such as {"id": "L1"}, and this is ${nameOf(raw)}.` };
}

/** What is said of a row that is too long to be read. */
export const TOO_LONG = 'This row is longer than 1 MB. A quote or bracket may be missing where it begins.';

/** What is said of bytes that are not UTF-8. */
export const NOT_UTF8 = 'This row is not UTF-8 text. Save the file as "CSV UTF-8" or with the encoding UTF-8.';

function nameOf(raw: unknown): string {
  if (raw === null) return 'null';
  if (Array.isArray(raw)) return 'a list';
  return typeof raw === 'string' ? 'a text' : typeof raw === 'number' ? 'a number' : 'true or false';
}
