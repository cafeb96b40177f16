// Turns the structures of a policy and a model, as packages/ir describes them, into grammar/*.schema.json. Run with --conditions=source.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { modelSchema, policySchema } from '@fairlead/ir';

const schemas = { policy: policySchema(), model: modelSchema() };
mkdirSync(fileURLToPath(new URL('../grammar', import.meta.url)), { recursive: true });
for (const [name, schema] of Object.entries(schemas)) {
  const path = fileURLToPath(new URL(`../grammar/${name}.schema.json`, import.meta.url));
  writeFileSync(path, `${JSON.stringify(schema, undefined, 2)}\n`);
  console.log(`Wrote grammar/${name}.schema.json`);
}
