// A folder of a case → the case. Types of case.json; conformance/README.md says what each key means.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change, JsonValue, WhyNotTarget } from '@fairlead/runtime';

/** What must come out, as a person worked it out from the reference. Only the keys that are there are compared. */
export interface ExpectedDecision {
  readonly outcome?: string;
  readonly rep?: string;
  readonly team?: string;
  readonly queue?: string;
  readonly priority?: string;
  readonly track?: string;
  readonly reason?: string;
  /** `null`: no rule was tried. */
  readonly rule?: string | null;
  readonly because?: string | null;
  readonly repeated?: boolean;
  readonly attempts?: readonly string[];
  readonly setAside?: readonly string[];
  readonly scores?: Readonly<Record<string, number>>;
  readonly lines?: Readonly<Record<string, readonly number[]>>;
  readonly balances?: Readonly<Record<string, number>>;
  readonly values?: Readonly<Record<string, string | null>>;
  /** The lead as it was read and recorded, or some fields of it; `null`: missing. */
  readonly read?: Readonly<Record<string, unknown>>;
  readonly issues?: readonly string[];
  readonly held?: readonly (string | null)[];
  readonly effects?: readonly string[];
  readonly respond?: readonly string[] | null;
  readonly claim?: readonly string[] | null;
  readonly changes?: readonly string[];
  /** `"firmographics answered company, employees"`, `"firmographics failed: it is down"`. */
  readonly enriched?: readonly string[];
  /** `"account matched 12 92.5"`, `"account review"`, `"account not-matched"`. */
  readonly matches?: readonly string[];
  /** By match, the best first: `"12 92.5"`, with the confidence of each line behind it: `"12 92.5: 0, 92.5 alike 95"`. */
  readonly candidates?: Readonly<Record<string, readonly string[]>>;
  /** `"account prefer 1 among 12, 7"`, `"account id among 12, 7"`. */
  readonly ties?: readonly string[];
  /** `"territory line 3"`, `"territory none"`. */
  readonly tables?: readonly string[];
  /** Of a split by rotation: what each arm that could take the lead is owed after it, in parts of a lead. */
  readonly arms?: Readonly<Record<string, number>>;
  /** Of a temporary owner: until when. `null`: for good. */
  readonly until?: string | null;
  /** The match for which the lead waits. */
  readonly review?: string;
  /** What `by fewest` counted; what `by likelihood` made of each one's chance, in percent. */
  readonly totals?: Readonly<Record<string, number>>;
  readonly chances?: Readonly<Record<string, string>>;
  /** Why it was decided again, and since when; `null`: the first time. */
  readonly again?: string | null;
  /** What a step in time came to, in order: `"2026-11-24T09:05:00Z L1 respond 1 reassign: decided, rep ben"`, `"L1 claimed: refused not-in-queue"`. */
  readonly events?: readonly string[];
  /** Pieces of the explanation, without regard to where its lines break. */
  readonly says?: readonly string[];
  readonly saysNot?: readonly string[];
}

export interface CaseLead {
  /** By outside names; or `row`, a row of a table: texts by the names of the columns. */
  readonly lead?: unknown;
  readonly row?: Readonly<Record<string, string>>;
  readonly at?: string;
  /** Carried out before the lead comes. */
  readonly changes?: readonly Change[];
  readonly whyNot?: WhyNotTarget;
  /** What the providers say of this lead; those that are not named are not there. */
  readonly answers?: Readonly<Record<string, CaseAnswer>>;
  readonly expect: ExpectedDecision;
}

/** Something that happens between leads: an event that comes in, or time that passes. `expect` looks at the last decision that it led to. */
export type CaseStep = {
  readonly expect: ExpectedDecision;
} & (
  | { readonly event: Readonly<Record<string, unknown>> }
  /** What is due until then is carried out, with what is due at that very instant. */
  | { readonly due: string }
);

/** By field of the lead; or how it came to none. */
export type CaseAnswer = Readonly<Record<string, JsonValue>> | 'fails' | 'late' | 'nothing';

/** One problem: its code, and a text of the file in which its place begins. */
export interface ExpectedProblem {
  readonly code: string;
  readonly on: string;
  readonly file?: string;
}

export interface CaseFile {
  readonly title: string;
  /** Where the reference says it. */
  readonly reference: string;
  readonly at?: string;
  readonly state?: unknown;
  /** By source: what is in it, in order, by outside names. */
  readonly records?: Readonly<Record<string, readonly unknown[]>>;
  /** By name: models in their format. */
  readonly models?: Readonly<Record<string, unknown>>;
  readonly leads?: readonly (CaseLead | CaseStep)[];
  /** Texts that may stand nowhere in what comes out. */
  readonly hidden?: readonly string[];
  readonly problems?: readonly ExpectedProblem[];
  /** Carrying out the first fix of each problem leaves no error. */
  readonly mended?: boolean;
}

export interface Case {
  /** `conditions/equality`. */
  readonly name: string;
  readonly file: CaseFile;
  /** The names of the files in the folder. */
  readonly listing: readonly string[];
  /** A text of the folder; undefined if there is none. */
  readonly read: (name: string) => string | undefined;
  /** Compares with what the folder holds; `UPDATE_GOLDENS=1` writes it. */
  readonly golden: (name: string, text: string) => { readonly made: string; readonly kept: string };
  readonly path: string;
}

const CASES = join(import.meta.dirname, '..', '..', '..', '..', 'conformance', 'cases');

/** Every case, in the order of areas and names. */
export function allCases(): readonly Case[] {
  return folders(CASES).flatMap((area) => folders(join(CASES, area)).map((name) => caseOf(`${area}/${name}`)));
}

function folders(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function caseOf(name: string): Case {
  const path = join(CASES, name);
  const read = (file: string): string | undefined => {
    const at = join(path, file);
    return existsSync(at) ? readFileSync(at, 'utf8') : undefined;
  };
  const golden: Case['golden'] = (file, text) => {
    if (process.env['UPDATE_GOLDENS'] !== undefined) {
      mkdirSync(path, { recursive: true });
      writeFileSync(join(path, file), text);
    }
    return { made: text, kept: read(file) ?? `(there is no ${file})` };
  };
  return { name, file: JSON.parse(read('case.json') ?? '{}'), listing: readdirSync(path), read, golden, path };
}

/** Whether it is no lead. */
export function isStep(one: CaseLead | CaseStep): one is CaseStep {
  return 'event' in one || 'due' in one;
}
