// Turns a policy's lead, records and rep fields into fields by name and slot.

import { type Field, foldText, type Policy, type Shape, type Type, type Value, walkPolicy } from '@fairlead/ir';
import type { TextValue } from '../values/runtime-value.ts';
import { textValue } from '../values/text-value.ts';
import type { PlanField, PlanShape } from './evaluation.ts';

/** The shapes of a policy. Rep fields are a shape too, whose slots `PlanRep.values` goes by. */
export interface Shapes {
  readonly lead: PlanShape;
  readonly records: ReadonlyMap<string, PlanShape>;
  readonly repFields: PlanShape;
}

/** Reads the shapes of a validated policy. */
export function readShapes(policy: Policy): Shapes {
  const asked = fieldsAskedForMail(policy);
  return {
    lead: shapeOf(policy.lead, asked, ''),
    records: new Map(policy.records.map((record) => [record.name, shapeOf(record, asked, record.name)])),
    repFields: shapeOf({ blank: [], fields: policy.repFields }, new Map(), ''),
  };
}

/** By record ("" is the lead) and field, as `record.field`. */
type Asked = ReadonlyMap<string, PlanField['asksMail']>;

/** What a table's rows give. */
export function shapeOfGives(gives: readonly Field[]): PlanShape {
  return shapeOf({ blank: [], fields: gives }, new Map(), '');
}

function shapeOf(shape: Shape, asked: Asked, record: string): PlanShape {
  return {
    slots: new Map(shape.fields.map(({ name }, slot) => [name, slot])),
    fields: shape.fields.map((field) => fieldOf(field, asked.get(`${record}.${field.name}`) ?? 'nothing')),
    blank: new Set(shape.blank.map(foldText)),
  };
}

function fieldOf(field: Field, asksMail: PlanField['asksMail']): PlanField {
  const choices = choicesOf(field.type);
  return {
    name: field.name,
    column: field.column ?? field.name,
    type: field.type,
    optional: field.optional,
    private: field.private,
    ...(field.written === undefined ? {} : { written: field.written }),
    ...(choices === undefined ? {} : { choices: new Map(choices.map((choice) => [choice.folded, choice])) }),
    asksMail,
  };
}

function choicesOf(type: Type): readonly TextValue[] | undefined {
  if (type.kind === 'list') return choicesOf(type.of);
  return type.kind === 'choice' ? type.choices.flatMap((choice) => textValue(choice) ?? []) : undefined;
}

/** The fields whose domain or free mail some condition asks for. */
function fieldsAskedForMail(policy: Policy): Asked {
  const asked = new Map<string, PlanField['asksMail']>();
  const note = (value: Value, what: PlanField['asksMail']): void => {
    if (value.kind !== 'lead' && value.kind !== 'match') return;
    const start = value.kind === 'lead' ? '' : (policy.matches.find(({ name }) => name === value.match)?.record ?? '');
    const owner = ownerOf(policy, value.path, start);
    if (asked.get(owner) !== 'domain') asked.set(owner, what);
  };
  walkPolicy(policy, {
    value: (value) => {
      if (value.kind === 'domain') note(value.of, 'domain');
    },
    condition: (condition) => {
      if (condition.kind === 'free-mail') note(condition.value, 'free-mail');
    },
  });
  return asked;
}

/** The field that a path from the lead ("") or a record ends in, as `record.field`. */
function ownerOf(policy: Policy, path: readonly string[], start: string): string {
  let record = start;
  for (const step of path.slice(0, -1)) {
    const fields = record === '' ? policy.lead.fields : policy.records.find(({ name }) => name === record)?.fields;
    const type = fields?.find(({ name }) => name === step)?.type;
    record = type?.kind === 'record' ? type.record : '';
  }
  return `${record}.${path.at(-1) ?? ''}`;
}
