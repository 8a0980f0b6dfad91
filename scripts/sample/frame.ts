import type { Pt } from './polygon.ts';
import type { Random } from './random.ts';

/** Half the width and height of the city, m. */
export const HALF: Pt = [13400, 11800];

/** Where the streets run: a grid (u, v) turned and bent gently into the plane. */
export interface Frame {
  readonly toPlane: (uv: Pt) => Pt;
  /** Smooth noise, about −1…1, over `size` metres. */
  readonly noise: (p: Pt, size: number) => number;
}

const TURN = -0.13;

export const makeFrame = (rnd: Random): Frame => {
  const [a, b, c, d, e, f] = [0, 1, 2, 3, 4, 5].map(() => rnd.between(0, 6.28));
  const [cos, sin] = [Math.cos(TURN), Math.sin(TURN)];
  const toPlane = ([u, v]: Pt): Pt => {
    const x = u + 420 * Math.sin(v / 5200 + a) + 130 * Math.sin(u / 2300 + v / 2900 + b);
    const y = v + 380 * Math.sin(u / 5900 + c) + 130 * Math.sin(v / 2500 - u / 3300 + d);
    // Country roads wind more than streets.
    const far = Math.max(0, Math.min(1, (Math.hypot(u, v) - 5800) / 4500));
    const [i, j] = [
      x + far * 300 * Math.sin(v / 1250 + u / 3400 + e),
      y + far * 300 * Math.sin(u / 1350 - v / 3100 + f),
    ];
    return [i * cos - j * sin, i * sin + j * cos];
  };
  const noise = ([x, y]: Pt, size: number): number =>
    (Math.sin(x / size + a + 1.7 * Math.sin(y / size / 1.3 + e)) +
      Math.sin(y / size + b + 1.9 * Math.sin(x / size / 1.2 + f))) /
    2;
  return { toPlane, noise };
};

/** Points along a smooth curve through the given ones (Catmull–Rom), about `step` metres apart. */
export const smooth = (through: readonly Pt[], step: number): Pt[] => {
  const out: Pt[] = [];
  for (let i = 0; i + 1 < through.length; i += 1) {
    const p = [through[Math.max(0, i - 1)], through[i], through[i + 1], through[Math.min(through.length - 1, i + 2)]];
    const n = Math.max(1, Math.round(Math.hypot(p[2][0] - p[1][0], p[2][1] - p[1][1]) / step));
    for (let k = 0; k < n; k += 1) {
      const t = k / n;
      const at = (j: 0 | 1): number =>
        0.5 *
        (2 * p[1][j] +
          (p[2][j] - p[0][j]) * t +
          (2 * p[0][j] - 5 * p[1][j] + 4 * p[2][j] - p[3][j]) * t * t +
          (3 * p[1][j] - p[0][j] - 3 * p[2][j] + p[3][j]) * t * t * t);
      out.push([at(0), at(1)]);
    }
  }
  out.push(through.at(-1)!);
  return out;
};
