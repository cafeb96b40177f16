// The files of a policy → what every name in them means, and the names that mean nothing.

import { assertNever } from '@fairlead/ir';
import type { Declaration, PolicyFile } from '../ast/nodes.ts';
import type { Diagnostic, Staged } from '../diagnostics/diagnostic.ts';
import { inTextOrder } from '../diagnostics/report.ts';
import type { Bindings } from './bindings.ts';
import { checkBlocks } from './blocks.ts';
import { checkCircles } from './circles.ts';
import { resolveCondition, resolveListing } from './condition-names.ts';
import { collect } from './declarations.ts';
import { checkRepFieldNames, resolveFields } from './field-names.ts';
import { checkLeavers } from './leavers.ts';
import type { Names } from './names.ts';
import { resolveQueue, resolveTeam } from './people-names.ts';
import { checkReach } from './reach.ts';
import { resolveRoute } from './route-names.ts';
import { resolveEnrich, resolveMatch, resolveScore, resolveTable } from './stage-names.ts';
import { resolveTests } from './test-names.ts';
import { checkUnused } from './unused.ts';

/** How much of a policy the files are. */
export interface ResolveOptions {
  /** Only a part of a policy, such as a file of teams by itself: blocks may be missing, and names may be declared elsewhere. */
  readonly part?: boolean;
}

/** Resolves all names of a policy. `files` in reading order, as `load` gives them. Diagnostics in text order. */
export function resolve(files: readonly PolicyFile[], options: ResolveOptions = {}): Staged<Bindings> {
  const problems: Diagnostic[] = [];
  const declared = collect(files, problems);
  const names: Names = { declared, references: new Map(), problems, part: options.part ?? false };
  checkBlocks(files, declared, names.part, problems);
  for (const file of files) for (const declaration of file.declarations) resolveDeclaration(declaration, names);
  resolveTests(names);
  const { defineOrder, listOrder } = checkCircles(names);
  checkReach(names, defineOrder);
  checkLeavers(names);
  if (!names.part) checkUnused(names);
  const { space: _, ...bindings } = declared;
  return {
    value: { ...bindings, defineOrder, listOrder, references: names.references },
    diagnostics: inTextOrder(problems),
  };
}

function resolveDeclaration(node: Declaration, names: Names): void {
  switch (node.kind) {
    case 'lead':
      resolveFields(node.fields, 'The lead', names);
      return;
    case 'record':
      resolveFields(node.fields, `The record \`${node.name.text}\``, names);
      return;
    case 'rep-fields':
      checkRepFieldNames(node.fields, names);
      resolveFields(node.fields, 'A rep', names);
      return;
    case 'list':
      if (node.body?.kind === 'listing') resolveListing(node.body, [], names);
      return;
    case 'define':
      resolveCondition(node.condition, names);
      return;
    case 'team':
      resolveTeam(node, names);
      return;
    case 'queue':
      resolveQueue(node, names);
      return;
    case 'enrich':
      resolveEnrich(node, names);
      return;
    case 'match':
      resolveMatch(node, names);
      return;
    case 'score':
      resolveScore(node, names);
      return;
    case 'table':
      resolveTable(node, names);
      return;
    case 'route':
      resolveRoute(node, names);
      return;
    case 'calendar':
    case 'test':
      return;
    default:
      assertNever(node);
  }
}
