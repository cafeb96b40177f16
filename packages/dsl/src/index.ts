// The package's one entry: what it exports.

export { parse } from './syntax/parse.ts';
