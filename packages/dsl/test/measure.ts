// How long each stage takes on a file of many rules. Run: node --conditions=source packages/dsl/test/measure.ts [rules]
import { policyHash } from '@fairlead/ir';
import { compile } from '../src/compile.ts';
import { lower } from '../src/lower/lower.ts';
import { resolve } from '../src/names/resolve.ts';
import { parse } from '../src/syntax/parse.ts';
import { check } from '../src/types/check.ts';
import { manyRules } from './lower/support.ts';

const count = Number(process.argv[2] ?? 10_000);
const text = manyRules(count);
console.log(`${count} rules, ${(text.length / 1e6).toFixed(2)} MB; milliseconds`);

for (const round of ['cold', 'warm', 'warm']) {
  const times: [string, number][] = [];
  const timed = <T>(stage: string, work: () => T): T => {
    const start = performance.now();
    const result = work();
    times.push([stage, performance.now() - start]);
    return result;
  };
  const file = timed('parse', () => parse({ name: 'many.route', text, order: 0 })).value;
  const bindings = timed('names', () => resolve([file])).value;
  const types = timed('types', () => check(bindings)).value;
  const { policy } = timed('lower', () => lower(bindings, types));
  timed('hash', () => policyHash(policy));
  const sum = times.reduce((total, [, ms]) => total + ms, 0);
  console.log(round, [...times, ['all', sum] as const].map(([stage, ms]) => `${stage} ${ms.toFixed(0)}`).join('  '));
}

const start = performance.now();
const cpu = process.cpuUsage();
const { diagnostics } = compile('many.route', () => text);
const { user, system } = process.cpuUsage(cpu);
const [wall, used] = [performance.now() - start, (user + system) / 1000];
console.log(`compile ${wall.toFixed(0)} (${used.toFixed(0)} of processor time), ${diagnostics.length} diagnostics`);
