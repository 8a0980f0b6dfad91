import type { Feature, FeatureCollection } from 'geojson';
import type { Shown } from './shown.ts';
import type { Bounds } from '../domain/geometry/columns/bounds.ts';

/** Least distance between two lines of the grid, px. */
const LEAST_PX = 96;
/** Degrees per CSS px at zoom 0 of a world 512 px wide. */
const DEGREES_PER_PX = 360 / 512;

/** 1, 2 or 5 times a power of ten, degrees: the least that keeps lines of the grid 经纬网 apart at a zoom. */
export function gridStep(zoom: number): number {
  const least = (LEAST_PX * DEGREES_PER_PX) / 2 ** zoom;
  const power = 10 ** Math.floor(Math.log10(least));
  return Number(([1, 2, 5].find((n) => n * power >= least) ?? 10) * power);
}

/** Land without anything around it: no ground, road, water or boundary of a place, only itself and perhaps its places' names. */
export const isBare = ({
  backdrop,
  districts,
  townships,
}: Pick<Shown, 'backdrop' | 'districts' | 'townships'>): boolean =>
  [backdrop?.surfaces, backdrop?.roads, backdrop?.water].every((under) => !under?.features.length) &&
  [...districts, ...townships].every(({ bounds }) => !bounds);

const line = (name: string, coordinates: [number, number][]): Feature => ({
  type: 'Feature',
  properties: { name },
  geometry: { type: 'LineString', coordinates },
});

/** Lines of whole steps that cross the bounds, with the degree each stands for. */
export function graticule([west, south, east, north]: Bounds, step: number): FeatureCollection {
  const digits = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
  const stops = (from: number, to: number) => {
    const first = Math.ceil(from / step - 1e-9);
    const count = Math.max(0, Math.floor(to / step + 1e-9) - first + 1);
    return Array.from({ length: count }, (_, i) => (first + i) * step);
  };
  const named = (degrees: number, [positive, negative]: string) =>
    `${Math.abs(degrees).toFixed(digits)}°${degrees < 0 ? negative : positive}`;
  return {
    type: 'FeatureCollection',
    features: [
      ...stops(west, east).map((x) =>
        line(named(x, 'EW'), [
          [x, south],
          [x, north],
        ]),
      ),
      ...stops(south, north).map((y) =>
        line(named(y, 'NS'), [
          [west, y],
          [east, y],
        ]),
      ),
    ],
  };
}
