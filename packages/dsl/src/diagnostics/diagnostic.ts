// A problem as data: which one, where, in words, and how to mend it.

import type { Span } from '../source/source.ts';

/** An error keeps a policy from running; the others do not. */
export type Severity = 'error' | 'warning' | 'hint';

/** A repair that a tool can carry out. The edits do not overlap; applying them may leave other problems. */
export interface Fix {
  /** What it does, in the imperative: "Write `is` instead of `==`". */
  readonly title: string;
  /** In text order. */
  readonly edits: readonly Edit[];
  /**
   * The nearest of several things that could be meant, where another one would send leads elsewhere: who gets a lead is for the author to say, so tools
   * offer it and do not carry it out by themselves.
   */
  readonly guess?: true;
}

/** Replaces the span by the text; an empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** Another place that the problem speaks of. */
export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** A problem. */
export interface Diagnostic {
  /** Stable: `FL101`. Its page is docs/diagnostics/FL101.md. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong and why it matters; one or two sentences. */
  readonly message: string;
  /** What to write instead. */
  readonly hint?: string;
  readonly span: Span;
  readonly related: readonly Related[];
  /** Best first. */
  readonly fixes: readonly Fix[];
}

/** The result of a stage: always a value, however broken the input, and the problems found on the way in text order. */
export interface Staged<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}
