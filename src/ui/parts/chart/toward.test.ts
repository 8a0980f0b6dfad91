import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toward } from './toward.ts';

const point = fc.record({ x: fc.integer({ min: 0, max: 60 }), y: fc.integer({ min: 0, max: 60 }) });

it('an arrow leads to a point that lies that way, and to none that is both nearer and more straight ahead', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 12 }), fc.nat(11), (points, at) => {
      const from = at % points.length;
      const ahead = (n: number) => points[n].x - points[from].x;
      const aside = (n: number) => Math.abs(points[n].y - points[from].y);
      const to = toward(points, from, 'ArrowRight');
      const those = points.map((_, n) => n).filter((n) => ahead(n) > 0);
      if (to === null) {
        expect(those).toEqual([]);
        return;
      }
      expect(those).toContain(to);
      expect(those.filter((n) => ahead(n) < ahead(to) && aside(n) < aside(to))).toEqual([]);
      // The other way back is never a way on.
      const mirrored = points.map(({ x, y }) => ({ x: y, y: x }));
      expect(toward(mirrored, from, 'ArrowDown')).toBe(to);
    }),
  );
});

it('Home and End lead to the first and the last, other keys nowhere', () => {
  const points = [1, 2, 3].map((x) => ({ x, y: 0 }));
  expect(['Home', 'End', 'Enter', 'ArrowUp'].map((key) => toward(points, 1, key))).toEqual([0, 2, null, null]);
});
