// Words of a command line → what `fairlead` prints and ends with, in a folder, at a fixed instant.
import { Readable, Writable } from 'node:stream';
import { main, type OutputStream } from '@fairlead/cli';

/** What a command did. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The shell's clock, for what has no `--at`. */
const NOW = '2026-11-24T09:00:00Z';

/** Runs a command as in a terminal of 80 columns without colours. */
export async function fairlead(cwd: string, argv: readonly string[]): Promise<Ran> {
  const [out, err] = [captured(), captured()];
  const code = await main(argv, {
    stdin: Readable.from([]),
    stdout: out.stream,
    stderr: err.stream,
    cwd,
    env: {},
    nowMs: () => Date.parse(NOW),
  });
  return { code, out: out.text(), err: err.text() };
}

function captured(): { readonly stream: OutputStream; readonly text: () => string } {
  const pieces: Buffer[] = [];
  const stream = new Writable({
    write(piece: Buffer, _encoding, callback) {
      pieces.push(Buffer.from(piece));
      callback();
    },
  });
  return { stream: Object.assign(stream, { columns: 80 }), text: () => Buffer.concat(pieces).toString('utf8') };
}
