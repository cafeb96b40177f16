// Follows a source token by token while its tree is laid out again: each token → a doc that carries the comments around it.
// The tree has no place for comments, so the formatter asks for the tokens in the order of the text, and each comment found on the way goes
// with the token before it (at the end of a line) or after it (on its own line). So none can be lost.

import type { Comment } from '../ast/nodes.ts';
import type { Span } from '../source/source.ts';
import { type Doc, lineBreak, type Trailing } from './document.ts';

export interface Writer {
  /** The next token, written as it is; round brackets before it that the tree does not need are dropped. */
  readonly take: (text: string) => Doc;
  /** The token at `span` as it is written there. */
  readonly slice: (span: Span) => Doc;
  /** The next token is whatever `pattern` (sticky) finds; it is written as `text`. */
  readonly takeAs: (text: string, pattern: RegExp) => Doc;
  /** A token at the end of what stands before it (`{`, `,`, `=`): comments before it go after it. */
  readonly postpone: (text: string) => Doc;
  /** A token at the start of a line (`and`, `+`): comments after it go before it. `bracketed`: a bracket that the tree needs comes next. */
  readonly operator: (text: string, bracketed?: boolean) => Doc;
  /** A round bracket that the tree needs. */
  readonly bracket: (text: '(' | ')') => Doc;
  /** Writes what the source does not have. */
  readonly insert: (doc: Doc) => Doc;
  /** Drops the token if it comes next; comments around it stay. */
  readonly drop: (text: string) => boolean;
  /** Whether `text` comes next. */
  readonly sees: (text: string) => boolean;
  /** The comments before the next token that stand on lines of their own. For the start of a line. */
  readonly leading: () => Doc;
  /** The comments right below what was written that have an empty line after them: they belong to it and not to what comes next. */
  readonly below: () => Doc;
  /** Whether the author left an empty line here. */
  readonly blankAhead: () => boolean;
  /** What is in the tree is not what is in the text (a broken tree): nothing that was written is of use. */
  readonly lose: () => Doc;
  /** Whether every token of the text was written or dropped on purpose. */
  readonly isDone: () => boolean;
}

interface Waiting {
  readonly comment: Comment;
  readonly blankAfter: boolean;
}

const SPACE = /[\s\ufeff]*/y;
const EMPTY_LINE = /(?:\r\n|\n|\r(?!\n))[^\S\r\n]*[\r\n]/;

/** `comments` are all those of the text. */
export function createWriter(text: string, comments: readonly Comment[]): Writer {
  const commentAt = new Map(comments.map((comment) => [comment.span.start, comment]));
  let at = 0;
  // Where the last token ended that was written or dropped.
  let done = 0;
  const waiting: Waiting[] = [];
  let slot: Trailing | undefined;
  let lost = false;

  const skipSpace = (from: number): number => {
    SPACE.lastIndex = from;
    return from + (SPACE.exec(text)?.[0].length ?? 0);
  };
  /** Goes to the next token, past comments, which wait, and past the brackets in `dropped`. */
  const advance = (dropped: string): void => {
    for (;;) {
      at = skipSpace(at);
      const comment = commentAt.get(at);
      if (comment !== undefined) {
        at = comment.span.end;
        waiting.push({ comment, blankAfter: EMPTY_LINE.test(text.slice(at, skipSpace(at))) });
      } else if (at < text.length && dropped.includes(text.charAt(at))) at += 1;
      else return;
    }
  };
  const pass = (token: string): void => {
    if (token !== '' && text.startsWith(token, at)) at += token.length;
    else lost = true;
    done = at;
  };
  /** The first waiting comment may go to the end of the line before; the others, or the first `count` of them, get lines of their own. */
  const place = (count?: number): Doc => {
    const [first] = waiting;
    if (first !== undefined && !first.comment.ownLine && slot !== undefined && slot.comment === undefined) {
      slot.comment = first.comment.text.trimEnd();
      waiting.shift();
    }
    return waiting.splice(0, count ?? waiting.length).map(({ comment, blankAfter }) => {
      done = Math.max(done, comment.span.end);
      return [{ kind: 'own-line', comment: comment.text.trimEnd() }, blankAfter ? lineBreak(true) : ''];
    });
  };
  const open = (doc: Doc): Doc => {
    slot = { kind: 'trailing', comment: undefined };
    return [doc, slot];
  };
  const blankAhead = (): boolean => {
    const brackets = /\s*\)/y;
    let from = done;
    for (brackets.lastIndex = from; brackets.test(text); ) from = brackets.lastIndex;
    const comment = commentAt.get(skipSpace(from));
    if (comment !== undefined && !comment.ownLine) from = comment.span.end;
    return EMPTY_LINE.test(text.slice(from, skipSpace(from)));
  };
  const sees = (token: string): boolean => {
    advance(')');
    return text.startsWith(token, at);
  };
  const take = (token: string, written = token): Doc => {
    advance('()');
    const before = place();
    pass(written);
    return [before, open(token)];
  };
  return {
    take: (token) => take(token),
    slice: (span) => take(text.slice(span.start, span.end)),
    takeAs: (token, pattern) => {
      advance('()');
      pattern.lastIndex = at;
      return take(token, pattern.exec(text)?.[0] ?? '');
    },
    postpone: (token) => {
      advance('()');
      pass(token);
      return open(token);
    },
    operator: (token, bracketed = false) => {
      advance('()');
      pass(token);
      advance(bracketed ? '' : '(');
      return [place(), open(token)];
    },
    bracket: (token) => {
      advance('');
      const before = place();
      if (text.startsWith(token, at)) pass(token);
      return [before, open(token)];
    },
    insert: open,
    sees,
    drop: (token) => {
      if (!sees(token)) return false;
      pass(token);
      return true;
    },
    leading: () => {
      advance(')');
      return place();
    },
    below: () => {
      const blank = blankAhead();
      advance(')');
      const first = waiting[0]?.comment.ownLine === false ? 1 : 0;
      const last = waiting.findIndex(({ blankAfter }, i) => i >= first && blankAfter);
      return blank || last < first ? '' : [lineBreak(), place(last + 1 - first)];
    },
    blankAhead,
    lose: () => {
      lost = true;
      return '';
    },
    isDone: () => {
      advance(')');
      return !lost && at === text.length && waiting.length === 0;
    },
  };
}
