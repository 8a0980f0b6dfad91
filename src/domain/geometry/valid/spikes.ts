import type { BareRing } from './ring-faults.ts';

/** Arms closer than this at the end of the shorter one are one line: twice the resolution of stored coordinates. */
export const SPIKE_WIDTH_M = 2e-4;
/** An arm shorter than this is a corner, not a spike: its direction is lost in the rounding. */
const SPIKE_LENGTH_M = 0.02;

/**
 * Vertices of the bare ring where the boundary turns back on itself along the same line (exactly, or as nearly as the
 * stored digits can tell). `scale` turns the two coordinates into metres.
 */
export function spikeTips({ xy, vertices }: BareRing, scale: readonly [number, number]): number[] {
  const tips: number[] = [];
  const n = vertices.length;
  for (let i = 0; i < n; i++) {
    const p = 2 * vertices[i];
    const before = 2 * vertices[(i + n - 1) % n];
    const after = 2 * vertices[(i + 1) % n];
    const [ux, uy] = [(xy[before] - xy[p]) * scale[0], (xy[before + 1] - xy[p + 1]) * scale[1]];
    const [vx, vy] = [(xy[after] - xy[p]) * scale[0], (xy[after + 1] - xy[p + 1]) * scale[1]];
    if (ux * vx + uy * vy <= 0) continue;
    const [u, v] = [Math.hypot(ux, uy), Math.hypot(vx, vy)];
    const cross = Math.abs(ux * vy - uy * vx);
    const long = Math.min(u, v) >= SPIKE_LENGTH_M;
    if (cross === 0 || (long && cross <= SPIKE_WIDTH_M * Math.max(u, v))) tips.push(i);
  }
  return tips;
}
