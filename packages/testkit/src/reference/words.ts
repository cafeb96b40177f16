// Texts → whether one is in the other, in the four ways that can be asked. Both are folded already.

import type { Atom } from '@fairlead/ir';

type Verb = Extract<Atom, { readonly kind: 'text' }>['verb'];

/** Whether `sought` is in `text`. */
export function isIn(verb: Verb, text: string, sought: string): boolean {
  switch (verb) {
    case 'contains':
      return text.includes(sought);
    case 'starts-with':
      return text.startsWith(sought);
    case 'ends-with':
      return text.endsWith(sought);
    case 'mentions':
      return mentioned(oneSpace(text), oneSpace(sought));
  }
}

/** As whole words: no letter or digit touches it where it begins or ends with one. A mark belongs to the letter before it. */
function mentioned(text: string, sought: string): boolean {
  if (sought === '') return false;
  for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + 1)) {
    const before = text.slice(0, at);
    const behind = text.slice(at + sought.length);
    const begins = !(STARTS_AS_WORD.test(sought) && ENDS_AS_WORD.test(before));
    const ends = !(ENDS_AS_WORD.test(sought) && GOES_ON.test(behind));
    if (begins && ends) return true;
  }
  return false;
}

const STARTS_AS_WORD = /^[\p{L}\p{N}]/u;
const ENDS_AS_WORD = /[\p{L}\p{N}]\p{M}*$/u;
const GOES_ON = /^[\p{L}\p{N}\p{M}]/u;

function oneSpace(text: string): string {
  return text.replace(/\p{White_Space}+/gu, ' ');
}
