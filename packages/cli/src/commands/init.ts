// `fairlead init`: a folder → a first policy in it, with a test and leads to try it on. What is there stays as it is.
import { linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { FIRST_LEADS, FIRST_POLICY } from '../init/first-policy.ts';
import { clean, quoted } from '../output/clean-text.ts';
import type { Shell } from '../shell.ts';

/** Writes the files. If one of them is there already, none is written. */
export async function runInit(shell: Shell, folder: string): Promise<ExitCode> {
  const files = [
    ['leads.route', FIRST_POLICY],
    ['leads.csv', FIRST_LEADS],
  ] as const;
  mkdirSync(shell.path(folder), { recursive: true });
  const written: string[] = [];
  for (const [name, text] of files) {
    const path = shell.path(join(folder, name));
    if (writeNew(path, text, shell)) {
      written.push(path);
      continue;
    }
    for (const one of written) rmSync(one, { force: true });
    return shell.problem(
      `${quoted(join(folder, name))} is there already, and nothing was written. Name another folder.`,
    );
  }
  const { paint } = shell.out;
  const policy = clean(join(folder, 'leads.route'));
  const leads = clean(join(folder, 'leads.csv'));
  const next = [
    [`fairlead check ${policy}`, 'is the policy right?'],
    [`fairlead test ${policy}`, 'run the tests that it holds'],
    [`fairlead route ${policy} ${leads}`, 'where would these leads go?'],
    [`fairlead explain ${policy} ${leads} --lead L3`, 'and why this one?'],
  ] as const;
  const width = Math.max(...next.map(([command]) => command.length));
  await shell.out.write(
    `Wrote ${policy}, a first policy, and ${leads}, leads to try it on.\n\n${paint.bold('What to try next')}\n` +
      next.map(([command, what]) => `  ${command.padEnd(width)}  ${paint.dim(what)}\n`).join('') +
      '\nThen change the rules in leads.route: it is plain text, made to be read.\n',
  );
  return EXIT.ok;
}

/** Writes a file that is not there yet, whole or not at all; false if it is there. */
function writeNew(path: string, text: string, shell: Shell): boolean {
  const draft = `${path}.${process.pid}.part`;
  const forget = shell.stops.add(() => rmSync(draft, { force: true }));
  try {
    writeFileSync(draft, text);
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
    forget();
  }
}
