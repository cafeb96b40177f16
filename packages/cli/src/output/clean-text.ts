// Text that came from a file → text that does nothing but stand there, in one line.
import { plainText } from '@fairlead/runtime';

/** Control characters, escape sequences and marks of writing direction become visible: `\u{1b}`. */
export function clean(text: string): string {
  return plainText(text);
}

/** The text between quotes, cleaned, and shortened to 80 characters. */
export function quoted(text: string): string {
  const characters = [...text];
  const short = characters.length <= MAX_QUOTED ? text : `${characters.slice(0, MAX_QUOTED - 1).join('')}…`;
  return `"${clean(short)}"`;
}

const MAX_QUOTED = 80;
