import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { known, type Figure, type Input } from '../../src/domain/land/figure.ts';
import { minusOf, ratioOf, sumOf, timesOf } from '../../src/domain/land/figure-arithmetic.ts';
import { contextOf } from '../../src/policy/context.ts';
import { evaluatePark } from '../../src/policy/evaluate.ts';
import { readPack } from './cases.ts';
import { factsOf } from './facts.ts';

const figure = (value: number, sigma?: number): Input<Figure> =>
  known({ what: 'area', value, unit: 'm2', basis: 'plane', ...(sigma === undefined ? {} : { sigma }), inputs: ['A'] });
const sigmaOf = (input: Input<Figure>) => (input.state === 'value' ? input.value.sigma : undefined);

/** Normal numbers from a fixed sequence (Box–Muller on a linear congruence). */
function normals(): () => number {
  let state = 12345;
  const uniform = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
  return () => Math.sqrt(-2 * Math.log(uniform() || 0.5)) * Math.cos(2 * Math.PI * uniform());
}

describe('the standard error of a figure', () => {
  const ways: readonly (readonly [string, (a: Input<Figure>, b: Input<Figure>) => Input<Figure>])[] = [
    ['sum', (a, b) => sumOf('x', [a, b])],
    ['difference', (a, b) => minusOf('x', a, b)],
    ['quotient', (a, b) => ratioOf('x', a, b)],
    ['product', (a, b) => timesOf('x', a, b)],
  ];
  it.each(ways)('of a %s is what drawing its parts many times spreads', (_, way) => {
    const [a, b, sa, sb] = [900, 700, 3, 5];
    const next = normals();
    const drawn = Array.from({ length: 20_000 }, () => {
      const input = way(figure(a + sa * next()), figure(b + sb * next()));
      return input.state === 'value' ? input.value.value : NaN;
    });
    const mean = drawn.reduce((s, v) => s + v, 0) / drawn.length;
    const spread = Math.sqrt(drawn.reduce((s, v) => s + (v - mean) ** 2, 0) / drawn.length);
    expect(sigmaOf(way(figure(a, sa), figure(b, sb)))! / spread).toBeCloseTo(1, 1);
    expect(sigmaOf(way(figure(a), figure(b)))).toBeUndefined();
  });
});

describe('a bound', () => {
  const pack = readPack('zhengzhou-draft');
  const context = contextOf({ zones: [], jurisdictions: [] }, pack);
  const park = { id: 'P', parkType: 'manufacturing', origin: 'new' } as const;
  const bound = (100 * 2000) / 3;
  const scale = (m2: number, sigma: number) => {
    const own = factsOf(
      {
        park,
        parcels: [{ id: 'A', m2, perimeterM: 1000, districtCode: '410122', status: 'in-use' }],
        buildings: [{ id: 'B', floorAreaM2: 1 }],
      },
      pack,
    );
    const land = own.figures['landArea'];
    if (land.state !== 'value') throw new Error('no land');
    const facts = { ...own, figures: { ...own.figures, landArea: known({ ...land.value, sigma }) } };
    return evaluatePark(pack, facts, context, '2026-01-01').find((f) => f.rule === 'scale.manufacturing')!;
  };

  it('nearer than two standard errors leaves the finding borderline, on either side; farther it does not', () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (by) => {
        fc.pre(Math.abs(Math.abs(by) - 2) > 1e-6 && Math.abs(by) > 0.05);
        const finding = scale(bound + by * 10, 10);
        expect(finding.outcome).toBe(by > 0 ? 'pass' : 'advisory');
        const open = finding.borderline?.find((b) => b.on === 'precision');
        expect(open !== undefined).toBe(Math.abs(by) < 2);
        if (open) expect(open.sigma).toBeCloseTo((10 * 3) / 2000, 12);
      }),
      { numRuns: 60 },
    );
  });
});
