// Problems with exactly one repair → the files, repaired. Where there are several, or it is a guess about who gets a lead, the author must choose, and
// nothing is changed.
import { readFileSync } from 'node:fs';
import { applyFix, type Diagnostic, type Edit } from '@fairlead/dsl';
import { done, type Result } from '../exit-code.ts';
import { writeWhole } from '../files/atomic-write.ts';
import { clean } from '../output/clean-text.ts';
import { count } from '../output/words.ts';
import type { Shell } from '../shell.ts';
import { checkFiles } from './check-files.ts';

/** A repair can bring up the next one; a circle of repairs would be a fault of ours, and ends here. */
const MAX_ROUNDS = 10;

/** Repairs what can be, round by round, and says how many repairs each file got. */
export async function repairFiles(shell: Shell, names: readonly string[]): Promise<Result<void>> {
  const made = new Map<string, number>();
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const checked = await checkFiles(shell, names);
    if (!checked.ok) return checked;
    const edits = chosenEdits(checked.value.flatMap(({ diagnostics }) => diagnostics));
    if (edits.size === 0) break;
    for (const [file, chosen] of edits) {
      write(
        shell,
        file,
        chosen.flatMap(({ list }) => list),
      );
      made.set(file, (made.get(file) ?? 0) + chosen.length);
    }
  }
  for (const [file, amount] of made) await shell.note(`${count(amount, 'repair')} made in ${clean(file)}.`);
  return done(undefined);
}

/**
 * "… does not belong here": nobody can tell what was meant, and what does not belong may be half of a condition. Removing it unseen could change
 * who gets a lead.
 */
const NOT_UNDERSTOOD = 'FL102';

interface Chosen {
  readonly list: readonly Edit[];
}

/** The edits of each file, one list a repair. Of repairs that touch the same text the first is made now, the other in the next round. */
function chosenEdits(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Chosen[]> {
  const byFile = new Map<string, Chosen[]>();
  for (const { code, fixes } of diagnostics) {
    const [fix, ...others] = fixes;
    const file = fix?.edits[0]?.span.file;
    if (code === NOT_UNDERSTOOD) continue;
    if (fix === undefined || file === undefined || others.length > 0 || fix.guess === true) continue;
    // A repair over two files would be half made if one of them cannot be written.
    if (fix.edits.some(({ span }) => span.file !== file)) continue;
    const chosen = byFile.get(file) ?? [];
    if (chosen.some(({ list }) => list.some((a) => fix.edits.some((b) => touch(a, b))))) continue;
    byFile.set(file, [...chosen, { list: fix.edits }]);
  }
  return byFile;
}

function touch(a: Edit, b: Edit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}

function write(shell: Shell, file: string, edits: readonly Edit[]): void {
  const path = shell.path(file);
  const text = readFileSync(path, 'utf8');
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const repaired = applyFix(text.slice(mark.length), { title: '', edits: [...edits] });
  writeWhole(path, mark + repaired, shell.stops);
}
