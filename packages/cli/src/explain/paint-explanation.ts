// The text of an explanation → the same text with its title and headings bold and its marks coloured.
import type { Paint } from '../shell.ts';

/** Adds colours only: without them the text is as it was. */
export function paintExplanation(text: string, paint: Paint): string {
  return text
    .split('\n')
    .map((line, index, lines) => {
      const isHeading = line !== '' && !line.startsWith(' ') && lines[index - 1] === '';
      if (index === 0 || isHeading) return paint.bold(line);
      return line
        .replace(/^( *)✓/, (_, indent: string) => `${indent}${paint.green('✓')}`)
        .replace(/^( *)✗/, (_, indent: string) => `${indent}${paint.red('✗')}`);
    })
    .join('\n');
}
