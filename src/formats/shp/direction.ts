import { buildLayer, toMultiPolygon } from '../../domain/geometry/columns/builder.ts';
import type { Layer, MultiPolygon } from '../../domain/geometry/columns/layer.ts';
import { areasOf } from '../../domain/geometry/measure/measures.ts';
import type { FileNote } from '../contract.ts';
import { polygonArea, signedArea } from '../rings.ts';

/** Rings turned so that the format's rule and containment differ by more than rounding do. */
const NOISE = 1e-9;

/**
 * A Shapefile has its shells clockwise and its holes counter-clockwise. Real files do not keep to it, so holes are told by
 * containment; where programs that go by the direction would come to another area, that is a question for the surveyor:
 * a hole or a second plot. A parcel turned round as a whole says the same by either rule.
 */
const disagrees = (shape: MultiPolygon): boolean => {
  const contained = polygonArea(shape);
  return Math.abs(contained - directedArea(shape)) > NOISE * contained;
};

const directedArea = (shape: MultiPolygon): number =>
  Math.abs(shape.flat().reduce((sum, ring) => sum + signedArea(ring), 0));

/** Parcels whose area depends on which rule is taken, with both areas on the plane. `shapes` are in the file's coordinates. */
export function directionNotes(
  shapes: readonly (MultiPolygon | null)[],
  layer: Layer,
  idOf: (row: number) => string,
): FileNote[] {
  return shapes.flatMap((shape, row): FileNote[] => {
    if (!shape || !disagrees(shape)) return [];
    const directed = layer.surveyed ? directedArea(shape) : directedOnPlane(shape, toMultiPolygon(layer, row));
    const used = areasOf(layer, row).planeM2;
    return [
      {
        code: 'ring-direction-differs',
        params: { id: idOf(row), used: Number(used.toFixed(2)), directed: Number(directed.toFixed(2)) },
      },
    ];
  });
}

/** Of a file in degrees: the rings turn as in the file (`shape`) and have the area they have on the ground (`placed`). */
function directedOnPlane(shape: MultiPolygon, placed: MultiPolygon): number {
  const rings = placed.flat();
  const each = buildLayer(rings.map((ring) => [[ring]]));
  const signed = shape.flat().map((ring, r) => Math.sign(signedArea(ring)) * areasOf(each, r).planeM2);
  return Math.abs(signed.reduce((sum, m2) => sum + m2, 0));
}
