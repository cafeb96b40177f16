// Seeds → cases: a policy with its files, a lead, an instant, and what is around it.

import { compile } from '@fairlead/dsl';
import type { Policy } from '@fairlead/ir';
import fc from 'fast-check';
import { instantFor } from '../generate/instant.ts';
import { leadFor, type OutsideLead } from '../generate/lead.ts';
import { type PolicyFiles, policyFiles } from '../generate/policy-text.ts';
import { type GeneratedSurroundings, surroundingsFor } from '../generate/surroundings.ts';

/** One lead on one policy. All of it is plain data. */
export interface Case {
  readonly policy: Policy;
  readonly lead: OutsideLead;
  readonly atMs: number;
  readonly around: GeneratedSurroundings;
}

/** A policy, and the leads that are tried on it. */
export interface Series {
  readonly files: PolicyFiles;
  readonly cases: readonly Case[];
}

/** The series of one seed: the same seed gives the same. Throws where the generated policy does not compile. */
export function seriesOf(seed: number, count: number): Series {
  const [files] = fc.sample(fc.noBias(policyFiles({ maxRules: 5, maxReps: 3 })), { seed, numRuns: 1 });
  if (files === undefined) throw new Error(`seed ${seed} gives no policy`);
  const policy = compiled(files);
  const one = instantFor(policy).chain((atMs) =>
    fc
      .constantFrom(true, true, true, false)
      .chain((onlyValid) =>
        leadFor(policy, { atMs, onlyValid, ownWriting: true }).chain((lead) =>
          surroundingsFor(policy, lead, atMs).map((around) => ({ policy, lead, atMs, around })),
        ),
      ),
  );
  return { files, cases: fc.sample(one, { seed, numRuns: count }) };
}

function compiled({ text, files }: PolicyFiles): Policy {
  const read = (name: string): string | undefined => (name === 'policy.route' ? text : files[name]);
  const { policy, diagnostics } = compile('policy.route', read);
  if (policy === undefined) throw new Error(`does not compile: ${JSON.stringify(diagnostics)}\n${text}`);
  return policy;
}
