import type { Outline } from './outline.ts';
import { eachPairSharingX, edgesOf, heightAt } from './sweep.ts';

/*
 * Area of the intersection of two outlines without building it. Each outline is a signed sum of the strips below its
 * edges, so the common ground is the signed sum over pairs of edges of what lies below both: the integral of the lower
 * of two straight lines over the x they share. The sum is continuous in every coordinate: identical borders, shared
 * edges, touching corners and holes need no special case, and a last-bit difference moves it by a last bit.
 */

/** ∫ min(p, q) dx over a width on which p and q are straight, from their values at both ends. */
function lowerOf(width: number, p0: number, p1: number, q0: number, q1: number): number {
  const d0 = p0 - q0;
  const d1 = p1 - q1;
  const p = (p0 + p1) / 2;
  const q = (q0 + q1) / 2;
  if (d0 <= 0 && d1 <= 0) return width * p;
  if (d0 >= 0 && d1 >= 0) return width * q;
  // They cross at t: min = p − (p − q)⁺, and the positive part is a triangle.
  const t = d0 / (d0 - d1);
  return width * (p - (d0 > 0 ? (d0 * t) / 2 : (d1 * (1 - t)) / 2));
}

/** m² common to both outlines. Error about 10⁻¹⁶ of their common box for each pair of edges in it. */
export function commonArea(a: Outline, b: Outline): number {
  const west = Math.max(a.west, b.west);
  const east = Math.min(a.east, b.east);
  const south = Math.max(a.south, b.south);
  const north = Math.min(a.north, b.north);
  if (!(west < east && south < north)) return 0;
  const range = { west, east, x0: (west + east) / 2, y0: (south + north) / 2 };
  const p = edgesOf([a], range);
  const q = edgesOf([b], range);
  let sum = 0;
  eachPairSharingX(p, q, (i, j) => {
    const left = Math.max(p.ends[4 * i], q.ends[4 * j]);
    const right = Math.min(p.ends[4 * i + 2], q.ends[4 * j + 2]);
    const [p0, p1] = [heightAt(p, i, left), heightAt(p, i, right)];
    sum += p.sign[i] * q.sign[j] * lowerOf(right - left, p0, p1, heightAt(q, j, left), heightAt(q, j, right));
  });
  return Math.max(0, sum);
}
