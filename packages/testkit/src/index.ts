// The package's one entry: what it exports.
export { type PolicyTextOptions, policyText } from './generate/policy-text.ts';
