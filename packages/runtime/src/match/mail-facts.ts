// Turns a record as the host gave it into one whose private texts nobody will look up in a list that notes what it is asked.
import type { PlanField, PlanShape } from '../plan/evaluation.ts';
import type { RuntimeValue } from '../values/runtime-value.ts';
import type { Domains, FoundRecord } from '../world.ts';

/**
 * The record with what the lists of domains say about its private texts, where the policy asks for it. Records that were read from rows know it already.
 */
export function withMailFacts(shape: PlanShape, found: FoundRecord, domains: Domains): FoundRecord {
  const { fields } = found.value;
  const isBare = (field: PlanField, slot: number): boolean => asksAbout(field) && isBareText(fields[slot]);
  if (!shape.fields.some(isBare)) return found;
  const complete = fields.map((value, slot) => {
    const field = shape.fields[slot];
    if (field === undefined || !isBare(field, slot) || typeof value !== 'object' || value.kind !== 'text') return value;
    const freeMail = domains.isFreeMail(value.raw);
    const domain = freeMail ? undefined : domains.registrable(value.raw);
    return { ...value, mail: { freeMail, ...(domain === undefined ? {} : { domain }) } };
  });
  return { ...found, value: { kind: 'record', fields: complete } };
}

function asksAbout(field: PlanField): boolean {
  return field.private && field.asksMail !== 'nothing';
}

function isBareText(value: RuntimeValue | undefined): boolean {
  return typeof value === 'object' && value.kind === 'text' && value.mail === undefined;
}
