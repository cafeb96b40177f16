// What comes before routing (enrich, match, tables, scores) → what the names in it refer to.

import type { EnrichBlock, MatchBlock, ScoreBlock, TableBlock } from '../ast/nodes.ts';
import { report } from '../diagnostics/report.ts';
import { resolveCondition, resolveValue } from './condition-names.ts';
import { reportTwice, resolveFields } from './field-names.ts';
import { declaredAt, type Names, refer, replaceBy } from './names.ts';
import { unknownField } from './paths.ts';
import { aKind } from './referent-words.ts';
import { suggest } from './suggest.ts';

/** Resolves an enricher: its key, and the lead's fields that it fills. */
export function resolveEnrich(enrich: EnrichBlock, names: Names): void {
  resolveValue(enrich.by, names);
  for (const name of enrich.fill) {
    if (name.text === '') continue;
    const field = names.declared.leadFieldsByName.get(name.text);
    if (field !== undefined) names.references.set(name.id, { kind: 'lead-field', path: [field] });
    else if (!names.part && names.declared.lead !== undefined) {
      unknownField('The lead', name, [...names.declared.leadFieldsByName.keys()], names);
    }
  }
}

/** Resolves a match: the record that its source holds, its lines, and the queue that reviews. */
export function resolveMatch(match: MatchBlock, names: Names): void {
  const { source } = match;
  const { recordsBySource, records } = names.declared;
  const record = recordsBySource.get(source.text);
  if (record !== undefined) {
    names.references.set(source.id, { kind: 'record', record });
  } else if (source.text !== '' && !names.part) {
    // People write the record's name where the source's is needed.
    const suggestion = records.get(source.text)?.source.text ?? suggest(source.text, recordsBySource.keys());
    const fixes = replaceBy(source.span, suggestion);
    names.problems.push(report('FL226', source.span, { source: source.text, suggestion }, { fixes }));
  }
  const inside: Names = { ...names, match };
  for (const line of match.lines) resolveCondition(line.when, inside);
  if (match.review !== undefined) refer(match.review.queue, 'queue', names);
  for (const prefer of match.prefer) {
    if (prefer.kind === 'prefer-condition') resolveCondition(prefer.condition, inside);
    else resolveValue(prefer.value, inside);
  }
}

/** Resolves the lines of a score. */
export function resolveScore(score: ScoreBlock, names: Names): void {
  for (const line of score.lines) resolveCondition(line.when, names);
}

/** Resolves a table: a key without a value is a field of the lead. */
export function resolveTable(table: TableBlock, names: Names): void {
  reportTwice(table.keys, 'this table', ({ name }) => (name.text === '' ? undefined : `key ${name.text}`), names);
  for (const { name, value } of table.keys) {
    if (value !== undefined) {
      resolveValue(value, names);
      continue;
    }
    const found = names.declared.space.get(name.text)?.referent;
    if (found?.kind === 'lead-field') {
      names.references.set(name.id, found);
    } else if (found !== undefined) {
      const params = { name: name.text, found: aKind(found.kind), needed: 'a lead field' };
      const advice = `Say what the key is compared with: \`key ${name.text} is …\`.`;
      const related = declaredAt(name.text, names);
      names.problems.push(report('FL203', name.span, { ...params, advice }, { related }));
    } else if (name.text !== '' && !names.part && names.declared.lead !== undefined) {
      unknownField('The lead', name, [...names.declared.leadFieldsByName.keys()], names);
    }
  }
  resolveFields(table.gives, `The table \`${table.name.text}\``, names);
}
