// The package's one entry: what it exports.

export { type Compiled, type CompileOptions, compile } from './compile.ts';
export { applyEdits, applyFix } from './diagnostics/apply.ts';
export type { Diagnostic, Edit, Fix, Related, Severity, Staged } from './diagnostics/diagnostic.ts';
export { renderDiagnostic } from './diagnostics/render.ts';
export { format, formatText, LINE_WIDTH } from './format/format.ts';
export { suggest } from './names/suggest.ts';
export { lineStarts, type Position, positionAt, type Source, type Span } from './source/source.ts';
export { parse } from './syntax/parse.ts';
export { readSheet, type SheetFile, type SheetReading } from './tables/read-sheet.ts';
