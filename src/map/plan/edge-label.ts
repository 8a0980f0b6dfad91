import type { Geometry, Position } from 'geojson';

/** A line of text along a boundary, inside it. */
export interface EdgeLabel {
  /** Where it begins: the end of the edge that is read first. */
  readonly at: Position;
  /** Clockwise, degrees. */
  readonly turn: number;
  /** 1: the inside is below the text, -1: above. */
  readonly side: 1 | -1;
  /** Metres. */
  readonly length: number;
}

const METRES_PER_DEGREE = 111_320;

/** The longest edge of a shape that lies low: there its name stands, as on a plan. Null without an edge. */
export function edgeLabel(shape: Geometry): EdgeLabel | null {
  const parts = shape.type === 'Polygon' ? [shape.coordinates] : shape.type === 'MultiPolygon' ? shape.coordinates : [];
  let best: { readonly label: EdgeLabel; readonly weight: number } | null = null;
  for (const [shell] of parts)
    for (const label of edgesOf(shell ?? [])) {
      // An edge whose inside is above it, reading, is a lower one; one that is steep is read with the head aslant.
      const weight = label.length * (label.side === -1 ? 1 : 0.5) * Math.cos((label.turn * Math.PI) / 180);
      if (!best || weight > best.weight) best = { label, weight };
    }
  return best?.label ?? null;
}

function edgesOf(ring: readonly Position[]): EdgeLabel[] {
  if (ring.length < 4) return [];
  const shrink = Math.cos((ring[0][1] * Math.PI) / 180);
  const isLeftInside = areaOf(ring) > 0;
  return ring.slice(1).flatMap((b, i) => {
    const a = ring[i];
    const [dx, dy] = [(b[0] - a[0]) * shrink * METRES_PER_DEGREE, (b[1] - a[1]) * METRES_PER_DEGREE];
    const length = Math.hypot(dx, dy);
    if (length === 0) return [];
    // Read from the west; straight up is read upwards.
    const isForth = dx > 0 || (dx === 0 && dy > 0);
    const sign = isForth ? 1 : -1;
    const turn = (-Math.atan2(sign * dy, sign * dx) * 180) / Math.PI;
    return [{ at: isForth ? a : b, turn, side: isForth === isLeftInside ? -1 : 1, length }];
  });
}

/** Twice the signed area: above 0 where the inside is to the left. */
const areaOf = (ring: readonly Position[]): number =>
  ring.slice(1).reduce((sum, b, i) => sum + (ring[i][0] - ring[0][0]) * (b[1] - ring[0][1]) - (b[0] - ring[0][0]) * (ring[i][1] - ring[0][1]), 0); // prettier-ignore
