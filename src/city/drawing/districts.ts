import type { Feature } from 'geojson';
import { bordersOf, chained } from '../../domain/geometry/draw/borders.ts';
import type { Layer, Position } from '../../domain/geometry/columns/layer.ts';
import { nestRings } from '../../domain/geometry/columns/nesting.ts';
import type { Jurisdiction, Project } from '../../domain/land/model.ts';
import { districtOfTownship } from '../../domain/land/township.ts';
import type { DistrictPlace, Place } from '../land-places.ts';
import { boundsOfRows } from './rows.ts';
import { feature, shapeOf } from './shapes.ts';

export interface PlaceDrawings {
  /** Townships as polygons, and 区县 as the union of theirs, with their names. */
  readonly townships: Feature[];
  readonly districts: Feature[];
  /** Their borders, each stretch once: drawn from both sides, two dash patterns read as a solid line. */
  readonly districtLines: Feature[];
  /** Where no district ends. */
  readonly townshipLines: Feature[];
}

/** Townships and districts as the map draws them. */
export function placeDrawings({ townships }: Project, jurisdictions: readonly Jurisdiction[]): PlaceDrawings {
  const { layer, records } = townships;
  const borders = bordersOf(layer);
  const districtOf = (f: number) => (f < 0 ? null : (districtOfTownship(records.get(f)) ?? null));
  const around = new Map<string, number[]>();
  const [between, within]: [number[], number[]] = [[], []];
  for (let e = 0; 2 * e < borders.ends.length; e++) {
    const [side, other] = [borders.sides[2 * e], borders.sides[2 * e + 1]];
    if (side === other) continue;
    const codes = [districtOf(side), districtOf(other)];
    const parts = codes[0] !== codes[1];
    (parts ? between : within).push(e);
    if (parts) for (const code of codes) if (code) (around.get(code) ?? around.set(code, []).get(code)!).push(e);
  }
  const names = new Map(jurisdictions.map((j) => [j.code, j.name]));
  return {
    townships: [...records].flatMap((t, row) => {
      const shape = shapeOf(layer, row);
      return shape ? [feature(shape, { name: t.name ?? t.code ?? t.id })] : [];
    }),
    districts: [...around].map(([code, edges]) =>
      feature(
        { type: 'MultiPolygon', coordinates: nestRings(chained(borders, edges)) as [number, number][][][] },
        { name: names.get(code) ?? code },
      ),
    ),
    districtLines: lines(chained(borders, between)),
    townshipLines: lines(chained(borders, within)),
  };
}

/** Where no boundary of a place is known its name stands at the middle of the land in it. */
export function namedPlaces(
  layer: Layer,
  districts: readonly DistrictPlace[],
): Pick<PlaceDrawings, 'townships' | 'districts'> {
  const points = (places: readonly Place[]): Feature[] =>
    places.flatMap(({ zh, en, rows }) => {
      const bounds = zh ? boundsOfRows(layer, rows) : null;
      if (!bounds) return [];
      const [west, south, east, north] = bounds;
      const middle = { type: 'Point' as const, coordinates: [(west + east) / 2, (south + north) / 2] };
      return [feature(middle, { name: zh, nameEn: en })];
    });
  return { districts: points(districts), townships: points(districts.flatMap(({ townships }) => townships)) };
}

const lines = (coordinates: readonly (readonly Position[])[]): Feature[] =>
  coordinates.length
    ? [feature({ type: 'MultiLineString', coordinates: coordinates as [number, number][][] }, {})]
    : [];
