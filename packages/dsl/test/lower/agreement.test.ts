// Whatever the checker lets pass, the IR's own checks let pass too: conditions of every shape over values of every type.
import { validatePolicy } from '@fairlead/ir';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileFiles } from './support.ts';

const lead = `
  id      code
  email   email
  name    text optional
  size    count
  ratio   number optional
  budget  money USD
  price   money EUR
  agreed  flag
  born    date optional
  created time
  kind    "a" | "b"
  wide    "a" | "b" | text
  tags    list of text
  codes   list of code
  numbers list of number
  seen    signals
  partner rep
  desk    team
  parent  account optional`;
const record = 'name text owner rep optional seats count optional tags list of text';
const rep = `badge code optional skills ratings tongues list of text hired date optional rate number optional quota money USD optional coach rep optional group team optional`;

const fields = lead
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' ')[0] ?? '');
const ofLead = fc.constantFrom(
  ...fields,
  'parent.name',
  'parent.owner',
  'parent.seats',
  'parent.tags',
  'domain of email',
  'domain of name',
  'points',
  'backup of partner',
  'team of partner',
  'manager of parent.owner',
  'ana',
  'sales',
  'big',
);
const ofRep = fc.constantFrom(
  'rep.badge',
  'rep.skills',
  'rep.tongues',
  'rep.hired',
  'rep.rate',
  'rep.quota',
  'rep.coach',
  'rep.group',
  'rep.open',
  'rep.load',
  'rep.skills of kind',
  'rep.skills of "x"',
);
const constant = fc.constantFrom(
  '"a"',
  '"zz"',
  '1',
  '-2.5',
  '25%',
  '2k',
  '100 USD',
  '1M EUR',
  '2026-01-31',
  '2026-01-31T08:00:00+02:00',
  'yes',
  'no',
  'ana',
  'sales',
);
const listed = fc.constantFrom(
  '["a", "c"]',
  '[1, 2.5]',
  '[1 USD, 2 USD]',
  '[2026-01-01, 2026-02-01]',
  '[ana]',
  'words',
  'amounts',
  '[words, "q"]',
  'tags',
  'codes',
  'numbers',
  'parent.tags',
);
const range = fc.constantFrom('1..9', '1 USD..2 USD', '1 EUR..2 EUR', '2026-01-01..2026-02-01', '0.5..1');
const span = fc.constantFrom('3 days', '2 months', '800 ms', '1 hour');

function conditions(reading: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const simple = fc.oneof({ weight: 4, arbitrary: reading }, { weight: 1, arbitrary: constant });
  const value = fc.oneof(
    { weight: 6, arbitrary: simple },
    { weight: 1, arbitrary: fc.tuple(simple, fc.constantFrom('+', '*'), simple).map((parts) => parts.join(' ')) },
  );
  const several = fc.oneof(
    simple,
    fc.tuple(fc.constantFrom('any', 'all', 'none'), listed).map(([word, list]) => `${word} of ${list}`),
  );
  const tail = fc.oneof(
    fc.tuple(fc.constantFrom('is', 'is not', '>', '>=', '<', '<='), value).map((parts) => parts.join(' ')),
    fc.tuple(fc.constantFrom('in', 'not in'), fc.oneof(listed, range)).map((parts) => parts.join(' ')),
    fc
      .tuple(fc.constantFrom('contains', 'mentions', 'starts with', 'ends with', 'includes'), several)
      .map((parts) => parts.join(' ')),
    fc.tuple(several, span).map(([needles, time]) => `includes ${needles} at least 2 times within the last ${time}`),
    fc.constantFrom('', 'is known', 'is missing', 'is free mail', 'is not free mail', 'is matched', 'is not matched'),
    fc.tuple(fc.constantFrom('is like', 'is not like'), value).map((parts) => parts.join(' ')),
    span.map((time) => `within the last ${time}`),
    span.map((time) => `more than ${time} ago`),
  );
  return fc.tuple(value, tail).map((parts) => parts.join(' '));
}

function policyWith(when: string, where: string, strategy: string, target: string): string {
  return `policy p "P" { language 1 }
lead {${lead}
}
record account from accounts { ${record} }
rep { ${rep} }
list words   = ["a", "A", "ä"]
list amounts = [1, 2k]
define big = size > 10
score points max 10 { 5 when big }
team sales "Sales" { manager ana rep ana "Ana" { capacity 3 open } }
queue triage "Unrouted" { owner ana }
route {
  rule "x"
    when known_name and ${when}
    route to ${target}
    ${where === '' ? '' : `where ${where}`}
    ${strategy}
  otherwise route to triage
}
define known_name = name is known and ratio is known and born is known and parent.name is known
`;
}

test('what compiles keeps the promises of the IR', () => {
  const when = fc.oneof(conditions(ofLead), fc.constant('size > 1'));
  const where = fc.oneof(conditions(fc.oneof(ofLead, ofRep)), fc.constant(''));
  const strategy = fc.oneof(
    fc.constant(''),
    fc.tuple(fc.constantFrom('by highest', 'by lowest'), fc.oneof(ofLead, ofRep)).map((parts) => parts.join(' ')),
    fc.constant('weight { 2 for ana 0.5 when rep.load > 0.5 }'),
  );
  const target = fc.oneof({ weight: 3, arbitrary: fc.constantFrom('sales', 'desk') }, { weight: 1, arbitrary: ofLead });
  let compiledOnes = 0;
  fc.assert(
    fc.property(when, where, strategy, target, fc.nat(2), (a, b, c, d, which) => {
      // One part at a time is out of the ordinary, so that many compile.
      const text = policyWith(
        which === 0 ? a : 'size > 1',
        which === 1 ? b : '',
        which === 2 ? c : '',
        which === 2 ? d : 'sales',
      );
      const { policy, diagnostics } = compileFiles({ 'policy.route': text });
      if (policy === undefined) return;
      compiledOnes += 1;
      expect(validatePolicy(JSON.parse(JSON.stringify(policy))), text).toEqual({ ok: true, policy });
      expect(diagnostics.every(({ severity }) => severity !== 'error')).toBe(true);
    }),
    { seed: 21, numRuns: 2500 },
  );
  expect(compiledOnes).toBeGreaterThan(300);
});

const ofMatch = fc.constantFrom(
  'found.name',
  'found.owner',
  'found.seats',
  'found.tags',
  'found',
  'domain of found.name',
);
const anything = fc.oneof(ofLead, ofMatch, ofRep, fc.constantFrom('points', 'later'), constant);

interface Parts {
  readonly line: string;
  readonly percent: string;
  readonly accept: string;
  readonly prefer: string;
  readonly key: string;
  readonly splitBy: string;
  readonly shares: string;
  readonly counts: string;
  readonly reserve: string;
  readonly fallback: string;
}

const plain: Parts = {
  line: 'found.name is name',
  percent: '90%',
  accept: 'accept 85%',
  prefer: '',
  key: 'email',
  splitBy: '',
  shares: '60% sales 40% ana',
  counts: 'counts 2 when size > 5',
  reserve: '',
  fallback: 'fallback { triage }',
};

function policyOf(parts: Parts): string {
  return `policy p "P" { language 1 }
lead {${lead}
}
record account from accounts { ${record} }
rep { ${rep} }
list words   = ["a", "A", "ä"]
list amounts = [1, 2k]
define big = size > 10
enrich facts { from p by ${parts.key} fill name, ratio within 1 second }
match found from accounts {
  100% when found.name is name
  ${parts.percent} when ${parts.line}
  ${parts.accept}
  ${parts.prefer}
}
match later from accounts { 100% when later.name is found.name accept 85% }
score points max 10 { 5 when big and later is matched }
team sales "Sales" { manager ana ${parts.counts} rep ana "Ana" { capacity 3 open } }
queue triage "Unrouted" { owner ana }
route {
  rule "x"
    when points > 3
    route to split ${parts.splitBy} { ${parts.shares} }
    ${parts.reserve}
    ${parts.fallback}
  otherwise route to triage
}
`;
}

const percent = fc.constantFrom('0%', '0.5%', '1%', '12.345%', '60%', '85%', '85.55%', '99.999%', '100%', '101%');
const target = fc.constantFrom(
  'sales',
  'ana',
  'triage',
  'desk',
  'partner',
  'found.owner',
  'team of partner',
  'parent.owner',
);

/** One part at a time is out of the ordinary. */
const oddParts: fc.Arbitrary<Partial<Parts>> = fc.oneof(
  conditions(fc.oneof(ofLead, ofMatch)).map((condition) => ({ line: `found.name is name and ${condition}` })),
  conditions(fc.oneof(ofLead, ofMatch)).map((line) => ({ line })),
  percent.map((one) => ({ percent: one })),
  fc.tuple(percent, percent).map(([a, b]) => ({ accept: `accept ${a} review ${b} in triage` })),
  conditions(fc.oneof(ofLead, ofMatch)).map((one) => ({ prefer: `prefer ${one}` })),
  fc
    .tuple(fc.constantFrom('newest', 'oldest', 'highest', 'lowest'), anything)
    .map(([order, value]) => ({ prefer: `prefer the ${order} ${value}` })),
  anything.map((key) => ({ key })),
  anything.map((key) => ({ splitBy: `by ${key}` })),
  fc
    .array(fc.tuple(percent, target), { minLength: 1, maxLength: 3 })
    .map((arms) => ({ shares: arms.flat().join(' ') })),
  conditions(fc.oneof(ofLead, ofMatch)).map((one) => ({ counts: `counts 2 when ${one}` })),
  fc
    .constantFrom('0', '1', '-1', '1.5', '3')
    .map((one) => ({ counts: `counts ${one} when big pause above ${one} times average` })),
  fc
    .tuple(percent, conditions(fc.oneof(ofLead, ofRep)))
    .map(([share, one]) => ({ reserve: `reserve at least ${share} for ${one}` })),
  fc
    .array(fc.tuple(target, fc.constantFrom('', 'for 2 hours', 'for 2 months', 'for 0 days')), { maxLength: 4 })
    .map((entries) => ({ fallback: `fallback { ${entries.flat().join(' ')} }` })),
);

test('so it is with matches, enrichers, splits and all that stands around them', () => {
  let compiledOnes = 0;
  fc.assert(
    fc.property(oddParts, (odd) => {
      const text = policyOf({ ...plain, ...odd });
      const { policy } = compileFiles({ 'policy.route': text });
      if (policy === undefined) return;
      compiledOnes += 1;
      expect(validatePolicy(JSON.parse(JSON.stringify(policy))), text).toEqual({ ok: true, policy });
    }),
    { seed: 22, numRuns: 2500 },
  );
  expect(compiledOnes).toBeGreaterThan(200);
});
