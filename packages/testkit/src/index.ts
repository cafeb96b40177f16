// The package's one entry: what it exports.
export { damagedPolicyText } from './generate/damaged-text.ts';
export { clockChanges, instantFor, nightOfClockChange } from './generate/instant.ts';
export { type LeadOptions, leadFor, type OutsideLead } from './generate/lead.ts';
export { type PolicyFiles, type PolicyTextOptions, policyFiles, policyText } from './generate/policy-text.ts';
export { type SeenConstants, type SeenOf, seenConstants } from './generate/seen-constants.ts';
export { type GeneratedState, stateFor } from './generate/state.ts';
export { besides, type Fixture, fixtures, golden } from './goldens.ts';
