// Turns an explanation into plain text for a terminal, a chat or a log: short lines, nothing that acts on a terminal.
import { type Document, documentOf, type Item } from './document.ts';
import { plainText } from './escape.ts';
import type { Explanation, Holds, WhyNot } from './explanation.ts';
import { whyNotDocument } from './why-not-document.ts';

/** An explanation as text. Lines are at most 80 characters long, but for words that are longer; it ends with a line break. */
export function renderText(explanation: Explanation): string {
  return textOf(documentOf(explanation));
}

/** The answer to a "why not" as text, in the same form. */
export function renderWhyNotText(whyNot: WhyNot): string {
  return textOf(whyNotDocument(whyNot));
}

function textOf({ title, intro, sections }: Document): string {
  const head = [title, ...intro].flatMap((line) => wrapped(plainText(line), '', ''));
  const blocks = sections.map(({ heading, items }) => [heading, ...items.flatMap((item) => itemLines(item, '  '))]);
  return `${[head, ...blocks].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const MARKS: Readonly<Record<Holds, string>> = { yes: '✓ ', no: '✗ ', unknown: '? ' };

function itemLines(item: Item, indent: string): readonly string[] {
  const mark = item.mark === undefined ? '' : MARKS[item.mark];
  const text = plainText([item.code, item.words].filter((part) => part !== undefined).join(' '));
  const below = item.items.flatMap((one) => itemLines(one, `${indent}  `));
  const hanging = `${indent}${' '.repeat(mark.length)}`;
  if (item.was === undefined) return [...wrapped(text, `${indent}${mark}`, hanging), ...below];
  const seen = `— ${plainText(item.was)}`;
  const oneLine = `${indent}${mark}${text} ${seen}`;
  if (widthOf(oneLine) <= MAX_WIDTH) return [oneLine, ...below];
  return [...wrapped(text, `${indent}${mark}`, hanging), ...wrapped(seen, `${hanging}  `, `${hanging}    `), ...below];
}

const MAX_WIDTH = 80;

/** Breaks at spaces. The first line begins with `first`, those after it with `rest`. */
function wrapped(text: string, first: string, rest: string): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && widthOf(line) + 1 + widthOf(word) > MAX_WIDTH) {
      lines.push(line);
      line = `${rest}${word}`;
    } else {
      line = isEmpty ? `${line}${word}` : `${line} ${word}`;
    }
    isEmpty = false;
  }
  return [...lines, line];
}

/** In characters. */
function widthOf(text: string): number {
  return [...text].length;
}
