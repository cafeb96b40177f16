// Turns whatever a lead held into a few words for an issue: at most 80 characters, whatever its size.

import { compareCodePoints } from '@fairlead/ir';

const MOST = 80;

/** Text as it is, everything else as JSON; cut to 80 characters, the last of which is then `…`. */
export function describeHeld(piece: unknown): string {
  const text = typeof piece === 'string' ? piece.slice(0, MOST * 2) : written(piece, MOST * 2);
  const characters = [...text.toWellFormed()];
  return characters.length > MOST ? `${characters.slice(0, MOST - 1).join('')}…` : characters.join('');
}

/** JSON, only as far as `room` characters go: a piece may be as large as its sender likes. */
function written(piece: unknown, room: number): string {
  if (room <= 0) return '';
  if (typeof piece === 'string') return JSON.stringify(piece.slice(0, room));
  if (typeof piece !== 'object' || piece === null) return String(piece);
  const isList = Array.isArray(piece);
  let text = isList ? '[' : '{';
  const keys = Object.keys(piece);
  // In which order a lead has its keys must not show.
  for (const key of isList ? keys : keys.sort(compareCodePoints)) {
    if (text.length > room) return text;
    if (text.length > 1) text += ', ';
    if (!isList) text += `${JSON.stringify(key.slice(0, room))}: `;
    // `key` is one of its own.
    text += written(piece[key as keyof typeof piece], room - text.length);
  }
  return `${text}${isList ? ']' : '}'}`;
}
