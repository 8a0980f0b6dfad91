import { expect, it } from 'vitest';
import { compiledKernel, heldKernel } from './compile.ts';

it('the machine code is what its source compiles to', async () => {
  expect(heldKernel(), 'run npm run kernels').toBe(await compiledKernel());
});
