/* Invented parcels: hulls, quadrilaterals, L, U and star shapes of a given area, and those that are nasty. */
import type { LayoutSite, Point, Ring } from './shape/site.ts';

const MU_M2 = 2000 / 3;

function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const area = (ring: Ring): number =>
  Math.abs(
    ring.reduce((sum, [x, y], i) => sum + x * ring[(i + 1) % ring.length][1] - ring[(i + 1) % ring.length][0] * y, 0),
  ) / 2;

function hull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (list: readonly Point[]): Point[] => {
    const out: Point[] = [];
    for (const p of list) {
      while (out.length > 1) {
        const [a, b] = [out[out.length - 2], out[out.length - 1]];
        if ((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]) > 0) break;
        out.pop();
      }
      out.push(p);
    }
    return out.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

const shapes: readonly ((next: () => number) => Ring)[] = [
  (next) => hull(Array.from({ length: 9 }, (): Point => [next() * 1.4, next()])),
  (next) => [
    [0, 0.1 * next()],
    [1.2 + 0.4 * next(), 0],
    [1.2 + 0.3 * next(), 0.8 + 0.3 * next()],
    [0.15 * next(), 0.8 + 0.2 * next()],
  ],
  (next) => [
    [0, 0],
    [1.5, 0],
    [1.5, 0.5 + 0.2 * next()],
    [0.6 + 0.3 * next(), 0.55],
    [0.7, 1.1],
    [0, 1.1],
  ],
  (next) => [
    [0, 0],
    [1.6, 0],
    [1.6, 1],
    [1.1 + 0.1 * next(), 1],
    [1.1, 0.5],
    [0.55, 0.5],
    [0.5, 1],
    [0, 1],
  ],
  (next) =>
    Array.from({ length: 10 }, (_, i): Point => {
      const r = 0.6 + 0.4 * next();
      return [r * Math.cos((i * Math.PI) / 5), r * Math.sin((i * Math.PI) / 5)];
    }),
];

export function siteOf(rings: readonly Ring[], setbackM = 6): LayoutSite {
  return {
    rings,
    setbacksM: rings.map((ring) => ring.map(() => setbackM)),
    entrance: null,
    isIndustrial: true,
    standing: [],
    locked: [],
  };
}

/** A parcel of 20 to 150 亩, turned at random. */
export function invented(seed: number, leastMu = 20, mostMu = 150): LayoutSite {
  const next = random(seed * 7919 + 17);
  for (let i = 0; i < 5; i++) next();
  const shape = shapes[Math.floor(next() * shapes.length)](next);
  const wanted = (leastMu + next() * (mostMu - leastMu)) * MU_M2;
  const scale = Math.sqrt(wanted / area(shape));
  const turn = next() * Math.PI;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return siteOf([
    shape.map(([x, y]): Point => [500000 + scale * (x * cos - y * sin), 3840000 + scale * (x * sin + y * cos)]),
  ]);
}
