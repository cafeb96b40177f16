// The package's entry loads from its sources under its public name.
import { expect, test } from 'vitest';

test('@fairlead/cli loads by its name', async () => {
  await expect(import('@fairlead/cli')).resolves.toBeTypeOf('object');
});
