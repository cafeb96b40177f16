// Turns a model's JSON into counts that can be asked for by rep and segment, or into what is wrong with it.
import {
  canonicalJson,
  foldText,
  type IrIssue,
  type ModelFile,
  sha256Hex,
  trimText,
  validateModel,
} from '@fairlead/ir';
import type { WinCounts } from '../world.ts';

/** A model that was read. */
export interface Model {
  readonly file: ModelFile;
  /** The SHA-256 of its canonical JSON. */
  readonly hash: string;
  /** A rep's counts and everybody's, in a segment (folded) or, without one, over all. Zeros for whom the model does not know. */
  readonly wins: (rep: string, segment: string | undefined) => WinCounts;
}

/** The model, or what is wrong with it. */
export type ReadModel =
  | { readonly ok: true; readonly model: Model }
  /** At least one. */
  | { readonly ok: false; readonly issues: readonly IrIssue[] };

/** Reads what JSON.parse gave. Never throws, whatever the JSON. */
export function readModel(json: unknown): ReadModel {
  const validated = validateModel(json);
  return validated.ok ? { ok: true, model: modelOf(validated.model) } : validated;
}

interface Count {
  won: number;
  leads: number;
}

/** Counts by rep in one segment, and of all of them together. */
interface Segment {
  readonly reps: Map<string, Count>;
  readonly all: Count;
}

function modelOf(file: ModelFile): Model {
  const overall = emptySegment();
  const segments = new Map<string, Segment>();
  for (const { rep, segment, won, leads } of file.rows) {
    add(overall, rep, won, leads);
    if (segment === undefined) continue;
    const key = foldText(trimText(segment));
    const own = segments.get(key) ?? emptySegment();
    segments.set(key, own);
    add(own, rep, won, leads);
  }
  return {
    file,
    hash: sha256Hex(canonicalJson(file)),
    wins: (rep, segment) => {
      const { reps, all } = (segment === undefined ? overall : segments.get(segment)) ?? emptySegment();
      const { won, leads } = reps.get(rep) ?? { won: 0, leads: 0 };
      return { won, leads, teamWon: all.won, teamLeads: all.leads };
    },
  };
}

function emptySegment(): Segment {
  return { reps: new Map(), all: { won: 0, leads: 0 } };
}

function add({ reps, all }: Segment, rep: string, won: number, leads: number): void {
  const own = reps.get(rep) ?? { won: 0, leads: 0 };
  reps.set(rep, { won: own.won + won, leads: own.leads + leads });
  all.won += won;
  all.leads += leads;
}
