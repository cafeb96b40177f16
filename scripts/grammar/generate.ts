// Writes what is made from the parser and its tokens into grammar/. Run with --conditions=source; a test compares.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { grammarFiles } from './grammar-files.ts';

for (const [name, text] of grammarFiles()) {
  writeFileSync(fileURLToPath(new URL(`../../grammar/${name}`, import.meta.url)), text);
  console.log(`Wrote grammar/${name}`);
}
