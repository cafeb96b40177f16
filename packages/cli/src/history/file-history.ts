// Decisions that are remembered → the last one of each lead, read back from the file it was written to.
import type { Decision, History } from '@fairlead/runtime';
import { idIndex } from './id-index.ts';
import type { LineFile } from './line-file.ts';

/** A file of lines that were written before this run. */
export type EarlierLines = Pick<LineFile, 'lineAt'>;

/** The history of a run. `remember` only keeps the decision; whoever calls it carries out its changes. */
export interface FileHistory extends History {
  /** The decision that was remembered last, and the line it was written as. */
  readonly newest: () => { readonly decision: Decision; readonly line: string } | undefined;
  /** Says where the last decision of a lead stands in the earlier file. */
  readonly knows: (lead: string, offset: number) => void;
  /** The last decision of every lead as it was written: those from the earlier file first, each in the order of its file. */
  readonly lines: () => Iterable<string>;
  readonly size: () => number;
}

/** What the history needs: where decisions go, how they are written, and what else is done with each. */
export interface HistoryParts {
  readonly file: LineFile;
  readonly earlier: EarlierLines | undefined;
  readonly write: (decision: Decision) => string;
}

/** Places in the index: `offset + 1` in this run's file, `-offset - 1` in the earlier one. */
export function fileHistory({ file, earlier, write }: HistoryParts): FileHistory {
  const index = idIndex();
  let newest: { readonly decision: Decision; readonly line: string } | undefined;
  // The lead that was asked for last is most often the one that is remembered next.
  let asked: { readonly lead: string; readonly place: number | undefined } | undefined;
  const lineAt = (place: number): string => (place > 0 ? file.lineAt(place - 1) : (earlier?.lineAt(-place - 1) ?? ''));
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
      return place === undefined ? undefined : (JSON.parse(lineAt(place)) as Decision);
    },
    remember: (decision) => {
      const line = write(decision);
      const offset = file.append(line);
      index.set(decision.lead, offset + 1, isOf(decision.lead));
      asked = undefined;
      newest = { decision, line };
    },
    newest: () => newest,
    knows: (lead, offset) => {
      asked = undefined;
      index.set(lead, -offset - 1, isOf(lead));
    },
    lines: () => linesOf(index.places(), lineAt),
    size: () => index.size(),
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
