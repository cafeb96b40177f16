// Enrichers in short → a policy that runs, leads that are decided with given answers, and whether deciding again gives the same bytes.
import { canonicalJson, type Enricher, type Field, type RecordShape, type Rule, type Value } from '@fairlead/ir';
import { compare, field, fixed, lead, policyOf, repOf, rule, toTeam, type } from '@fairlead/testkit/ir-builders';
import { expect } from 'vitest';
import { decide } from '../../src/decide/decide.ts';
import { redecide } from '../../src/decide/redecide.ts';
import type { Decision } from '../../src/decision.ts';
import { explain } from '../../src/explain/explain.ts';
import { renderText } from '../../src/explain/render-text.ts';
import type { Enrichment, ProviderAnswer, World } from '../../src/world.ts';
import { type Scene, scene } from '../decide/scene.ts';

export const AT: string = '2026-11-24T09:00:00Z';
export const AT_MS: number = Date.parse(AT);

/** An enricher that asks `clearbit` by the company's website within 800 ms. */
export function enricher(name: string, fill: readonly string[], more: Partial<Enricher> = {}): Enricher {
  return { name, provider: 'clearbit', by: lead('website'), fill, within: { amount: 800, unit: 'ms' }, ...more };
}

export const FIELDS: readonly Field[] = [
  field('website', type('text'), { optional: true }),
  field('email', type('email'), { optional: true, private: true }),
  field('company', type('text'), { optional: true }),
  field('employees', type('count'), { optional: true }),
  field('budget', { kind: 'money', currency: 'EUR' }, { optional: true }),
  field('size', { kind: 'choice', choices: ['Small', 'Large'], open: false }, { optional: true }),
  field('founded', type('date'), { optional: true }),
  field('public', type('flag'), { optional: true }),
  field('phone', type('text'), { optional: true, private: true }),
  field('owner', type('rep'), { optional: true }),
  field('tags', { kind: 'list', of: type('text') }, { optional: true }),
];

const large = compare('number', lead('employees'), '>=', fixed(1000));

/** Whoever is large goes to the team big. */
export function enriching(
  enrichers: readonly Enricher[],
  rules: readonly Rule[] = [rule('Large', large, { action: toTeam('big') })],
  fields: readonly Field[] = FIELDS,
  records: readonly RecordShape[] = [],
): Scene {
  return scene(
    policyOf({ fields, records, enrichers, rules, reps: [repOf('ana', 'big'), repOf('ben', 'small')], blank: ['N/A'] }),
  );
}

/** Answers by enricher. */
export function saying(answers: Readonly<Record<string, ProviderAnswer>>): Enrichment {
  return { answer: (name) => (Object.hasOwn(answers, name) ? answers[name] : undefined) };
}

/** An answer with these values, asked at the instant of the decision. */
export function values(given: Record<string, unknown>): Extract<ProviderAnswer, { readonly kind: 'answered' }> {
  // What providers say is not typed: that is what is tested.
  return { kind: 'answered', askedAtMs: AT_MS, values: given as Record<string, string> };
}

export function worldOf(here: Scene, enrichment: Enrichment | undefined): World {
  return { ...here.world(AT), ...(enrichment === undefined ? {} : { enrichment }) };
}

/** Decides; makes sure that deciding again from the record gives the same bytes and the same explanation. */
export function decided(here: Scene, given: object, answers: Readonly<Record<string, ProviderAnswer>>): Decision {
  const decision = decide(here.plan, here.read({ id: 'L1', ...given }), worldOf(here, saying(answers)));
  const again = redecide(here.plan, JSON.parse(JSON.stringify(decision)));
  expect(again && canonicalJson(again)).toBe(canonicalJson(decision));
  expect(again && canonicalJson(explain(here.plan, again))).toBe(canonicalJson(explain(here.plan, decision)));
  return decision;
}

export function explained(here: Scene, decision: Decision): string {
  return renderText(explain(here.plan, decision));
}

export function domainOf(value: Value): Value {
  return { kind: 'domain', of: value };
}
