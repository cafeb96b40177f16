// A value or a condition → whether it can differ from rep to rep.

import type { Condition, Reading, Value } from '../../ast/nodes.ts';
import type { Bindings } from '../../names/bindings.ts';
import { eachReading, eachValueReading } from '../../names/condition-walk.ts';

/** What is known of the names. */
interface Facts {
  readonly bindings: Pick<Bindings, 'references'>;
}

/** Whether a value reads something of the rep that is looked at. */
export function valueReadsRep(value: Value, facts: Facts): boolean {
  let found = false;
  eachValueReading(value, (reading) => {
    found ||= readingReadsRep(reading, facts);
  });
  return found;
}

/** Whether a condition reads something of the rep that is looked at, also through defines; true where that could not be made out. */
export function conditionReadsRep(condition: Condition, facts: Facts): boolean {
  const { references } = facts.bindings;
  const seen = new Set<Condition>();
  const open = [condition];
  let found = false;
  for (let next = open.pop(); next !== undefined && !found; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.kind === 'broken') return true;
    eachReading(next, (reading) => {
      const referent = references.get(reading.path.id);
      if (referent?.kind === 'define') open.push(referent.define.condition);
      found ||= referent === undefined || readingReadsRep(reading, facts);
    });
  }
  return found;
}

function readingReadsRep({ path, of }: Reading, { bindings }: Facts): boolean {
  return (of?.kind === 'path' ? [path, of] : [path]).some((one) => {
    const kind = bindings.references.get(one.id)?.kind;
    return kind === 'rep-field' || kind === 'rep-built-in';
  });
}
