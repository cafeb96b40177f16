// The package's one entry: what it exports. `bin/fairlead.mjs` calls `main(argv)` from here.
export { EXIT, type ExitCode } from './exit-code.ts';
export type { Io, OutputStream } from './io.ts';
export { main } from './main.ts';
