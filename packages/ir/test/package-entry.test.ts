// The package's entry loads from its sources under its public name.
import { expect, test } from 'vitest';

test('@fairlead/ir loads by its name', async () => {
  await expect(import('@fairlead/ir')).resolves.toBeTypeOf('object');
});
