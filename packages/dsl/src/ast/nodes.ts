// The shape of a parsed file: plain frozen nodes, each with an id and the span of its text.
// One type for each construct of grammar/fairlead.ebnf, a family a file in nodes/. What could not be read is a `broken` node or a name with
// empty text, so that every later stage gets a whole tree however broken the text was.

export type { Broken, Comment, Name, NodeBase, NodeId } from './nodes/base.ts';
export type {
  EnrichBlock,
  MatchBlock,
  MatchLine,
  PreferLine,
  ReviewLine,
  ScoreBlock,
  ScoreLine,
  TableBlock,
  TableKey,
} from './nodes/before-routing.ts';
export type {
  Bound,
  Chain,
  Comparison,
  Condition,
  DefineDeclaration,
  During,
  ListDeclaration,
  Listing,
  Not,
  Range,
  RelationOperator,
  Several,
  Test,
  TextVerb,
} from './nodes/conditions.ts';
export type { Datum, DatumElement, RatingEntry, ValueEntry } from './nodes/data.ts';
export type { Declaration, PolicyBlock, PolicyEntry, PolicyFile, Use } from './nodes/file.ts';
export type { LadderStep, Notify } from './nodes/follow-up.ts';
export type {
  Clock,
  DateLiteral,
  Duration,
  DurationUnit,
  FlagLiteral,
  InstantLiteral,
  Literal,
  MoneyLiteral,
  NumberLiteral,
  PercentLiteral,
  TextLiteral,
} from './nodes/literals.ts';
export type { Node } from './nodes/node.ts';
export type {
  CalendarBlock,
  CalendarEntry,
  CapacityLimit,
  Day,
  Period,
  QueueBlock,
  QueueEntry,
  RepEntry,
  RepMember,
  TeamBlock,
  TeamEntry,
} from './nodes/people.ts';
export type {
  Action,
  Clause,
  DefaultLine,
  FallbackEntry,
  Otherwise,
  RouteBlock,
  Rule,
  Split,
  SplitArm,
  Strategy,
  Target,
  WeightLine,
} from './nodes/routing.ts';
export type { Field, LeadBlock, Modifier, RecordBlock, RepFieldsBlock, TypeNode } from './nodes/shapes.ts';
export type { Expect, Given, TestBlock } from './nodes/tests.ts';
export type { Path, Product, Reading, Sum, Value } from './nodes/values.ts';
