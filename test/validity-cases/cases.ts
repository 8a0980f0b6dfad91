import { emptyLayer } from '../../src/domain/geometry/columns/builder.ts';
import type { Layer, Position } from '../../src/domain/geometry/columns/layer.ts';

/** A boundary by its well-known text, in units of its own. */
export interface ValidityCase {
  readonly name: string;
  readonly wkt: string;
}

/** What PostGIS says of it: the reason and place of ST_IsValidDetail, or how it refused to read it. */
export interface Recorded {
  readonly valid: boolean;
  readonly reason?: string;
  readonly at?: readonly [number, number];
}

/** A unit in degrees: a power of two, so that no digit of a case is lost on its way to the land. */
const UNIT = 2 ** -16;
const ORIGIN: Position = [114, 34];

/** The case on the ground, about 1.5 m to the unit, with its rings as they stand: closed only if the text closes them. */
export function layerOfWkt(wkt: string): Layer {
  const body = wkt.slice(wkt.indexOf('(')).trim();
  if (!body.startsWith('(')) return { ...emptyLayer(), size: 1, partStart: Uint32Array.of(0, 0) };
  const list = `[${body.replaceAll('(', '[').replaceAll(')', ']')}]`.replace(
    /([-\w.]+) ([-\w.]+)/g,
    (_, x: string, y: string) => `["${x}","${y}"]`,
  );
  const nested = (JSON.parse(list) as unknown[])[0];
  const parts = (wkt.startsWith('MULTI') ? nested : [nested]) as [string, string][][][];
  const [lonLat, vertexStart, ringStart] = [[] as number[], [0], [0]];
  for (const part of parts) {
    for (const ring of part) {
      for (const [x, y] of ring) lonLat.push(ORIGIN[0] + Number(x) * UNIT, ORIGIN[1] + Number(y) * UNIT);
      vertexStart.push(lonLat.length / 2);
    }
    ringStart.push(vertexStart.length - 1);
  }
  return {
    size: 1,
    lonLat: Float64Array.from(lonLat),
    vertexStart: Uint32Array.from(vertexStart),
    ringStart: Uint32Array.from(ringStart),
    partStart: Uint32Array.of(0, ringStart.length - 1),
  };
}

/** A place in degrees, in the units of the cases. */
export const inUnits = ([lon, lat]: Position): Position => [(lon - ORIGIN[0]) / UNIT, (lat - ORIGIN[1]) / UNIT];
