// Something that is kept by lead, the newest of each → lines in this run's file or an earlier one, found by the lead's id.
import { idIndex } from './id-index.ts';
import type { LineFile } from './line-file.ts';

/** A file of lines that were written before this run. */
export type EarlierLines = Pick<LineFile, 'lineAt'>;

/** What is kept of each lead, one line each; a line is JSON with the key `lead`. */
export interface LeadLines<T extends { readonly lead: string }> {
  readonly last: (lead: string) => T | undefined;
  /** Keeps it as its lead's newest; gives the line it was written as. */
  readonly put: (value: T) => string;
  /** Says where the newest of a lead stands in the earlier file. */
  readonly knows: (lead: string, offset: number) => void;
  /** The newest of every lead as it was written: those from the earlier file first, each in the order of its file. */
  readonly lines: () => Iterable<string>;
  readonly size: number;
}

/** Where lines go, and how they are written. `file` is asked for when the first line is put. */
export interface LeadLinesParts<T> {
  readonly file: () => LineFile;
  readonly earlier: EarlierLines | undefined;
  readonly write: (value: T) => string;
}

/** Places in the index: `offset + 1` in this run's file, `-offset - 1` in the earlier one. */
export function leadLines<T extends { readonly lead: string }>({
  file,
  earlier,
  write,
}: LeadLinesParts<T>): LeadLines<T> {
  const index = idIndex();
  // The lead that was asked for last is most often the one that is put next.
  let asked: { readonly lead: string; readonly place: number | undefined } | undefined;
  const lineAt = (place: number): string =>
    place > 0 ? file().lineAt(place - 1) : (earlier?.lineAt(-place - 1) ?? '');
  const isOf =
    (lead: string) =>
    (place: number): boolean =>
      asked?.lead === lead ? asked.place === place : leadOf(lineAt(place)) === lead;
  return {
    last: (lead) => {
      asked = undefined;
      const place = index.find(lead, isOf(lead));
      asked = { lead, place };
      // What this program wrote, and of an earlier file what was checked when it was opened.
      return place === undefined ? undefined : (JSON.parse(lineAt(place)) as T);
    },
    put: (value) => {
      const line = write(value);
      const offset = file().append(line);
      index.set(value.lead, offset + 1, isOf(value.lead));
      asked = undefined;
      return line;
    },
    knows: (lead, offset) => {
      asked = undefined;
      index.set(lead, -offset - 1, isOf(lead));
    },
    lines: () => linesOf(index.places(), lineAt),
    get size() {
      return index.size();
    },
  };
}

function* linesOf(places: Float64Array, lineAt: (place: number) => string): Generator<string> {
  // Those of the earlier file are negative, and stand in it from the last to the first.
  const firstNew = places.findIndex((place) => place > 0);
  const earlier = firstNew === -1 ? places : places.subarray(0, firstNew);
  for (const place of earlier.toReversed()) yield lineAt(place);
  if (firstNew !== -1) for (const place of places.subarray(firstNew)) yield lineAt(place);
}

function leadOf(line: string): string | undefined {
  const json: unknown = JSON.parse(line);
  return typeof json === 'object' && json !== null && 'lead' in json && typeof json.lead === 'string'
    ? json.lead
    : undefined;
}
