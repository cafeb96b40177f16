// Each promise of policy.ts about declarations that a schema cannot state: broken once, it is found at its place and said in words.
import { at, broken, type Case, checkPromises, copy, draft, set } from './draft.ts';

const names: readonly Case[] = [
  broken(
    'records are unique',
    (p) => at(p, 'records').push(copy(at(p, 'records', 0))),
    'duplicate /records/1/name "account" is there twice',
  ),
  broken(
    'defines are sorted',
    (p) => void at(p, 'defines').reverse(),
    'order /defines/1/name "executive" must stand before "hot": code-point order',
  ),
  broken(
    'calendars are unique',
    (p) => at(p, 'calendars').push(copy(at(p, 'calendars', 0))),
    'duplicate /calendars/1/id "berlin" is there twice',
  ),
  broken(
    'teams are sorted',
    (p) => void at(p, 'teams').reverse(),
    'order /teams/1/id "enterprise" must stand before "leadership": code-point order',
  ),
  broken(
    'reps are sorted',
    (p) => void at(p, 'reps').reverse(),
    'order /reps/1/id "ana" must stand before "ben": code-point order',
  ),
  broken(
    'queues are unique',
    (p) => at(p, 'queues').push(copy(at(p, 'queues', 0))),
    'duplicate /queues/1/id "triage" is there twice',
  ),
  broken(
    'members are sorted',
    (p) => void at(p, 'teams', 0, 'members').reverse(),
    'order /teams/0/members/1 "ana" must stand before "ben": code-point order',
  ),
  broken(
    'lead fields are unique',
    (p) => at(p, 'lead', 'fields').push(copy(at(p, 'lead', 'fields', 0))),
    'duplicate /lead/fields/14/name "id" is there twice',
  ),
  broken(
    'record fields are unique',
    (p) => at(p, 'records', 0, 'fields').push(copy(at(p, 'records', 0, 'fields', 0))),
    'duplicate /records/0/fields/6/name "owner" is there twice',
  ),
  broken(
    'rep fields are unique',
    (p) => at(p, 'repFields').push(copy(at(p, 'repFields', 6))),
    'duplicate /repFields/7/name "squad" is there twice',
  ),
  broken(
    'rules are unique',
    (p) => set(p, 'Not yet', 'route', 'rules', 4, 'name'),
    'duplicate /route/rules/4/name "Not yet" is there twice',
  ),
  broken(
    'no rule is called otherwise',
    (p) => set(p, 'otherwise', 'route', 'rules', 4, 'name'),
    'invariant /route/rules/4/name A rule is not called "otherwise"',
  ),
  broken(
    'condition ids are unique',
    (p) => set(p, 1, 'defines', 1, 'condition', 'id'),
    'duplicate  The condition number 1, in a define, is there twice',
  ),
];

const shapes: readonly Case[] = [
  broken(
    'a lead has an id',
    (p) => void at(p, 'lead', 'fields').shift(),
    'invariant /lead/fields A lead has the field "id"',
    'unknown-name /route/rules/5/action/to/by/path/0 There is no field of the lead "id"',
  ),
  broken(
    'the id is not private',
    (p) => set(p, true, 'lead', 'fields', 0, 'private'),
    'invariant /lead/fields The field "id" is neither optional nor private',
  ),
  broken(
    'the id is not optional',
    (p) => set(p, true, 'lead', 'fields', 0, 'optional'),
    'invariant /lead/fields The field "id" is neither optional nor private',
    'invariant /route/rules/5/action/to/by A key is never missing',
  ),
  broken(
    'a record type exists',
    (p) => set(p, 'deal', 'lead', 'fields', 13, 'type', 'record'),
    'unknown-name /lead/fields/13/type/record There is no record "deal"',
  ),
  broken(
    'only rep fields are unique',
    (p) => set(p, true, 'lead', 'fields', 2, 'unique'),
    'invariant /lead/fields/2/unique Only fields of reps are unique',
  ),
  broken(
    'rep fields are not private',
    (p) => set(p, true, 'repFields', 2, 'private'),
    'invariant /repFields/2/private Fields of reps are not private',
  ),
  broken(
    'what is written fits the type',
    (p) => set(p, { kind: 'flag', yes: 'y', no: 'n' }, 'lead', 'fields', 2, 'written'),
    'invariant /lead/fields/2/written A text is not written like that',
  ),
  broken(
    'reviewed on a day',
    (p) => set(p, '2026-02-29', 'reviewed', 'on'),
    'invariant /reviewed/on There is no day "2026-02-29"',
  ),
];

const people: readonly Case[] = [
  broken(
    'days ascend',
    (p) => void at(p, 'calendars', 0, 'open', 0, 'days').reverse(),
    ...[1, 2, 3, 4].map((i) => `order /calendars/0/open/0/days/${i} Days are in ascending order, each once`),
  ),
  broken(
    'hours start before midnight',
    (p) => set(p, 1440, 'calendars', 0, 'open', 0, 'from'),
    'invariant /calendars/0/open/0/from Hours start before the end of the day',
  ),
  broken(
    'closed on days',
    (p) => set(p, '2026-12-32', 'calendars', 0, 'closed', 0, 'to'),
    'invariant /calendars/0/closed/0/to There is no day "2026-12-32"',
  ),
  broken(
    'closed from … to',
    (p) => set(p, '2026-12-23', 'calendars', 0, 'closed', 0, 'to'),
    'order /calendars/0/closed/0 "2026-12-24" is after "2026-12-23"',
  ),
  broken(
    'a manager is a rep',
    (p) => set(p, 'zoe', 'teams', 0, 'manager'),
    'unknown-name /teams/0/manager There is no rep "zoe"',
  ),
  broken(
    'members are reps',
    (p) => at(p, 'teams', 1, 'members').push(draft('zoe')),
    'unknown-name /teams/1/members/0 There is no rep "zoe"',
  ),
  broken(
    'a home team exists',
    (p) => set(p, 'sales', 'reps', 1, 'team'),
    'unknown-name /reps/1/team There is no team "sales"',
  ),
  broken(
    'a rep is a member of the home team',
    (p) => set(p, 'leadership', 'reps', 1, 'team'),
    'invariant /reps/1/team "ben" is not among the members of the home team',
  ),
  broken(
    'a rep works in a calendar',
    (p) => set(p, 'paris', 'reps', 0, 'works'),
    'unknown-name /reps/0/works There is no calendar "paris"',
  ),
  broken(
    'a backup is a rep',
    (p) => set(p, 'zoe', 'reps', 0, 'backup'),
    'unknown-name /reps/0/backup There is no rep "zoe"',
  ),
  broken(
    'left on a day',
    (p) => set(p, '2026-00-01', 'reps', 1, 'left', 'on'),
    'invariant /reps/1/left/on There is no day "2026-00-01"',
  ),
  broken(
    'a successor is a rep',
    (p) => set(p, 'zoe', 'reps', 1, 'left', 'successor'),
    'unknown-name /reps/1/left/successor There is no rep "zoe"',
  ),
  broken(
    'rep values have fields',
    (p) => set(p, 1, 'reps', 1, 'values', 'shoes'),
    'unknown-name /reps/1/values/shoes Reps have no field "shoes"',
  ),
  broken(
    'rep values fit their fields',
    (p) => set(p, 'tomorrow', 'reps', 1, 'values', 'hired'),
    'invariant /reps/1/values/hired It is not a value of the type date',
  ),
  broken(
    'a rep value is a rep',
    (p) => set(p, 'zoe', 'reps', 1, 'values', 'coach'),
    'invariant /reps/1/values/coach It is not a value of the type rep',
  ),
  broken(
    'a rep value is a team',
    (p) => set(p, 'zoe', 'reps', 1, 'values', 'squad'),
    'invariant /reps/1/values/squad It is not a value of the type team',
  ),
  broken(
    'lists hold what they say',
    (p) => set(p, [1], 'reps', 1, 'values', 'languages'),
    'invariant /reps/1/values/languages It is not a value of the type list',
  ),
  broken(
    'ratings are ratings',
    (p) => set(p, [1], 'reps', 1, 'values', 'skills'),
    'invariant /reps/1/values/skills It is not a value of the type ratings',
  ),
  broken(
    'what is not optional is there',
    (p) => set(p, {}, 'reps', 1, 'values'),
    'invariant /reps/1/values The field "hired" needs a value',
    'invariant /reps/1/values The field "active" needs a value',
  ),
  broken(
    'rep values have 15 digits',
    (p) => set(p, 0.1234567890123456, 'reps', 1, 'values', 'win_rate'),
    'invariant /reps/1/values/win_rate A number has at most 15 digits',
  ),
  broken(
    'a queue has an owner',
    (p) => set(p, 'zoe', 'queues', 0, 'owner'),
    'unknown-name /queues/0/owner There is no rep "zoe"',
  ),
];

checkPromises(names);
checkPromises(shapes);
checkPromises(people);
