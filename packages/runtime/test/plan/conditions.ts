// The conditions that fixtures/conditions.txt says by their text, as IR.
import type { Condition, Constant, Value } from '@fairlead/ir';
import {
  age,
  and,
  compare,
  constant,
  during,
  fixed,
  freeMail,
  includes,
  inField,
  inList,
  inRange,
  lasting,
  lead,
  not,
  one,
  or,
  plain,
  rep,
  several,
  signals,
  text,
} from '@fairlead/testkit/ir-builders';

const date = (given: string): Constant => ({ kind: 'date', date: given });
const time = (given: string): Constant => ({ kind: 'time', time: given });
const usd = (amount: number): Constant => ({ kind: 'money', amount, currency: 'USD' });
const sum = (...of: readonly Value[]): Value => ({ kind: 'sum', of });
const product = (...of: readonly Value[]): Value => ({ kind: 'product', of });
const domain = (of: Value): Value => ({ kind: 'domain', of });
const rating = (ratings: Value, by: Value): Value => ({ kind: 'rating', ratings, by });
const ana = fixed({ kind: 'rep', rep: 'ana' });
const dana = fixed({ kind: 'rep', rep: 'dana' });
const closers = fixed({ kind: 'team', team: 'closers' });
const load: Value = { kind: 'rep-load' };
const open: Value = { kind: 'rep-open' };
const texts = (...given: readonly string[]): readonly Constant[] => given.map(constant);

const country = lead('country');
const title = lead('title');
const sku = lead('sku');
const activity = lead('activity');
const created = lead('created');
const founded = lead('founded');
const revenue = lead('revenue');
const languages = lead('languages');

/** Each is found by its text. */
export const CONDITIONS: readonly Condition[] = [
  // equality
  compare('text', country, 'is', fixed('DE')),
  compare('text', country, 'is-not', fixed('DE')),
  compare('text', lead('company'), 'is', fixed('Straße')),
  compare('code', sku, 'is', fixed('aB-1')),
  compare('code', sku, 'is-not', fixed('aB-1')),
  compare('text', lead('industry'), 'is', fixed('Healthcare')),
  compare('text', lead('company'), 'is', lead('account', 'name')),
  compare('flag', lead('opted_in'), 'is', fixed(false)),
  compare('rep', lead('owner'), 'is', ana),
  compare('rep', lead('owner'), 'is', dana),
  compare('rep', lead('owner'), 'is-not', ana),
  compare('rep', lead('account', 'owner'), 'is', dana),
  compare('team', lead('region'), 'is', closers),
  compare('rep', { kind: 'backup', of: lead('owner') }, 'is', fixed({ kind: 'rep', rep: 'ben' })),
  compare('team', { kind: 'team-of', of: lead('owner') }, 'is', closers),
  compare('rep', { kind: 'manager', of: lead('owner') }, 'is', dana),
  // order and numbers
  compare('number', lead('employees'), '>', fixed(1000)),
  compare('number', lead('employees'), '>=', fixed(1000)),
  compare('number', revenue, 'is', fixed(0.3)),
  compare('number', sum(revenue, fixed(0.1)), 'is', fixed(0.3)),
  compare('number', product(revenue, fixed(1.1)), '<=', fixed(3.3)),
  compare('number', product(revenue, revenue), '>', fixed(999999999999999)),
  compare('number', lead('budget'), '>=', fixed(usd(50000))),
  compare('number', sum(lead('budget'), fixed(usd(1))), '<', fixed(usd(100))),
  compare('date', founded, '<', fixed(date('2000-01-01'))),
  compare('time', created, '>=', fixed(time('2026-11-24T09:00:00Z'))),
  // ranges and lists
  inRange('number', lead('employees'), constant(100), constant(999)),
  inRange('number', lead('employees'), constant(100), constant(999), true),
  inRange('number', lead('budget'), usd(0), usd(10)),
  inRange('date', founded, date('2020-01-01'), date('2020-12-31')),
  inList('text', country, texts('DE', 'AT', 'CH')),
  inList('text', country, texts('DE', 'AT', 'CH'), true),
  inList('number', revenue, [constant(0.1), constant(2)]),
  inList('code', sku, texts('a', 'B')),
  inField('text', country, languages),
  inField('text', country, lead('account', 'tags'), true),
  inField('text', country, rep('languages')),
  // A private field and the rep.
  inField('text', lead('secret'), rep('languages')),
  // text
  text(title, 'contains', one('cto')),
  text(title, 'mentions', one('cto')),
  text(title, 'starts-with', one('Head')),
  text(title, 'ends-with', one('Sales')),
  text(title, 'mentions', several('any', ['CEO', 'CTO'])),
  text(title, 'contains', several('all', ['sales', 'europe'])),
  text(title, 'mentions', several('none', ['intern', 'student'])),
  text(title, 'contains', one(country)),
  text(title, 'mentions', several('any', languages)),
  text(sku, 'starts-with', one('DE-')),
  // lists that a field holds
  includes('text', languages, one('de')),
  includes('text', languages, several('any', ['de', 'fr'])),
  includes('text', languages, several('all', ['de', 'fr'])),
  includes('text', languages, several('none', ['de', 'fr'])),
  includes('text', languages, one(country)),
  includes('number', lead('prices'), one(fixed(0.1))),
  includes('text', lead('account', 'tags'), several('none', ['lost'])),
  includes('text', rep('languages'), one('de')),
  includes('text', rep('languages'), several('any', languages)),
  // signals
  signals(activity, one('pricing page')),
  signals(activity, one('pricing page'), 2),
  signals(activity, one('pricing page'), 1, lasting(3, 'day')),
  signals(activity, one('pricing page'), 1, lasting(1, 'month')),
  signals(activity, several('any', ['demo', 'call']), 2),
  signals(activity, several('all', ['demo', 'call']), 2),
  signals(activity, several('none', ['demo', 'call']), 2),
  signals(activity, one(country)),
  // known and missing
  plain('missing', country),
  plain('known', country),
  plain('missing', languages),
  plain('known', activity),
  plain('known', lead('account')),
  plain('missing', lead('account', 'tier')),
  plain('missing', lead('owner')),
  plain('missing', sum(revenue, lead('employees'))),
  // mail
  freeMail(lead('email')),
  freeMail(lead('email'), true),
  compare('text', domain(lead('email')), 'is', fixed('acme.example')),
  compare('text', domain(lead('email')), 'is', domain(lead('website'))),
  plain('missing', domain(lead('email'))),
  compare('text', domain(lead('mail')), 'is', fixed('acme.example')),
  freeMail(lead('mail')),
  // flags and ages
  plain('flag', lead('opted_in')),
  not(plain('flag', lead('opted_in'))),
  age('time', created, 'within-last', lasting(7, 'day')),
  age('time', created, 'within-next', lasting(2, 'hour')),
  age('time', created, 'more-than-ago', lasting(30, 'minute')),
  age('time', created, 'within-last', lasting(3, 'month')),
  age('date', founded, 'within-last', lasting(7, 'day')),
  age('date', founded, 'within-next', lasting(1, 'week')),
  age('date', founded, 'more-than-ago', lasting(3, 'month')),
  age('date', founded, 'within-last', lasting(36, 'hour')),
  during('berlin'),
  during('night'),
  // reps
  compare('number', rating(rep('skills'), lead('industry')), '>=', fixed(3)),
  compare('number', rating(rep('skills'), fixed('security')), '<', fixed(3)),
  compare('number', rating(lead('interests'), fixed('price')), '>', fixed(0.5)),
  compare('number', open, '>', fixed(5)),
  compare('number', load, '<', fixed(0.425)),
  compare('number', load, 'is', fixed(0.425)),
  compare('number', product(load, fixed(3)), 'is', fixed(1)),
  age('date', rep('hired'), 'more-than-ago', lasting(90, 'day')),
  plain('missing', rep('hired')),
  // chains
  and(compare('text', country, 'is', fixed('DE')), compare('number', lead('employees'), '>', fixed(1000))),
  or(compare('text', country, 'is', fixed('DE')), compare('number', lead('employees'), '>', fixed(1000))),
  or(plain('missing', country), compare('text', country, 'is-not', fixed('DE'))),
  and(plain('known', country), not(inList('text', country, texts('DE', 'AT')))),
  not(compare('text', country, 'is', fixed('DE'))),
];
