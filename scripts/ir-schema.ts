// Turns the structure of a policy, as packages/ir describes it, into grammar/policy.schema.json. Run with --conditions=source.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { policySchema } from '@fairlead/ir';

const path: string = fileURLToPath(new URL('../grammar/policy.schema.json', import.meta.url));
mkdirSync(fileURLToPath(new URL('../grammar', import.meta.url)), { recursive: true });
writeFileSync(path, `${JSON.stringify(policySchema(), undefined, 2)}\n`);
console.log('Wrote grammar/policy.schema.json');
