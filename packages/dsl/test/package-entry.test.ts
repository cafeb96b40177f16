// The package's entry loads from its sources under its public name.
import { expect, test } from 'vitest';

test('@fairlead/dsl loads by its name', async () => {
  await expect(import('@fairlead/dsl')).resolves.toBeTypeOf('object');
});
