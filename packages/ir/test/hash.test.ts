// SHA-256 agrees with Node's own, and a policy's hash changes with its content only.
import { createHash } from 'node:crypto';
import { canonicalJson, type Policy, policyHash, sha256Hex } from '@fairlead/ir';
import { samplePolicy } from '@fairlead/testkit/sample-policy';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test('the published examples', () => {
  expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('any text hashes as with another implementation', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    }),
    { seed: 3, numRuns: 300 },
  );
});

test('the hash of a policy is that of its canonical JSON, however long', () => {
  const policy = samplePolicy();
  expect(policyHash(policy)).toBe(sha256Hex(canonicalJson(policy)));
  const [rule] = policy.route.rules;
  const rules = Array.from({ length: 500 }, (_, i) => ({ ...rule, name: `Rule ${i} 😀 "é"` }));
  const long: Policy = JSON.parse(JSON.stringify({ ...policy, route: { ...policy.route, rules }, scores: [] }));
  expect(policyHash(long)).toBe(sha256Hex(canonicalJson(long)));
});

test('the hash of a policy changes with its content only', () => {
  const policy = samplePolicy();
  const reordered = Object.fromEntries(Object.entries(policy).reverse());
  expect(policyHash(JSON.parse(JSON.stringify(reordered)))).toBe(policyHash(policy));
  expect(policyHash({ ...policy, label: 'Outbound leads' })).not.toBe(policyHash(policy));
});
