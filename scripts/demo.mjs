// The first minute: routes the leads of an example, explains two of the decisions, and says what to try next.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const policy = 'examples/inbound/inbound.route';
const at = '2026-11-24T10:00:00+01:00';

const steps = [
  {
    title: 'Route the leads of an example',
    command: ['route', policy, 'examples/inbound/leads.ndjson', '--at', at],
  },
  {
    title: 'Why did this lead go where it went?',
    command: ['explain', policy, 'examples/inbound/hospital.json', '--at', at],
  },
  {
    title: 'And this one?',
    command: ['explain', policy, 'examples/inbound/newsletter.json', '--at', at],
  },
];

const next = [
  [`npx fairlead explain ${policy} examples/inbound/hospital.json --why-not ben`, 'why not somebody else?'],
  ['npx fairlead check examples/inbound/inbound.route', 'is the policy right?'],
  ['npx fairlead test examples/inbound/inbound.route --coverage', 'run the tests it holds'],
  ['npx fairlead init', 'begin a policy of your own'],
  ['npx fairlead help', 'everything else'],
];

function demo() {
  for (const { title, command } of steps) {
    const missing = command.find((word) => word.startsWith('examples/') && !existsSync(join(root, word)));
    if (missing !== undefined) {
      process.stderr.write(`The example is not complete: ${missing} is missing.\n`);
      return 1;
    }
    heading(title);
    process.stdout.write(`$ npx fairlead ${command.join(' ')}\n\n`);
    const run = spawnSync(process.execPath, ['packages/cli/bin/fairlead.mjs', ...command], {
      cwd: root,
      stdio: 'inherit',
    });
    if (run.status !== 0) return run.status ?? 1;
  }
  heading('What to try next');
  const width = Math.max(...next.map(([command]) => command.length));
  for (const [command, what] of next) process.stdout.write(`  ${command.padEnd(width)}   ${what}\n`);
  process.stdout.write('\n');
  return 0;
}

function heading(title) {
  process.stdout.write(`\n${title}\n${'─'.repeat(title.length)}\n`);
}

// A reader that has seen enough (`npm start | head`) is no fault.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = demo();
