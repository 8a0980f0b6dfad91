import type { FeatureCollection, Geometry, LineString, MultiLineString } from 'geojson';
import { drawnPlaces } from '../../city/drawing/districts.ts';
import { allRows, isDrawable, layerOfRows } from '../../city/drawing/rows.ts';
import type { Key } from '../../domain/land/change.ts';
import { buildLayer } from '../../domain/geometry/columns/builder.ts';
import type { Layer, MultiPolygon } from '../../domain/geometry/columns/layer.ts';
import { codedOf, recoded } from '../../domain/land/records/coded.ts';
import { lineSet, type LinePositions } from '../../formats/mvt/lines.ts';
import { pointTile, type TilePoint } from '../../formats/mvt/points.ts';
import { tileSet } from '../../formats/mvt/tiles.ts';
import type { PublishedLayer } from '../shape/published.ts';
import { GeneralisedLayer } from './generalised.ts';
import type { PublishedLand, Thinning } from './published-land.ts';
import { thinned } from './thin.ts';

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

/** Rows of a table that are drawn and not withheld, as a layer of their own, thinned. */
function publishedRows(
  { layer, keys }: { readonly layer: Layer; readonly keys: readonly Key[] },
  withheld: ReadonlySet<Key>,
  thinning: Thinning,
) {
  const rows = allRows(layer).filter((row) => !withheld.has(keys[row]) && isDrawable(layer, row));
  return { rows, layer: thinned(layerOfRows(layer, rows), thinning) };
}

/** Parcels by the class of their land 用地分类. */
export function landLayer({ city, pack, withheld, thinning }: PublishedLand): (zooms: Zooms) => TileLayer {
  const { records, layer } = city.project.parcels;
  const shown = publishedRows({ layer, keys: city.land.keys('parcel') }, withheld.parcels, thinning);
  const classes = recoded(records.coded('landClass'), (landClass) => pack.landClassOf(landClass)?.colour);
  const kinds = { key: 'lc', values: classes.values, codes: Int32Array.from(shown.rows, (row) => classes.codes[row]) };
  return (zooms) => generalised(['land', 'land-marks'], shown.layer, kinds, zooms);
}

/** Land offered for parks, by the state it is suspected to be in. */
export function idleLayer({ idle, thinning }: PublishedLand, zooms: Zooms): TileLayer {
  const layer = thinned(layerOfShapes(idle.map(({ shape }) => shape)), thinning);
  return generalised(
    ['idle', 'idle-marks'],
    layer,
    { key: 'kind', ...codedOf(idle.length, (row) => idle[row].kind) },
    zooms,
  );
}

function generalised(
  names: readonly [PublishedLayer, PublishedLayer],
  layer: Layer,
  kinds: ConstructorParameters<typeof GeneralisedLayer>[2],
  { min, max }: Zooms,
): TileLayer {
  const made = new GeneralisedLayer(names, layer, kinds, max);
  const tile: TileLayer['tile'] = (z, x, y, extent) => made.tile(z, x, y, extent);
  return { names, tags: [kinds.key, 'n', 'm2'], minZoom: min, maxZoom: max, tile };
}

/** Buildings, where parcels are large enough to have them in. */
export function buildingLayer({ city, withheld, thinning }: PublishedLand, { max }: Zooms): TileLayer {
  const { layer } = city.project.buildings;
  const shown = publishedRows({ layer, keys: city.land.keys('building') }, withheld.buildings, thinning);
  const set = tileSet(shown.layer, { name: 'buildings', maxZoom: max });
  const tile: TileLayer['tile'] = (z, x, y, extent) => some(set.tile(z, x, y, { extent }));
  return { names: ['buildings'], tags: [], minZoom: Math.min(14, max), maxZoom: max, tile };
}

/** Outlines of the sites 分园, and below the first of each park the place where its name stands. */
export function siteLayers({ sites, thinning }: PublishedLand, zooms: Zooms): TileLayer[] {
  const layer = thinned(layerOfShapes(sites.map(({ shape }) => shape)), thinning);
  const set = tileSet(layer, {
    name: 'sites',
    tags: [
      { key: 'row', ...codedOf(sites.length, (i) => sites[i].park) },
      { key: 'number', ...codedOf(sites.length, (i) => sites[i].number) },
    ],
    maxZoom: zooms.max,
  });
  const names = namesBelow(sites, layer);
  const tile: TileLayer['tile'] = (z, x, y, extent) => some(set.tile(z, x, y, { extent }));
  return [
    { names: ['sites'], tags: ['row', 'number'], minZoom: zooms.min, maxZoom: zooms.max, tile },
    {
      ...{ names: ['parks'], tags: ['row'], minZoom: Math.min(13, zooms.max), maxZoom: zooms.max },
      tile: (z, x, y) => some(pointTile('parks', names, z, x, y)),
    },
  ];
}

/** Below the lowest corner of the first site of each park. */
function namesBelow(sites: PublishedLand['sites'], { lonLat, vertexStart, ringStart, partStart }: Layer): TilePoint[] {
  return sites.flatMap(({ park, number }, f) => {
    if (number !== 1 || partStart[f] === partStart[f + 1]) return [];
    let [west, east, south] = [Infinity, -Infinity, Infinity];
    for (let v = vertexStart[ringStart[partStart[f]]]; v < vertexStart[ringStart[partStart[f + 1]]]; v++) {
      west = Math.min(west, lonLat[2 * v]);
      east = Math.max(east, lonLat[2 * v]);
      south = Math.min(south, lonLat[2 * v + 1]);
    }
    return [{ id: park, lon: (west + east) / 2, lat: south, tags: { row: park } }];
  });
}

/** Borders of townships and districts, each stretch once, and names of both. */
export function placeLayers({ city, first }: PublishedLand, { min, max }: Zooms): TileLayer[] {
  const { borders, districts } = drawnPlaces(city.project.townships);
  const nameOf = new Map(first.districts.map(({ code, name }) => [code, name]));
  const points = (
    kind: string,
    places: readonly { name: { zh: string; en: string }; at: readonly number[] }[],
  ): TilePoint[] =>
    places.map(({ name, at: [lon, lat] }, id) => ({ id, lon, lat, tags: { kind, name: name.zh, nameEn: name.en } }));
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

const layerOfShapes = (shapes: readonly Geometry[]): Layer =>
  buildLayer(
    shapes.map((shape) => {
      if (shape.type === 'Polygon') return [shape.coordinates] as unknown as MultiPolygon;
      return shape.type === 'MultiPolygon' ? (shape.coordinates as unknown as MultiPolygon) : null;
    }),
  );

function linesIn(shape: Geometry): readonly LinePositions[] {
  if (shape.type === 'MultiLineString') return (shape as MultiLineString).coordinates;
  return shape.type === 'LineString' ? [(shape as LineString).coordinates] : [];
}
