// The second opinion's entry: what it exports.
export { EXPECTED_FEATURES } from './features.ts';
export { runSeries, type SeriesOptions, type SeriesResult } from './run-series.ts';
