// Compiled policies → kept beside a log or a state, by hash, so that each decision can be explained and made again by the policy that made it.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareCodePoints, validatePolicy } from '@fairlead/ir';
import type { Stops } from '../stops.ts';
import { writeWhole } from './atomic-write.ts';

/** The folder with the policies of a log or state. */
export function policiesFolder(file: string): string {
  return `${file}.policies`;
}

/** Keeps a policy. What is there already has the same hash, and thus the same text. */
export function keepPolicy(file: string, hash: string, text: string, stops: Stops): void {
  const folder = policiesFolder(file);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${hash}.json`);
  if (!existsSync(path)) writeWhole(path, text, stops);
}

/** Copies a policy from beside one file to beside another, if it is there and not here. */
export function copyPolicy(from: string, to: string, hash: string): void {
  if (!isHash(hash)) return;
  const source = join(policiesFolder(from), `${hash}.json`);
  const target = join(policiesFolder(to), `${hash}.json`);
  if (!existsSync(source) || existsSync(target)) return;
  mkdirSync(policiesFolder(to), { recursive: true });
  copyFileSync(source, target);
}

/** The JSON of a kept policy; undefined if it was not kept. `hash` may come from anywhere: only a hash is looked for. */
export function keptPolicy(file: string, hash: string): unknown {
  if (!isHash(hash)) return undefined;
  try {
    return JSON.parse(readFileSync(join(policiesFolder(file), `${hash}.json`), 'utf8'));
  } catch {
    return undefined;
  }
}

/** The queues of all kept policies, by id, each once, in code-point order. */
export function keptQueues(file: string): readonly string[] {
  const folder = policiesFolder(file);
  const names = existsSync(folder) ? readdirSync(folder).sort(compareCodePoints) : [];
  const queues = names.flatMap((name) => queuesOf(keptPolicy(file, name.replace(/\.json$/, ''))));
  return [...new Set(queues)].sort(compareCodePoints);
}

function queuesOf(policy: unknown): readonly string[] {
  const loaded = validatePolicy(policy);
  return loaded.ok ? loaded.policy.queues.map(({ id }) => id) : [];
}

/** Nothing else may become part of a path. */
function isHash(hash: string): boolean {
  return /^[0-9a-f]{8,128}$/.test(hash);
}
