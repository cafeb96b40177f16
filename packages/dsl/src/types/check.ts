// The files of a policy and what their names mean → the type of everything in it, and all that does not fit together.

import type { NodeId } from '../ast/nodes.ts';
import type { Staged } from '../diagnostics/diagnostic.ts';
import { inTextOrder } from '../diagnostics/report.ts';
import type { Bindings } from '../names/bindings.ts';
import { eachPlace } from '../names/places.ts';
import type { Source } from '../source/source.ts';
import { checkCalendars } from './calendars.ts';
import { startChecking } from './checking.ts';
import { checkCondition } from './conditions/condition.ts';
import { depthCheck } from './conditions/depth.ts';
import { checkFields } from './fields.ts';
import { checkLists } from './list-facts.ts';
import { missingCheck } from './missing/missing.ts';
import { checkPeople } from './people.ts';
import { checkRouting } from './routing/route.ts';
import { checkStages } from './stages.ts';
import { checkConditionStyle, checkListStyle } from './style/lints.ts';
import { checkTables } from './tables.ts';
import { checkTests } from './tests.ts';
import type { Types } from './types.ts';
import { checkValue } from './values.ts';

/** What checking needs beside the names. */
export interface CheckOptions {
  /** The text of the file that a list comes from, by the id of the ListDeclaration; `load` gives them. */
  readonly listTexts?: ReadonlyMap<NodeId, string>;
  /** The file that a table's rows come from, by the id of the TableBlock; `load` gives them. */
  readonly tableTexts?: ReadonlyMap<NodeId, Source>;
  /** Only a part of a policy is looked at. */
  readonly part?: boolean;
}

/** Checks a policy. Diagnostics in text order; what `resolve` has reported is not reported again. */
export function check(bindings: Bindings, options: CheckOptions = {}): Staged<Types> {
  const checking = startChecking(
    bindings,
    { listTexts: new Map(), tableTexts: new Map(), ...options },
    options.part ?? false,
  );
  checkFields(checking);
  checkLists(checking);
  checkCalendars(checking);
  eachPlace(bindings.files, {
    condition: (condition) => checkCondition(condition, checking),
    value: (value, place) => {
      if (place.kind !== 'target') checkValue(value, checking);
    },
  });
  checkStages(checking);
  checkPeople(checking);
  checkTables(checking);
  checkRouting(checking);
  checkTests(checking);
  checkListStyle(checking);
  const checkDepth = depthCheck(checking);
  const checkMissing = missingCheck(checking);
  eachPlace(bindings.files, {
    condition: (condition, place) => {
      checkDepth(condition);
      checkMissing(condition, place);
      checkConditionStyle(condition, checking);
    },
  });
  const { fields, values, constants, readings, comparisons, targets, lists, repValues, testValues, tableRows } =
    checking;
  return {
    value: {
      fields,
      values,
      constants,
      readings,
      comparisons,
      targets,
      lists,
      repValues,
      testValues,
      tableRows,
      defineOrder: bindings.defineOrder,
    },
    diagnostics: inTextOrder(checking.problems),
  };
}
