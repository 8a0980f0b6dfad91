import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Parameter } from '../../policy/what-if/parameters.ts';
import { placed, rangeOf } from './trial-range.ts';

const parameter = (value: number, unit: Parameter['unit']) => ({ value, unit }) as Parameter;

describe('what a slider offers', () => {
  it('steps as people count, and holds the value in force', () => {
    expect(rangeOf(parameter(1.5, 'ratio'))).toEqual({ least: 0, most: 3, step: 0.05 });
    expect(rangeOf(parameter(0.07, 'ratio'))).toEqual({ least: 0, most: 0.14, step: 0.005 });
    expect(rangeOf(parameter(0.5, 'ratio'), [0.9])).toEqual({ least: 0, most: 1, step: 0.01 });
    expect(rangeOf(parameter(1.5, 'ratio'), [0.8, 1.4, 3.42, 3.42])).toEqual({ least: 0, most: 3.45, step: 0.05 });
    expect(rangeOf(parameter(100, 'mu'))).toEqual({ least: 0, most: 200, step: 2 });
    expect(rangeOf(parameter(100_000, 'm2'))).toEqual({ least: 0, most: 200_000, step: 2000 });
    expect(rangeOf(parameter(3, 'count'))).toEqual({ least: 0, most: 6, step: 1 });
  });
});

describe('dots on an axis', () => {
  it('do not lie on one another while there is room', () => {
    const values = fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { maxLength: 25 });
    fc.assert(
      fc.property(values, (vs) => {
        const dots = vs.map((value, i) => ({ parkId: String(i), name: '', value, landM2: 60_000 }));
        const done = placed(dots, (v) => v * 240, 400);
        for (const [i, a] of done.entries())
          for (const b of done.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.r + b.r);
      }),
    );
  });
});
