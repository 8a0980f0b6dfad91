import type { FeatureCollection, Geometry, LineString, MultiLineString, MultiPolygon } from 'geojson';
import { drawnPlaces } from '../../city/drawing/districts.ts';
import { allRows, isDrawable, layerOfRows } from '../../city/drawing/rows.ts';
import type { Key } from '../../domain/land/change.ts';
import { buildLayer } from '../../domain/geometry/columns/builder.ts';
import type { Layer, MultiPolygon as Parts } from '../../domain/geometry/columns/layer.ts';
import { codedOf, recoded } from '../../domain/land/records/coded.ts';
import { lineSet, type LinePositions } from '../../formats/mvt/lines.ts';
import { pointTile, type TilePoint } from '../../formats/mvt/points.ts';
import { tileSet } from '../../formats/mvt/tiles.ts';
import type { Thinning } from '../collect/thinned.ts';
import type { PublishedLayer } from '../shape/published.ts';
import { GeneralisedLayer } from './generalised.ts';
import { groundMeasures } from './ground-measure.ts';
import type { PublishedLand } from './published-land.ts';
import { thinnedLayer } from './thin.ts';

/** One or several layers of every tile, from a zoom to another. */
export interface TileLayer {
  readonly names: readonly PublishedLayer[];
  /** What a feature may tell. */
  readonly tags: readonly string[];
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly tile: (z: number, x: number, y: number, extent: number) => readonly Uint8Array[];
}

/** The zooms of an archive. */
export interface Zooms {
  readonly min: number;
  readonly max: number;
}

const some = (tile: Uint8Array | null): Uint8Array[] => (tile ? [tile] : []);

/** Records of a table that are drawn and not withheld, as a layer of their own, thinned. */
class Shown {
  readonly keys: readonly Key[];
  readonly rows: Uint32Array;
  readonly layer: Layer;
  /** Ground of each as it is, m²; it is not what of its boundary is told. */
  readonly m2: Float64Array;

  constructor(layer: Layer, keys: readonly Key[], withheld: ReadonlySet<Key>, thinning: Thinning) {
    this.keys = keys;
    this.rows = allRows(layer).filter((row) => !withheld.has(keys[row]) && isDrawable(layer, row));
    const own = layerOfRows(layer, this.rows);
    this.m2 = groundMeasures(own).m2;
    this.layer = thinnedLayer(own, thinning);
  }
}

/** Parcels by the class of their land 用地分类, and those offered for parks by the state they are suspected to be in. */
export function landLayers({ city, pack, withheld, thinning, idle }: PublishedLand, zooms: Zooms): TileLayer[] {
  const { records, layer } = city.project.parcels;
  const shown = new Shown(layer, city.land.keys('parcel'), withheld.parcels, thinning);
  const classes = recoded(records.coded('landClass'), (landClass) => pack.landClassOf(landClass)?.colour);
  const kinds = { key: 'lc', values: classes.values, codes: Int32Array.from(shown.rows, (row) => classes.codes[row]) };
  const kindOf = new Map(idle.map(({ key, kind }) => [key, kind]));
  const states = codedOf(shown.rows.length, (row) => kindOf.get(shown.keys[shown.rows[row]]));
  const offered = allRows(shown.layer).filter((row) => states.codes[row] >= 0);
  const ofOffered = { key: 'kind', values: states.values, codes: Int32Array.from(offered, (row) => states.codes[row]) };
  return [
    generalised(['land', 'land-marks'], shown, kinds, zooms),
    generalised(
      ['idle', 'idle-marks'],
      { layer: layerOfRows(shown.layer, offered), m2: Float64Array.from(offered, (row) => shown.m2[row]) },
      ofOffered,
      zooms,
    ),
  ];
}

function generalised(
  names: readonly [PublishedLayer, PublishedLayer],
  features: ConstructorParameters<typeof GeneralisedLayer>[1],
  kinds: ConstructorParameters<typeof GeneralisedLayer>[2],
  { min, max }: Zooms,
): TileLayer {
  const made = new GeneralisedLayer(names, features, kinds, max);
  const tile: TileLayer['tile'] = (z, x, y, extent) => made.tile(z, x, y, extent);
  return { names, tags: [kinds.key, 'n', 'm2'], minZoom: min, maxZoom: max, tile };
}

/** Buildings, where parcels are large enough to have them in. */
export function buildingLayer({ city, withheld, thinning }: PublishedLand, { max }: Zooms): TileLayer {
  const shown = new Shown(city.project.buildings.layer, city.land.keys('building'), withheld.buildings, thinning);
  const set = tileSet(shown.layer, { name: 'buildings', maxZoom: max });
  const tile: TileLayer['tile'] = (z, x, y, extent) => some(set.tile(z, x, y, { extent }));
  return { names: ['buildings'], tags: [], minZoom: Math.min(14, max), maxZoom: max, tile };
}

/** Sites 分园 of each park, and below the first of them the place where its name stands. */
export function siteLayers({ outlines, first: { parks } }: PublishedLand, { min, max }: Zooms): TileLayer[] {
  const rows = { key: 'row', ...codedOf(outlines.length, (row) => row) };
  const set = tileSet(layerOfShapes(outlines), { name: 'sites', tags: [rows], maxZoom: max });
  const names = outlines.flatMap((shape, row) => {
    const at = nameBelow(shape);
    const tags = { row, name: parks.name[row], nameEn: parks.nameEn[row] || undefined };
    return at ? [{ id: row, lon: at[0], lat: at[1], tags }] : [];
  });
  return [
    {
      ...{ names: ['sites'], tags: ['row'], minZoom: min, maxZoom: max },
      tile: (z, x, y, extent) => some(set.tile(z, x, y, { extent })),
    },
    {
      ...{ names: ['parks'], tags: ['row', 'name', 'nameEn'], minZoom: Math.min(13, max), maxZoom: max },
      tile: (z, x, y) => some(pointTile('parks', names, z, x, y)),
    },
  ];
}

/** Below the lowest corner of the first site. */
function nameBelow(shape: MultiPolygon | null): [lon: number, lat: number] | null {
  const shell = shape?.coordinates.at(0)?.at(0);
  if (!shell) return null;
  const [lons, lats] = [0, 1].map((axis) => shell.map((at) => at[axis]));
  return [(Math.min(...lons) + Math.max(...lons)) / 2, Math.min(...lats)];
}

/** Borders of townships and districts, each stretch once, and names of both. */
export function placeLayers({ city, first }: PublishedLand, { min, max }: Zooms): TileLayer[] {
  const { borders, districts } = drawnPlaces(city.project.townships);
  const nameOf = new Map(first.districts.map(({ code, name }) => [code, name]));
  const points = (
    kind: string,
    places: readonly { name: { zh: string; en: string }; at: readonly number[] }[],
  ): TilePoint[] =>
    places.map(({ name, at: [lon, lat] }, id) => ({
      id,
      lon,
      lat,
      tags: { kind, name: name.zh, nameEn: name.en === name.zh ? undefined : name.en },
    }));
  const ofDistricts = points(
    'district',
    districts.flatMap(({ code, at }) => (nameOf.has(code) ? [{ name: nameOf.get(code)!, at }] : [])),
  );
  const all = [...ofDistricts, ...points('township', first.townships)];
  return [
    border('townships', borders.townships, { min: Math.max(10, min), max }),
    border('districts', borders.districts, { min, max }),
    {
      ...{ names: ['places'], tags: ['kind', 'name', 'nameEn'], minZoom: min, maxZoom: max },
      tile: (z, x, y) => some(pointTile('places', z < 10 ? ofDistricts : all, z, x, y)),
    },
  ];
}

function border(name: 'townships' | 'districts', shape: Geometry | null, { min, max }: Zooms): TileLayer {
  const set = lineSet(shape ? linesIn(shape) : [], { name });
  return { names: [name], tags: [], minZoom: min, maxZoom: max, tile: (z, x, y) => some(set.tile(z, x, y)) };
}

/** What lies below the parcels: fields, paved town, water, and above it roads and the lines river names run along. */
export function groundLayers({ backdrop }: PublishedLand, { min, max }: Zooms): TileLayer[] {
  if (!backdrop) return [];
  const areas = [...backdrop.surfaces.features, ...backdrop.water.features];
  const kinds = codedOf(areas.length, (i) => (areas[i].properties?.lc as string | undefined) ?? 'water');
  const set = tileSet(layerOfShapes(areas.map(({ geometry }) => geometry)), {
    ...{ name: 'ground', tags: [{ key: 'kind', ...kinds }], maxZoom: max },
  });
  return [
    { names: ['ground'], tags: ['kind'], minZoom: min, maxZoom: max, tile: (z, x, y) => some(set.tile(z, x, y)) },
    namedLines('roads', backdrop.roads, ['rank', 'name', 'nameEn'], { min: Math.max(9, min), max }),
    namedLines('rivers', backdrop.waterNames, ['name', 'nameEn'], { min: Math.max(9, min), max }),
  ];
}

function namedLines(
  name: 'roads' | 'rivers',
  { features }: FeatureCollection,
  tags: readonly string[],
  { min, max }: Zooms,
): TileLayer {
  const rows = features.flatMap(({ geometry, properties }) => linesIn(geometry).map((line) => ({ line, properties })));
  const columns = tags.map((key) => ({
    key,
    ...codedOf(rows.length, (row) => (rows[row].properties?.[key] ?? undefined) as string | number | undefined),
  }));
  const set = lineSet(rows.map(({ line }) => line), { name, tags: columns }); // prettier-ignore
  return { names: [name], tags, minZoom: min, maxZoom: max, tile: (z, x, y) => some(set.tile(z, x, y)) };
}

const layerOfShapes = (shapes: readonly (Geometry | null)[]): Layer =>
  buildLayer(
    shapes.map((shape) => {
      if (shape?.type === 'Polygon') return [shape.coordinates] as unknown as Parts;
      return shape?.type === 'MultiPolygon' ? (shape.coordinates as unknown as Parts) : null;
    }),
  );

function linesIn(shape: Geometry): readonly LinePositions[] {
  if (shape.type === 'MultiLineString') return (shape as MultiLineString).coordinates;
  return shape.type === 'LineString' ? [(shape as LineString).coordinates] : [];
}
