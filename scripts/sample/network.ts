import type { Line } from './arrangement.ts';
import { HALF, smooth } from './frame.ts';
import type { Frame } from './frame.ts';
import { ACROSS, ALONG, DIAGONALS, LAKE, RIVERS } from './names.ts';
import { distance, lerp } from './polygon.ts';
import type { Pt } from './polygon.ts';
import type { Random } from './random.ts';

/** Positions of the arterials: dense in the middle, wider outside. */
const positions = (half: number, rnd: Random): number[] => {
  const side = (): number[] => {
    const list: number[] = [];
    let x = rnd.between(380, 620);
    while (x < half * 1.06) {
      list.push(x);
      x += (900 + 0.1 * x) * rnd.between(0.85, 1.2);
    }
    return list;
  };
  return [
    ...side()
      .reverse()
      .map((x) => -x),
    ...side(),
  ];
};

/** Index of the position nearest to x. */
const nearest = (list: readonly number[], x: number): number =>
  list.reduce((best, p, i) => (Math.abs(p - x) < Math.abs(list[best] - x) ? i : best), 0);

type Draw = (name: string, rank: number, half: number, from: Pt, to: Pt) => void;

const drawer =
  (frame: Frame, lines: Line[]): Draw =>
  (name, rank, half, from, to) => {
    const n = Math.max(1, Math.round(distance(from, to) / 160));
    const points = Array.from({ length: n + 1 }, (_, i) => frame.toPlane(lerp(from, to, i / n)));
    lines.push({ kind: 'road', name, rank, half, points });
  };

/** Does the stretch carry a road? Out of town only some of the arterials go on. */
const goesOn = (mid: Pt, rnd: Random): boolean => Math.hypot(mid[0], mid[1] * 1.1) < 7400 || rnd.chance(0.74);

const arterials = (us: readonly number[], vs: readonly number[], rnd: Random, draw: Draw): void => {
  const ring = (list: readonly number[], i: number): boolean => i === nearest(list, -5200) || i === nearest(list, 5200);
  const one = (list: readonly number[], other: readonly number[], swap: boolean): void =>
    list.forEach((x, i) => {
      const main = i % 3 === 1;
      const onRing = ring(list, i);
      const name = (swap ? ALONG : ACROSS)[i % (swap ? ALONG : ACROSS).length];
      for (let k = 0; k + 1 < other.length; k += 1) {
        const [a, b] = [other[k], other[k + 1]];
        const mid: Pt = swap ? [(a + b) / 2, x] : [x, (a + b) / 2];
        if (!onRing && !main && !goesOn(mid, rnd)) continue;
        const inRing = onRing && k >= nearest(other, -5200) && k < nearest(other, 5200);
        const [from, to]: [Pt, Pt] = swap
          ? [
              [a, x],
              [b, x],
            ]
          : [
              [x, a],
              [x, b],
            ];
        draw(inRing ? '澄州环路' : name, inRing || main ? 1 : 2, inRing ? 32 : main ? 25 : 18, from, to);
      }
    });
  one(us, vs, false);
  one(vs, us, true);
};

/** Streets between two arterials; most go on from one block to the next, some shift. */
const streets = (
  us: readonly number[],
  vs: readonly number[],
  dense: (uv: Pt) => number,
  rnd: Random,
  draw: Draw,
): void => {
  const one = (list: readonly number[], other: readonly number[], swap: boolean): void => {
    for (let i = 0; i + 1 < list.length; i += 1) {
      const width = list[i + 1] - list[i];
      const n = Math.max(1, Math.round(width / 470) - 1);
      let share = Array.from({ length: n }, (_, k) => (k + 1) / (n + 1));
      for (let k = 0; k + 1 < other.length; k += 1) {
        if (rnd.chance(0.4)) share = share.map((_, m) => (m + 1 + rnd.between(-0.24, 0.24)) / (n + 1));
        const mid = (other[k] + other[k + 1]) / 2;
        share.forEach((s) => {
          const x = list[i] + width * s;
          const d = dense(swap ? [mid, x] : [x, mid]);
          if (rnd.chance(d <= 0 ? 0.62 : 0.16)) return;
          const [a, b] = [other[k] - 12, other[k + 1] + 12];
          const bend = rnd.between(-30, 30);
          const [from, to]: [Pt, Pt] = swap
            ? [
                [a, x],
                [b, x + bend],
              ]
            : [
                [x, a],
                [x + bend, b],
              ];
          draw('', 3, d <= 0 ? 6 : 11, from, to);
        });
      }
    }
  };
  one(us, vs, false);
  one(vs, us, true);
};

const curve = (kind: Line['kind'], name: string, half: number, through: readonly Pt[], step: number): Line => ({
  kind,
  name,
  half,
  rank: 0,
  points: smooth(through, step),
});

const water = (): Line[] => {
  const lake = Array.from({ length: 28 }, (_, i): Pt => {
    const t = (i / 28) * 2 * Math.PI;
    const r = 1 + 0.16 * Math.sin(2 * t + 1) + 0.1 * Math.sin(3 * t);
    return [LAKE.at[0] + 980 * r * Math.cos(t), LAKE.at[1] + 700 * r * Math.sin(t)];
  });
  return [
    ...RIVERS.map((r) => curve('river', r.name, r.half + r.bank, r.through, 170)),
    { kind: 'lake', name: LAKE.name, half: 30, rank: 0, points: [...lake, lake[0]] },
  ];
};

const limit = (rnd: Random): Line => {
  const n = 44;
  const ring = Array.from({ length: n }, (_, i): Pt => {
    const t = (i / n) * 2 * Math.PI;
    const [c, s] = [Math.cos(t), Math.sin(t)];
    const r = 1 / Math.pow(Math.pow(Math.abs(c), 3.2) + Math.pow(Math.abs(s), 3.2), 1 / 3.2);
    const k = r * rnd.between(0.9, 0.985);
    return [HALF[0] * k * c, HALF[1] * k * s];
  });
  return { kind: 'limit', half: 14, rank: 0, points: smooth([...ring, ring[0]], 260) };
};

/** Corners of the ring road are cut off round. */
const ringCorners = (us: readonly number[], vs: readonly number[], draw: Draw): void => {
  for (const [su, sv] of [
    [1, 1],
    [1, -1],
    [-1, 1],
    [-1, -1],
  ]) {
    const [i, j] = [nearest(us, 5200 * su), nearest(vs, 5200 * sv)];
    const arc = Array.from({ length: 15 }, (_, k): Pt => {
      const t = (k / 14) * (Math.PI / 2);
      return [us[i - su] + (us[i] - us[i - su]) * Math.cos(t), vs[j - sv] + (vs[j] - vs[j - sv]) * Math.sin(t)];
    });
    arc.slice(1).forEach((p, k) => draw('澄州环路', 1, 32, arc[k], p));
  }
};

export const makePlan = (frame: Frame, dense: (p: Pt) => number, rnd: Random): Line[] => {
  const us = positions(HALF[0] * 1.12, rnd);
  const vs = positions(HALF[1] * 1.18, rnd);
  const lines: Line[] = [limit(rnd), ...water()];
  const draw = drawer(frame, lines);
  ringCorners(us, vs, draw);
  DIAGONALS.forEach((d) => draw(d.name, 1, 24, d.from, d.to));
  arterials(us, vs, rnd, draw);
  streets(us, vs, (uv) => dense(frame.toPlane(uv)), rnd, draw);
  return lines;
};
