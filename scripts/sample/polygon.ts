/** A point in plane metres: east, north, from the middle of the city. */
export type Pt = readonly [number, number];
/** A ring, counter-clockwise, the first point not repeated. */
export type Ring = readonly Pt[];

export const add = (a: Pt, b: Pt): Pt => [a[0] + b[0], a[1] + b[1]];
export const sub = (a: Pt, b: Pt): Pt => [a[0] - b[0], a[1] - b[1]];
export const scale = (a: Pt, k: number): Pt => [a[0] * k, a[1] * k];
export const dot = (a: Pt, b: Pt): number => a[0] * b[0] + a[1] * b[1];
export const cross = (a: Pt, b: Pt): number => a[0] * b[1] - a[1] * b[0];
export const length = (a: Pt): number => Math.sqrt(dot(a, a));
export const distance = (a: Pt, b: Pt): number => length(sub(a, b));
export const unit = (a: Pt): Pt => scale(a, 1 / (length(a) || 1));
/** A quarter turn to the left. */
export const left = (a: Pt): Pt => [-a[1], a[0]];
export const lerp = (a: Pt, b: Pt, t: number): Pt => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

export const at = <T>(list: readonly T[], i: number): T => list[(i + list.length) % list.length];

/** Signed area, m²; positive counter-clockwise. */
export const area = (ring: Ring): number => {
  const o = ring[0];
  let sum = 0;
  for (let i = 1; i + 1 < ring.length; i += 1) sum += cross(sub(ring[i], o), sub(ring[i + 1], o));
  return sum / 2;
};

export const centroid = (ring: Ring): Pt => {
  const o = ring[0];
  let twice = 0;
  let sum: Pt = [0, 0];
  for (let i = 1; i + 1 < ring.length; i += 1) {
    const a = sub(ring[i], o);
    const b = sub(ring[i + 1], o);
    const c = cross(a, b);
    twice += c;
    sum = add(sum, scale(add(a, b), c / 3));
  }
  return twice === 0 ? o : add(o, scale(sum, 1 / twice));
};

export const contains = (ring: Ring, p: Pt): boolean => {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const a = ring[i];
    const b = ring[j];
    if (a[1] > p[1] !== b[1] > p[1] && p[0] < ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
};

/** Distance from a point to a segment. */
export const toSegment = (p: Pt, a: Pt, b: Pt): number => {
  const d = sub(b, a);
  const t = Math.max(0, Math.min(1, dot(sub(p, a), d) / (dot(d, d) || 1)));
  return distance(p, lerp(a, b, t));
};

const crossing = (a: Pt, b: Pt, c: Pt, d: Pt): boolean => {
  const side = (p: Pt, q: Pt, r: Pt): number => cross(sub(q, p), sub(r, p));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
};

/** No two edges cross. */
export const isSimple = (ring: Ring): boolean => {
  for (let i = 0; i < ring.length; i += 1)
    for (let j = i + 2; j < ring.length; j += 1)
      if ((i !== 0 || j !== ring.length - 1) && crossing(ring[i], at(ring, i + 1), ring[j], at(ring, j + 1)))
        return false;
  return true;
};

/** Narrowest rectangle around a ring along one of its edges. */
export interface Box {
  readonly centre: Pt;
  /** Unit vector of the long side. */
  readonly axis: Pt;
  readonly long: number;
  readonly short: number;
}

export const boxAlong = (ring: Ring, axis: Pt): Box => {
  const n = left(axis);
  const u = ring.map((p) => dot(p, axis));
  const v = ring.map((p) => dot(p, n));
  const [u0, u1, v0, v1] = [Math.min(...u), Math.max(...u), Math.min(...v), Math.max(...v)];
  const centre = add(scale(axis, (u0 + u1) / 2), scale(n, (v0 + v1) / 2));
  const [w, h] = [u1 - u0, v1 - v0];
  return w >= h ? { centre, axis, long: w, short: h } : { centre, axis: n, long: h, short: w };
};

export const boxOf = (ring: Ring): Box => {
  let best: Box | undefined;
  for (let i = 0; i < ring.length; i += 1) {
    const edge = sub(at(ring, i + 1), ring[i]);
    if (length(edge) < 8) continue;
    const box = boxAlong(ring, unit(edge));
    if (!best || box.long * box.short < best.long * best.short - 1e-6) best = box;
  }
  return best ?? boxAlong(ring, [1, 0]);
};
