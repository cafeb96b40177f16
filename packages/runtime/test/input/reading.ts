// A policy whose lead has a field of each type, for fixtures/reading.txt.
import type { Field, Policy } from '@fairlead/ir';
import { field, policyOf, repOf, type } from '@fairlead/testkit/ir-builders';

const optional = { optional: true };
const amount = { kind: 'number', suffix: '', group: ',', decimal: '.' } as const;

/** The fields by the words that head their blocks in the fixture. */
export const FIELDS: Readonly<Record<string, Field>> = {
  'name text': field('name', type('text'), optional),
  'sku code': field('sku', type('code'), optional),
  'mail email': field('mail', type('email'), optional),
  'revenue number': field('revenue', type('number'), optional),
  'employees count': field('employees', type('count'), optional),
  'budget money USD': field('budget', { kind: 'money', currency: 'USD' }, optional),
  'opted_in flag': field('opted_in', type('flag'), optional),
  'founded date': field('founded', type('date'), optional),
  'created time': field('created', type('time'), optional),
  'size "Small" | "Very large" | "Straße"': field(
    'size',
    { kind: 'choice', choices: ['Small', 'Very large', 'Straße'], open: false },
    optional,
  ),
  'industry "Finance" | "Software" | text': field(
    'industry',
    { kind: 'choice', choices: ['Finance', 'Software'], open: true },
    optional,
  ),
  'owner rep': field('owner', type('rep'), optional),
  'region team': field('region', type('team'), optional),
  'languages list of text': field('languages', { kind: 'list', of: type('text') }, optional),
  'prices list of number': field('prices', { kind: 'list', of: type('number') }, optional),
  'activity signals': field('activity', type('signals'), optional),
  'interests ratings': field('interests', type('ratings'), optional),
  'account record': field('account', { kind: 'record', record: 'account' }, optional),
  'paid from "Paid On" written "d MMM, yyyy"': field('paid', type('date'), {
    ...optional,
    column: 'Paid On',
    written: { kind: 'time', pattern: 'd MMM, yyyy' },
  }),
  'seen written "yyyy-MM-dd HH:mm" in "Asia/Kolkata"': field('seen', type('time'), {
    ...optional,
    written: { kind: 'time', pattern: 'yyyy-MM-dd HH:mm', zone: 'Asia/Kolkata' },
  }),
  'value written "$1,234.50"': field(
    'value',
    { kind: 'money', currency: 'USD' },
    { ...optional, written: { ...amount, prefix: '$' } },
  ),
  'rate written "12.5%"': field('rate', type('number'), {
    ...optional,
    written: { ...amount, prefix: '', suffix: '%', group: '' },
  }),
  'consent written "Opted in" or "Opted out"': field('consent', type('flag'), {
    ...optional,
    written: { kind: 'flag', yes: 'Opted in', no: 'Opted out' },
  }),
};

/** The policy; `more` fields come behind those above. */
export function readingPolicy(more: readonly Field[] = []): Policy {
  return policyOf({
    zone: 'Europe/Berlin',
    blank: ['N/A', 'Select'],
    fields: [...Object.values(FIELDS), ...more],
    records: [
      {
        name: 'account',
        source: 'accounts',
        blank: [],
        fields: [
          field('name', type('text'), { column: 'Account Name' }),
          field('tier', type('text'), optional),
          field('parent', { kind: 'record', record: 'account' }, optional),
        ],
      },
    ],
    repFields: [field('crm', type('code'), { optional: true, unique: true })],
    teams: [{ id: 'sales', label: 'Sales Team', members: ['ana', 'ben', 'cy'], counts: [] }],
    reps: [
      repOf('ana', 'sales', { label: 'Ana Ruiz', values: { crm: 'U-1' } }),
      repOf('ben', 'sales', { label: 'Sam', values: { crm: 'U-2' } }),
      repOf('cy', 'sales', { label: 'sam' }),
    ],
  });
}
