// Rules and queues: what fits together, and what would lose a lead or mean nothing.
import { describe, expect, test } from 'vitest';
import { checkText, problems } from './support.ts';

const people = `team support "Support" { rep eve "Eve" rep ana }
queue checks "Checks" { owner dana claim within 4 hours { after 1 hour notify mail "x" after 2 hours route to dana } priority employees + 1 }`;

function rule(text: string, ending = 'otherwise route to triage'): readonly string[] {
  const used = 'rule "Used" when opted_in route to checks rule "Too" when opted_in route to support';
  return problems(checkText(`${people}\nroute { ${used} rule "R" when opted_in ${text} ${ending} }`));
}

describe('fits', () => {
  test.each([
    'route to sales by rotation where rep.languages includes "de" weight { 2 for ana 0.8 when rep.win_rate > 10% 1 otherwise }',
    'route to sales by rotation of this rule',
    'route to sales by lowest rep.load even off duty even over capacity',
    'route to sales by highest rep.skills of industry available within 30 minutes',
    'route to team of owner where rep.open < 5',
    'route to account.owner even off duty fallback { backup of account.owner team of account.owner manager of owner dana triage }',
    'route to sales where rep.languages includes "de" fallback { sales triage }',
    'route to sales weight { 0 for ana } fallback { sales triage }',
    'route to ana available within 2 hours respond within 5 minutes { after 5 minutes reassign after 5 minutes notify slack "#x" after 1 working hour route to dana }',
    'route to ana respond within 1 working hour',
    'route to support respond within 1 working hour of berlin',
    'nurture "monthly" because "x" notify mail company',
    'reject "spam" offer booking "x" when opted_in',
    'route to sales notify mail ana offer desk owner notify x domain of email',
  ])('%s', (text) => {
    expect(rule(text)).toEqual([]);
  });
});

describe('does not fit', () => {
  test.each([
    ['route to owner where rep.open < 5', ['FL507 where rep.open < 5']],
    ['route to checks available within 2 hours', ['FL507 available within 2 hours']],
    ['route to support respond within 1 working hour', ['FL515 1 working hour']],
    ['route to sales fallback { support triage } respond within 1 working hour', ['FL515 1 working hour']],
    ['route to checks respond within 1 working hour', ['FL515 1 working hour']],
    ['route to sales weight { -1 for ana }', ['FL306 -1']],
    ['route to sales weight { 2 for eve }', ['FL522 eve']],
    ['route to sales by highest rep.languages', ['FL336 rep.languages']],
    ['route to sales by highest fit_of', ['FL201 fit_of']],
    ['route to sales respond within 0 minutes', ['FL306 0']],
    ['route to sales respond within 1.5 hours', ['FL305 1.5']],
    ['route to sales available within 1 month', ['FL307 1 month']],
    ['route to sales notify mail email', ['FL517 email']],
    ['route to sales notify mail tags', ['FL529 tags']],
    ['route to sales notify mail " "', ['FL365 " "']],
    ['route to domain of email', ['FL518 domain of email']],
    ['nurture " "', ['FL365 " "']],
    ['reject "x" respond within 5 minutes', ['FL519 respond within 5 minutes']],
    ['route to sales fallback { owner owner triage }', ['FL521 owner']],
    ['route to sales fallback { checks triage dana }', ['FL506 triage']],
    ['route to split { 50% sales  50% triage } fallback { triage }', []],
    ['route to split { 50% sales  50% triage } fallback { triage dana }', ['FL506 dana']],
    ['route to split { 50% sales  50% triage } fallback { checks }', ['FL506 checks']],
    ['route to split { 50% sales  50% triage } fallback { dana triage }', ['FL506 dana']],
    ['route to split { 50% checks  50% triage } fallback { triage }', []],
    ['route to split { 50% checks  50% triage } fallback { sales }', ['FL506 sales']],
    ['route to split by id { 50% checks  50% triage } fallback { sales }', ['FL506 sales']],
    ['route to split by id { 50% sales  50% triage } fallback { dana checks }', []],
  ])('%s', (text, expected) => {
    expect(rule(text)).toEqual(expected);
  });
});

describe('the ending', () => {
  test.each([
    ['otherwise route to triage', []],
    ['otherwise route to sales where rep.open < 5 fallback { sales dana triage }', []],
    ['otherwise route to ana', ['FL505 ana']],
    ['otherwise route to split { 50% sales  50% triage }', []],
    ['otherwise route to split { 50% checks  50% triage }', []],
    ['otherwise route to split by id { 50% checks  50% triage }', []],
    ['otherwise route to split { 50% sales  50% triage } fallback { triage }', []],
    ['otherwise route to split by id { 50% sales  50% triage } fallback { checks }', []],
    ['otherwise route to split { 50% sales  50% ana }', ['FL505 split { 50% sales  50% ana }']],
    ['otherwise route to split by id { 50% sales  50% triage }', ['FL505 split by id { 50% sales  50% triage }']],
    ['otherwise route to split { 50% sales  50% triage } fallback { dana }', ['FL506 dana']],
    ['otherwise route to split { 50% sales  50% nobody }', ['FL201 nobody']],
    ['otherwise route to owner fallback { dana }', ['FL505 dana']],
    ['otherwise nurture "x"', ['FL505 nurture "x"']],
    ['otherwise route to nobody', ['FL201 nobody']],
  ])('%s', (ending, expected) => {
    expect(rule('route to sales', ending)).toEqual(expected);
  });
});

describe('default lines', () => {
  const withDefault = (lines: string): readonly string[] =>
    problems(
      checkText(
        `route { ${lines} rule "R" when opted_in route to sales rule "S" when opted_in route to dana otherwise route to triage }`,
      ),
    );

  test.each([
    ['default respond within 1 working hour default notify slack "#x" default by lowest rep.load', []],
    ['default by lowest rep.load default weight { 2 for ana }', ['FL508 weight { 2 for ana }']],
    ['default respond within 1 hour default respond within 2 hours', ['FL213 default respond within 2 hours']],
    ['default notify slack "#x" default notify slack "#y"', []],
    ['default respond within 2 working days', ['FL308 2 working days']],
  ])('%s', (lines, expected) => {
    expect(withDefault(lines)).toEqual(expected);
  });
});

test('shares are added exactly', () => {
  const split = (shares: string): readonly string[] => rule(`route to split { ${shares} }`);
  expect(split('33.3% sales 33.3% dana 33.4% support')).toEqual([]);
  expect(split('0.1% sales 0.2% dana 99.7% support')).toEqual([]);
  expect(split('33% sales 33% dana 33% support')).toEqual(['FL509 split']);
  expect(split('0% sales 100% dana')).toEqual(['FL306 0%']);
});

test('private fields may be read in conditions, and their domain anywhere', () => {
  expect(
    rule(
      'route to sales where email ends with "x" weight { 2 when email contains "y" } notify mail domain of email when email is known',
    ),
  ).toEqual(['FL403 email is known']);
});
