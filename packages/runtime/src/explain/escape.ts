// Turns text from outside into text that does nothing but stand there: on a terminal, and in Markdown.

/**
 * Makes everything visible that would act on a terminal or reorder what is read: control characters (also line breaks and tabs), line and
 * paragraph separators, marks of writing direction, invisible characters, halves of surrogate pairs. Each is written as `\u{1b}`. Joiners that
 * scripts and emoji need stay.
 */
export function plainText(text: string): string {
  return text.replace(ACTING, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

const ACTING =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/**
 * A sentence as text in Markdown: no HTML, no emphasis, no links, no lists. What stands in quotes, as all text of leads does, becomes a code span,
 * in which nothing is a link or mentions anybody.
 */
export function markdownText(sentence: string): string {
  const parts = plainText(sentence.trim()).split(QUOTED);
  return parts.map((part, index) => (index % 2 === 1 ? markdownCode(part) : escaped(part, index === 0))).join('');
}

/** A text in quotes as JSON writes it. */
const QUOTED = /("(?:[^"\\]|\\.)*")/;

function escaped(text: string, isFirst: boolean): string {
  const inline = text
    .replace(/[\\`*_[\]~|$#]/g, (character) => `\\${character}`)
    .replace(/[&<>@]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/www\.|:\/\/|mailto:|xmpp:/gi, (link) => link.replace(/[.:]/, '\\$&'));
  // At the beginning of a line these would begin a list or underline a heading.
  return isFirst ? inline.replace(/^(\d*)([-+=.)])/, '$1\\$2') : inline;
}

/** Text in a code span, whose fence is longer than any run of backticks in it. */
export function markdownCode(text: string): string {
  const shown = plainText(text);
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^[` ]|[` ]$/.test(shown) || shown === '' ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`;
}
