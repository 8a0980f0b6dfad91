import { E2 } from './ellipsoid.ts';

/*
 * Derivatives along the meridian. With q the isometric latitude 等量纬度, s = sin φ, c = cos φ and r = ν c the radius of the
 * parallel: ds/dq = σ(s), dc/dq = −s c T(s), dr/dq = −s r, so every derivative below is a factor times a polynomial in s.
 * The Gauss–Krüger plane is the analytic continuation of the meridian, north + i east = g(q + i λ): hence all its series.
 */
type Polynomial = readonly number[];

const times = (p: Polynomial, q: Polynomial): number[] => {
  const product = new Array<number>(p.length + q.length - 1).fill(0);
  p.forEach((a, i) => q.forEach((b, j) => (product[i + j] += a * b)));
  return product;
};
const plus = (p: Polynomial, q: Polynomial): number[] =>
  Array.from({ length: Math.max(p.length, q.length) }, (_, i) => (p[i] ?? 0) + (q[i] ?? 0));
const derivative = (p: Polynomial): number[] => (p.length < 2 ? [0] : p.slice(1).map((a, i) => a * (i + 1)));
export const valueAt = (p: Polynomial, s: number): number => p.reduceRight((sum, a) => sum * s + a, 0);

const SIGMA = [1, 0, -(1 + E2), 0, E2].map((a) => a / (1 - E2));
const T = [1, 0, -E2].map((a) => a / (1 - E2));

/** Polynomials 1 … `count` (index 0 is unused): the next is `weight(k)` times the k-th, plus its derivative by q. */
function chain(first: Polynomial, count: number, weight: (k: number) => Polynomial): readonly Polynomial[] {
  const all: Polynomial[] = [[], first];
  for (let k = 1; k < count; k++) all.push(plus(times(weight(k), all[k]), times(SIGMA, derivative(all[k]))));
  return all;
}

export const ORDER = 11;
/** gᵏ(q) = r · FORWARD[k](s): the arc of the meridian by isometric latitude. */
export const FORWARD = chain([1], ORDER, () => [0, -1]);
/** fᵏ(N) = r⁻ᵏ · INVERSE[k](s): isometric latitude by the arc of the meridian. */
export const INVERSE = chain([1], ORDER, (k) => [0, k]);
/** dᵏφ/dqᵏ = c · LATITUDE[k](s). */
export const LATITUDE = chain(T, ORDER, () => times([0, -1], T));
/** dᵏs/dqᵏ = SINE[k](s), from k = 1. */
export const SINE = chain(SIGMA, 5, () => [0]);
