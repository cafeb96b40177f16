// The command in a process of its own, from its sources: for tests that kill it, run two at once, or close its output.
import { main } from '@fairlead/cli';

process.exitCode = await main(process.argv.slice(2));
