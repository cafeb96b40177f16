// What providers are: the side of enrichment that waits. Hosts ask them before a lead is decided; nothing here is part of a decision. Types only.

import type { JsonValue } from '../decision.ts';

/** Something that knows more about a lead than the lead says: a service, a table, a recording. */
export interface Provider {
  /**
   * Says what it knows. A promise that is rejected counts as failed, and the reason is not looked at: it may hold a secret. Once `stop` says so nobody
   * waits any longer.
   */
  readonly ask: (question: Question) => Promise<Reply>;
  /** What it says depends on the lead and not on the key alone: nothing it says is kept or shared. */
  readonly perLead?: true;
}

/** What a provider is asked about one lead. */
export interface Question {
  /** As the lead says it; also private ones. */
  readonly key: string;
  /** The lead's id. */
  readonly lead: string;
  /** What the policy would take of the answer, in text order. Whatever else is in it is left alone. */
  readonly fields: readonly string[];
  readonly stop: StopSignal;
}

/** What it says to one question. */
export type Reply =
  /** `values`: by lead field. `cells`: they are texts of a table, also where they mean numbers, dates or flags. */
  | { readonly kind: 'answered'; readonly values: Readonly<Record<string, JsonValue>>; readonly cells?: true }
  /** It knows nothing under this key. */
  | { readonly kind: 'nothing' }
  /** `why`: a few words without anything private or secret. `again`: asking once more may help, after so many milliseconds; each further time after twice as many. */
  | { readonly kind: 'failed'; readonly why: string; readonly again?: { readonly afterMs: number } };

/** Says when nobody waits any longer. */
export interface StopSignal {
  readonly isStopped: () => boolean;
  /** Calls the listener once: at once where it has stopped already. Gives back what takes the listener away again. */
  readonly onStop: (listener: () => void) => () => void;
}

/** A signal and what makes it stop. */
export interface Stop extends StopSignal {
  readonly stop: () => void;
}

/** Makes a signal that has not stopped. */
export function startStop(): Stop {
  let stopped = false;
  const listeners = new Set<() => void>();
  return {
    isStopped: () => stopped,
    onStop: (listener) => {
      if (stopped) listener();
      else listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop: () => {
      if (stopped) return;
      stopped = true;
      for (const listener of [...listeners]) listener();
      listeners.clear();
    },
  };
}
