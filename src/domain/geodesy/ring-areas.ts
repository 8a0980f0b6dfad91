import { ellipsoidRingArea } from './ellipsoid-area.ts';
import { forwardColumns } from './projection.ts';
import { ringKernel, type RingKernel } from './ring-kernel.ts';
import { straightRingArea } from './straight-area.ts';

/** Vertices given to the kernel at once: they stay in the nearest cache of the processor. */
const BATCH = 2048;

/**
 * Signed area in m² of each closed ring `vertexStart[r] .. vertexStart[r+1]` of interleaved lon, lat degrees, edges
 * straight in latitude–longitude as given, into `out[r - first]` for `first ≤ r < last`: the figure of
 * `ellipsoidRingArea` within 10⁻¹⁰ of itself.
 */
export function ellipsoidRingAreas(
  lonLat: Float64Array,
  vertexStart: Uint32Array,
  out: Float64Array,
  first = 0,
  last = vertexStart.length - 1,
): Float64Array {
  const one = (from: number, to: number): number => ellipsoidRingArea(lonLat, from, to);
  return ringAreas({ lonLat, vertexStart, centralMeridian: NaN, one }, out, first, last);
}

/**
 * The same for edges straight on the Gauss–Krüger plane of `centralMeridian`: the figure of `straightRingArea` within
 * 10⁻¹⁰ of itself, without a projection.
 */
export function straightRingAreas(
  lonLat: Float64Array,
  vertexStart: Uint32Array,
  centralMeridian: number,
  out: Float64Array,
  first = 0,
  last = vertexStart.length - 1,
): Float64Array {
  const one = (from: number, to: number): number => {
    const xy = lonLat.slice(2 * from, 2 * to);
    return straightRingArea(forwardColumns(xy, centralMeridian, xy), 0, to - from);
  };
  return ringAreas({ lonLat, vertexStart, centralMeridian, one }, out, first, last);
}

interface Rings {
  readonly lonLat: Float64Array;
  readonly vertexStart: Uint32Array;
  /** Degrees, or NaN for edges as given. */
  readonly centralMeridian: number;
  /** The slow way, for one ring: of large rings, slivers, and all of them where the engine has no vectors. */
  readonly one: (from: number, to: number) => number;
}

function ringAreas(rings: Rings, out: Float64Array, first: number, last: number): Float64Array {
  const { vertexStart, one } = rings;
  for (let r = first; r < last;) {
    const end = batchEnd(vertexStart, r, last);
    const missed = ringKernel ? batchAreas(ringKernel, rings, r, end, out, r - first) : end - r;
    for (let i = r; missed > 0 && i < end; i++)
      if (!ringKernel || Number.isNaN(out[i - first])) out[i - first] = one(vertexStart[i], vertexStart[i + 1]);
    r = end;
  }
  return out;
}

/** As many rings from `r` on as make a batch, at least one. */
function batchEnd(vertexStart: Uint32Array, r: number, last: number): number {
  let end = Math.min(r + BATCH / 8, last);
  while (end > r + 1 && vertexStart[end] - vertexStart[r] > BATCH) end--;
  return end;
}

/** The areas of rings `r .. end` into `out` from `at` on; returns how many of them are NaN. */
function batchAreas(kernel: RingKernel, rings: Rings, r: number, end: number, out: Float64Array, at: number): number {
  const { lonLat, vertexStart, centralMeridian } = rings;
  const from = vertexStart[r];
  const to = vertexStart[end];
  if (to - from > kernel.capacity) return out.fill(NaN, at, at + end - r) && end - r;
  kernel.lonLat.set(lonLat.subarray(2 * from, 2 * to));
  kernel.start.set(vertexStart.subarray(r, end + 1));
  const missed = kernel.areas(end - r, centralMeridian);
  out.set(kernel.area.subarray(0, end - r), at);
  return missed;
}
