// Text that a command printed → compared with what a person read and approved. `UPDATE_GOLDENS=1` writes it; read the difference before committing.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';

const GOLDENS = join(import.meta.dirname, '..', 'goldens');

/** Compares with `goldens/<name>`. */
export function expectGolden(name: string, text: string): void {
  const path = join(GOLDENS, name);
  if (process.env['UPDATE_GOLDENS'] !== undefined) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  expect(text).toBe(existsSync(path) ? readFileSync(path, 'utf8') : `(there is no ${name})`);
}
