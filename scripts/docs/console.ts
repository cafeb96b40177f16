// A page → the files that it writes and the commands that it shows, with what it says they print.
import { readMarkdown } from './markdown.ts';

/** Something a reader does. Lines are those of the page, from 1. */
export type Step =
  /** `<!-- write leads.route -->` before a code block: the block is that file. */
  | { readonly kind: 'write'; readonly file: string; readonly text: string; readonly line: number }
  /** `<!-- leads.route: before rule "Large" -->` before a code block: the block is put before the first line that says so. */
  | {
      readonly kind: 'insert';
      readonly file: string;
      readonly before: string;
      readonly text: string;
      readonly line: number;
    }
  /** `<!-- leads.route: a => b -->` before a code block: the first `a` in the file becomes `b`. The block shows the place. */
  | {
      readonly kind: 'replace';
      readonly file: string;
      readonly old: string;
      readonly text: string;
      readonly line: number;
    }
  /** `$ npx fairlead check leads.route` in a `console` block, and what stands below it. */
  | {
      readonly kind: 'run';
      readonly argv: readonly string[];
      readonly printed: readonly string[];
      readonly line: number;
    };

/** The steps of a page in their order. */
export function stepsOf(page: string): readonly Step[] {
  const lines = page.split('\n');
  return readMarkdown(page).blocks.flatMap(({ info, text, line }) => {
    const mark = /^<!-- (.*) -->$/.exec(lines.slice(0, line - 1).findLast((one) => one !== '') ?? '')?.[1];
    if (mark !== undefined) return stepOf(mark, text, line);
    return info[0] === 'console' ? runsOf(text, line) : [];
  });
}

function stepOf(mark: string, block: string, line: number): readonly Step[] {
  const [, written] = /^write (\S+)$/.exec(mark) ?? [];
  if (written !== undefined) return [{ kind: 'write', file: written, text: `${block}\n`, line }];
  const [, file = '', before, old, text = ''] = /^(\S+): (?:before (.*)|(.*) => (.*))$/.exec(mark) ?? [];
  if (before !== undefined) return [{ kind: 'insert', file, before, text: `${block}\n\n`, line }];
  return old === undefined ? [] : [{ kind: 'replace', file, old, text, line }];
}

/** What a file says after a step; `text` is what it said before. Undefined where the place is not there. */
export function edited(text: string, step: Exclude<Step, { readonly kind: 'run' }>): string | undefined {
  switch (step.kind) {
    case 'write':
      return step.text;
    case 'replace':
      return text.includes(step.old) ? text.replace(step.old, () => step.text) : undefined;
    case 'insert': {
      const at = text.indexOf(step.before);
      const start = text.lastIndexOf('\n', at) + 1;
      return at === -1 ? undefined : `${text.slice(0, start)}${step.text}${text.slice(start)}`;
    }
  }
}

function runsOf(block: string, line: number): readonly Step[] {
  const steps: Step[] = [];
  let printed: string[] = [];
  for (const [index, content] of block.split('\n').entries()) {
    const [, words] = /^\$ npx fairlead (.*)$/.exec(content) ?? [];
    if (words === undefined) {
      printed.push(content);
      continue;
    }
    printed = [];
    steps.push({ kind: 'run', argv: wordsOf(words), printed, line: line + 1 + index });
  }
  return steps;
}

/** Words as a shell parts them; in double quotes a word may hold spaces. */
function wordsOf(text: string): readonly string[] {
  return [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

/** Whether a page says what is printed. A line `…` in the page stands for any number of lines, none included. */
export function saysWhatIs(page: readonly string[], printed: readonly string[]): boolean {
  const [first, ...rest] = page;
  if (first === undefined) return printed.length === 0;
  if (first.trim() !== '…') return printed.length > 0 && first === printed[0] && saysWhatIs(rest, printed.slice(1));
  return printed.length === 0 ? saysWhatIs(rest, []) : saysWhatIs(rest, printed) || saysWhatIs(page, printed.slice(1));
}

/** What a command printed, as a page shows it: without blank lines at either end. */
export function shown(printed: string): readonly string[] {
  return printed
    .replace(/^\n+|\s+$/g, '')
    .split('\n')
    .map((line) => line.trimEnd());
}

/** The page with what was printed in place of what it said; `…` lines are lost. Later steps first. */
export function withPrinted(
  page: string,
  step: Extract<Step, { readonly kind: 'run' }>,
  printed: readonly string[],
): string {
  const lines = page.split('\n');
  lines.splice(step.line, step.printed.length, ...printed);
  return lines.join('\n');
}
