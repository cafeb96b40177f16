// What is wrong with something that claims to be a policy: where, which kind, in words.

/**
 * - `structure`: a value of the wrong type or form; `missing-key`, `unknown-key`
 * - `too-deep`, `too-large`: more than anybody reads; refused before it is looked at
 * - `unknown-name`: refers to what the policy does not have; `duplicate`: there twice; `order`: not in the order that the format states
 * - `circle`: refers to itself; `invariant`: breaks another promise of the format
 */
export type IrIssueCode =
  | 'structure'
  | 'missing-key'
  | 'unknown-key'
  | 'too-deep'
  | 'too-large'
  | 'unknown-name'
  | 'duplicate'
  | 'order'
  | 'circle'
  | 'invariant';

/** Something in a policy or model that is not as the format says. */
export interface IrIssue {
  /** A JSON Pointer (RFC 6901) from the policy's root: "/route/rules/0/name"; "" is the root. */
  readonly path: string;
  readonly code: IrIssueCode;
  /** One sentence, without the path. */
  readonly message: string;
}

/** A path of keys as a JSON Pointer. */
export function pointer(path: readonly (string | number)[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
