// The state of a policy in a file → what a run reads and changes, and the file again. One JSON document, with one decision a line,
// so that people can read and mend it, and so that millions of decisions need not fit into memory.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { canonicalJson } from '@fairlead/ir';
import {
  type Decision,
  type FollowUp,
  readDecision,
  readFollowUp,
  readSnapshot,
  type StateData,
  snapshot,
} from '@fairlead/runtime';
import type { EarlierLines } from '../history/lead-lines.ts';
import { type LineFile, lineFile, lineReader } from '../history/line-file.ts';
import { jsonFault } from '../rows/json-fault.ts';
import type { Stops } from '../stops.ts';
import { openDraft } from './atomic-write.ts';

/** A state file that is open. */
export interface StateFile {
  /** Reads and checks the whole file; the last decision of each lead, then where leads stand, are handed over one by one. */
  readonly read: (onDecision: OnDecision, onFollowUp?: OnFollowUp) => ReadStateFile;
  /** The decision, or where a lead stands, that begins at an offset, as it stands there. Each remembers the stretch that was read last. */
  readonly decisions: EarlierLines;
  readonly followUps: EarlierLines;
  readonly close: () => void;
}

/** `hash`: of the policy that decided; `offset`: where its line begins. */
export type OnDecision = (at: {
  readonly lead: string;
  readonly hash: string;
  readonly offset: number;
  readonly decision: Decision;
}) => void;

/** Gets where a lead stands to which something has happened since its decision. */
export type OnFollowUp = (at: { readonly followUp: FollowUp; readonly offset: number }) => void;

/** Everything but the decisions, or what is wrong with the file: sentences, not cleaned. */
export type ReadStateFile =
  | { readonly kind: 'ok'; readonly data: StateData }
  | { readonly kind: 'bad'; readonly problems: readonly string[] };

const EMPTY: StateData = { pools: [], reps: [], decisions: [] };

/** Opens a state file; one that is not there or has nothing in it is a state that begins. Throws what the system says. */
export function openStateFile(path: string): StateFile {
  const fd = openIfThere(path);
  const linesOf = (): EarlierLines => {
    const readLine = fd === undefined ? undefined : lineReader(fd);
    return { lineAt: (offset) => entryText(readLine?.(offset) ?? '') };
  };
  return {
    read: (onDecision, onFollowUp = () => {}) =>
      fd === undefined || fstatSync(fd).size === 0
        ? { kind: 'ok', data: EMPTY }
        : readParts(fd, { onDecision, onFollowUp }),
    decisions: linesOf(),
    followUps: linesOf(),
    close: () => {
      if (fd !== undefined) closeSync(fd);
    },
  };
}

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

interface Bad {
  readonly kind: 'bad';
  readonly problems: readonly string[];
}

/** The lines that begin the two lists in a file of ours. */
const FOLLOW_UPS_LINE = /^\s*"followUps":\s*\[\s*$/;
const DECISIONS_LINE = /^\s*"decisions":\s*\[\s*$/;
/** A state that somebody wrote by hand, or laid out anew, is read at once up to this size. */
const MAX_AT_ONCE_BYTES = 268_435_456;

interface Readers {
  readonly onDecision: OnDecision;
  readonly onFollowUp: OnFollowUp;
}

function readParts(fd: number, readers: Readers): ReadStateFile {
  const head: string[] = [];
  let place: 'head' | 'decisions' | 'followUps' | 'tail' = 'head';
  let tail = '';
  for (const { text, offset, line } of lines(fd)) {
    if (place === 'head') {
      head.push(text);
      if (DECISIONS_LINE.test(text)) place = 'decisions';
      else if (offset > MAX_AT_ONCE_BYTES)
        return bad('It is no state of Fairlead, or it is damaged: it has no list of decisions.');
    } else if (place === 'tail') {
      tail += text;
      if (FOLLOW_UPS_LINE.test(text)) place = 'followUps';
    } else if (/^\s*\]/.test(text)) {
      place = 'tail';
      tail += text;
    } else if (text.trim() !== '') {
      const problem = place === 'decisions' ? takeDecision(text, offset, readers) : takeFollowUp(text, offset, readers);
      if (problem !== undefined) return bad(`Line ${line}: ${problem}`);
    }
  }
  if (place === 'decisions' || place === 'followUps') {
    return bad('It ends in the middle of the list of decisions: it was cut off.');
  }
  const json = parsed(place === 'head' ? head.join('\n') : `${head.join('\n')}${tail}`);
  if (json.kind === 'bad') return json;
  return place === 'head' ? whole(json.value) : dataOf(json.value);
}

function bad(...problems: readonly string[]): Bad {
  return { kind: 'bad', problems };
}

function dataOf(json: unknown): ReadStateFile {
  const read = readSnapshot(json);
  if (read.kind === 'ok') return read;
  return bad(...read.issues.map(({ place, expected, held }) => issueWords(place, expected, held)));
}

/** A state in another layout, as somebody writes it by hand. Its decisions are not where this program finds them, so it may have none. */
function whole(json: unknown): ReadStateFile {
  const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
  const read = dataOf(isObject ? { pools: {}, reps: {}, decisions: [], ...json } : json);
  const { decisions = [], followUps = [] } = read.kind === 'bad' ? {} : read.data;
  if (decisions.length + followUps.length === 0) return read;
  return bad('Its decisions do not stand one a line. Write it as Fairlead does, or leave the list of decisions empty.');
}

function issueWords(place: string, expected: string, held: string | undefined): string {
  const where = place === '' ? 'The file' : `"${place}"`;
  return `${where} should be ${expected}${held === undefined ? ', and is not there' : `, and is ${held}`}.`;
}

/** Hands a decision over; what is wrong with it, in words, if it is none. */
function takeDecision(text: string, offset: number, { onDecision }: Readers): string | undefined {
  const json = parsed(entryText(text));
  if (json.kind === 'bad') return json.problems[0] ?? '';
  const read = readDecision(json.value);
  if (read.kind === 'bad') return issueWords(read.place.replace(/^\./, ''), read.expected, read.held);
  const { decision } = read;
  onDecision({ lead: decision.lead, hash: decision.policy.hash, offset, decision });
  return undefined;
}

function takeFollowUp(text: string, offset: number, { onFollowUp }: Readers): string | undefined {
  const json = parsed(entryText(text));
  if (json.kind === 'bad') return json.problems[0] ?? '';
  const read = readFollowUp(json.value);
  if (read.kind === 'bad') return issueWords(read.place.replace(/^\./, ''), read.expected, read.held);
  onFollowUp({ followUp: read.followUp, offset });
  return undefined;
}

function parsed(text: string): { readonly kind: 'ok'; readonly value: unknown } | Bad {
  try {
    return { kind: 'ok', value: JSON.parse(text) };
  } catch {
    const fault = jsonFault(text);
    return bad(
      fault === undefined ? 'It is not JSON.' : `It is not JSON: at character ${fault.at + 1}, ${fault.what}.`,
    );
  }
}

/** Without the comma that parts it from the next. */
function entryText(line: string): string {
  const text = line.trim();
  return text.endsWith(',') ? text.slice(0, -1) : text;
}

const PIECE_BYTES = 262_144;

/** The lines of a file with their offsets, a piece at a time. */
function* lines(fd: number): Generator<{ readonly text: string; readonly offset: number; readonly line: number }> {
  let rest = Buffer.alloc(0);
  let start = 0;
  let line = 1;
  for (let at = 0; ; ) {
    const piece = Buffer.allocUnsafe(PIECE_BYTES);
    const got = readSync(fd, piece, 0, PIECE_BYTES, at);
    at += got;
    const bytes = Buffer.concat([rest, piece.subarray(0, got)]);
    let from = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, from)) {
      yield { text: bytes.toString('utf8', from, end), offset: start + from, line };
      line += 1;
      from = end + 1;
    }
    start += from;
    rest = bytes.subarray(from);
    if (got > 0) continue;
    if (rest.length > 0) yield { text: rest.toString('utf8'), offset: start, line };
    return;
  }
}

/** What stands one a line. */
export interface StateLines {
  readonly size: number;
  readonly lines: () => Iterable<string>;
}

/** Writes the state in place of the file, in one step, if `mayCommit` says so at the end. False if it does not. */
export function writeStateFile(
  path: string,
  data: StateData,
  leads: { readonly decisions: StateLines; readonly followUps: StateLines },
  how: { readonly stops: Stops; readonly mayCommit: () => boolean },
): boolean {
  const draft = openDraft(path, how.stops);
  try {
    const { format, pools, reps, recent, journal } = snapshot({ ...data, decisions: [], followUps: [] });
    const parts = { format, pools: tidy(pools), reps: tidy(reps), recent: recent && tidy(recent), journal };
    const head = JSON.stringify(parts, undefined, 2);
    const file = lineFile(draft.fd);
    file.append(`${head.slice(0, head.lastIndexOf('\n}'))},\n  "decisions": [`);
    appendList(file, leads.decisions);
    if (leads.followUps.size > 0) {
      file.append('  ],\n  "followUps": [');
      appendList(file, leads.followUps);
    }
    file.append('  ]\n}');
    file.flush();
    if (!how.mayCommit()) return false;
    draft.commit();
    return true;
  } finally {
    draft.discard();
  }
}

function appendList(file: LineFile, list: StateLines): void {
  let waiting: string | undefined;
  for (const line of list.lines()) {
    if (waiting !== undefined) file.append(`${waiting},`);
    waiting = line;
  }
  if (waiting !== undefined) file.append(waiting);
}

/** In the order of canonical JSON, so that the same state is always the same file. */
function tidy(value: unknown): unknown {
  return JSON.parse(canonicalJson(value));
}
