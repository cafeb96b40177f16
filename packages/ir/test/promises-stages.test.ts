// Each promise of policy.ts about what comes before routing, and about splits, limits and temporary owners: broken once, it is found at its place.
import { at, broken, type Case, checkPromises, copy, draft, remove, set } from './draft.ts';

const CUSTOMER = ['matches', 0] as const;
const FAMILY = ['matches', 1] as const;
const TERRITORY = ['tables', 0] as const;
const HALF = ['route', 'rules', 5, 'action'] as const;
const TURNS = ['route', 'rules', 6, 'action'] as const;
const PICK = ['route', 'rules', 0, 'action', 'pick'] as const;

const enrichers: readonly Case[] = [
  broken(
    'enrichers are unique',
    (p) => at(p, 'enrichers').push(copy(at(p, 'enrichers', 0))),
    'duplicate /enrichers/1/name "firmographics" is there twice',
  ),
  broken(
    'a key reads what was submitted: no match',
    (p) => set(p, { kind: 'match', match: 'customer', path: ['name'] }, 'enrichers', 0, 'by'),
    'order /enrichers/0/by It reads the match "customer", which is made later',
  ),
  broken(
    'nor a score',
    (p) => set(p, { kind: 'score', score: 'fit' }, 'enrichers', 0, 'by'),
    'order /enrichers/0/by It reads the score "fit", which is computed later',
  ),
  broken(
    'a key can be compared',
    (p) => set(p, { kind: 'lead', path: ['activity'] }, 'enrichers', 0, 'by'),
    'invariant /enrichers/0/by A signals is no key',
  ),
  broken(
    'what is filled are fields of the lead',
    (p) => set(p, ['shoes'], 'enrichers', 0, 'fill'),
    'unknown-name /enrichers/0/fill/0 There is no field of the lead "shoes"',
  ),
  broken(
    'what is filled can be missing',
    (p) => set(p, ['id'], 'enrichers', 0, 'fill'),
    'invariant /enrichers/0/fill/0 "id" is never missing: only optional fields are filled',
  ),
  broken(
    'each field is filled once',
    (p) => set(p, ['company', 'company'], 'enrichers', 0, 'fill'),
    'duplicate /enrichers/0/fill/1 "company" is there twice',
  ),
  broken(
    'a provider has some time',
    (p) => set(p, 0, 'enrichers', 0, 'within', 'amount'),
    'invariant /enrichers/0/within/amount It is more than no time',
  ),
  broken(
    'an answer is kept for a time of one length',
    (p) => set(p, 'month', 'enrichers', 0, 'reuseFor', 'unit'),
    'invariant /enrichers/0/reuseFor/unit Months have no one length',
  ),
];

const matches: readonly Case[] = [
  broken(
    'matches are unique',
    (p) => set(p, 'customer', ...FAMILY, 'name'),
    'duplicate /matches/1/name "customer" is there twice',
    'unknown-name /matches/1/lines/0/when/of/1/right/match There is no match "family"',
    'unknown-name /matches/1/prefer/0/value/match There is no match "family"',
    'unknown-name /matches/1/prefer/1/value/match There is no match "family"',
  ),
  broken(
    'a match has records',
    (p) => set(p, 'deal', ...FAMILY, 'record'),
    'unknown-name /matches/1/record There is no record "deal"',
    'unknown-name /matches/1/lines/0/when/of/1/right/path/0 There is no field of the record "name"',
    'unknown-name /matches/1/prefer/0/value/path/0 There is no field of the record "since"',
    'unknown-name /matches/1/prefer/1/value/path/0 There is no field of the record "size"',
  ),
  broken(
    'fields of records exist',
    (p) => set(p, ['shoes'], ...CUSTOMER, 'prefer', 1, 'value', 'path'),
    'unknown-name /matches/0/prefer/1/value/path/0 There is no field of the record "shoes"',
  ),
  broken(
    'a match reads those before it',
    (p) => void at(p, 'matches').reverse(),
    'order /matches/0/lines/0/when/of/0/name It reads the match "customer", which is made later',
    'order /matches/0/lines/0/when/of/1/left It reads the match "customer", which is made later',
  ),
  broken(
    'whether there is a record is not asked while it is looked for',
    (p) => set(p, 'family', ...FAMILY, 'lines', 0, 'when', 'of', 0, 'name'),
    'order /matches/1/lines/0/when/of/0/name It reads the match "family", which is made later',
  ),
  broken(
    'what is asked about exists',
    (p) => set(p, 'friend', ...FAMILY, 'lines', 0, 'when', 'of', 0, 'name'),
    'unknown-name /matches/1/lines/0/when/of/0/name There is no match "friend"',
  ),
  broken(
    'a match reads no table',
    (p) => set(p, { kind: 'table', table: 'region', field: 'name' }, ...FAMILY, 'lines', 0, 'when', 'of', 1, 'left'),
    'order /matches/1/lines/0/when/of/1/left It reads the table "region", which is looked up later',
    'invariant /matches/1/lines/0/when No part compares the record with the lead by "is" or "like"',
  ),
  broken(
    'also through a define',
    (p) => {
      set(p, { kind: 'matched', id: 2, of: 'table', name: 'region', negated: false }, 'defines', 0, 'condition');
      set(p, { kind: 'define', id: 3, define: 'executive' }, ...CUSTOMER, 'prefer', 0, 'condition');
    },
    'order /matches/0/prefer/0/condition/define It reads the table "region", which is looked up later',
  ),
  broken(
    'a line compares the record with the lead',
    (p) => set(p, '>=', ...FAMILY, 'lines', 0, 'when', 'of', 1, 'operator'),
    'invariant /matches/1/lines/0/when/of/1/operator ">=" orders numbers, dates and instants, not text',
    'invariant /matches/1/lines/0/when No part compares the record with the lead by "is" or "like"',
  ),
  broken(
    'a constant is not the lead',
    (p) =>
      set(p, { kind: 'constant', constant: { kind: 'text', text: 'acme' } }, ...CUSTOMER, 'lines', 0, 'when', 'right'),
    'invariant /matches/0/lines/0/when No part compares the record with the lead by "is" or "like"',
  ),
  broken(
    'what is not like finds nothing',
    (p) => set(p, true, ...CUSTOMER, 'lines', 1, 'when', 'of', 0, 'negated'),
    'invariant /matches/0/lines/1/when No part compares the record with the lead by "is" or "like"',
  ),
  broken(
    'names are alike, numbers are not',
    (p) => set(p, { kind: 'lead', path: ['employees'] }, ...CUSTOMER, 'lines', 1, 'when', 'of', 0, 'left'),
    'invariant /matches/0/lines/1/when/of/0/left A count is not compared as text',
  ),
  broken(
    'a confidence is a percent',
    (p) => set(p, 100.5, ...CUSTOMER, 'lines', 0, 'confidence'),
    'invariant /matches/0/lines/0/confidence A percent is from 1 to 100, with at most two decimal places',
  ),
  broken(
    'with two decimal places',
    (p) => set(p, 84.999, ...CUSTOMER, 'accept'),
    'invariant /matches/0/accept A percent is from 1 to 100, with at most two decimal places',
  ),
  broken(
    'review begins below',
    (p) => set(p, 85, ...CUSTOMER, 'review', 'from'),
    'order /matches/0/review/from Review begins below what is accepted',
  ),
  broken(
    'review begins at something',
    (p) => set(p, 0.5, ...CUSTOMER, 'review', 'from'),
    'invariant /matches/0/review/from A percent is from 1 to 100, with at most two decimal places',
  ),
  broken(
    'whoever reviews has a queue',
    (p) => set(p, 'desk', ...CUSTOMER, 'review', 'queue'),
    'unknown-name /matches/0/review/queue There is no queue "desk"',
  ),
  broken(
    'the newest is of an instant',
    (p) => set(p, ['size'], ...CUSTOMER, 'prefer', 1, 'value', 'path'),
    'invariant /matches/0/prefer/1/value Of a count there is no newest',
  ),
  broken(
    'the lowest is of something with an order',
    (p) => set(p, ['name'], ...CUSTOMER, 'prefer', 2, 'value', 'path'),
    'invariant /matches/0/prefer/2/value Of a text there is no lowest',
  ),
];

const tables: readonly Case[] = [
  broken(
    'tables are unique',
    (p) => set(p, 'territory', 'tables', 1, 'name'),
    'duplicate /tables/1/name "territory" is there twice',
    'unknown-name /tables/1/keys/0/value/field There is no field that the table gives "owner"',
    'unknown-name /route/rules/5/action/to/arms/1/to/value/field There is no field that the table gives "owner"',
  ),
  broken(
    'a table reads those before it',
    (p) => void at(p, 'tables').reverse(),
    'order /tables/0/keys/0/value It reads the table "territory", which is looked up later',
  ),
  broken(
    'a table reads no score',
    (p) => {
      set(p, { kind: 'score', score: 'fit' }, ...TERRITORY, 'keys', 1, 'value');
      remove(p, ...TERRITORY, 'keys', 1, 'currency');
    },
    'order /tables/0/keys/1/value It reads the score "fit", which is computed later',
  ),
  broken(
    'keys are unique',
    (p) => set(p, 'country', ...TERRITORY, 'keys', 1, 'name'),
    'duplicate /tables/0/keys/1/name "country" is there twice',
  ),
  broken(
    'keys are compared as their values are',
    (p) => set(p, 'number', ...TERRITORY, 'keys', 0, 'as'),
    'invariant /tables/0/keys/0/value A choice is not compared as number',
  ),
  broken(
    'cells of money are in its currency',
    (p) => set(p, 'EUR', ...TERRITORY, 'keys', 1, 'currency'),
    'invariant /tables/0/keys/1/currency Its cells are in USD',
  ),
  broken(
    'only money has one',
    (p) => set(p, 'EUR', ...TERRITORY, 'keys', 0, 'currency'),
    'invariant /tables/0/keys/0/currency Only a key of money has a currency',
  ),
  broken(
    'what it gives is unique',
    (p) => set(p, 'owner', ...TERRITORY, 'gives', 1, 'name'),
    'duplicate /tables/0/gives/1/name "owner" is there twice',
    'unknown-name /tables/0/rows/0/gives/backup The table gives no "backup"',
  ),
  broken(
    'what it gives is not private',
    (p) => set(p, true, ...TERRITORY, 'gives', 1, 'private'),
    'invariant /tables/0/gives/1/private What a table gives is not private',
  ),
  broken(
    'a table gives no signals',
    (p) => {
      set(p, { kind: 'signals' }, ...TERRITORY, 'gives', 1, 'type');
      remove(p, ...TERRITORY, 'rows', 0, 'gives', 'backup');
    },
    'invariant /tables/0/gives/1/type A table gives no signals',
  ),
  broken(
    'rows are in the order of the file',
    (p) => set(p, 2, ...TERRITORY, 'rows', 1, 'line'),
    'order /tables/0/rows/1/line Rows are in the order of the file',
  ),
  broken(
    'a row has all its cells',
    (p) => void at(p, ...TERRITORY, 'rows', 1, 'keys').pop(),
    'invariant /tables/0/rows/1/keys A row has 3 cells for keys, one each',
  ),
  broken(
    'and no more',
    (p) => at(p, ...TERRITORY, 'rows', 1, 'keys').push(draft('*')),
    'invariant /tables/0/rows/1/keys A row has 3 cells for keys, one each',
  ),
  broken(
    'no cell is blank',
    (p) => set(p, ' ', ...TERRITORY, 'rows', 1, 'keys', 0),
    'invariant /tables/0/rows/1/keys/0 The cell cannot be read (blank)',
  ),
  broken(
    'ranges go up',
    (p) => set(p, '999..100', ...TERRITORY, 'rows', 0, 'keys', 1),
    'invariant /tables/0/rows/0/keys/1 The cell cannot be read (range-reversed)',
  ),
  broken(
    'a row gives what the table gives',
    (p) => set(p, 'ana', ...TERRITORY, 'rows', 0, 'gives', 'manager'),
    'unknown-name /tables/0/rows/0/gives/manager The table gives no "manager"',
  ),
  broken(
    'a row gives all that is not optional',
    (p) => remove(p, ...TERRITORY, 'rows', 1, 'gives', 'owner'),
    'invariant /tables/0/rows/1/gives The field "owner" needs a value',
  ),
  broken(
    'a row gives values of their types',
    (p) => set(p, 'zoe', ...TERRITORY, 'rows', 1, 'gives', 'owner'),
    'invariant /tables/0/rows/1/gives/owner It is not a value of the type rep',
  ),
  broken(
    'what is read from a table is given by it',
    (p) => set(p, 'manager', ...HALF, 'to', 'arms', 1, 'to', 'value', 'field'),
    'unknown-name /route/rules/5/action/to/arms/1/to/value/field There is no field that the table gives "manager"',
  ),
  broken(
    'a table that is asked about exists',
    (p) => set(p, 'zone', 'route', 'rules', 5, 'when', 'name'),
    'unknown-name /route/rules/5/when/name There is no table "zone"',
  ),
];

const routing: readonly Case[] = [
  broken(
    'a member is paused above something',
    (p) => set(p, 0, 'teams', 0, 'pauseAbove'),
    'invariant /teams/0/pauseAbove It is more than 0',
  ),
  broken(
    'what a lead counts reads no rep',
    (p) => set(p, { kind: 'rep-open' }, 'teams', 0, 'counts', 0, 'when', 'left'),
    'invariant /teams/0/counts/0/when/left It reads a field of the rep, and no rep is looked at here',
  ),
  broken(
    'a lead counts as a whole one',
    (p) => set(p, 1.5, 'teams', 0, 'counts', 0, 'times'),
    'structure /teams/0/counts/0/times Expected is a whole number from 1 to 9007199254740991, found 1.5',
  ),
  broken(
    'shares total 100',
    (p) => set(p, 33.34, ...HALF, 'to', 'arms', 0, 'share'),
    'invariant /route/rules/5/action/to/arms Shares total 100',
  ),
  broken(
    'a share is something',
    (p) => {
      set(p, 0, ...TURNS, 'to', 'arms', 0, 'share');
      set(p, 100, ...TURNS, 'to', 'arms', 1, 'share');
    },
    'invariant /route/rules/6/action/to/arms/0/share A percent is more than 0 and at most 100, with at most two decimal places',
  ),
  broken(
    'arms differ',
    (p) => set(p, 'enterprise', ...TURNS, 'to', 'arms', 1, 'to', 'team'),
    'duplicate /route/rules/6/action/to/arms/1/to Another arm leads there already',
  ),
  broken(
    'arms lead somewhere',
    (p) => set(p, 'sales', ...TURNS, 'to', 'arms', 1, 'to', 'team'),
    'unknown-name /route/rules/6/action/to/arms/1/to/team There is no team "sales"',
  ),
  broken(
    'an arm is no split',
    (p) => set(p, copy(at(p, ...HALF, 'to')), ...TURNS, 'to', 'arms', 1, 'to'),
    'structure /route/rules/6/action/to/arms/1/to/kind Expected is "rep", "team", "queue" or "value", found "split"',
  ),
  broken(
    'a split by a key with an arm that may have nobody free is no ending',
    (p) => {
      set(p, copy(at(p, ...HALF)), 'route', 'otherwise', 'action');
      set(p, 'id|team:enterprise|1', 'route', 'otherwise', 'action', 'to', 'id');
      set(p, { kind: 'queue', queue: 'triage' }, 'route', 'otherwise', 'action', 'to', 'arms', 1, 'to');
    },
    'invariant /route/otherwise/action "otherwise" ends in a queue',
  ),
  broken('by rotation the arm of a queue takes what is left over', (p) => {
    set(p, copy(at(p, ...TURNS)), 'route', 'otherwise', 'action');
    set(p, 'rotation|team:enterprise|9', 'route', 'otherwise', 'action', 'to', 'id');
    set(p, { kind: 'queue', queue: 'triage' }, 'route', 'otherwise', 'action', 'to', 'arms', 1, 'to');
  }),
  broken(
    'split ids are unique',
    (p) => set(p, 'id|team:enterprise|0', ...TURNS, 'to', 'id'),
    'duplicate /route/rules/6/action/to/id "id|team:enterprise|0" is there twice',
  ),
  broken(
    'what is split by is never missing',
    (p) => set(p, { kind: 'domain', of: { kind: 'lead', path: ['email'] } }, ...HALF, 'to', 'by'),
    'invariant /route/rules/5/action/to/by A key is never missing',
  ),
  broken(
    'what is split by can be compared',
    (p) => set(p, { kind: 'lead', path: ['tags'] }, ...HALF, 'to', 'by'),
    'invariant /route/rules/5/action/to/by A list of text is no key',
  ),
  broken(
    'strategies need a team among the arms',
    (p) => {
      set(p, { kind: 'rep', rep: 'ana' }, ...TURNS, 'to', 'arms', 0, 'to');
      set(p, { kind: 'rep', rep: 'ben' }, ...TURNS, 'to', 'arms', 1, 'to');
    },
    'invariant /route/rules/6/action/pick Only of a team can somebody be chosen',
  ),
  broken(
    'a reserve is a share',
    (p) => set(p, 100.01, ...PICK, 'reserve', 'share'),
    'invariant /route/rules/0/action/pick/reserve/share A percent is more than 0 and at most 100, with at most two decimal places',
  ),
  broken(
    'a reserve is of a team',
    (p) =>
      set(
        p,
        { share: 20, for: { ...at(p, ...PICK, 'reserve', 'for'), id: 99 } },
        'route',
        'otherwise',
        'action',
        'pick',
        'reserve',
      ),
    'invariant /route/otherwise/action/pick Only of a team can somebody be chosen',
  ),
  broken(
    'a queue is no temporary owner',
    (p) => set(p, { amount: 1, unit: 'hour' }, 'route', 'rules', 0, 'action', 'fallback', 3, 'for'),
    'invariant /route/rules/0/action/fallback/3/for A queue is no temporary owner',
  ),
  broken(
    'a temporary owner has some time',
    (p) => set(p, 0, 'route', 'rules', 0, 'action', 'fallback', 2, 'for', 'amount'),
    'invariant /route/rules/0/action/fallback/2/for/amount It is more than no time',
  ),
  broken(
    'a model has a name',
    (p) => set(p, 'Wins 2026', ...TURNS, 'pick', 'strategy', 'model'),
    'structure /route/rules/6/action/pick/strategy/model Expected is a lower-case name such as "enterprise_eu", found "Wins 2026"',
  ),
  broken(
    'totals are of a period',
    (p) => set(p, 'year', ...HALF, 'pick', 'strategy', 'period'),
    'structure /route/rules/5/action/pick/strategy/period Expected is "day", "week" or "month", found "year"',
  ),
];

checkPromises(enrichers);
checkPromises(matches);
checkPromises(tables);
checkPromises(routing);
