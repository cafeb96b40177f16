// Nothing → the fields of the sample policy's leads and reps.
import type { Field, Type } from '@fairlead/ir';

/** A field, needed and plain but for what is said. */
export function sampleField(name: string, type: Type, more: Partial<Field> = {}): Field {
  return { name, type, optional: false, private: false, unique: false, ...more };
}

/** Of each type one. */
export const LEAD_FIELDS: readonly Field[] = [
  sampleField('id', { kind: 'code' }),
  sampleField('email', { kind: 'email' }, { private: true }),
  sampleField('company', { kind: 'text' }, { optional: true, column: 'Company Name' }),
  sampleField('title', { kind: 'text' }, { optional: true }),
  sampleField('country', { kind: 'choice', choices: ['DE', 'AT'], open: true }),
  sampleField('industry', { kind: 'text' }, { optional: true }),
  sampleField('employees', { kind: 'count' }, { optional: true }),
  sampleField(
    'rate',
    { kind: 'number' },
    { written: { kind: 'number', prefix: '$', suffix: '', group: ',', decimal: '.' } },
  ),
  sampleField('budget', { kind: 'money', currency: 'USD' }),
  sampleField('opted_in', { kind: 'flag' }, { written: { kind: 'flag', yes: 'Yes', no: 'No' } }),
  sampleField(
    'created',
    { kind: 'time' },
    { written: { kind: 'time', pattern: 'd MMM, yyyy HH:mm', zone: 'Asia/Kolkata' } },
  ),
  sampleField('activity', { kind: 'signals' }),
  sampleField('tags', { kind: 'list', of: { kind: 'text' } }),
  sampleField('parent', { kind: 'record', record: 'account' }, { optional: true }),
];

/** Of each type that reps may have. */
export const REP_FIELDS: readonly Field[] = [
  sampleField('skills', { kind: 'ratings' }),
  sampleField('languages', { kind: 'list', of: { kind: 'text' } }),
  sampleField('hired', { kind: 'date' }),
  sampleField('win_rate', { kind: 'number' }, { optional: true }),
  sampleField('active', { kind: 'flag' }),
  sampleField('coach', { kind: 'rep' }, { optional: true }),
  sampleField('squad', { kind: 'team' }, { optional: true }),
];
