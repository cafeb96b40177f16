// What leads, records and reps look like: blocks of typed fields, and how the outside writes them. Part of the format: see policy.ts.

/** yyyy-mm-dd */
export type DateText = string;
/** An instant in UTC: yyyy-mm-ddThh:mm:ss[.mmm]Z */
export type InstantText = string;

/** A lead or a record: its fields. */
export interface Shape {
  /** Texts that count as missing in any field of this block, as written. */
  readonly blank: readonly string[];
  /** In text order. */
  readonly fields: readonly Field[];
}

/** A record of another system. */
export interface RecordShape extends Shape {
  readonly name: string;
  /** The name under which the host binds the records. */
  readonly source: string;
}

/** A field of a lead, a record, a rep, or of what a table gives. */
export interface Field {
  readonly name: string;
  readonly type: Type;
  readonly optional: boolean;
  readonly private: boolean;
  /** Rep fields only: its values find a rep. */
  readonly unique: boolean;
  /** What the outside calls it, if not `name`. */
  readonly column?: string;
  readonly written?: Written;
}

/** The type of a field. */
export type Type =
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
  | {
      readonly kind: 'choice';
      readonly choices: readonly string[] /** `| text`: other texts may come. */;
      readonly open: boolean;
    }
  | { readonly kind: 'list'; readonly of: Type }
  | { readonly kind: 'record'; readonly record: string };

/** How the outside writes a value, where it is not written in the language's own way. */
export type Written =
  /** A Unicode TR35 pattern as date-fns reads it, and the zone its wall time is in (default: the policy's). */
  | { readonly kind: 'time'; readonly pattern: string; readonly zone?: string }
  /** From a sample such as `$1,234.50`: what stands before and after, and the two separators ("" for none). */
  | {
      readonly kind: 'number';
      readonly prefix: string;
      readonly suffix: string;
      readonly group: string;
      readonly decimal: string;
    }
  | { readonly kind: 'flag'; readonly yes: string; readonly no: string };

/** As the field's type says: text, code, email, choice, date, time, rep and team are strings; ratings an object; lists arrays. */
export type RepValue =
  | string
  | number
  | boolean
  | readonly (string | number | boolean)[]
  | Readonly<Record<string, number>>;
