// Prints every sample decision and its explanation: run by processes.test.ts in processes of other time zones and languages.
import { canonicalJson } from '@fairlead/ir';
import { explain } from '../../src/explain/explain.ts';
import { renderText } from '../../src/explain/render-text.ts';
import { samples } from './samples.ts';

const { inbound, samples: all } = samples();
for (const { name, decision } of all) {
  process.stdout.write(`${name} ${canonicalJson(decision)}\n${renderText(explain(inbound.plan, decision))}\n`);
}
