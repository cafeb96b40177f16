// What a generated policy has declared so far: what its conditions and rules may name.

import type { Choices } from './choices.ts';

export type TypeDraft =
  | {
      readonly kind:
        | 'text'
        | 'code'
        | 'email'
        | 'number'
        | 'count'
        | 'flag'
        | 'date'
        | 'time'
        | 'signals'
        | 'ratings'
        | 'rep'
        | 'team';
    }
  | { readonly kind: 'money'; readonly currency: string }
  | { readonly kind: 'choice'; readonly choices: readonly string[]; readonly open: boolean }
  | { readonly kind: 'list'; readonly of: 'text' | 'code' | 'number' }
  | { readonly kind: 'record'; readonly record: string };

export interface FieldDraft {
  readonly name: string;
  readonly type: TypeDraft;
  readonly optional: boolean;
  readonly private: boolean;
}

/** A value that a condition can read. */
export interface Readable {
  /** As it is written: `country`, `parent.tier`, `rep.hired`. */
  readonly path: string;
  readonly type: TypeDraft;
  readonly maybeMissing: boolean;
  readonly private: boolean;
}

export interface DefineDraft {
  readonly name: string;
  /** Readings that may be missing and that it does not guard: what `not NAME` has to guard. */
  readonly open: readonly string[];
}

export interface TeamDraft {
  readonly name: string;
  readonly members: readonly string[];
}

export interface World {
  readonly lead: readonly Readable[];
  readonly rep: readonly Readable[];
  readonly lists: readonly { readonly name: string; readonly of: 'text' | 'number' }[];
  readonly defines: readonly DefineDraft[];
  readonly calendars: readonly string[];
  readonly teams: readonly TeamDraft[];
  readonly queues: readonly string[];
  /** Matches and tables: what can be asked with `is matched`. */
  readonly finds: readonly string[];
  readonly scores: readonly string[];
}

/** All reps that the policy declares. */
export function repsOf(world: World): readonly string[] {
  return [...new Set(world.teams.flatMap(({ members }) => members))];
}

/** `a`, `b`: the readables of the given kinds. */
export function ofKind(readables: readonly Readable[], ...kinds: readonly TypeDraft['kind'][]): readonly Readable[] {
  return readables.filter(({ type }) => kinds.includes(type.kind));
}

/** A name that is not taken; the later ones get a number. */
export function freeName(c: Choices, names: readonly string[], taken: Set<string>): string {
  const start = c.below(names.length);
  const order = names.map((_, i) => names[(start + i) % names.length] ?? '');
  const found = order.find((name) => !taken.has(name)) ?? `${names[0]}_${taken.size}`;
  taken.add(found);
  return found;
}
