import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLayer } from '../columns/builder.ts';
import type { Position } from '../columns/layer.ts';
import { vertexWeights } from './simplify.ts';

const position = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })) as fc.Arbitrary<Position>;
const line = fc.uniqueArray(position, { minLength: 3, maxLength: 12, selector: (p) => p.join() });

const toSegment = ([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): number => {
  const [dx, dy] = [bx - ax, by - ay];
  const t = Math.min(Math.max(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1), 0), 1);
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
};
/** Vertices of ring `r` that a drawing with tolerance `t` keeps. */
const kept = (rings: Position[][], t: number): Position[][] => {
  const layer = buildLayer(rings.map((ring) => [[ring]]));
  const weights = vertexWeights(layer, layer.lonLat);
  return rings.map((ring, r) => ring.filter((_, i) => weights[layer.vertexStart[r] + i] >= t * t));
};

describe('simplification', () => {
  it('moves no vertex of a ring by more than the tolerance', () => {
    fc.assert(
      fc.property(line, fc.double({ min: 0.1, max: 15, noNaN: true }), (ring, t) => {
        const [left] = kept([ring], t);
        for (const p of ring) {
          const distance = Math.min(...left.map((a, i) => toSegment(p, a, left[(i + 1) % left.length])));
          expect(distance).toBeLessThanOrEqual(t * (1 + 1e-6));
        }
      }),
    );
  });

  it('keeps the same vertices of a border for both sides, wherever their rings start and whichever way they run', () => {
    fc.assert(
      fc.property(
        line,
        fc.nat(20),
        fc.boolean(),
        fc.double({ min: 0.1, max: 15, noNaN: true }),
        (shared, turn, back, t) => {
          const left: Position[] = [...shared, [-10, -5], [-20, 50]];
          const open: Position[] = [...(back ? [...shared].reverse() : shared), [90, 80], [70, -30]];
          const right = [...open.slice(turn % open.length), ...open.slice(0, turn % open.length)];
          const [a, b] = kept([left, right], t);
          const onBorder = (ring: Position[]) =>
            ring.map((p) => p.join()).filter((p) => shared.some((q) => q.join() === p));
          expect(onBorder(a).sort()).toEqual(onBorder(b).sort());
          // Where the two part ways nothing is left out.
          expect(onBorder(a)).toEqual(expect.arrayContaining([shared[0].join(), shared[shared.length - 1].join()]));
        },
      ),
    );
  });

  it('keeps an island and the hole it fills the same', () => {
    fc.assert(
      fc.property(line, fc.nat(11), fc.double({ min: 0.1, max: 15, noNaN: true }), (hole, turn, t) => {
        const island = [...hole.slice(turn % hole.length), ...hole.slice(0, turn % hole.length)].reverse();
        const [a, b] = kept([hole, island], t);
        expect(a.map(String).sort()).toEqual(b.map(String).sort());
      }),
    );
  });
});
