// The package's one entry: what it exports.

export { assertNever } from './assert-never.ts';
export type { Enricher, Match, MatchLine, Prefer, Table, TableKey, TableRow } from './before-routing.ts';
export { canonicalJson } from './canonical.ts';
export { compareCodePoints, sortedBy } from './compare.ts';
export type {
  Atom,
  ComparedAs,
  Condition,
  Constant,
  Define,
  Duration,
  DurationUnit,
  Identified,
  Needles,
  Value,
} from './conditions.ts';
export { policyHash, sha256Hex } from './hash.ts';
export type { IrIssue, IrIssueCode } from './issue.ts';
export { isJsonObject } from './json-object.ts';
export { lastResortOf } from './last-resort.ts';
export type { ModelFile, ModelRow } from './model.ts';
export { MODEL_FORMAT } from './model.ts';
export type {
  Action,
  Calendar,
  Clock,
  CountsLine,
  Effect,
  Ending,
  Fallback,
  LadderStep,
  Period,
  Pick,
  Policy,
  Queue,
  Rep,
  Reserve,
  Respond,
  Route,
  Rule,
  Score,
  ScoreLine,
  Split,
  SplitArm,
  Strategy,
  Target,
  Team,
  WeightLine,
} from './policy.ts';
export { IR_FORMAT } from './policy.ts';
export { modelSchema, policySchema } from './schema.ts';
export type { DateText, Field, InstantText, RecordShape, RepValue, Shape, Type, Written } from './shapes.ts';
export type { SourceMap, SourceSpan } from './source-map.ts';
export type { Cell, CellPart, CellProblem, CellReading } from './tables/cell.ts';
export { cellType, fitsCell, fitsPart, isCellProblem, keyOfValue, readCell } from './tables/cell.ts';
export type { Directory, People } from './tables/people.ts';
export { idsOf, peopleOf, repDirectory, teamDirectory } from './tables/people.ts';
export type { ProblemWords } from './tables/problem-words.ts';
export { problemWords } from './tables/problem-words.ts';
export type { KeyColumn, SheetPlace, SheetProblem, TableColumns, TableReading } from './tables/read-table.ts';
export { readTable } from './tables/read-table.ts';
export type { PlainValue, ValueProblem } from './tables/read-value.ts';
export type { Bound, RowIssue } from './tables/row-issue.ts';
export type { Sheet, SheetRow } from './tables/sheet.ts';
export { sheetOfObjects } from './tables/sheet.ts';
export { sheetWords } from './tables/sheet-words.ts';
export type { Damage } from './tables/spreadsheet-damage.ts';
export { withRoster } from './tables/with-roster.ts';
export { withTable } from './tables/with-table.ts';
export type { Expectation, Given, Json, TestCase } from './test-case.ts';
export type { Validated } from './validate.ts';
export { validatePolicy } from './validate.ts';
export type { ValidatedModel } from './validate-model.ts';
export { validateModel } from './validate-model.ts';
export type { DateParts, Day } from './values/date.ts';
export { addMonthsToDay, dayOf, formatDate, parseDate, partsOf, weekday } from './values/date.ts';
export type { DecimalProblem, ExactNumber, Numeric } from './values/decimal.ts';
export {
  addNumeric,
  compareNumeric,
  decimalFromJson,
  decimalProblem,
  formatDecimal,
  fromExact,
  jsonNumberProblem,
  MAX_DIGITS,
  multiplyNumeric,
  parseDecimal,
  toExact,
} from './values/decimal.ts';
export { durationMs } from './values/duration.ts';
export { FOLD_VERSION, foldText } from './values/fold.ts';
export { halvedPoints } from './values/halving.ts';
export { formatInstant, parseInstant } from './values/instant.ts';
export { toHundredths } from './values/percent.ts';
export { distance, nearest, suggest } from './values/suggest.ts';
export { collapseWhiteSpace, isBlank, isWhiteSpace, trimText } from './values/white-space.ts';
export { mentions } from './values/words.ts';
export type { PatternField, PatternPart, PatternProblem, WrittenPattern } from './values/written-pattern.ts';
export { isNumberPart, readPattern } from './values/written-pattern.ts';
export type { Place, PolicyVisitor, RulePart, Visitor } from './walk.ts';
export { conditionParts, conditionValues, valueParts, walkCondition, walkPolicy, walkValue } from './walk.ts';
