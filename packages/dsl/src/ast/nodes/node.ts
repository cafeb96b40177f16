// Every node that carries an id, as one union.

import type { Name } from './base.ts';
import type { MatchLine, PreferLine, ReviewLine, ScoreLine, TableKey } from './before-routing.ts';
import type { Condition, Listing, Range, Test } from './conditions.ts';
import type { Datum, DatumElement, RatingEntry, ValueEntry } from './data.ts';
import type { Declaration, PolicyBlock, PolicyEntry, PolicyFile, Use } from './file.ts';
import type { LadderStep } from './follow-up.ts';
import type { Clock, Duration } from './literals.ts';
import type { CalendarEntry, CapacityLimit, QueueEntry, RepEntry, TeamEntry } from './people.ts';
import type {
  Action,
  Clause,
  DefaultLine,
  FallbackEntry,
  Otherwise,
  Rule,
  SplitArm,
  Strategy,
  Target,
  WeightLine,
} from './routing.ts';
import type { Field, Modifier, TypeNode } from './shapes.ts';
import type { Expect, Given } from './tests.ts';
import type { Path, Value } from './values.ts';

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
