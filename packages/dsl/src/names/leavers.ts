// Reps who leave → each place where the text still names them.

import type { NodeId, Path, PolicyFile } from '../ast/nodes.ts';
import { report } from '../diagnostics/report.ts';
import type { Span } from '../source/source.ts';
import type { RepDeclaration } from './bindings.ts';
import { eachReading, eachValueReading } from './condition-walk.ts';
import type { Names } from './names.ts';
import { eachPlace } from './places.ts';

/** Warns at every place but tests and team lists that names somebody who has a `left` line. There is no clock: the day is not compared. */
export function checkLeavers(names: Names): void {
  const leavers = [...names.declared.reps.values()].filter((rep) => leaving(rep) !== undefined);
  if (leavers.length === 0) return;
  eachNamedRep(names.declared.files, (id, span) => {
    const referent = names.references.get(id);
    const left = referent?.kind === 'rep' ? leaving(referent.rep) : undefined;
    if (referent?.kind !== 'rep' || left === undefined) return;
    const params = { name: referent.rep.name, on: left.on.text, successor: left.successor?.text };
    const related = [{ span: left.span, message: 'said here:' }];
    names.problems.push(report('FL231', span, params, { related }));
  });
}

function leaving(rep: RepDeclaration): { on: { text: string }; successor?: { text: string }; span: Span } | undefined {
  return rep.member.entries.find((entry) => entry.kind === 'left');
}

/** Calls for every Name and Path that could name a rep who gets or oversees leads. */
function eachNamedRep(files: readonly PolicyFile[], visit: (id: NodeId, span: Span) => void): void {
  const visitPath = (path: Path | undefined): void => {
    if (path !== undefined) visit(path.id, path.span);
  };
  const reading = ({ path, of }: { path: Path; of?: Path | { kind: 'text-literal' } }): void => {
    visitPath(path);
    if (of?.kind === 'path') visitPath(of);
  };
  eachPlace(files, {
    condition: (condition) => eachReading(condition, reading),
    value: (value) => eachValueReading(value, reading),
  });
  const visitName = (name: { id: NodeId; span: Span }): void => visit(name.id, name.span);
  for (const declaration of files.flatMap((file) => file.declarations)) {
    if (declaration.kind === 'queue') visitName(declaration.owner);
    if (declaration.kind === 'team') {
      for (const entry of declaration.entries) {
        if (entry.kind === 'manager') visitName(entry.rep);
        if (entry.kind !== 'rep-member') continue;
        for (const line of entry.entries) if (line.kind === 'backup') visitName(line.rep);
      }
    }
    if (declaration.kind === 'route') {
      const clauses = [
        ...declaration.defaults.map(({ clause }) => clause),
        ...declaration.rules.flatMap((rule) => rule.clauses),
        ...declaration.otherwise.flatMap((otherwise) => otherwise.clauses),
      ];
      for (const clause of clauses) {
        if (clause.kind !== 'weight') continue;
        for (const { applies } of clause.lines) if (applies.kind === 'for') applies.reps.forEach(visitName);
      }
    }
  }
}
