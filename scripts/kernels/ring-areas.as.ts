/*
 * Areas of closed rings on the ellipsoid, two vertices at a time. AssemblyScript: `npm run kernels` compiles it into
 * src/domain/geodesy/ring-kernel.wasm.ts, and src/domain/geodesy/ring-areas.ts fills its memory and calls it.
 *
 * Rings near each other make a run. A run has one origin and one row of coefficients, and is cut into two halves of
 * whole rings, which the two lanes of a vector walk side by side. Each lane keeps the sum of all its edges so far after
 * every vertex; the area of a ring is the sum at its last vertex less that at its first. So nothing branches on where a
 * ring ends, which is what cost most of the time; the edge from one ring to the next drops out.
 */

/**
 * Rows of coefficients by latitude, 1/128 degree apart from 60° S to 60° N, as `straightRow` gives them; zeros until asked
 * for. Nearer the poles the polynomials leave out too much.
 */
const ROWS_PER_DEGREE = 128;
const MAX_LATITUDE = 60;
const ROW_COUNT = 2 * MAX_LATITUDE * ROWS_PER_DEGREE + 1;
const ROW_BYTES = 20 * 8;
export const TABLE = memory.data(ROW_COUNT * ROW_BYTES, 16);
/** What a call measures: vertices lon, lat, the starts of its rings (of any base), and their areas in m². */
export const CAPACITY = 16384;
export const LON_LAT = memory.data(CAPACITY * 16, 16);
export const START = memory.data((CAPACITY + 1) * 4, 16);
export const AREA = memory.data(CAPACITY * 8, 16);
/** The sums of both lanes after each vertex. */
const SUM = memory.data(CAPACITY * 16, 16);
/** Constants of a run go through memory: computed in registers, V8 computes them anew for every vertex. */
const CONSTANT = memory.data(11 * 16, 16);

/** Rings whose first vertices are this near in degrees make a run; all vertices must be within FAR of its origin. */
const NEAR: f64 = 0.005;
const FAR: f64 = 1.0 / 32;
/** Square of the longest edge straight on the plane, degrees²: some 1.5 km, and never less than from ring to ring of a run. */
const LONG: f64 = 8 * NEAR * NEAR;
/** The series hold to here from the central meridian. */
const MAX_LONGITUDE: f64 = 3.25;
/** A difference of sums so many times its size has lost too many digits. */
const LOSS: f64 = 65536;

/** The row that must be in the table before `ringAreas` can go on. */
export let row: i32 = 0;
/** Rings left as NaN by the last call. */
export let missed: i32 = 0;

/**
 * Areas of `count` rings into AREA: edges straight in longitude and authalic latitude if `centralMeridian` is NaN, or
 * straight on its Gauss–Krüger plane. What cannot be measured here is NaN. Returns `count`, or the ring that waits for `row`.
 */
export function ringAreas(first: i32, count: i32, centralMeridian: f64): i32 {
  if (first === 0) missed = 0;
  const vertices = LON_LAT - ((<usize>startOf(0)) << 4);
  let r = first;
  while (r < count) {
    const from = startOf(r);
    const a = vertices + ((<usize>from) << 4);
    const last = runEnd(r, count, vertices, v128.load(a));
    const lon = load<f64>(a);
    const at = nearest((load<f64>(a, 8) + MAX_LATITUDE) * ROWS_PER_DEGREE);
    const inside = at >= 0 && at < ROW_COUNT && !(abs(lon - centralMeridian) > MAX_LONGITUDE);
    let measured = false;
    if (inside) {
      row = <i32>at;
      const k = TABLE + <usize>row * ROW_BYTES;
      if (load<f64>(k) === 0) return r;
      const half = (from + startOf(last)) >> 1;
      let middle = (r + last) >> 1;
      while (startOf(middle) > half) middle--;
      const b = vertices + ((<usize>startOf(middle)) << 4);
      const steps = startOf(last) - startOf(middle);
      const lat0 = at / ROWS_PER_DEGREE - MAX_LATITUDE;
      measured = isNaN(centralMeridian)
        ? given(a, b, steps, lon, lat0, k)
        : straight(a, b, steps, centralMeridian, lon, lat0, k);
      if (measured) {
        differences(r, middle, SUM - ((<usize>from) << 4));
        differences(middle, last, SUM + 8 - ((<usize>startOf(middle)) << 4));
      }
    }
    if (!measured) for (let i = r; i < last; i++) miss(i);
    r = last;
  }
  return count;
}

function startOf(r: i32): i32 {
  return load<i32>(START + ((<usize>r) << 2));
}

function miss(r: i32): void {
  missed++;
  store<f64>(AREA + ((<usize>r) << 3), NaN);
}

/** The first ring after `r` that does not begin near `origin`. */
function runEnd(r: i32, count: i32, vertices: usize, origin: v128): i32 {
  const near = f64x2.splat(NEAR);
  for (r++; r < count; r++) {
    const offset = f64x2.sub(v128.load(vertices + ((<usize>startOf(r)) << 4)), origin);
    if (i64x2.bitmask(f64x2.le(f64x2.abs(offset), near)) !== 3) break;
  }
  return r;
}

/** Areas of the rings of one lane, whose sum after vertex v is at `sums` + 16 v. */
function differences(r: i32, last: i32, sums: usize): void {
  let from = startOf(r);
  for (; r < last; r++) {
    const to = startOf(r + 1);
    const before = load<f64>(sums + ((<usize>from) << 4));
    const after = load<f64>(sums + ((<usize>to) << 4) - 16);
    const area = to - from < 2 ? 0 : after - before;
    if (abs(before) + abs(after) <= LOSS * abs(area)) store<f64>(AREA + ((<usize>r) << 3), area);
    else miss(r);
    from = to;
  }
}

function keep(i: usize, value: v128): v128 {
  v128.store(CONSTANT + (i << 4), value);
  return v128.load(CONSTANT + (i << 4));
}

function farther(than: v128, offset: v128): v128 {
  return f64x2.pmax(than, f64x2.abs(offset));
}

/** No vertex too far off, and no NaN or infinity in the sums, which would have stayed there. */
function sound(farthest: v128, sum: v128): bool {
  const near = f64x2.le(farthest, f64x2.splat(FAR));
  return i64x2.bitmask(v128.and(near, f64x2.eq(f64x2.sub(sum, sum), f64x2.splat(0)))) === 3;
}

/**
 * The sums of `steps` vertices from `a` and from `b` on. A shoelace in longitude x and a cubic in latitude y: within
 * FAR of its row, what the cubic leaves out is below 3·10⁻¹¹ of the area.
 */
function given(a: usize, b: usize, steps: i32, lon0: f64, lat0: f64, k: usize): bool {
  const origin = keep(0, f64x2.replace_lane(f64x2.splat(lon0), 1, lat0));
  const q1 = v128.load_splat<f64>(k);
  const q2 = v128.load_splat<f64>(k, 8);
  const q3 = v128.load_splat<f64>(k, 16);
  let farthest = f64x2.splat(0);
  let sum = f64x2.splat(0);
  let px = f64x2.splat(0);
  let pq = f64x2.splat(0);
  const end = SUM + ((<usize>steps) << 4);
  for (let s = SUM; s < end; s += 16) {
    const va = f64x2.sub(v128.load(a), origin);
    const vb = f64x2.sub(v128.load(b), origin);
    const x = v128.shuffle<f64>(va, vb, 0, 2);
    const y = v128.shuffle<f64>(va, vb, 1, 3);
    farthest = farther(farthest, y);
    const q = f64x2.mul(y, f64x2.add(q1, f64x2.mul(y, f64x2.add(q2, f64x2.mul(y, q3)))));
    sum = f64x2.add(sum, f64x2.mul(f64x2.add(x, px), f64x2.sub(q, pq)));
    v128.store(s, sum);
    px = x;
    pq = q;
    a += 16;
    b += 16;
  }
  return sound(farthest, sum);
}

/** The same with what each edge adds by being straight on the plane: `straight-rows.ts` has the terms. */
function straight(a: usize, b: usize, steps: i32, meridian: f64, lon: f64, lat0: f64, k: usize): bool {
  const l = nearest((lon - meridian) * ROWS_PER_DEGREE) / ROWS_PER_DEGREE;
  const u = l * l;
  const origin = keep(0, f64x2.replace_lane(f64x2.splat(meridian + l), 1, lat0));
  const k1 = keep(1, f64x2.splat(even(k + 32, u)));
  const k2 = keep(2, f64x2.splat(even(k + 56, u)));
  const k3 = keep(3, f64x2.splat(l * even(k + 80, u)));
  // The sums of an edge's two ends stand for its middle: hence the halves.
  const d1 = keep(4, f64x2.splat((load<f64>(k, 112) + u * load<f64>(k, 120)) / 2));
  const d2 = keep(5, f64x2.splat((load<f64>(k, 128) + u * load<f64>(k, 136)) / 2));
  const d3 = keep(6, f64x2.splat((load<f64>(k, 80) + u * (3 * load<f64>(k, 88) + 5 * u * load<f64>(k, 96))) / 2));
  // And the slopes the other way: of k₁ and k₂ by longitude, of k₃ by latitude.
  const e1 = keep(7, f64x2.splat(l * (load<f64>(k, 40) + 2 * u * load<f64>(k, 48))));
  const e2 = keep(8, f64x2.splat(l * (load<f64>(k, 64) + 2 * u * load<f64>(k, 72))));
  const e3 = keep(9, f64x2.splat((l * load<f64>(k, 144)) / 2));
  const k4 = v128.load_splat<f64>(k, 104);
  const e4 = keep(10, f64x2.splat(load<f64>(k, 152) / 2));
  const q1 = v128.load_splat<f64>(k);
  const q2 = v128.load_splat<f64>(k, 8);
  const q3 = v128.load_splat<f64>(k, 16);
  const q4 = v128.load_splat<f64>(k, 24);
  let farthest = f64x2.splat(0);
  let longest = f64x2.splat(0);
  let sum = f64x2.splat(0);
  let px = f64x2.splat(0);
  let py = f64x2.splat(0);
  let pq = f64x2.splat(0);
  const end = SUM + ((<usize>steps) << 4);
  for (let s = SUM; s < end; s += 16) {
    const va = f64x2.sub(v128.load(a), origin);
    const vb = f64x2.sub(v128.load(b), origin);
    farthest = farther(farther(farthest, va), vb);
    const x = v128.shuffle<f64>(va, vb, 0, 2);
    const y = v128.shuffle<f64>(va, vb, 1, 3);
    const q = f64x2.mul(y, f64x2.add(q1, f64x2.mul(y, f64x2.add(q2, f64x2.mul(y, f64x2.add(q3, f64x2.mul(y, q4)))))));
    const sx = f64x2.add(x, px);
    const sy = f64x2.add(y, py);
    const dx = f64x2.sub(x, px);
    const dy = f64x2.sub(y, py);
    const xx = f64x2.mul(dx, dx);
    const yy = f64x2.mul(dy, dy);
    longest = f64x2.pmax(longest, f64x2.add(xx, yy));
    const chord = f64x2.mul(sx, f64x2.sub(q, pq));
    const byX = f64x2.add(
      f64x2.mul(f64x2.add(k1, f64x2.add(f64x2.mul(sy, d1), f64x2.mul(sx, e1))), xx),
      f64x2.mul(f64x2.add(k2, f64x2.add(f64x2.mul(sy, d2), f64x2.mul(sx, e2))), yy),
    );
    const byY = f64x2.mul(
      f64x2.add(k3, f64x2.add(f64x2.mul(sx, d3), f64x2.mul(sy, e3))),
      f64x2.add(xx, f64x2.mul(f64x2.add(k4, f64x2.mul(sy, e4)), yy)),
    );
    sum = f64x2.add(sum, f64x2.add(chord, f64x2.add(f64x2.mul(dx, byX), f64x2.mul(dy, byY))));
    v128.store(s, sum);
    px = x;
    py = y;
    pq = q;
    a += 16;
    b += 16;
  }
  return sound(farthest, sum) && i64x2.bitmask(f64x2.le(longest, f64x2.splat(LONG))) === 3;
}

/** c₀ + c₁ u + c₂ u² of three numbers at `k`. */
function even(k: usize, u: f64): f64 {
  return load<f64>(k) + u * (load<f64>(k, 8) + u * load<f64>(k, 16));
}
