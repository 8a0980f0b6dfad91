import type { Position } from 'geojson';
import { planeCrsOf, toLonLat, toPlane } from '../../domain/geodesy/zones.ts';
import type { PlaneCrs } from '../../domain/geodesy/crs.ts';
import { multiples, roundStep } from '../../domain/quantity/round-step.ts';
import type { MapPicture, PaperSize } from '../state/map-mover.ts';

/** px on the sheet, from its upper left corner. */
export type Point = readonly [x: number, y: number];

/** MapLibre's world is 512 px wide at zoom 0. */
const WORLD_PX = 512;

/** Where degrees lie on a picture of the map, and back. */
export interface OnSheet {
  readonly size: PaperSize;
  readonly at: (position: Position) => Point;
  readonly back: (point: Point) => readonly [lon: number, lat: number];
}

export function onSheet({ place, widthPx }: Pick<MapPicture, 'place' | 'widthPx'>, size: PaperSize): OnSheet {
  const world = WORLD_PX * 2 ** place.zoom * (size.width / widthPx);
  const [x0, y0] = mercator([place.lon, place.lat]);
  return {
    size,
    at(position) {
      const [x, y] = mercator(position);
      return [(x - x0) * world + size.width / 2, (y - y0) * world + size.height / 2];
    },
    back: ([x, y]) => unmercator([(x - size.width / 2) / world + x0, (y - size.height / 2) / world + y0]),
  };
}

/** Of a world one wide, y down. */
const mercator = ([lon, lat]: Position): Point => [
  lon / 360 + 0.5,
  0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI),
];
const unmercator = ([x, y]: Point): readonly [number, number] => [
  (x - 0.5) * 360,
  (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90,
];

/** A line of the plane's grid 公里网, with what it is and where it leaves the sheet. */
export interface GridLine {
  readonly metres: number;
  readonly isEast: boolean;
  readonly points: readonly Point[];
  /** Where it meets the edges: of an easting top and bottom (x), of a northing left and right (y). */
  readonly ends: readonly [number | null, number | null];
}

/** Least distance of two lines, px. */
const LEAST_PX = 130;
/** A line of the plane is no straight one on the map: so many points of it. */
const POINTS = 24;

/** Grid of the plane over the sheet, lines 1, 2 or 5 × 10ⁿ m apart. */
export function gridOver(on: OnSheet, epsg: number, metresPerPx: number): readonly GridLine[] {
  const crs = planeCrsOf(epsg);
  if (!crs) return [];
  const step = roundStep(metresPerPx * LEAST_PX);
  const { east, north } = extentOf(on, crs);
  const lines = (isEast: boolean): GridLine[] => {
    const [across, along] = isEast ? [east, north] : [north, east];
    return multiples(...across, step).map((metres) => {
      const points = Array.from({ length: POINTS + 1 }, (_, n): Point => {
        const other = along[0] + ((along[1] - along[0]) * n) / POINTS;
        return on.at(isEast ? toLonLat(crs, metres, other) : toLonLat(crs, other, metres));
      });
      return { metres, isEast, points, ends: endsOf(points, isEast, on.size) };
    });
  };
  return [...lines(true), ...lines(false)];
}

type Span = readonly [number, number];

/** Of the plane the sheet shows, with what its bent edges take in. */
function extentOf({ size, back }: OnSheet, crs: PlaneCrs): { readonly east: Span; readonly north: Span } {
  const parts = Array.from({ length: 9 }, (_, n) => n / 8);
  const edge = parts.flatMap((t): Point[] => [
    [t * size.width, 0],
    [t * size.width, size.height],
    [0, t * size.height],
    [size.width, t * size.height],
  ]);
  const points = edge.map((point) => toPlane(crs, ...back(point)));
  const span = (axis: 0 | 1): Span => {
    const values = points.map((point) => point[axis]);
    return [Math.min(...values), Math.max(...values)];
  };
  return { east: span(0), north: span(1) };
}

/** Where the line crosses the two edges it runs between; null where it leaves the sheet before. */
function endsOf(points: readonly Point[], isEast: boolean, { width, height }: PaperSize): GridLine['ends'] {
  const [along, across] = isEast ? [1, 0] : [0, 1];
  const most = isEast ? width : height;
  const crossing = (edge: number): number | null => {
    for (let n = 1; n < points.length; n++) {
      const [a, b] = [points[n - 1], points[n]];
      if ((a[along] - edge) * (b[along] - edge) > 0 || a[along] === b[along]) continue;
      const t = (edge - a[along]) / (b[along] - a[along]);
      const at = a[across] + t * (b[across] - a[across]);
      return at >= 0 && at <= most ? at : null;
    }
    return null;
  };
  return [crossing(0), crossing(isEast ? height : width)];
}
