// Decisions that are remembered, and where leads stand since → the newest of each lead, read back from the files they were written to.
import { canonicalJson } from '@fairlead/ir';
import type { Decision, FollowUp, History } from '@fairlead/runtime';
import { type EarlierLines, type LeadLines, leadLines } from './lead-lines.ts';
import type { LineFile } from './line-file.ts';

/** The history of a run. `remember` only keeps the decision and where its lead stands; whoever calls it carries out its changes. */
export interface FileHistory extends History {
  /** The decision that was remembered last, and the line it was written as. */
  readonly newest: () => { readonly decision: Decision; readonly line: string } | undefined;
  readonly decisions: LeadLines<Decision>;
  /** Of leads to which something has happened since their decision. */
  readonly followUps: LeadLines<FollowUp>;
}

/** What the history needs: where decisions go, how they are written, and what else is done with each. */
export interface HistoryParts {
  readonly file: LineFile;
  /** Where follow-ups go: asked for when the first one is kept. */
  readonly beside: () => LineFile;
  /** The earlier file: its decisions, and where its leads stand. */
  readonly earlier: { readonly decisions: EarlierLines; readonly followUps: EarlierLines } | undefined;
  readonly write: (decision: Decision) => string;
}

/** An empty history; `decisions.knows` and `followUps.knows` say what stands in the earlier file. */
export function fileHistory({ file, beside, earlier, write }: HistoryParts): FileHistory {
  const decisions = leadLines<Decision>({ file: () => file, earlier: earlier?.decisions, write });
  const followUps = leadLines<FollowUp>({ file: beside, earlier: earlier?.followUps, write: canonicalJson });
  let newest: { readonly decision: Decision; readonly line: string } | undefined;
  return {
    decisions,
    followUps,
    last: decisions.last,
    followUp: followUps.last,
    remember: (decision, before) => {
      const line = decisions.put(decision);
      if (before !== undefined) followUps.put(before.next);
      newest = { decision, line };
    },
    newest: () => newest,
  };
}
