import { describe, expect, it } from 'vitest';
import { areasOf } from '../../src/domain/geometry/measures.ts';
import { problemsOf } from '../../src/domain/geometry/validity.ts';
import { benchParcels } from './parcels.ts';
import { interleaved, median, quantile } from './rounds.ts';

describe('benchmark', () => {
  it('measures the same sound parcels every time', () => {
    const [one, two, other] = [benchParcels(200), benchParcels(200), benchParcels(200, 2)];
    expect(two.lonLat).toEqual(one.lonLat);
    expect(other.lonLat).not.toEqual(one.lonLat);
    for (let f = 0; f < one.size; f++) {
      expect(problemsOf(one, f)).toEqual([]);
      expect(areasOf(one, f).planeM2).toBeGreaterThan(100);
    }
  });
  it('runs every contender in every round, warm-up apart, each first in turn', () => {
    const order: string[] = [];
    const contender = (name: string) => () => order.push(name);
    const timings = interleaved({ a: contender('a'), b: contender('b') }, 3, 1);
    expect(order).toEqual(['a', 'b', 'b', 'a', 'a', 'b', 'b', 'a']);
    expect(timings.map((t) => [t.name, t.rounds.length])).toEqual([
      ['a', 3],
      ['b', 3],
    ]);
    expect(() => interleaved({ wrong: () => NaN }, 1)).toThrow('wrong');
  });
  it('takes the middle and the ends', () => {
    expect([median([3, 1, 2]), quantile([3, 1, 2], 0), quantile([3, 1, 2], 1)]).toEqual([2, 1, 3]);
  });
});
