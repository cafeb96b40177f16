// Turns text from a lead, a record or a policy into the form that conditions look at.

import { foldText, trimText } from '@fairlead/ir';
import type { TextValue } from './runtime-value.ts';

/** The text trimmed, in NFC and folded; undefined if nothing is left of it, which counts as missing. */
export function textValue(text: string): TextValue | undefined {
  const raw = tidyText(text).normalize('NFC');
  return raw === '' ? undefined : { kind: 'text', raw, folded: foldText(raw) };
}

/** The text trimmed; halves of surrogate pairs become U+FFFD, so that what is kept can be written as UTF-8. Codes are left at that. */
export function tidyText(text: string): string {
  return trimText(text.isWellFormed() ? text : text.toWellFormed());
}
