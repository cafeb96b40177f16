// The package's entry loads from its sources under its public name.
import { expect, test } from 'vitest';

test('@fairlead/testkit loads by its name', async () => {
  await expect(import('@fairlead/testkit')).resolves.toBeTypeOf('object');
});
