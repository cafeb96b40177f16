// Explanations: what people read in goldens, and that they say the same whenever they are made.
import { canonicalJson } from '@fairlead/ir';
import { describe, expect, it } from 'vitest';
import { redecide } from '../../src/decide/redecide.ts';
import type { Decision } from '../../src/decision.ts';
import { explain } from '../../src/explain/explain.ts';
import type { WhyNotTarget } from '../../src/explain/explanation.ts';
import { renderMarkdown, renderWhyNotMarkdown } from '../../src/explain/render-markdown.ts';
import { renderText, renderWhyNotText } from '../../src/explain/render-text.ts';
import { whyNot } from '../../src/explain/why-not.ts';
import { buildPlan } from '../../src/plan/build-plan.ts';
import { inbound } from '../decide/inbound.ts';
import { policy, rep } from '../decide/routing-ir.ts';
import { MORNING, samples } from '../decide/samples.ts';
import { scene } from '../decide/scene.ts';

const { inbound: here, samples: all } = samples();

describe.each(all)('$name', ({ name, decision }) => {
  it('reads well', async () => {
    const explanation = explain(here.plan, decision);
    await expect(renderText(explanation)).toMatchFileSnapshot(`goldens/${name}.txt`);
  });

  it('is the same when it is made later, from the log alone', () => {
    const logged: Decision = JSON.parse(canonicalJson(decision));
    const later = buildPlan(JSON.parse(JSON.stringify(inbound)));
    expect(canonicalJson(explain(later, logged))).toBe(canonicalJson(explain(here.plan, decision)));
    expect(canonicalJson(redecide(later, logged))).toBe(canonicalJson(decision));
  });

  it('finds that the rule holds and that none before it does', () => {
    const { rule, ladder } = explain(here.plan, decision);
    expect(rule?.holds ?? 'yes').toBe('yes');
    expect(ladder.map(({ holds }) => holds)).toStrictEqual(ladder.map(() => 'no'));
    expect(ladder.map(({ failed }) => failed.length > 0)).toStrictEqual(ladder.map(() => true));
  });

  it('keeps lines short', () => {
    const lines = renderText(explain(here.plan, decision)).split('\n');
    expect(lines.filter((line) => [...line].length > 80)).toStrictEqual([]);
  });
});

describe('data and Markdown', () => {
  const decision = decisionOf('rotation');

  it('is plain data', async () => {
    const json = `${JSON.stringify(explain(here.plan, decision), null, 2)}\n`;
    await expect(json).toMatchFileSnapshot('goldens/rotation.json');
  });

  it('is Markdown', async () => {
    await expect(renderMarkdown(explain(here.plan, decision))).toMatchFileSnapshot('goldens/rotation.md');
  });
});

const questions: readonly (readonly [sample: string, kind: WhyNotTarget['kind'], id: string])[] = [
  ['rotation', 'rule', 'Not ready yet'],
  ['rotation', 'rule', 'Specialists'],
  ['rotation', 'rule', 'Mid-market'],
  ['rotation', 'rule', 'German-speaking enterprise'],
  ['rotation', 'rule', 'otherwise'],
  ['rotation', 'rule', 'No such rule'],
  ['rotation', 'rep', 'ana'],
  ['rotation', 'rep', 'ben'],
  ['rotation', 'rep', 'eva'],
  ['rotation', 'rep', 'carla'],
  ['rotation', 'rep', 'dana'],
  ['rotation', 'rep', 'nobody'],
  ['rotation', 'team', 'enterprise'],
  ['fallback', 'rep', 'eva'],
  ['fallback', 'rep', 'gus'],
  ['fallback', 'rule', 'otherwise'],
  ['nobody-at-night', 'team', 'enterprise'],
  ['otherwise', 'rule', 'otherwise'],
  ['otherwise', 'team', 'commercial'],
  ['highest', 'rep', 'ben'],
  ['highest-tie', 'rep', 'gus'],
  ['highest-tie', 'rep', 'eva'],
  ['invalid', 'rule', 'Mid-market'],
  ['invalid', 'rep', 'ana'],
];

describe('why not', () => {
  it('answers', async () => {
    const answers = questions.map(([sample, kind, id]) => {
      const answer = whyNot(here.plan, decisionOf(sample), { kind, id });
      return `>>> ${sample}: why not the ${kind} ${id}?\n\n${renderWhyNotText(answer)}`;
    });
    await expect(answers.join('\n')).toMatchFileSnapshot('goldens/why-not.txt');
  });

  it('answers in Markdown', async () => {
    const answer = whyNot(here.plan, decisionOf('rotation'), { kind: 'rep', id: 'ben' });
    await expect(renderWhyNotMarkdown(answer)).toMatchFileSnapshot('goldens/why-not.md');
  });

  it('says what was not looked at instead of guessing', () => {
    // `during` stands in a rule behind the one that wins, and nobody asked whether the calendar was open.
    const { otherwise, rules } = inbound.route;
    const [first] = rules;
    const [act] = rules.slice(-1);
    if (first === undefined || act === undefined) throw new Error('no rules');
    const night = { ...act, name: 'Night shift', when: { kind: 'during', calendar: 'berlin', id: 900 } as const };
    const always = {
      ...first,
      name: 'Everything',
      when: { kind: 'known', value: { kind: 'lead', path: ['id'] }, id: 901 } as const,
    };
    const other = scene({ ...inbound, route: { rules: [always, night], otherwise } });
    const decision = other.decide({ id: 'L1', email: 'a@b.example' }, MORNING);
    expect(whyNot(other.plan, decision, { kind: 'rule', id: 'Night shift' }).answer).toBe(
      '"Night shift" was not tried: "Everything" comes before it and took the lead.',
    );
  });
});

describe('a decision of another policy', () => {
  it('is explained as far as it goes', () => {
    const other = scene(
      policy({
        reps: [rep('zoe', 'Zoe', 'sales')],
        teams: [{ id: 'sales', label: 'Sales', members: ['zoe'], counts: [] }],
      }),
    );
    const explanation = explain(other.plan, decisionOf('rotation'));
    expect(explanation.outcome.words).toBe('Lead T1 goes to ana in enterprise.');
    expect(renderText(explanation)).toContain('First choice: enterprise.');
  });
});

function decisionOf(name: string): Decision {
  const sample = all.find((one) => one.name === name);
  if (sample === undefined) throw new Error(`no sample ${name}`);
  return sample.decision;
}
