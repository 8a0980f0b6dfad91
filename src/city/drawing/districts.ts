import type { Geometry } from 'geojson';
import { bordersOf } from '../../domain/geometry/draw/borders.ts';
import { Chains } from '../../domain/geometry/draw/chains.ts';
import type { Layer, Position } from '../../domain/geometry/columns/layer.ts';
import { nestRings } from '../../domain/geometry/columns/nesting.ts';
import type { Jurisdiction, Table, Township } from '../../domain/land/model.ts';
import { districtOfTownship } from '../../domain/land/township.ts';
import { pointInside } from '../../domain/geometry/lines/point-inside.ts';
import type { DistrictPlace, LandPlace } from '../land-places.ts';
import type { JudgedView, LandView, PlaceName } from '../view.ts';
import { boundsOfRows } from './rows.ts';
import { boundsOfRings, ringsIn, shapeOf } from './shapes.ts';

/** Townships, and 区县 as the union of theirs, with their borders. */
export interface DrawnPlaces {
  readonly townships: readonly PlaceName[];
  readonly districts: readonly (Omit<PlaceName, 'name'> & { readonly code: string })[];
  /** Each stretch once: drawn from both sides, two dash patterns read as a solid line. */
  readonly borders: LandView['borders'];
}

export function drawnPlaces(townships: Table<Township>): DrawnPlaces {
  const { layer, records } = townships;
  const borders = bordersOf(layer);
  const chains = new Chains(borders);
  const districts = Array.from(records, (township) => districtOfTownship(township) ?? null);
  const districtOf = (row: number) => (row < 0 ? null : districts[row]);
  const around = new Map<string, number[]>();
  const [between, within]: [number[], number[]] = [[], []];
  for (let e = 0; 2 * e < borders.ends.length; e++) {
    const side = borders.sides[2 * e];
    const other = borders.sides[2 * e + 1];
    if (side === other) continue;
    const codes = [districtOf(side), districtOf(other)];
    const parts = codes[0] !== codes[1];
    (parts ? between : within).push(e);
    if (parts) for (const code of codes) if (code) (around.get(code) ?? around.set(code, []).get(code)!).push(e);
  }
  return {
    townships: [...records].flatMap((t, row) => {
      const place = nameIn(shapeOf(layer, row));
      return place ? [{ name: t.name ?? t.code ?? t.id, ...place }] : [];
    }),
    districts: [...around].flatMap(([code, edges]) => {
      const coordinates = nestRings(chains.of(edges)) as [number, number][][][];
      const place = nameIn({ type: 'MultiPolygon', coordinates });
      return place ? [{ code, ...place }] : [];
    }),
    borders: { districts: lines(chains.of(between)), townships: lines(chains.of(within)) },
  };
}

/** The places with the names that are known of them. */
export function placesNamed(
  { townships, districts }: DrawnPlaces,
  jurisdictions: Iterable<Jurisdiction>,
): Pick<JudgedView, 'districts' | 'townships'> {
  const names = new Map(Array.from(jurisdictions, (j) => [j.code, j.name]));
  return { townships, districts: districts.map(({ code, ...place }) => ({ name: names.get(code) ?? code, ...place })) };
}

/** Where no boundary of a place is known its name stands at the middle of the land in it. */
export function namesInLand(
  layer: Layer,
  districts: readonly DistrictPlace[],
): Pick<JudgedView, 'districts' | 'townships'> {
  const points = (places: readonly LandPlace[]): PlaceName[] =>
    places.flatMap(({ zh, en, rows }) => {
      const bounds = zh ? boundsOfRows(layer, rows) : null;
      if (!bounds) return [];
      const [west, south, east, north] = bounds;
      return [{ name: zh, nameEn: en, at: [(west + east) / 2, (south + north) / 2] }];
    });
  return { districts: points(districts), townships: points(districts.flatMap(({ townships }) => townships)) };
}

/** One point for a name: the map library would repeat a polygon's label in every tile it touches. */
function nameIn(shape: Geometry | null): Omit<PlaceName, 'name'> | null {
  const rings = ringsIn(shape);
  const at = pointInside(rings);
  return at && { at, bounds: boundsOfRings(rings) };
}

const lines = (coordinates: readonly (readonly Position[])[]): Geometry | null =>
  coordinates.length ? { type: 'MultiLineString', coordinates: coordinates as [number, number][][] } : null;
