// The shape of a parsed file: plain frozen nodes, each with an id and the span of its text.
// One type for each construct of grammar/fairlead.ebnf, in the grammar's order. What could not be read is a `broken` node or a name with
// empty text, so that every later stage gets a whole tree however broken the text was.

import type { Span } from '../source/source.ts';

declare const nodeIdBrand: unique symbol;

/** Unique in a policy: the file's order × 2^24 + the node's number in it, in the order in which the nodes were made. */
export type NodeId = number & { readonly [nodeIdBrand]: true };

export interface NodeBase {
  readonly id: NodeId;
  readonly span: Span;
}

/** A lower-case name; `text` is empty where the name is missing (the parser has reported it). */
export interface Name extends NodeBase {
  readonly kind: 'name';
  readonly text: string;
}

/** Stands where something could not be read; the parser has reported why. */
export interface Broken extends NodeBase {
  readonly kind: 'broken';
}

/** A `#` comment, without the line end; `text` starts at `#`. Comments are not nodes: nothing refers to them. */
export interface Comment {
  readonly text: string;
  readonly span: Span;
  /** True where only white space stands before it on its line. */
  readonly ownLine: boolean;
}

// ---- the file ------------------------------------------------------------------------------------------------

export interface PolicyFile extends NodeBase {
  readonly kind: 'policy-file';
  readonly uses: readonly Use[];
  /** One is right; more are reported by `names`. */
  readonly policies: readonly PolicyBlock[];
  readonly declarations: readonly Declaration[];
  /** In text order. */
  readonly comments: readonly Comment[];
}

export interface Use extends NodeBase {
  readonly kind: 'use';
  readonly path: TextLiteral;
}

export interface PolicyBlock extends NodeBase {
  readonly kind: 'policy';
  readonly name: Name;
  readonly label: TextLiteral;
  readonly entries: readonly PolicyEntry[];
}

export type PolicyEntry =
  | (NodeBase & { readonly kind: 'language'; readonly version: NumberLiteral })
  | (NodeBase & { readonly kind: 'owner'; readonly owner: TextLiteral })
  | (NodeBase & { readonly kind: 'zone'; readonly zone: TextLiteral })
  | (NodeBase & { readonly kind: 'reviewed'; readonly on: DateLiteral; readonly every: Duration });

export type Declaration =
  | LeadBlock
  | RecordBlock
  | RepFieldsBlock
  | ListDeclaration
  | DefineDeclaration
  | CalendarBlock
  | TeamBlock
  | QueueBlock
  | EnrichBlock
  | MatchBlock
  | ScoreBlock
  | TableBlock
  | RouteBlock
  | TestBlock;

// ---- shapes --------------------------------------------------------------------------------------------------

export interface LeadBlock extends NodeBase {
  readonly kind: 'lead';
  readonly blank: readonly TextLiteral[];
  readonly fields: readonly Field[];
}

export interface RecordBlock extends NodeBase {
  readonly kind: 'record';
  readonly name: Name;
  readonly source: Name;
  readonly blank: readonly TextLiteral[];
  readonly fields: readonly Field[];
}

export interface RepFieldsBlock extends NodeBase {
  readonly kind: 'rep-fields';
  readonly fields: readonly Field[];
}

export interface Field extends NodeBase {
  readonly kind: 'field';
  readonly name: Name;
  readonly type: TypeNode;
  readonly modifiers: readonly Modifier[];
}

export type TypeNode =
  | (NodeBase & { readonly kind: 'money-type'; readonly currency: Name })
  | (NodeBase & { readonly kind: 'list-type'; readonly of: Name })
  | (NodeBase & { readonly kind: 'named-type'; readonly name: Name })
  | (NodeBase & { readonly kind: 'choice-type'; readonly choices: readonly TextLiteral[]; readonly open: boolean })
  | Broken;

export type Modifier =
  | (NodeBase & { readonly kind: 'optional' })
  | (NodeBase & { readonly kind: 'private' })
  | (NodeBase & { readonly kind: 'unique' })
  | (NodeBase & { readonly kind: 'from'; readonly column: TextLiteral })
  | (NodeBase & {
      readonly kind: 'written';
      readonly pattern: TextLiteral;
      readonly or?: TextLiteral;
      readonly zone?: TextLiteral;
    });

// ---- names for values and conditions -------------------------------------------------------------------------

export interface ListDeclaration extends NodeBase {
  readonly kind: 'list';
  readonly name: Name;
  /** Undefined only where the text is broken. */
  readonly body: Listing | (NodeBase & { readonly kind: 'list-file'; readonly path: TextLiteral }) | undefined;
}

/** `[ item, item ]`; an item is a constant or the name of another list. */
export interface Listing extends NodeBase {
  readonly kind: 'listing';
  readonly items: readonly (Literal | Name | Broken)[];
}

export interface DefineDeclaration extends NodeBase {
  readonly kind: 'define';
  readonly name: Name;
  readonly condition: Condition;
}

// ---- people --------------------------------------------------------------------------------------------------

export type Day = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

export interface CalendarBlock extends NodeBase {
  readonly kind: 'calendar';
  readonly name: Name;
  readonly zone: TextLiteral;
  readonly entries: readonly CalendarEntry[];
}

export type CalendarEntry =
  | (NodeBase & {
      readonly kind: 'open';
      readonly from: Day;
      /** The last day of `mon-fri`; absent for a single day. */
      readonly to?: Day;
      /** Minutes after midnight; `toMinute` may be smaller than or equal to `fromMinute` (a night shift); 24:00 is 1440. */
      readonly fromMinute: number;
      readonly toMinute: number;
    })
  | (NodeBase & { readonly kind: 'closed'; readonly from: DateLiteral; readonly to?: DateLiteral });

export interface TeamBlock extends NodeBase {
  readonly kind: 'team';
  readonly name: Name;
  readonly label: TextLiteral;
  readonly entries: readonly TeamEntry[];
}

export type TeamEntry =
  | (NodeBase & { readonly kind: 'manager'; readonly rep: Name })
  | (NodeBase & { readonly kind: 'pause'; readonly times: NumberLiteral })
  | (NodeBase & { readonly kind: 'counts'; readonly times: NumberLiteral; readonly when: Condition })
  | RepMember;

/** `rep ana` is a mention; with a label it is the declaration of the rep, and this team is the home team. */
export interface RepMember extends NodeBase {
  readonly kind: 'rep-member';
  readonly name: Name;
  readonly label?: TextLiteral;
  /** Empty for a mention and for a rep declared without a block. */
  readonly entries: readonly RepEntry[];
}

export type Period = 'day' | 'week' | 'month';

export type RepEntry =
  | (NodeBase & { readonly kind: 'works'; readonly calendar: Name })
  | (NodeBase & { readonly kind: 'capacity'; readonly limits: readonly CapacityLimit[] })
  | (NodeBase & { readonly kind: 'backup'; readonly rep: Name })
  | (NodeBase & { readonly kind: 'left'; readonly on: DateLiteral; readonly successor?: Name })
  | (NodeBase & { readonly kind: 'rep-value'; readonly field: Name; readonly value: Datum });

export interface CapacityLimit extends NodeBase {
  readonly kind: 'capacity-limit';
  readonly limit: NumberLiteral;
  readonly per: 'open' | Period;
}

export interface QueueBlock extends NodeBase {
  readonly kind: 'queue';
  readonly name: Name;
  readonly label: TextLiteral;
  readonly owner: Name;
  readonly entries: readonly QueueEntry[];
}

export type QueueEntry =
  | (NodeBase & { readonly kind: 'priority'; readonly value: Value })
  | (NodeBase & { readonly kind: 'claim'; readonly within: Clock; readonly ladder: readonly LadderStep[] });

// ---- before routing ------------------------------------------------------------------------------------------

export interface EnrichBlock extends NodeBase {
  readonly kind: 'enrich';
  readonly name: Name;
  readonly provider: Name;
  readonly by: Value;
  readonly fill: readonly Name[];
  readonly within: Duration;
  readonly reuseFor?: Duration;
}

export interface MatchBlock extends NodeBase {
  readonly kind: 'match';
  readonly name: Name;
  readonly source: Name;
  readonly lines: readonly MatchLine[];
  readonly accept: PercentLiteral;
  readonly review?: ReviewLine;
  readonly prefer: readonly PreferLine[];
}

export interface MatchLine extends NodeBase {
  readonly kind: 'match-line';
  readonly confidence: PercentLiteral;
  readonly when: Condition;
}

export interface ReviewLine extends NodeBase {
  readonly kind: 'review';
  readonly from: PercentLiteral;
  readonly queue: Name;
}

export type PreferLine =
  | (NodeBase & { readonly kind: 'prefer-condition'; readonly condition: Condition })
  | (NodeBase & {
      readonly kind: 'prefer-order';
      readonly order: 'newest' | 'oldest' | 'highest' | 'lowest';
      readonly value: Value;
    });

export interface ScoreBlock extends NodeBase {
  readonly kind: 'score';
  readonly name: Name;
  readonly max: NumberLiteral;
  readonly lines: readonly ScoreLine[];
}

export interface ScoreLine extends NodeBase {
  readonly kind: 'score-line';
  readonly points: NumberLiteral;
  readonly halvingEvery?: Duration;
  readonly when: Condition;
}

export interface TableBlock extends NodeBase {
  readonly kind: 'table';
  readonly name: Name;
  readonly path: TextLiteral;
  readonly keys: readonly TableKey[];
  readonly gives: readonly Field[];
}

export interface TableKey extends NodeBase {
  readonly kind: 'table-key';
  readonly name: Name;
  readonly value?: Value;
  readonly column?: TextLiteral;
}

// ---- routing -------------------------------------------------------------------------------------------------

export interface RouteBlock extends NodeBase {
  readonly kind: 'route';
  readonly defaults: readonly DefaultLine[];
  readonly rules: readonly Rule[];
  /** One is right and stands last; none and more are reported by `names`. */
  readonly otherwise: readonly Otherwise[];
}

export interface DefaultLine extends NodeBase {
  readonly kind: 'default';
  readonly clause: Clause;
}

export interface Rule extends NodeBase {
  readonly kind: 'rule';
  readonly name: TextLiteral;
  readonly when?: Condition;
  readonly action: Action;
  readonly clauses: readonly Clause[];
}

export interface Otherwise extends NodeBase {
  readonly kind: 'otherwise';
  readonly action: Action;
  readonly clauses: readonly Clause[];
}

export type Action =
  | (NodeBase & { readonly kind: 'route-to'; readonly target: Target })
  | (NodeBase & { readonly kind: 'nurture'; readonly track: TextLiteral })
  | (NodeBase & { readonly kind: 'reject'; readonly reason: TextLiteral })
  | Broken;

export type Target = Reading | Split | Broken;

export interface Split extends NodeBase {
  readonly kind: 'split';
  readonly by?: Reading;
  readonly arms: readonly SplitArm[];
}

export interface SplitArm extends NodeBase {
  readonly kind: 'split-arm';
  readonly share: PercentLiteral;
  readonly target: Reading | Broken;
}

export type Clause =
  | (NodeBase & { readonly kind: 'strategy'; readonly strategy: Strategy })
  | (NodeBase & { readonly kind: 'where'; readonly condition: Condition })
  | (NodeBase & { readonly kind: 'weight'; readonly lines: readonly WeightLine[] })
  | (NodeBase & { readonly kind: 'reserve'; readonly share: PercentLiteral; readonly condition: Condition })
  | (NodeBase & { readonly kind: 'available-within'; readonly duration: Duration })
  | (NodeBase & { readonly kind: 'even'; readonly what: 'off-duty' | 'over-capacity' })
  | (NodeBase & { readonly kind: 'fallback'; readonly entries: readonly FallbackEntry[] })
  | (NodeBase & { readonly kind: 'respond'; readonly within: Clock; readonly ladder: readonly LadderStep[] })
  | Notify
  | (NodeBase & { readonly kind: 'because'; readonly text: TextLiteral });

export type Strategy =
  | (NodeBase & { readonly kind: 'by-rotation'; readonly ofThisRule: boolean })
  | (NodeBase & { readonly kind: 'by-fewest'; readonly period: Period })
  | (NodeBase & { readonly kind: 'by-highest'; readonly value: Value })
  | (NodeBase & { readonly kind: 'by-lowest'; readonly value: Value })
  | (NodeBase & { readonly kind: 'by-likelihood'; readonly model: Name })
  | Broken;

export interface WeightLine extends NodeBase {
  readonly kind: 'weight-line';
  readonly weight: NumberLiteral;
  readonly applies:
    | { readonly kind: 'for'; readonly reps: readonly Name[] }
    | { readonly kind: 'when'; readonly condition: Condition }
    | { readonly kind: 'otherwise' };
}

export interface FallbackEntry extends NodeBase {
  readonly kind: 'fallback-entry';
  readonly target: Reading | Broken;
  readonly for?: Duration;
}

export interface LadderStep extends NodeBase {
  readonly kind: 'ladder-step';
  readonly after: Clock;
  readonly step:
    | { readonly kind: 'reassign' }
    | { readonly kind: 'route-to'; readonly target: Reading }
    | { readonly kind: 'notify'; readonly notify: Notify }
    | { readonly kind: 'broken' };
}

export interface Notify extends NodeBase {
  readonly kind: 'notify';
  readonly verb: 'notify' | 'offer';
  readonly channel: Name;
  readonly to: TextLiteral | Reading | Broken;
  readonly when?: Condition;
}

export type DurationUnit = 'ms' | 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month';

export interface Duration extends NodeBase {
  readonly kind: 'duration';
  readonly amount: NumberLiteral;
  readonly unit: DurationUnit;
}

export interface Clock extends NodeBase {
  readonly kind: 'clock';
  readonly amount: NumberLiteral;
  readonly unit: DurationUnit;
  readonly working: boolean;
  readonly calendar?: Name;
}

// ---- conditions ----------------------------------------------------------------------------------------------

/** Brackets leave no node: the tree says what they meant, and the formatter writes those that are needed. */
export type Condition = Chain | Not | During | Comparison | Broken;

/** Two or more parts. A chain that mixed `and` with `or` without brackets was reported and read with `and` binding tighter. */
export interface Chain extends NodeBase {
  readonly kind: 'and' | 'or';
  readonly parts: readonly Condition[];
}

export interface Not extends NodeBase {
  readonly kind: 'not';
  readonly condition: Condition;
}

export interface During extends NodeBase {
  readonly kind: 'during';
  readonly calendar: Name;
}

/** `value test`; without a test it is a flag or the name of a define. */
export interface Comparison extends NodeBase {
  readonly kind: 'comparison';
  readonly value: Value;
  readonly test?: Test;
}

export type RelationOperator = '>' | '>=' | '<' | '<=';

export type Test =
  | (NodeBase & { readonly kind: 'relation'; readonly operator: RelationOperator; readonly right: Value })
  | (NodeBase & { readonly kind: 'equals'; readonly negated: boolean; readonly right: Value })
  | (NodeBase & { readonly kind: 'is-like'; readonly negated: boolean; readonly right: Value })
  | (NodeBase & { readonly kind: 'is-missing' })
  | (NodeBase & { readonly kind: 'is-known' })
  | (NodeBase & { readonly kind: 'is-matched'; readonly negated: boolean })
  | (NodeBase & { readonly kind: 'is-free-mail'; readonly negated: boolean })
  | (NodeBase & { readonly kind: 'in'; readonly negated: boolean; readonly of: Listing | Reading | Range | Broken })
  | (NodeBase & { readonly kind: 'text'; readonly verb: TextVerb; readonly several: Several })
  | (NodeBase & {
      readonly kind: 'includes';
      readonly several: Several;
      readonly atLeast?: NumberLiteral;
      readonly withinLast?: Duration;
    })
  | (NodeBase & { readonly kind: 'within'; readonly direction: 'last' | 'next'; readonly duration: Duration })
  | (NodeBase & { readonly kind: 'more-than-ago'; readonly duration: Duration })
  | Broken;

export type TextVerb = 'contains' | 'mentions' | 'starts-with' | 'ends-with';

export type Several =
  | { readonly quantifier: 'one'; readonly value: Value }
  | { readonly quantifier: 'any' | 'all' | 'none'; readonly of: Listing | Reading | Broken };

/** Both ends are included. */
export interface Range extends NodeBase {
  readonly kind: 'range';
  readonly from: Bound;
  readonly to: Bound;
}

export type Bound = NumberLiteral | MoneyLiteral | DateLiteral | Broken;

export type Value = Sum | Product | Literal | Reading | Broken;

export interface Sum extends NodeBase {
  readonly kind: 'sum';
  /** Two or more. */
  readonly terms: readonly Value[];
}

export interface Product extends NodeBase {
  readonly kind: 'product';
  /** Two or more. */
  readonly factors: readonly Value[];
}

/** `email`, `account.owner`, `domain of email`, `rep.skills of "healthcare"`. */
export interface Reading extends NodeBase {
  readonly kind: 'reading';
  readonly path: Path;
  readonly of?: Path | TextLiteral;
}

export interface Path extends NodeBase {
  readonly kind: 'path';
  /** One or more. */
  readonly names: readonly Name[];
}

export type Literal =
  | TextLiteral
  | NumberLiteral
  | MoneyLiteral
  | PercentLiteral
  | DateLiteral
  | InstantLiteral
  | FlagLiteral;

export interface TextLiteral extends NodeBase {
  readonly kind: 'text-literal';
  /** With the escapes resolved; empty where the text is missing (the parser has reported it). */
  readonly value: string;
}

export interface NumberLiteral extends NodeBase {
  readonly kind: 'number-literal';
  /** Plain decimal text without `_`, `k` and `M`: `1_200` is "1200", `2.5M` is "2500000". */
  readonly decimal: string;
  /** As it was written. */
  readonly raw: string;
}

export interface MoneyLiteral extends NodeBase {
  readonly kind: 'money-literal';
  readonly amount: NumberLiteral;
  readonly currency: Name;
}

export interface PercentLiteral extends NodeBase {
  readonly kind: 'percent-literal';
  /** Of a hundred: `25%` is "25". */
  readonly decimal: string;
  readonly raw: string;
}

export interface DateLiteral extends NodeBase {
  readonly kind: 'date-literal';
  /** yyyy-mm-dd; the lexer takes the shape, `types` checks that the day exists. */
  readonly text: string;
}

export interface InstantLiteral extends NodeBase {
  readonly kind: 'instant-literal';
  readonly text: string;
}

export interface FlagLiteral extends NodeBase {
  readonly kind: 'flag-literal';
  readonly value: boolean;
}

// ---- tests ---------------------------------------------------------------------------------------------------

export interface TestBlock extends NodeBase {
  readonly kind: 'test';
  readonly name: TextLiteral;
  readonly at?: InstantLiteral;
  readonly lead: readonly ValueEntry[];
  readonly given: readonly Given[];
  readonly expect: readonly Expect[];
}

/** `country "DE"` in a test's lead, in a given record, in what a provider gives. */
export interface ValueEntry extends NodeBase {
  readonly kind: 'value-entry';
  readonly name: Name;
  readonly value: Datum;
}

/** What a rep's block, a test's lead and a given record hold. A name stands for a rep, a team or another declared thing. */
export type Datum =
  | Literal
  | Name
  | (NodeBase & { readonly kind: 'datum-list'; readonly elements: readonly DatumElement[] })
  | (NodeBase & { readonly kind: 'ratings'; readonly entries: readonly RatingEntry[] })
  | Broken;

/** An element of `[ … ]`; with `ago` it is a signal and when it happened before the test's instant. */
export interface DatumElement extends NodeBase {
  readonly kind: 'datum-element';
  readonly value: Literal | Name | Broken;
  readonly ago?: Duration;
}

export interface RatingEntry extends NodeBase {
  readonly kind: 'rating-entry';
  readonly name: Name | TextLiteral;
  readonly rating: NumberLiteral;
}

export type Given =
  | (NodeBase & { readonly kind: 'given-away'; readonly rep: Name })
  | (NodeBase & { readonly kind: 'given-record'; readonly record: Name; readonly values: readonly ValueEntry[] })
  | (NodeBase & { readonly kind: 'given-answer'; readonly provider: Name; readonly values: readonly ValueEntry[] })
  | (NodeBase & { readonly kind: 'given-failure'; readonly provider: Name })
  | (NodeBase & { readonly kind: 'given-open'; readonly rep: Name; readonly open: NumberLiteral })
  | Broken;

export type Expect =
  | (NodeBase & { readonly kind: 'expect-rule'; readonly rule: TextLiteral })
  | (NodeBase & { readonly kind: 'expect-otherwise' })
  | (NodeBase & { readonly kind: 'expect-rep'; readonly rep: Name })
  | (NodeBase & { readonly kind: 'expect-team'; readonly team: Name })
  | (NodeBase & { readonly kind: 'expect-queue'; readonly queue: Name })
  | (NodeBase & { readonly kind: 'expect-nurture'; readonly track: TextLiteral })
  | (NodeBase & { readonly kind: 'expect-reject'; readonly reason: TextLiteral })
  | (NodeBase & { readonly kind: 'expect-invalid' })
  | (NodeBase & { readonly kind: 'expect-respond'; readonly within: Clock })
  | (NodeBase & {
      readonly kind: 'expect-score';
      readonly score: Name;
      readonly operator: RelationOperator;
      readonly value: NumberLiteral;
    })
  | Broken;

/** Every node that carries an id. */
export type Node =
  | PolicyFile
  | Use
  | PolicyBlock
  | PolicyEntry
  | Declaration
  | Field
  | TypeNode
  | Modifier
  | Listing
  | CalendarEntry
  | TeamEntry
  | RepEntry
  | CapacityLimit
  | QueueEntry
  | MatchLine
  | ReviewLine
  | PreferLine
  | ScoreLine
  | TableKey
  | DefaultLine
  | Rule
  | Otherwise
  | Action
  | Target
  | SplitArm
  | Clause
  | Strategy
  | WeightLine
  | FallbackEntry
  | LadderStep
  | Duration
  | Clock
  | Condition
  | Test
  | Range
  | Value
  | Path
  | ValueEntry
  | Datum
  | DatumElement
  | RatingEntry
  | Given
  | Expect
  | Name;
