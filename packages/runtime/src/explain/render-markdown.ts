// Turns an explanation into Markdown for a pull request, a ticket or a page. Nothing from outside can become markup.
import { type Document, documentOf, type Item } from './document.ts';
import { markdownCode, markdownText } from './escape.ts';
import type { Explanation, Holds, WhyNot } from './explanation.ts';
import { whyNotDocument } from './why-not-document.ts';

/** An explanation as Markdown (CommonMark): a heading of the third level, sections as lists. It ends with a line break. */
export function renderMarkdown(explanation: Explanation): string {
  return markdownOf(documentOf(explanation));
}

/** The answer to a "why not" as Markdown, in the same form. */
export function renderWhyNotMarkdown(whyNot: WhyNot): string {
  return markdownOf(whyNotDocument(whyNot));
}

function markdownOf({ title, intro, sections }: Document): string {
  const head = [`### ${markdownText(title)}`, ...intro.map(markdownText)];
  const blocks = sections.flatMap(({ heading, items }) => [
    `**${markdownText(heading)}**`,
    items.flatMap((item) => itemLines(item, '')).join('\n'),
  ]);
  return `${[...head, ...blocks].join('\n\n')}\n`;
}

const MARKS: Readonly<Record<Holds, string>> = { yes: '✓ ', no: '✗ ', unknown: '? ' };

function itemLines({ mark, code, was, words, items }: Item, indent: string): readonly string[] {
  const parts = [
    ...(code === undefined ? [] : [markdownCode(code)]),
    ...(words === undefined ? [] : [markdownText(words)]),
    ...(was === undefined ? [] : [`— ${markdownText(was)}`]),
  ];
  const line = `${indent}- ${mark === undefined ? '' : MARKS[mark]}${parts.join(' ')}`;
  return [line, ...items.flatMap((item) => itemLines(item, `${indent}  `))];
}
