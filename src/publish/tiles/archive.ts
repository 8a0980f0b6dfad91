import { boundsOfRows, allRows } from '../../city/drawing/rows.ts';
import type { Bounds } from '../../domain/geometry/columns/bounds.ts';
import { mercator } from '../../formats/mvt/mercator.ts';
import { tileAt, tileId } from '../../formats/pmtiles/tile-id.ts';
import { tilesIn } from '../../formats/pmtiles/tiles-in.ts';
import { ArchiveWriter, joined } from '../../formats/pmtiles/write.ts';
import type { PublishedLand } from './published-land.ts';
import {
  buildingLayer,
  groundLayers,
  landLayers,
  placeLayers,
  siteLayers,
  type TileLayer,
  type Zooms,
} from './tile-layers.ts';

/** From here on the land is seen; a district of a province is a few pixels before. */
const FIRST_ZOOM = 6;
/** Tiles are cut no finer than the land needs: at the last zoom no tile is too full. */
const LAST_ZOOMS = [14, 15, 16] as const;
const FULLEST = 8000;
/** Units of a tile's side: at the last zoom twice as fine, 0.25 m of ground at zoom 14. */
const [COARSE, FINE] = [4096, 8192];

/**
 * `land.pmtiles`: the published land as vector tiles. The tiles go to `spill` piece by piece, so that a city of any size needs
 * room for its land and one tile; what is returned goes in front of them. The same land gives the same bytes.
 */
export function tilesOf(land: PublishedLand, spill: (bytes: Uint8Array) => void): Uint8Array {
  const bounds = boundsOf(land);
  const zooms: Zooms = { min: FIRST_ZOOM, max: lastZoom(land) };
  const layers = [
    ...groundLayers(land, zooms),
    ...landLayers(land, zooms),
    buildingLayer(land, zooms),
    ...siteLayers(land, zooms),
    ...placeLayers(land, zooms),
  ];
  const writer = new ArchiveWriter(spill);
  for (let z = zooms.min; z <= zooms.max; z++) {
    const drawn = layers.filter(({ minZoom, maxZoom }) => z >= minZoom && z <= maxZoom);
    const extent = z === zooms.max ? FINE : COARSE;
    // In the order of the file.
    for (const id of Float64Array.from(tilesIn(bounds, z), tileId).sort()) {
      const { x, y } = tileAt(id);
      const pieces = drawn.flatMap(({ tile }) => tile(z, x, y, extent));
      if (pieces.length > 0) writer.add(id, joined(pieces));
    }
  }
  return writer.finish({
    minZoom: zooms.min,
    maxZoom: zooms.max,
    bounds: around(bounds),
    metadata: metadataOf(land, layers),
  });
}

/** Bounds of the parcels that are shown, or where there are none of the townships. */
function boundsOf({ city, withheld }: PublishedLand): Bounds {
  const { parcels, townships } = city.project;
  const keys = city.land.keys('parcel');
  const shown = allRows(parcels.layer).filter((row) => !withheld.parcels.has(keys[row]));
  const ofParcels = boundsOfRows(parcels.layer, shown);
  const ofTownships = boundsOfRows(townships.layer, allRows(townships.layer));
  if (!ofParcels || !ofTownships) return ofParcels ?? ofTownships ?? [0, 0, 0, 0];
  return [
    Math.min(ofParcels[0], ofTownships[0]),
    Math.min(ofParcels[1], ofTownships[1]),
    Math.max(ofParcels[2], ofTownships[2]),
    Math.max(ofParcels[3], ofTownships[3]),
  ];
}

/** To about a hundred metres outwards: as they are, the outermost boundary points could be read from them. */
const around = ([west, south, east, north]: Bounds): Bounds => [
  Math.floor(west * 1e3) / 1e3,
  Math.floor(south * 1e3) / 1e3,
  Math.ceil(east * 1e3) / 1e3,
  Math.ceil(north * 1e3) / 1e3,
];

/** The least zoom whose fullest tile has no more parcels than a phone draws at once. */
function lastZoom({ city }: PublishedLand): number {
  const { layer } = city.project.parcels;
  const { lonLat, partStart, ringStart, vertexStart } = layer;
  const corners = new Float64Array(2 * layer.size);
  for (let row = 0; row < layer.size; row++) {
    const v = vertexStart[ringStart[partStart[row]]];
    if (partStart[row + 1] > partStart[row]) corners.set(lonLat.subarray(2 * v, 2 * v + 2), 2 * row);
  }
  const xy = mercator(corners);
  const fits = (z: number) => {
    const tiles = new Map<number, number>();
    for (let row = 0; row < layer.size; row++) {
      const tile = Math.floor(xy[2 * row + 1] * 2 ** z) * 2 ** z + Math.floor(xy[2 * row] * 2 ** z);
      tiles.set(tile, (tiles.get(tile) ?? 0) + 1);
    }
    return [...tiles.values()].every((count) => count <= FULLEST);
  };
  return LAST_ZOOMS.find(fits) ?? LAST_ZOOMS[LAST_ZOOMS.length - 1];
}

const metadataOf = ({ first: { title } }: PublishedLand, layers: readonly TileLayer[]): Record<string, unknown> => ({
  name: title.zh,
  description: title.en,
  type: 'overlay',
  vector_layers: layers.flatMap(({ names, tags, minZoom, maxZoom }) =>
    names.map((id) => ({
      ...{ id, minzoom: minZoom, maxzoom: maxZoom },
      fields: Object.fromEntries(tags.map((tag) => [tag, ['row', 'rank', 'n', 'm2'].includes(tag) ? 'Number' : 'String'])), // prettier-ignore
    })),
  ),
});
