// Turns a Markdown text into what the docs check asks about: links, headings and code blocks, each with its line.

/** A link or image target that is written in the text. */
export interface Link {
  readonly target: string;
  readonly line: number;
}

/** A fenced code block. */
export interface CodeBlock {
  /** The words behind the opening fence: language first. */
  readonly info: readonly string[];
  readonly text: string;
  /** The line of the opening fence; the first line is 1. */
  readonly line: number;
}

/** All lists are in the order of the text. */
export interface Markdown {
  readonly links: readonly Link[];
  /** Anchors of the headings as code hosts make them: `## A b!` is `a-b`, a second one `a-b-1`. */
  readonly anchors: ReadonlySet<string>;
  readonly blocks: readonly CodeBlock[];
}

const FENCE = /^\s*(`{3,}|~{3,})\s*(.*)$/;
const HEADING = /^#{1,6}\s+(.*?)\s*#*$/;
const LINKS: readonly RegExp[] = [/!?\[(?:[^\]\\]|\\.)*\]\(\s*<?([^)\s>]+)/g, /^\s*\[[^\]]+\]:\s*<?(\S+?)>?(?:\s|$)/g];

/** Reads a text. Links in code are not links. */
export function readMarkdown(text: string): Markdown {
  const links: Link[] = [];
  const anchors = new Set<string>();
  const blocks: CodeBlock[] = [];
  let open:
    | { readonly fence: string; readonly info: string; readonly line: number; readonly lines: string[] }
    | undefined;
  for (const [index, content] of text.split('\n').entries()) {
    const line = index + 1;
    const [, fence = '', info = ''] = FENCE.exec(content) ?? [];
    if (open !== undefined) {
      if (fence.startsWith(open.fence) && info === '') {
        blocks.push({ info: open.info.split(/\s+/), text: open.lines.join('\n'), line: open.line });
        open = undefined;
      } else open.lines.push(content);
    } else if (fence !== '') {
      open = { fence, info, line, lines: [] };
    } else {
      const prose = content.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, '');
      for (const pattern of LINKS) {
        for (const [, target = ''] of prose.matchAll(pattern)) links.push({ target, line });
      }
      const [, heading] = HEADING.exec(content) ?? [];
      if (heading !== undefined) anchors.add(freshAnchor(heading, anchors));
    }
  }
  return { links, anchors, blocks };
}

function freshAnchor(heading: string, taken: ReadonlySet<string>): string {
  const anchor = heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
  if (!taken.has(anchor)) return anchor;
  let count = 1;
  while (taken.has(`${anchor}-${count}`)) count += 1;
  return `${anchor}-${count}`;
}
