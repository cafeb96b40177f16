// Text → how many columns it takes on a screen with letters of one width.

// East Asian wide and full-width letters, and the pictures that terminals and editors draw two columns wide.
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
// Accents that sit on the letter before them, joiners and selectors.
const WITHOUT_WIDTH = /\p{Mn}|\p{Me}|\p{Cf}/u;
const ASCII = /^[\x20-\x7e]*$/;
const JOINER = '\u200d';

/** Columns of one line of text. A picture made of several joined ones counts once. */
export function displayWidth(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  let joined = false;
  for (const character of text) {
    if (!joined && !WITHOUT_WIDTH.test(character)) width += WIDE.test(character) ? 2 : 1;
    joined = character === JOINER;
  }
  return width;
}
