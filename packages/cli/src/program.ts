// The commands, their arguments and their help → a program that reads a command line. Each command's code is loaded when it is called.
import { Command, Option } from 'commander';
import type { ExitCode } from './exit-code.ts';
import type { Shell } from './shell.ts';

/** Builds the program. `end` is told what a command ended with. */
export function buildProgram(shell: Shell, end: (code: ExitCode) => void): Command {
  const program = new Command('fairlead');
  setUp(program, shell);
  program
    .description('Routes leads by rules that people can read, and explains every decision.')
    .usage('<command> [options]')
    .version(VERSION, '-V, --version', 'print the version')
    .option('--color', 'use colours, also where the output is no terminal')
    .option('--no-color', 'use no colours')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'say more about a command')
    .addHelpText('after', AFTER_HELP);
  const added: AddCommand = (words, description) => {
    const command = program.command(words).description(description);
    setUp(command, shell);
    return command.helpOption('-h, --help', 'print this help');
  };
  addWriting(added, shell, end);
  addRouting(added, shell, end);
  addMore(added, shell, end);
  return program;
}

/** The version of this package, which `package.json` states too. */
const VERSION = '0.1.0';

type AddCommand = (words: string, description: string) => Command;

const AFTER_HELP = `
Exit codes: 0 all is well, 1 problems were found, 2 the command was not called rightly,
3 a fault of Fairlead's own.

Begin with: fairlead init`;

function addWriting(add: AddCommand, shell: Shell, end: (code: ExitCode) => void): void {
  add('init', 'write a first policy, its test and sample leads')
    .argument('[folder]', 'where to; never overwrites a file', '.')
    .action(async (folder: string) => {
      const { runInit } = await import('./commands/init.ts');
      end(await runInit(shell, folder));
    });
  add('check', 'find what is wrong with policies')
    .argument('<files...>', 'policy files; what they `use` is checked with them')
    .addOption(choice('--format <format>', 'how to print problems', ['text', 'json', 'github'], 'text'))
    .option('--fix', 'make the repairs that leave no choice')
    .option('--strict', 'end with 1 for warnings too')
    .action(async (files: string[], options) => {
      const { runCheck } = await import('./commands/check.ts');
      end(await runCheck(shell, files, options));
    });
  add('fmt', 'lay policies out in the one way there is')
    .argument('<files...>', 'policy files, or - for standard input to standard output')
    .option('--check', 'change nothing; list the files that would change and end with 1')
    .action(async (files: string[], options) => {
      const { runFmt } = await import('./commands/fmt.ts');
      end(await runFmt(shell, files, options));
    });
  const test = add('test', 'run the tests that policies hold')
    .argument('<files...>', 'policy files')
    .option('--coverage', 'say which rules, conditions and boundaries no test reaches')
    .option('--fail-under <percent>', 'end with 1 where less is covered: 90, or rules=100,conditions=80,boundaries=50')
    .option('--filter <text>', 'only tests with this text in their name')
    .addOption(choice('--format <format>', 'how to print results', ['text', 'json', 'junit'], 'text'))
    .addOption(several('--model <name=file>', 'a model that `by likelihood` goes by'));
  boundPolicy(test).action(async (files: string[], options) => {
    const { runTest } = await import('./commands/test.ts');
    end(await runTest(shell, files, options));
  });
}

function addRouting(add: AddCommand, shell: Shell, end: (code: ExitCode) => void): void {
  const route = add('route', 'decide where leads go')
    .argument('<policy>', 'a policy file, or a compiled one (.json)')
    .argument('<leads>', 'leads as CSV, NDJSON or JSON, or - for standard input')
    .option('--at <instant>', 'when they are decided, such as 2026-11-24T10:00:00+01:00 (default: now)')
    .option('--clock <field>', 'decide each lead at the date or time in this field')
    .option('--out <file>', 'write one decision a line to this file; - for standard output')
    .option('--log <file>', 'append new decisions to this file, beside what event and due append')
    .option('--state <file>', 'remember rotation, open leads and decisions from run to run')
    .option('--problems <file>', 'write every row that could not be read to this file')
    .addOption(choice('--format <format>', 'how the leads are written', ['csv', 'ndjson', 'json']));
  bound(route)
    .addHelpText('after', ROUTE_HELP)
    .action(async (policy: string, leads: string, options) => {
      const { runRoute } = await import('./commands/route.ts');
      end(await runRoute(shell, policy, leads, options));
    });
  const explain = add('explain', 'say why a lead goes where it goes')
    .argument('<policy>', 'a policy file, or a compiled one (.json)')
    .argument('<lead>', 'a file with a lead as JSON, a file of leads or a decision log, or - for standard input')
    .option('--lead <id>', 'which one, if there are several')
    .option('--at <instant>', 'when it is decided (default: now)')
    .option('--state <file>', 'go by this state; it is only read')
    .option('--why-not <name>', 'why not this rule, rep or team')
    .addOption(choice('--format <format>', 'how to print the explanation', ['text', 'markdown', 'json'], 'text'));
  bound(explain).action(async (policy: string, lead: string, options) => {
    const { runExplain } = await import('./commands/explain.ts');
    end(await runExplain(shell, policy, lead, options));
  });
  addFollowUp(add, shell, end);
  add('replay', 'make the decisions of a log again and compare them')
    .argument('<log>', 'a decision log, or - for standard input')
    .option('--policy <file>', 'the policy that decided (default: the one kept beside the log)')
    .action(async (log: string, options) => {
      const { runReplay } = await import('./commands/replay.ts');
      end(await runReplay(shell, log, options));
    });
}

const EVENT_KINDS = 'contacted, accepted, claimed, released, reassigned, changed, reviewed, corrected, closed or bad';

function addFollowUp(add: AddCommand, shell: Shell, end: (code: ExitCode) => void): void {
  const event = add('event', 'take in what happened to a lead')
    .argument('<state>', 'the state that `route` remembers in')
    .argument('[event...]', `its kind and the lead: ${EVENT_KINDS}`)
    .option('--by <who>', 'who says so')
    .option('--at <instant>', 'when it happened (default: now)')
    .option('--to <id>', 'claimed, reassigned: the rep, or also a team or queue')
    .option('--record <id>', 'reviewed: the record, or none')
    .option('--match <name>', 'reviewed: of which match')
    .option('--field <name>', 'corrected: which field')
    .option('--value <text>', 'corrected: what it should be; changed: the track or reason')
    .option('--outcome <outcome>', 'changed: nurtured or rejected')
    .option('--reason <reason>', 'bad: invalid or duplicate')
    .option('--id <id>', 'the event’s own id; what comes twice counts once (default: from what it says)')
    .option('--from <file>', 'events as NDJSON in place of one, or - for standard input')
    .option('--policy <file>', 'the policy of the moment (default: the one that decided)')
    .option('--log <file>', 'append what happens to this file')
    .addOption(choice('--format <format>', 'how to print what happens', ['text', 'json'], 'text'));
  boundAgain(event).action(async (state: string, words: string[], options) => {
    const { runEvent } = await import('./commands/event.ts');
    end(await runEvent(shell, state, words, options));
  });
  const due = add('due', 'carry out what is due after decisions')
    .argument('<state>', 'the state that `route` remembers in')
    .argument('<policy>', 'the policy of the moment: leads are routed anew by it')
    .option('--at <instant>', 'up to when (default: now)')
    .option('--log <file>', 'append what happens to this file')
    .addOption(choice('--format <format>', 'how to print what happens', ['text', 'json'], 'text'));
  boundAgain(due).action(async (state: string, policy: string, options) => {
    const { runDueSteps } = await import('./commands/due.ts');
    end(await runDueSteps(shell, state, policy, options));
  });
  add('queue', 'list the leads that wait, in order')
    .argument('<state>', 'the state that `route` remembers in')
    .argument('[queue]', 'only this queue')
    .addOption(choice('--format <format>', 'how to print the list', ['text', 'json'], 'text'))
    .action(async (state: string, queue: string | undefined, options) => {
      const { runQueue } = await import('./commands/queue.ts');
      end(await runQueue(shell, state, queue, options));
    });
}

/** The files that are bound to what a policy names. */
function bound(command: Command): Command {
  return boundPolicy(
    command
      .addOption(several('--records <source=file>', 'the records of a source, as CSV, NDJSON or JSON'))
      .option('--providers <file>', 'how the providers that enrich leads are asked')
      .addOption(several('--model <name=file>', 'a model that `by likelihood` goes by')),
  );
}

/** The same for leads that are decided on again: providers are not asked again. */
function boundAgain(command: Command): Command {
  return boundPolicy(
    command
      .addOption(several('--records <source=file>', 'the records of a source, as CSV, NDJSON or JSON'))
      .addOption(several('--model <name=file>', 'a model that `by likelihood` goes by')),
  );
}

/** Those that make a policy of their own. */
function boundPolicy(command: Command): Command {
  return command
    .addOption(several('--table <name=file>', 'rows in place of those of a table'))
    .addOption(several('--roster <team=file>', 'reps who join a team, or news of those in it'));
}

/** An option that may come more than once. */
function several(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text: string, before: readonly string[] | undefined) => [
    ...(before ?? []),
    text,
  ]);
}

const ROUTE_HELP = `
Prints a summary. Decisions are printed only with --out -, and the summary then goes
to standard error. With rows that could not be read it ends with 1; all others are routed.`;

function addMore(add: AddCommand, shell: Shell, end: (code: ExitCode) => void): void {
  const compile = add('compile', 'turn a policy into one JSON file that any engine can run')
    .argument('<policy>', 'a policy file')
    .option('-o, --output <file>', 'where to; - for standard output');
  boundPolicy(compile).action(async (policy: string, options) => {
    const { runCompile } = await import('./commands/compile.ts');
    end(await runCompile(shell, policy, options));
  });
  add('providers', 'say how often providers answered, and how much of it was right')
    .argument('<log>', 'a decision log, or - for standard input')
    .option('--events <file>', 'events about its leads as NDJSON: what people corrected')
    .addOption(choice('--format <format>', 'how to print the counts', ['text', 'json'], 'text'))
    .action(async (log: string, options) => {
      const { runProviders } = await import('./commands/providers.ts');
      end(await runProviders(shell, log, options));
    });
  add('schema', 'print the JSON Schema of a policy’s leads, or of another file')
    .argument('[policy]', 'a policy file, or a compiled one (.json)')
    .option('--records <source>', 'of the records of this source')
    .option('--model', 'of a model that `by likelihood` goes by')
    .option('--event', 'of an event about a lead')
    .option('--providers', 'of a file that says how providers are asked')
    .option('--compiled', 'of a compiled policy')
    .option('-o, --output <file>', 'write it to this file')
    .action(async (policy: string | undefined, options) => {
      const { runSchema } = await import('./commands/schema.ts');
      end(await runSchema(shell, policy, options));
    });
}

function choice(flags: string, description: string, choices: readonly string[], preset?: string): Option {
  const option = new Option(flags, description).choices(choices);
  return preset === undefined ? option : option.default(preset);
}

/** Errors as values, words of ours, the streams of the shell. */
function setUp(command: Command, shell: Shell): void {
  command.exitOverride().showHelpAfterError(false).showSuggestionAfterError(true);
  command.configureOutput({
    writeOut: (text) => void shell.out.write(text),
    writeErr: (text) => void shell.err.write(text),
    getOutHelpWidth: () => shell.out.width,
    getErrHelpWidth: () => shell.err.width,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
    outputError: (text, write) => write(errorText(text, command, shell)),
  });
}

function errorText(text: string, command: Command, shell: Shell): string {
  const words = text
    .trim()
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/^error: /, '')
    .replace(/\.? *\((Did you mean [^)]*)\)/, '. $1');
  const name = command.name() === 'fairlead' ? '' : ` ${command.name()}`;
  const sentence = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  const stop = /[.?]$/.test(sentence) ? '' : '.';
  return `${shell.err.paint.red('error:')} ${sentence}${stop}\n\`fairlead help${name}\` says how it is called.\n`;
}
