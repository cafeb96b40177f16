// A value that leaves the decision for all to see → the private fields that it would show.

import type { Field, Path, Value } from '../../ast/nodes.ts';
import { eachValueReading } from '../../names/condition-walk.ts';
import { type Checking, problem } from '../checking.ts';

/** Where a value would be seen. */
export type Shown = 'target' | 'strategy' | 'priority' | 'recipient' | 'preference';

/** Reports the private fields that a value reads; their domain is not private. */
export function reportPrivate(value: Value, shown: Shown, checking: Checking): void {
  eachValueReading(value, (reading) => {
    if (checking.readings.get(reading.id)?.kind === 'domain') return;
    for (const path of reading.of?.kind === 'path' ? [reading.path, reading.of] : [reading.path]) {
      const field = privateField(path, checking);
      if (field === undefined) continue;
      const related = [{ span: field.span, message: 'declared as private here:' }];
      problem('FL517', path.span, { field: field.name.text, shown }, checking, { related });
    }
  });
}

function privateField(path: Path, { bindings }: Checking): Field | undefined {
  const referent = bindings.references.get(path.id);
  if (referent === undefined || !('path' in referent)) return undefined;
  return referent.path.find((field) => field.modifiers.some((modifier) => modifier.kind === 'private'));
}
