// Each promise of policy.ts about values, scores and rules that a schema cannot state: broken once, it is found at its place and said in words.
import { at, broken, type Case, checkPromises, copy, draft, remove, set } from './draft.ts';

const WHEN = ['route', 'rules', 0, 'when', 'of'] as const;
const values: readonly Case[] = [
  broken(
    'lead fields exist',
    (p) => set(p, ['salary'], ...WHEN, 1, 'value', 'path'),
    'unknown-name /route/rules/0/when/of/1/value/path/0 There is no field of the lead "salary"',
  ),
  broken(
    'record fields exist',
    (p) => set(p, ['parent', 'shoes'], ...WHEN, 0, 'value', 'path'),
    'unknown-name /route/rules/0/when/of/0/value/path/1 There is no field of the record "shoes"',
  ),
  broken(
    'only records have fields',
    (p) => set(p, ['company', 'size'], ...WHEN, 0, 'value', 'path'),
    'invariant /route/rules/0/when/of/0/value/path/1 A text has no fields',
  ),
  broken(
    'rep fields exist',
    (p) => set(p, 'shoes', 'route', 'rules', 0, 'action', 'pick', 'where', 'value', 'field'),
    'unknown-name /route/rules/0/action/pick/where/value/field There is no field of reps "shoes"',
  ),
  broken(
    'a condition of leads reads no rep',
    (p) => set(p, { kind: 'rep', field: 'hired' }, ...WHEN, 0, 'value'),
    'invariant /route/rules/0/when/of/0/value It reads a field of the rep, and no rep is looked at here',
  ),
  broken(
    'nor does it through a define',
    (p) => set(p, { kind: 'rep', field: 'skills' }, 'defines', 0, 'condition', 'of', 1, 'value'),
    'invariant /defines/0/condition/of/1/value A ratings is not compared',
    'invariant /scores/0/lines/0/when/define "executive" reads a field of the rep, and no rep is looked at here',
  ),
  broken(
    'scores exist',
    (p) => set(p, 'heat', 'scores', 1, 'lines', 0, 'when', 'left', 'of', 0, 'score'),
    'unknown-name /scores/1/lines/0/when/left/of/0/score There is no score "heat"',
  ),
  broken(
    'scores read earlier scores only',
    (p) => set(p, 'intent', 'scores', 1, 'lines', 0, 'when', 'left', 'of', 0, 'score'),
    'order /scores/1/lines/0/when/left/of/0 It reads the score "intent", which is computed later',
  ),
  broken(
    'also through a define',
    (p) =>
      set(
        p,
        {
          kind: 'compare',
          operator: '>',
          as: 'number',
          left: { kind: 'score', score: 'fit' },
          right: { kind: 'score', score: 'fit' },
          id: 1,
        },
        'defines',
        0,
        'condition',
      ),
    'order /scores/0/lines/0/when/define "executive" reads the score "fit", which is computed later',
  ),
  broken(
    'defines exist',
    (p) => set(p, 'warm', 'scores', 0, 'lines', 0, 'when', 'define'),
    'unknown-name /scores/0/lines/0/when/define There is no define "warm"',
  ),
  broken(
    'defines go in no circle',
    (p) => set(p, { id: 1, kind: 'define', define: 'executive' }, 'defines', 0, 'condition'),
    'circle /defines/0 These refer to each other in a circle: "executive"',
  ),
  broken(
    'calendars exist',
    (p) => set(p, 'paris', ...WHEN, 8, 'calendar'),
    'unknown-name /route/rules/0/when/of/8/calendar There is no calendar "paris"',
  ),
  broken(
    'constants name reps',
    (p) => set(p, 'zoe', 'route', 'rules', 0, 'action', 'fallback', 1, 'to', 'value', 'of', 'constant', 'rep'),
    'unknown-name /route/rules/0/action/fallback/1/to/value/of/constant/rep There is no rep "zoe"',
  ),
  broken(
    'constants name teams',
    (p) => set(p, 'sales', 'route', 'rules', 1, 'action', 'to', 'value', 'constant', 'team'),
    'unknown-name /route/rules/1/action/to/value/constant/team There is no team "sales"',
  ),
  broken(
    'numbers have 15 digits',
    (p) => set(p, 1.000000000000001, 'scores', 1, 'lines', 0, 'when', 'left', 'of', 1, 'constant', 'number'),
    'invariant /scores/1/lines/0/when/left/of/1/constant/number A number has at most 15 digits',
  ),
  broken(
    'what is compared fits',
    (p) => set(p, 'date', 'scores', 1, 'lines', 0, 'when', 'as'),
    'invariant /scores/1/lines/0/when/left A number is not compared as date',
    'invariant /scores/1/lines/0/when/right A count is not compared as date',
  ),
  broken(
    'currencies are not mixed',
    (p) => set(p, 'EUR', ...WHEN, 3, 'to', 'currency'),
    'invariant /route/rules/0/when/of/3/to money EUR is not compared with money USD',
  ),
  broken(
    'sums have one currency',
    (p) =>
      set(
        p,
        { kind: 'constant', constant: { kind: 'money', amount: 1, currency: 'USD' } },
        'scores',
        1,
        'lines',
        0,
        'when',
        'left',
        'of',
        1,
      ),
    'invariant /scores/1/lines/0/when/left/of/1 A sum of number and money USD means nothing',
  ),
  broken(
    'texts are not added',
    (p) => set(p, { kind: 'lead', path: ['title'] }, 'scores', 1, 'lines', 0, 'when', 'left', 'of', 1),
    'invariant /scores/1/lines/0/when/left/of/1 A text is no number',
  ),
  broken(
    'texts have no order',
    (p) => set(p, '>', ...WHEN, 9, 'of', 'operator'),
    'invariant /route/rules/0/when/of/9/of/operator ">" orders numbers, dates and instants, not text',
  ),
  broken(
    'members are there once',
    (p) => at(p, ...WHEN, 4, 'members').push(copy(at(p, ...WHEN, 4, 'members', 0))),
    'duplicate /route/rules/0/when/of/4/members/2 It is in the list already',
  ),
  broken(
    'members fit',
    (p) => set(p, { kind: 'number', number: 1 }, ...WHEN, 4, 'members', 0),
    'invariant /route/rules/0/when/of/4/members/0 A number is not compared as text',
  ),
  broken(
    'a list is a list',
    (p) => set(p, ['title'], ...WHEN, 5, 'field', 'path'),
    'invariant /route/rules/0/when/of/5/field A text is no list',
  ),
  broken(
    'signals are signals',
    (p) => set(p, ['title'], 'defines', 1, 'condition', 'value', 'path'),
    'invariant /defines/1/condition/value A text is no signals',
  ),
  broken(
    'a flag is a flag',
    (p) => set(p, ['title'], ...WHEN, 2, 'value', 'path'),
    'invariant /route/rules/0/when/of/2/value A text is not compared as flag',
  ),
  broken(
    'ratings are rated',
    (p) => set(p, 'languages', 'route', 'rules', 1, 'action', 'pick', 'strategy', 'value', 'ratings', 'field'),
    'invariant /route/rules/1/action/pick/strategy/value/ratings A list of text is no ratings',
  ),
  broken(
    'a backup is of a rep',
    (p) => set(p, ['title'], 'route', 'rules', 0, 'action', 'fallback', 0, 'to', 'value', 'of', 'path'),
    'invariant /route/rules/0/action/fallback/0/to/value/of A text is no rep',
  ),
];

const ACTION = ['route', 'rules', 0, 'action'] as const;
const routing: readonly Case[] = [
  broken(
    'points halve after some time',
    (p) => set(p, 0, 'scores', 0, 'lines', 1, 'halvingEvery', 'amount'),
    'invariant /scores/0/lines/1/halvingEvery Points halve after some time',
  ),
  broken(
    'a line that halves has one count of signals',
    (p) => set(p, { id: 99, kind: 'during', calendar: 'berlin' }, 'scores', 0, 'lines', 1, 'when', 'of', 1),
    'invariant /scores/0/lines/1 A line that halves counts signals in exactly one condition',
  ),
  broken('which may stand in a define', (p) =>
    set(p, { id: 99, kind: 'define', define: 'hot' }, 'scores', 0, 'lines', 1, 'when', 'of', 1),
  ),
  broken(
    'and not in a define beside it',
    (p) => set(p, { id: 99, kind: 'define', define: 'hot' }, 'scores', 0, 'lines', 1, 'when', 'of', 0),
    'invariant /scores/0/lines/1 A line that halves counts signals in exactly one condition',
  ),
  broken(
    'targets exist',
    (p) => set(p, 'sales', ...ACTION, 'to', 'team'),
    'unknown-name /route/rules/0/action/to/team There is no team "sales"',
  ),
  broken(
    'fallbacks exist',
    (p) => set(p, 'zoe', ...ACTION, 'fallback', 2, 'to', 'rep'),
    'unknown-name /route/rules/0/action/fallback/2/to/rep There is no rep "zoe"',
  ),
  broken(
    'queues exist',
    (p) => set(p, 'desk', ...ACTION, 'fallback', 3, 'to', 'queue'),
    'unknown-name /route/rules/0/action/fallback/3/to/queue There is no queue "desk"',
  ),
  broken(
    'a target has the type it says',
    (p) => set(p, 'team', ...ACTION, 'fallback', 0, 'to', 'as'),
    'invariant /route/rules/0/action/fallback/0/to/value A rep is no team',
  ),
  broken(
    'nothing follows a queue',
    (p) => void at(p, ...ACTION, 'fallback').reverse(),
    'invariant /route/rules/0/action/fallback/1 Nothing follows a queue: it takes every lead',
  ),
  broken(
    'nothing follows a queue as the target',
    (p) =>
      set(
        p,
        [{ to: { kind: 'rep', rep: 'ana' } }, { to: { kind: 'queue', queue: 'triage' } }],
        'route',
        'otherwise',
        'action',
        'fallback',
      ),
    'invariant /route/otherwise/action/fallback/0 Nothing follows a queue: it takes every lead',
  ),
  broken(
    'otherwise ends in a queue',
    (p) => set(p, { kind: 'rep', rep: 'ana' }, 'route', 'otherwise', 'action', 'to'),
    'invariant /route/otherwise/action "otherwise" ends in a queue',
  ),
  broken(
    'otherwise routes',
    (p) => set(p, { kind: 'nurture', track: 'x' }, 'route', 'otherwise', 'action'),
    'invariant /route/otherwise/action "otherwise" ends in a queue',
  ),
  broken(
    'of a rep nobody is chosen',
    (p) => set(p, { kind: 'rep', rep: 'ana' }, ...ACTION, 'to'),
    'invariant /route/rules/0/action/pick Only of a team can somebody be chosen',
  ),
  broken(
    'weights and reserves go with rotation',
    (p) => set(p, { kind: 'lowest', value: { kind: 'rep-load' } }, ...ACTION, 'pick', 'strategy'),
    'invariant /route/rules/0/action/pick/weight Weights go with rotation only',
    'invariant /route/rules/0/action/pick/reserve A reserve goes with rotation only',
  ),
  broken(
    'a ledger of this rule is of this rule',
    (p) => set(p, 'Best match', ...ACTION, 'pick', 'strategy', 'rule'),
    'invariant /route/rules/0/action/pick/strategy/rule The ledger is of this rule, "Enterprise", or of the team',
  ),
  broken(
    'strategies go by what has an order',
    (p) => set(p, { kind: 'rep', field: 'languages' }, 'route', 'rules', 2, 'action', 'pick', 'strategy', 'value'),
    'invariant /route/rules/2/action/pick/strategy/value A list of text has no order',
  ),
  broken(
    'weights are for reps',
    (p) => set(p, 'zoe', ...ACTION, 'pick', 'weight', 0, 'applies', 'reps', 0),
    'unknown-name /route/rules/0/action/pick/weight/0/applies/reps/0 There is no rep "zoe"',
  ),
  broken(
    'weights have 15 digits',
    (p) => set(p, 0.1234567890123456, ...ACTION, 'pick', 'weight', 0, 'weight'),
    'invariant /route/rules/0/action/pick/weight/0/weight A number has at most 15 digits',
  ),
  broken(
    'priorities have an order',
    (p) => set(p, ['activity'], 'queues', 0, 'priority', 'path'),
    'invariant /queues/0/priority A signals has no order',
  ),
  broken(
    'nobody has been picked where the lead is nurtured',
    (p) =>
      at(p, 'route', 'rules', 3, 'effects').push(
        draft({ verb: 'notify', channel: 'mail', to: { kind: 'value', value: { kind: 'rep', field: 'hired' } } }),
      ),
    'invariant /route/rules/3/effects/0/to/value It reads a field of the rep, and no rep is looked at here',
  ),
  broken(
    'nor in a queue',
    (p) =>
      set(p, { kind: 'value', value: { kind: 'rep-load' } }, 'queues', 0, 'claim', 'ladder', 0, 'step', 'effect', 'to'),
    'invariant /queues/0/claim/ladder/0/step/effect/to/value It reads a field of the rep, and no rep is looked at here',
  ),
  broken(
    'no digit stands far from the point',
    (p) => set(p, 1e43, 'scores', 1, 'lines', 0, 'when', 'left', 'of', 1, 'constant', 'number'),
    'invariant /scores/1/lines/0/when/left/of/1/constant/number A number has at most 15 digits',
  ),
  broken(
    'steps are in the order of time',
    (p) => set(p, 31, 'route', 'rules', 0, 'respond', 'ladder', 0, 'after', 'amount'),
    'order /route/rules/0/respond/ladder/1/after It comes before the step above it',
  ),
  broken(
    'only working time has a calendar',
    (p) => set(p, false, 'queues', 0, 'claim', 'within', 'working'),
    'invariant /queues/0/claim/within/calendar Only working time goes by a calendar',
  ),
  broken(
    'clocks go by calendars',
    (p) => set(p, 'paris', 'queues', 0, 'claim', 'within', 'calendar'),
    'unknown-name /queues/0/claim/within/calendar There is no calendar "paris"',
  ),
  broken(
    'working time of a queue has a calendar',
    (p) => remove(p, 'queues', 0, 'claim', 'within', 'calendar'),
    'invariant /queues/0/claim/within Working time of a queue needs a calendar: nobody works in a queue',
  ),
];

checkPromises(values);
checkPromises(routing);
