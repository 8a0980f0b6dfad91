import { expect, it } from 'vitest';
import { sketchScenarios } from './sketch-scenarios.ts';

it('one storey is not one storeys', () =>
  expect([1, 4].map((n) => sketchScenarios.en.storeysOf(n))).toEqual(['1 storey', '4 storeys']));
