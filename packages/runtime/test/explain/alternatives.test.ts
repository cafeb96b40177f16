// What failed, where one of several things would have been enough.
import {
  and,
  compare,
  defined,
  field,
  fixed,
  lead,
  not,
  or,
  plain,
  policyOf,
  rule,
  type,
} from '@fairlead/testkit/ir-builders';
import { describe, expect, it } from 'vitest';
import { routeLead } from '../../src/decide/route-lead.ts';
import { explain } from '../../src/explain/explain.ts';
import type { WhyNot } from '../../src/explain/explanation.ts';
import { renderMarkdown, renderWhyNotMarkdown } from '../../src/explain/render-markdown.ts';
import { renderText, renderWhyNotText } from '../../src/explain/render-text.ts';
import { whyNot } from '../../src/explain/why-not.ts';
import { memoryState } from '../../src/state/memory-state.ts';
import { MORNING } from '../decide/samples.ts';
import { scene } from '../decide/scene.ts';

const employees = lead('employees');
const known = (name: string): ReturnType<typeof plain> => plain('known', lead(name));
const big = compare('number', employees, '>=', fixed(1000));
const huge = compare('number', employees, '>=', fixed(5000));

const here = scene(
  policyOf({
    fields: [
      field('employees', type('number')),
      field('budget', type('number'), { optional: true }),
      field('phone', type('text'), { optional: true }),
      field('title', type('text'), { optional: true }),
    ],
    defines: { reachable: or(known('phone'), known('title')) },
    rules: [
      rule('Either, and something else', and(or(big, known('budget')), known('phone'))),
      rule('Alternatives in a define in an alternative', or(big, defined('reachable'))),
      rule(
        'Alternatives of several parts',
        or(and(big, known('phone'), known('id')), and(known('id'), known('budget'))),
      ),
      rule(
        'Alternatives that are all needed',
        or(huge, and(or(big, known('budget')), or(known('phone'), known('title')))),
      ),
      rule('No alternative', and(big, not(or(known('id'), known('phone'))))),
    ],
  }),
);

const state = memoryState();
const { decision } = routeLead(here.plan, here.read({ id: '1', employees: 20 }), here.world(MORNING, state), state);
const explanation = explain(here.plan, decision);
const question = (name: string): WhyNot => whyNot(here.plan, decision, { kind: 'rule', id: name });

describe('alternatives that failed', () => {
  it('stand below "none of" in the text', () => {
    const [, earlier] = renderText(explanation).split('Earlier rules that do not fit\n');
    expect(earlier).toBe(`  "Either, and something else"
    none of:
      ✗ employees >= 1000 — employees was 20
      ✗ budget is known — budget was missing
    ✗ phone is known — phone was missing
  "Alternatives in a define in an alternative"
    none of:
      ✗ employees >= 1000 — employees was 20
      ✗ phone is known — phone was missing
      ✗ title is known — title was missing
  "Alternatives of several parts"
    none of:
      all of:
        ✗ employees >= 1000 — employees was 20
        ✗ phone is known — phone was missing
      ✗ budget is known — budget was missing
  "Alternatives that are all needed"
    none of:
      ✗ employees >= 5000 — employees was 20
      all of:
        none of:
          ✗ employees >= 1000 — employees was 20
          ✗ budget is known — budget was missing
        none of:
          ✗ phone is known — phone was missing
          ✗ title is known — title was missing
  "No alternative"
    ✗ employees >= 1000 — employees was 20
    ✗ not (id is known or phone is known) — id was "1", phone was missing
`);
  });

  it('stand below it in the answer to a "why not"', () => {
    expect(renderWhyNotText(question('Either, and something else'))).toContain(`What does not fit
  none of:
    ✗ employees >= 1000 — employees was 20
    ✗ budget is known — budget was missing
  ✗ phone is known — phone was missing
`);
  });

  it('stand below it in Markdown', () => {
    const lines = `- none of:
  - ✗ \`employees >= 1000\` — employees was 20
  - ✗ \`budget is known\` — budget was missing
- ✗ \`phone is known\` — phone was missing
`;
    expect(renderWhyNotMarkdown(question('Either, and something else'))).toContain(lines);
    expect(renderMarkdown(explanation)).toContain(lines.replaceAll(/^(?=.)/gm, '  '));
  });

  it('belong together in the data', () => {
    const [budget, phone] = ['budget', 'phone'].map((name) => ({
      words: `${name} is known`,
      holds: 'no',
      was: `${name} was missing`,
    }));
    const few = { words: 'employees >= 1000', holds: 'no', was: 'employees was 20' };
    expect(explanation.ladder[0]?.failed).toStrictEqual([
      { words: 'employees >= 1000 or budget is known', holds: 'no', noneOf: [few, budget] },
      phone,
    ]);
    expect(explanation.ladder[2]?.failed).toStrictEqual([
      {
        words: '(employees >= 1000 and phone is known and id is known) or (id is known and budget is known)',
        holds: 'no',
        noneOf: [
          { words: 'employees >= 1000 and phone is known and id is known', holds: 'no', allOf: [few, phone] },
          budget,
        ],
      },
    ]);
  });
});
