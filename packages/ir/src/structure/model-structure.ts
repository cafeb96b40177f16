// The structure of a model, key by key: the one description behind its JSON Schema and its validator.

import { MODEL_FORMAT, type ModelFile, type ModelRow } from '../model.ts';
import { list, literal, number, object, optional, type Structure, text, wholeNumber } from './structure.ts';

/** So many leads are more than anybody counts, and few enough that sums stay whole. */
const MOST_LEADS = 1_000_000_000;

const name = text('a lower-case name such as "ana"', 1, 1000, /^[a-z][a-z0-9_]*$/);
const dateText = text('a date such as "2026-11-24"', 10, 10, /^\d{4}-\d{2}-\d{2}$/);

/** Exactly the JSON values of type `ModelFile`. */
export const modelStructure: Structure<ModelFile> = object<ModelFile>({
  format: literal(MODEL_FORMAT),
  label: text('a text', 0, 10_000),
  made: optional(dateText),
  segmentBy: optional(name),
  strength: wholeNumber(0, 1_000_000),
  leastShare: number(0),
  rows: list(
    object<ModelRow>({
      rep: name,
      segment: optional(text('a text that is not empty', 1, 10_000)),
      won: wholeNumber(0, MOST_LEADS),
      leads: wholeNumber(0, MOST_LEADS),
    }),
    1,
  ),
});
