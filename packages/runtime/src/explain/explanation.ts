// What an explanation is: why a decision came out as it did, as plain JSON that renderers turn into text or Markdown. Types only.
//
// Everything called `words` is plain English, made of what the policy and the lead say. It is not escaped: a renderer does that for its own
// medium. Absent keys mean "none". Nothing private is in it.

import type { InstantText } from '@fairlead/ir';
import type { Attempt, Decision, EnrichResult, IssueKind, MatchResult, Outcome, Reason } from '../decision.ts';

/** The format that every explanation names. */
export const EXPLANATION_FORMAT = 'fairlead-explanation/1';

/** One thing that happened to a lead, as people read it. */
export interface TimelineLine {
  readonly at: string;
  /** `2026-11-24 09:05 UTC` */
  readonly when: string;
  readonly lead: string;
  /** What happened, in one or two sentences. */
  readonly words: string;
}

/** Why a lead went where it went. Made of a plan and a decision alone. */
export interface Explanation {
  readonly format: typeof EXPLANATION_FORMAT;
  readonly lead: string;
  readonly at: InstantText;
  readonly policy: Decision['policy'] & { readonly label: string };
  readonly outcome: OutcomeTrace;
  /** Of a lead that had been decided on: why it came again, in a few sentences. */
  readonly again?: string;
  /** What has happened to the lead, in order, where the entries of the log were given. */
  readonly happened?: readonly TimelineLine[];
  /** The rule that took the lead, or the ending; absent for an invalid lead. */
  readonly rule?: RuleTrace;
  /** Why the policy wants it so, in its author's words. */
  readonly because?: string;
  /** The rules before it, in the order in which they were tried; none of them holds. */
  readonly ladder: readonly RuleTrace[];
  /** In the order in which they were tried. Empty where the lead went to nobody (nurtured, rejected, invalid). */
  readonly attempts: readonly AttemptTrace[];
  /** In the order in which they are computed: each behind those that it reads, else by name. */
  readonly scores: readonly ScoreTrace[];
  /** What providers said, in text order. */
  readonly enriched: readonly EnrichTrace[];
  /** What matches came to, in text order. */
  readonly matches: readonly MatchTrace[];
  /** What tables came to, in text order. */
  readonly tables: readonly TableTrace[];
  /** The time to respond, then the queue's time to claim. */
  readonly clocks: readonly ClockTrace[];
  readonly effects: readonly EffectTrace[];
  /** In the order of the lead's fields. */
  readonly issues: readonly IssueTrace[];
}

/** Where the lead went, in words. */
export interface OutcomeTrace {
  readonly kind: Outcome['kind'];
  /** One sentence: `Lead T1 goes to Ana Ruiz (ana) in Enterprise closers (enterprise).` */
  readonly words: string;
}

/** Whether a condition holds; `unknown` where it was not looked at when the decision was made, and what it reads was not recorded. */
export type Holds = 'yes' | 'no' | 'unknown';

/** A rule that was tried. */
export interface RuleTrace {
  /** The rule's name; "otherwise" for the ending. */
  readonly rule: string;
  readonly holds: Holds;
  /** One sentence. */
  readonly words: string;
  /** Absent for a rule without `when` and for the ending. */
  readonly condition?: ConditionTrace;
  /** What made it not hold, part by part in the order of the text; empty where it holds. */
  readonly failed: readonly FailedPart[];
}

/** One part of a condition with what it saw. */
export interface Finding {
  /** As the policy writes it: `employees >= 1000`. */
  readonly words: string;
  readonly holds: Holds;
  /** What the lead said: `employees was 950`. */
  readonly was?: string;
}

/**
 * A part of a condition that made it not hold. Parts that stand beside each other all had to hold, but for those in `noneOf`: there one would
 * have been enough. At most one of the two keys is there.
 */
export interface FailedPart extends Finding {
  /** The alternatives of an `or`, in the order of the text: each of them failed. */
  readonly noneOf?: readonly FailedPart[];
  /** Where one alternative is an `and` of which several parts failed: those, in the order of the text. */
  readonly allOf?: readonly FailedPart[];
}

/** A condition and the conditions in it. */
export interface ConditionTrace extends Finding {
  readonly kind: 'and' | 'or' | 'not' | 'define' | 'atom';
  /** In the order of the text; one for `not` and for a define. */
  readonly parts: readonly ConditionTrace[];
}

/** The points of a score. */
export interface ScoreTrace {
  readonly score: string;
  readonly points: number;
  readonly max: number;
  /** What the lines add up to; beyond 0..max the score is cut off there. */
  readonly sum: number;
  /** In text order. */
  readonly lines: readonly ScoreLineTrace[];
}

/** A line of a score, and the points that it gave. */
export interface ScoreLineTrace extends ConditionTrace {
  /** What the line gave to this lead. */
  readonly points: number;
  /** What it gives at most: what it says. */
  readonly of: number;
  /** `halving every 3 days`. */
  readonly halving?: string;
}

/** A person, by id and by the name people know. */
export interface Person {
  readonly rep: string;
  readonly label: string;
}

/** A target that was tried, and what came of it. */
export interface AttemptTrace {
  readonly place: Attempt['place'];
  readonly index?: number;
  readonly arm?: number;
  readonly target: Attempt['target'];
  /** Who was asked, one sentence: `First choice: Enterprise closers (enterprise).` */
  readonly words: string;
  /** Of an arm of a split that took the lead, or that the key chose: why this arm, sentence by sentence. */
  readonly chosen: readonly string[];
  /** In code-point order of the ids. */
  readonly setAside: readonly SetAsideTrace[];
  /** How one was picked, sentence by sentence; empty where nobody was. */
  readonly picked: readonly string[];
  /** The numbers behind it. */
  readonly split?: Attempt['split'];
  readonly pick?: Attempt['pick'];
}

/** Somebody who could not take the lead. */
export interface SetAsideTrace extends Person {
  readonly reason: Reason;
  /** Behind the name: `is away until Wed 2026-11-25 08:00 UTC`. */
  readonly words: string;
  /** Where `where` does not hold: what made it so. */
  readonly failed: readonly FailedPart[];
}

/** By when somebody has to respond. */
export interface ClockTrace {
  readonly kind: 'respond' | 'claim';
  /** One sentence. */
  readonly words: string;
  readonly due?: InstantText;
  /** In the order of time. */
  readonly steps: readonly { readonly words: string; readonly due?: InstantText }[];
}

/** A message. */
export interface EffectTrace {
  readonly verb: 'notify' | 'offer';
  readonly channel: string;
  readonly to?: string;
  /** `notify slack "#enterprise"`. */
  readonly words: string;
}

/** What a match came to. */
export interface MatchTrace {
  readonly match: string;
  readonly kind: 'matched' | 'review' | 'not-matched';
  readonly record?: string;
  /** One sentence: `account is Zentara GmbH (a17), with 100% (from 85% on it counts).` */
  readonly words: string;
  /** Where several were best: why the first stands first. */
  readonly tie?: NonNullable<MatchResult['tie']> & { readonly words: string };
  /** Best first, at most ten. */
  readonly candidates: readonly MatchCandidateTrace[];
  /** How many more there were. */
  readonly others: number;
}

/** A record that a match looked at. */
export interface MatchCandidateTrace {
  readonly record: string;
  /** In percent. */
  readonly confidence: string;
  /** `Zentara GmbH (a17): 100%`. */
  readonly words: string;
  /** In text order: what each line of the match said. */
  readonly lines: readonly MatchLineTrace[];
}

/** `alike`: in percent. `failed`: where the line is an `and`, which of its parts do not hold, but for names that are not alike. */
export interface MatchLineTrace extends Finding {
  readonly confidence: string;
  readonly alike?: string;
  readonly failed: readonly FailedPart[];
}

/** What a table came to. */
export interface TableTrace {
  readonly table: string;
  readonly file: string;
  /** The line of the file; absent where no row fits. */
  readonly line?: number;
  /** One sentence: `territory: line 5 of territories.csv is the first that fits.` */
  readonly words: string;
  /** In the order of the keys. */
  readonly keys: readonly TableKeyTrace[];
  /** What the row gives, field by field: `owner is Ana Ruiz (ana)`. */
  readonly gives: readonly { readonly field: string; readonly words: string }[];
}

/** `cell`: what the row says, `…` where the key is private; absent where no row fits. `was`: what the lead had. */
export interface TableKeyTrace {
  readonly key: string;
  readonly cell?: string;
  readonly was: string;
}

/** What an enricher came to. */
export interface EnrichTrace {
  readonly enricher: string;
  readonly provider: string;
  readonly kind: EnrichResult['kind'];
  readonly asked?: InstantText;
  /** One sentence, or its beginning, which ends in a colon, where something was filled in or not used. */
  readonly words: string;
  /** In text order. */
  readonly filled: readonly FilledTrace[];
  /** What was not as declared and was not used. */
  readonly refused: readonly { readonly field: string; readonly kind: IssueKind; readonly words: string }[];
}

/** A field that was filled in: `employees is 250`. */
export interface FilledTrace {
  readonly field: string;
  readonly words: string;
}

/** What was wrong with a field of the lead. */
export interface IssueTrace {
  readonly field: string;
  readonly kind: IssueKind;
  readonly fatal: boolean;
  /** One sentence. */
  readonly words: string;
}

// ---- why not -----------------------------------------------------------------------------------------------------

/** The format that every answer to "why not" names. */
export const WHY_NOT_FORMAT = 'fairlead-why-not/1';

/** What somebody asks about. */
export interface WhyNotTarget {
  readonly kind: 'rule' | 'rep' | 'team';
  readonly id: string;
}

/** Why a lead did not go by a rule, or to a rep or team. */
export interface WhyNot {
  readonly format: typeof WHY_NOT_FORMAT;
  readonly lead: string;
  readonly at: InstantText;
  readonly target: WhyNotTarget;
  /** What became of the lead instead: the outcome's sentence. */
  readonly outcome: string;
  /** The answer in one sentence. */
  readonly answer: string;
  /** Rule by rule, in the order in which they are tried: every rule that could have led there. */
  readonly rules: readonly WhyNotRule[];
}

/** Why a rule did not win the lead. */
export interface WhyNotRule {
  readonly rule: string;
  /** One sentence. */
  readonly words: string;
  /** What in its condition failed. */
  readonly failed: readonly FailedPart[];
  /** What was said of the rep or team where the rule was followed: who was set aside, and the numbers. */
  readonly people: readonly string[];
}
