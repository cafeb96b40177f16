// A file of JSON → its value, or words about where it stops being JSON.
import { done, failed, type Result } from '../exit-code.ts';
import { quoted } from '../output/clean-text.ts';
import type { Shell } from '../shell.ts';
import { readText } from './read-text.ts';

/** The value in a file; tells what is wrong where the file cannot be read or is not JSON. */
export async function readJson(shell: Shell, file: string): Promise<Result<unknown>> {
  const text = await readText(shell, file);
  return text.ok ? valueOfJson(shell, file, text.value) : text;
}

/** The value of a text that was read from a file; tells what is wrong where it is not JSON. */
export async function valueOfJson(shell: Shell, file: string, text: string): Promise<Result<unknown>> {
  try {
    return done(JSON.parse(text));
  } catch {
    const { jsonFault } = await import('../rows/json-fault.ts');
    const fault = jsonFault(text);
    const where = fault === undefined ? '' : ` At character ${fault.at + 1}, ${fault.what}.`;
    return failed(await shell.problem(`${quoted(file)} is not JSON.${where}`));
  }
}
