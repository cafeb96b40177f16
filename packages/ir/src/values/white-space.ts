// Turns text into text without white space around it: white space is what Unicode calls White_Space, nothing else.

/**
 * Whether a UTF-16 code unit is White_Space. The property is the same in every version of Unicode since 6.3 and has
 * no code points beyond the first plane. (`String.prototype.trim` differs: it leaves U+0085 and takes U+FEFF.)
 */
export function isWhiteSpace(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  return (
    unit === 0x85 ||
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000
  );
}

/** The text without White_Space at its ends; the same string if there is none. */
export function trimText(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isWhiteSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isWhiteSpace(text.charCodeAt(end - 1))) end -= 1;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/** Whether nothing is left of the text after trimming; such a text counts as missing. */
export function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    if (!isWhiteSpace(text.charCodeAt(at))) return false;
  }
  return true;
}

/** The text with every run of White_Space inside it as one space; the same string if it is so already. */
export function collapseWhiteSpace(text: string): string {
  let collapsed = '';
  let copied = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!isWhiteSpace(text.charCodeAt(at))) continue;
    let end = at + 1;
    while (end < text.length && isWhiteSpace(text.charCodeAt(end))) end += 1;
    if (end > at + 1 || text.charCodeAt(at) !== 0x20) {
      collapsed += `${text.slice(copied, at)} `;
      copied = end;
    }
    at = end - 1;
  }
  return copied === 0 ? text : collapsed + text.slice(copied);
}
