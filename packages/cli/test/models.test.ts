// `--model`: files of win rates, what is wrong with them, and what in them does not fit the policy.
import { expect, test } from 'vitest';
import { folder } from './support/run.ts';

const AT = ['--at', '2026-11-24T09:00:00Z'] as const;

const POLICY = `policy desk "Lead desk" {
  language 1
}

lead {
  id        text
  industry  text optional
  diagnosis text optional private
  employees count optional
}

team sales "Sales" {
  rep ana "Ana Ruiz"
  rep ben "Ben Okafor"
}

queue triage "To look at" { owner ana }

route {
  rule "Whoever wins them"
    when id is known
    route to sales
    by likelihood using wins

  otherwise
    route to triage
}
`;

const ROWS = [
  { rep: 'ana', segment: 'Finance', won: 1, leads: 20 },
  { rep: 'ben', segment: 'Finance', won: 9, leads: 20 },
];
const model = (more: object = {}): string =>
  JSON.stringify({
    format: 'fairlead-model/1',
    label: 'Last year',
    segmentBy: 'industry',
    strength: 10,
    leastShare: 0,
    rows: ROWS,
    ...more,
  });

/** Routes one lead with the model in wins.json. */
async function withModel(text: string, ...more: readonly string[]) {
  const here = folder({
    'desk.route': POLICY,
    'leads.csv': 'id,industry,diagnosis,employees\nL1,finance,canary,9\n',
    'wins.json': text,
  });
  const ran = await here.run(
    'route',
    'desk.route',
    'leads.csv',
    ...AT,
    '--model',
    'wins=wins.json',
    '--out',
    'out.ndjson',
    ...more,
  );
  return { ...ran, here };
}

test('whoever wins such leads gets them, and the decision is made again without the file', async () => {
  const { code, err, here } = await withModel(model());
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const decision = JSON.parse(here.read('out.ndjson'));
  expect(decision).toMatchObject({
    outcome: { rep: 'ben' },
    attempts: [
      {
        pick: {
          kind: 'likelihood',
          model: 'wins',
          segment: 'finance',
          rows: [{ chance: '11.66' }, { chance: '38.33' }],
        },
      },
    ],
  });
  const replayed = await here.run('replay', 'out.ndjson');
  expect(replayed.code).toBe(0);
  const explained = await here.run('explain', 'desk.route', 'out.ndjson', '--lead', 'L1');
  expect(explained.out).toContain('Ben Okafor won 9 of 20 finance leads, the team 25%.');
});

test.each<[string, string, string]>([
  ['what is no JSON', '{ "format": ', '"wins.json" is not JSON.'],
  ['what is no model', '{}', '"wins.json" is not a model of win rates.\n  the whole file: The key "format" is missing'],
  [
    'more wins than leads',
    model({ rows: [{ rep: 'ana', won: 3, leads: 2 }], segmentBy: undefined }),
    '/rows/0/won: No more can be won than there were: 2',
  ],
  [
    'a field that there is not',
    model({ segmentBy: 'trade' }),
    'the model wins: Its segments go by "trade", and the lead has no field of that name.',
  ],
  [
    'a private field',
    model({ segmentBy: 'diagnosis' }),
    'the model wins: Its segments go by "diagnosis", which is private: who got the lead would tell what it holds.',
  ],
  [
    'a number',
    model({ segmentBy: 'employees' }),
    'Its segments go by "employees", which is neither text nor a choice.',
  ],
  [
    'more than all leads promised',
    model({ leastShare: 60 }),
    'the team sales has 2 reps: at most 50% can be promised there.',
  ],
])('refuses %s', async (_, text, message) => {
  const { code, err, out } = await withModel(text);
  expect(err.replaceAll(/\s+/g, ' ')).toContain(message.replaceAll(/\s+/g, ' '));
  expect(code).toBe(1);
  expect(out).toBe('');
});

test('reps that the policy does not have are noted, and stop nothing', async () => {
  const { code, err } = await withModel(
    model({ rows: [...ROWS, { rep: 'zoe', segment: 'Finance', won: 1, leads: 2 }] }),
  );
  expect(err).toContain('It counts leads of reps whom the policy does not have: zoe.');
  expect(code).toBe(0);
});
