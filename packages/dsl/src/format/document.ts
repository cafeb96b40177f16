// A layout that may go on one line or on several → text. After Wadler's "A prettier printer".

import { displayWidth } from './width.ts';

/**
 * Text and the places where a line may end. A group goes on one line if it fits, else all of its own `line`s end a line.
 * A comment stays where it is and ends its line, whatever the layout wanted.
 */
export type Doc =
  /** Spaces alone are a gap: dropped at the start and the end of a line. */
  | string
  | readonly Doc[]
  /** In a group on one line the text `flat`; else the end of the line, and with `blank` an empty line too. */
  | { readonly kind: 'line'; readonly flat: string; readonly blank: boolean }
  /** Always the end of the line; a group with one inside never fits one line. */
  | { readonly kind: 'break'; readonly blank: boolean }
  /** Spaces that line up columns, and text: only where the group around it goes over several lines. */
  | { readonly kind: 'pad'; readonly columns: number }
  | { readonly kind: 'if-broken'; readonly text: string }
  | { readonly kind: 'group'; readonly doc: Doc }
  | { readonly kind: 'indent'; readonly doc: Doc }
  /** A comment on a line of its own. */
  | { readonly kind: 'own-line'; readonly comment: string }
  | Trailing;

/** Stands after every token: a comment at the end of its line, if there is one. Filled in once the next token is looked at. */
export interface Trailing {
  readonly kind: 'trailing';
  comment: string | undefined;
}

/** A place where a line may end: a space if it does not. */
export const line: Doc = { kind: 'line', flat: ' ', blank: false };
/** The same, with nothing if it does not. */
export const softLine: Doc = { kind: 'line', flat: '', blank: false };

/** Between the entries of a short block: two spaces, or the end of a line and perhaps an empty line. */
export function entryLine(blank: boolean): Doc {
  return { kind: 'line', flat: '  ', blank };
}

/** The end of a line; with `blank` an empty line after it. */
export function lineBreak(blank = false): Doc {
  return { kind: 'break', blank };
}

/** On one line if it fits. */
export function group(...docs: readonly Doc[]): Doc {
  return { kind: 'group', doc: docs };
}

/** Two columns further in, from the next line on. */
export function indent(...docs: readonly Doc[]): Doc {
  return { kind: 'indent', doc: docs };
}

/** The docs with a separator between them. */
export function joined(docs: readonly Doc[], separator: Doc): Doc {
  return docs.map((doc, i) => (i === 0 ? doc : [separator, doc]));
}

/** What a doc takes on one line: its columns, and whether a comment stands at its end. Undefined where it cannot be on one line. */
export function measure(doc: Doc): { readonly columns: number; readonly comment: boolean } | undefined {
  const room = { left: Number.MAX_SAFE_INTEGER, ended: false };
  if (!goesOnOneLine([{ depth: 0, flat: true, doc }], room)) return undefined;
  return { columns: Number.MAX_SAFE_INTEGER - room.left, comment: room.ended };
}

interface Command {
  readonly depth: number;
  readonly flat: boolean;
  readonly doc: Doc;
}

/** The text of a doc: lines of at most `width` columns where that can be, no space at a line's end, one newline at the end. */
export function render(doc: Doc, width: number): string {
  const page = createPage();
  const todo: Command[] = [{ depth: 0, flat: false, doc }];
  for (let command = todo.pop(); command !== undefined; command = todo.pop()) {
    const { depth, flat, doc: part } = command;
    if (typeof part === 'string') page.write(part, depth);
    else if (isList(part)) pushAll(todo, command, part);
    else if (part.kind === 'group') {
      const attempt = { depth, flat: true, doc: part.doc };
      const fits = flat || goesOnOneLine([attempt], { left: width - page.column(depth), ended: false }, todo);
      todo.push({ ...attempt, flat: fits });
    } else if (part.kind === 'indent') todo.push({ depth: depth + 1, flat, doc: part.doc });
    else writeLeaf(page, part, depth, flat);
  }
  return page.text();
}

type Leaf = Exclude<Doc, string | readonly Doc[] | { readonly kind: 'group' | 'indent' }>;

function writeLeaf(page: Page, leaf: Leaf, depth: number, flat: boolean): void {
  switch (leaf.kind) {
    case 'line':
      if (flat) page.write(leaf.flat, depth);
      else page.newLine(leaf.blank);
      return;
    case 'break':
      page.newLine(leaf.blank);
      return;
    case 'pad':
      if (!flat) page.pad(leaf.columns);
      return;
    case 'if-broken':
      if (!flat) page.write(leaf.text, depth);
      return;
    case 'own-line':
      page.ownLine(leaf.comment, depth);
      return;
    case 'trailing':
      if (leaf.comment !== undefined) page.trail(leaf.comment);
      return;
  }
}

function pushAll(todo: Command[], { depth, flat }: Command, docs: readonly Doc[]): void {
  for (const doc of docs.toReversed()) todo.push({ depth, flat, doc });
}

/** What is left of a line, and whether a comment has ended it. */
interface Room {
  left: number;
  ended: boolean;
}

/** Walks what would come next, up to the first end of a line: is there room? `rest` is what follows, last first. */
function goesOnOneLine(todo: Command[], room: Room, rest: readonly Command[] = []): boolean {
  let next = rest.length;
  for (;;) {
    let command = todo.pop();
    if (command === undefined) {
      next -= 1;
      command = rest[next];
      if (command === undefined) return true;
    }
    const { depth, flat, doc } = command;
    if (typeof doc === 'string') {
      if (room.ended && doc.trim() !== '') return false;
      takeRoom(room, displayWidth(doc));
    } else if (isList(doc)) pushAll(todo, command, doc);
    else {
      switch (doc.kind) {
        case 'line':
          if (!flat) return true;
          takeRoom(room, doc.flat.length);
          break;
        case 'break':
        case 'own-line':
          return !flat;
        case 'trailing':
          room.ended ||= doc.comment !== undefined;
          break;
        case 'pad':
          if (!flat) takeRoom(room, doc.columns);
          break;
        case 'if-broken':
          if (!flat) takeRoom(room, displayWidth(doc.text));
          break;
        case 'group':
        case 'indent':
          todo.push({ depth, flat, doc: doc.doc });
          break;
      }
    }
    if (room.left < 0) return false;
  }
}

function takeRoom(room: Room, columns: number): void {
  if (!room.ended) room.left -= columns;
}

function isList(doc: Doc): doc is readonly Doc[] {
  return Array.isArray(doc);
}

interface Page {
  /** The columns that the line has so far, or will have before its first letter. */
  readonly column: (depth: number) => number;
  readonly write: (text: string, depth: number) => void;
  readonly pad: (columns: number) => void;
  readonly newLine: (blank: boolean) => void;
  readonly ownLine: (comment: string, depth: number) => void;
  readonly trail: (comment: string) => void;
  readonly text: () => string;
}

function createPage(): Page {
  const lines: string[] = [];
  let current = '';
  let gap = '';
  // How far in the line starts; and after a comment how far in what follows starts at least, on a new line.
  let start = 0;
  let afterComment: number | undefined;

  const newLine = (blank: boolean): void => {
    if (current !== '') lines.push(current);
    if (blank && lines.length > 0 && lines.at(-1) !== '') lines.push('');
    current = '';
    gap = '';
    afterComment = undefined;
  };
  const write = (text: string, depth: number): void => {
    if (text.trim() === '') {
      if (current !== '' && afterComment === undefined) gap += text;
      return;
    }
    const least = afterComment ?? 0;
    if (afterComment !== undefined) newLine(false);
    if (current === '') start = Math.max(depth, least);
    current += (current === '' ? '  '.repeat(start) : '') + gap + text;
    gap = '';
  };
  return {
    column: (depth) => {
      if (afterComment !== undefined) return Math.max(depth, afterComment) * 2;
      return (current === '' ? depth * 2 : displayWidth(current)) + gap.length;
    },
    write,
    newLine,
    pad: (columns) => {
      if (afterComment === undefined) gap += ' '.repeat(columns);
    },
    trail: (comment) => {
      current += `  ${comment}`;
      gap = '';
      afterComment = start + 1;
    },
    ownLine: (comment, depth) => {
      // In the midst of a line what follows goes further in; the comment too.
      const inside = afterComment ?? (current === '' ? 0 : start + 1);
      newLine(false);
      write(comment, Math.max(depth, inside));
      afterComment = inside;
    },
    text: () => {
      newLine(false);
      while (lines.at(-1) === '') lines.pop();
      return lines.map((each) => `${each}\n`).join('');
    },
  };
}
