// The words of a command line → one command, run; what it ends with.
import { isAbsolute, relative } from 'node:path';
import { CommanderError } from 'commander';
import { EXIT, type ExitCode } from './exit-code.ts';
import { type Io, processIo } from './io.ts';
import { buildProgram } from './program.ts';
import { openShell, type Shell } from './shell.ts';

/** Runs a command. `argv` are the words behind `fairlead`. Never throws: a fault of our own is told, and ends with 3. */
export async function main(argv: readonly string[], io: Io = processIo()): Promise<ExitCode> {
  const { shell, close } = openShell(io, colorWish(argv));
  const unwatch = io.stdout === process.stdout ? watchSignals(shell) : () => {};
  try {
    const code = await run(argv, shell);
    const failure = shell.out.failure();
    if (failure !== undefined) return await tellFault(shell, Object.assign(failure, { path: 'standard output' }));
    // Whoever reads has gone, as with `| head`: that is no problem of theirs or ours.
    return shell.out.isClosed() && code !== EXIT.fault ? EXIT.ok : code;
  } catch (error) {
    return await tellFault(shell, error);
  } finally {
    unwatch();
    close();
    // Input that was not read to its end would keep the process waiting.
    if (io.stdin === process.stdin) process.stdin.destroy();
  }
}

async function run(argv: readonly string[], shell: Shell): Promise<ExitCode> {
  const ended: { code: ExitCode } = { code: EXIT.ok };
  const program = buildProgram(shell, (code) => {
    ended.code = code;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return ended.code;
  } catch (error) {
    // Help and version end so too, with 0; everything else commander throws is about how the command was called.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    throw error;
  }
}

async function tellFault(shell: Shell, error: unknown): Promise<ExitCode> {
  const { isSystemError, isUsageProblem, systemWords } = await import('./files/file-problem.ts');
  if (isSystemError(error)) {
    const words = systemWords(error, error.path === undefined ? undefined : shown(shell.path('.'), error.path));
    return isUsageProblem(error) ? shell.usage(words) : shell.problem(words);
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const told = shell.env['FAIRLEAD_DEBUG'] === '1';
  await shell.err.write(
    `${shell.err.paint.red('error:')} Something went wrong inside Fairlead; your files are not to blame.\n` +
      'Please report it with the command that you ran and the version (`fairlead --version`).\n' +
      (told ? `${stack}\n` : 'With FAIRLEAD_DEBUG=1 before the command, it prints what to send along.\n'),
  );
  return EXIT.fault;
}

/** A path as the user would write it: from the folder they are in, if it lies there. */
function shown(cwd: string, path: string): string {
  const here = relative(cwd, path);
  return here === '' || here.startsWith('..') || isAbsolute(here) ? path : here;
}

/** What `--color` or `--no-color` says, wherever it stands; the last one counts. Needed before the words are read. */
function colorWish(argv: readonly string[]): boolean | undefined {
  const end = argv.indexOf('--');
  const words = end === -1 ? argv : argv.slice(0, end);
  const last = words.findLast((word) => word === '--color' || word === '--no-color');
  return last === undefined ? undefined : last === '--color';
}

const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/** Clears drafts and locks away when the process is asked to stop, and stops. */
function watchSignals(shell: Shell): () => void {
  const stop = (signal: NodeJS.Signals): void => {
    shell.stops.clearAll();
    process.exit(signal === 'SIGINT' ? SIGNALS.SIGINT : SIGNALS.SIGTERM);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return () => {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  };
}
