import { emptyLayer } from '../../domain/geometry/columns/builder.ts';
import { borderNodes } from '../../domain/geometry/draw/simplify-nodes.ts';
import { weighRings } from '../../domain/geometry/draw/simplify.ts';
import { gatherRows } from '../../domain/geometry/edit/gather.ts';
import type { MapPlane, Outlines } from './map-plane.ts';

/** A feature where it is held. */
export interface Held {
  readonly plane: MapPlane;
  readonly row: number;
}

/**
 * Some features are drawn anew, have come or gone: what of borders is left out in a coarser drawing is told again where it
 * may be another, as if all were looked at. That is of the features themselves (`now`) and of those that have a vertex
 * where one of them has or had one: only there rings may part ways that did not, or the other way round.
 *
 * @param gone as they were before
 * @param around features that stay, those whose boxes meet one of the others among them
 */
export function drawnAnew(gone: readonly Held[], now: readonly Held[], around: readonly Held[]): void {
  const touched = new Places([...gone, ...now]);
  const neighbours = around.filter((held) => touched.hasOneOf(held));
  const all = [...now, ...neighbours];
  // Every ring through a place of theirs is here, so which part ways there is told as of all.
  const nodes = borderNodes(inOneLayer(all));
  let from = 0;
  for (const { plane, row } of all) {
    const { lonLat, vertexStart } = plane.outlines;
    const [ring, lastRing] = ringRange(plane.outlines, row);
    const { borders } = plane;
    for (let v = vertexStart[ring]; v < vertexStart[lastRing]; v++, from++)
      if (touched.has(lonLat[2 * v], lonLat[2 * v + 1])) borders.nodes[v] = nodes[from];
    weighRings(vertexStart, { xy: plane.xy, ...borders }, ring, lastRing);
  }
}

/** The features one after the other. */
const inOneLayer = (all: readonly Held[]): Outlines =>
  gatherRows(
    emptyLayer(),
    all.map(({ plane, row }) => ({ layer: plane.outlines, from: row, to: row + 1 })),
  );

/** First ring of a feature and the one behind its last. */
const ringRange = ({ partStart, ringStart }: Outlines, row: number): readonly [number, number] => [
  ringStart[partStart[row]],
  ringStart[partStart[row + 1]],
];

/** Places of vertices, by their numbers. */
class Places {
  readonly #lats = new Map<number, Set<number>>();

  constructor(features: readonly Held[]) {
    for (const held of features)
      for (const [lon, lat] of verticesOf(held)) {
        const lats = this.#lats.get(lon);
        if (lats) lats.add(lat);
        else this.#lats.set(lon, new Set([lat]));
      }
  }

  has(lon: number, lat: number): boolean {
    return this.#lats.get(lon)?.has(lat) === true;
  }

  hasOneOf(held: Held): boolean {
    for (const [lon, lat] of verticesOf(held)) if (this.has(lon, lat)) return true;
    return false;
  }
}

function* verticesOf({ plane: { outlines }, row }: Held): Generator<readonly [number, number]> {
  const { lonLat, vertexStart } = outlines;
  const [ring, lastRing] = ringRange(outlines, row);
  for (let v = vertexStart[ring]; v < vertexStart[lastRing]; v++) yield [lonLat[2 * v], lonLat[2 * v + 1]];
}
