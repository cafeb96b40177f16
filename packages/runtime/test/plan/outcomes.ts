// A program that prints how every condition comes out on a few hundred leads; process.test.ts runs it in several surroundings.
import { canonicalJson } from '@fairlead/ir';
import fc from 'fast-check';
import { readLead } from '../../src/input/read-lead.ts';
import { withRep } from '../../src/plan/eval.ts';
import { anyLead, seed } from './arbitrary.ts';
import { CONDITIONS } from './conditions.ts';
import { CONTEXT, evalOf, planOf, samplePolicy, testsOf } from './sample.ts';

const plan = planOf(samplePolicy(CONDITIONS));
console.log(plan.hash);
for (const row of fc.sample(anyLead, { seed, numRuns: 200 })) {
  const e = evalOf(plan, row);
  const bits = [undefined, ...plan.reps.values()].map((rep) => {
    const here = rep === undefined ? e : withRep(e, rep);
    return testsOf(plan)
      .map((holds) => (holds(here) ? '1' : '0'))
      .join('');
  });
  const { recorded, issues } = readLead(plan, { id: 'L1', ...row }, 'json', CONTEXT);
  console.log(bits.join(' '), canonicalJson({ recorded, issues: issues.map((issue) => ({ ...issue })) }));
}
