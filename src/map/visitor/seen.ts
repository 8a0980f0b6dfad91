import { MercatorCoordinate, type Map as MapLibre } from 'maplibre-gl';
import { signsOf, TELLING } from './legend.ts';
import type { SeenTiles } from './sources.ts';
import { CELLS, signsOfBits } from './tile-signs.ts';

/** Tells which signs are drawn on the part of the map that is seen, each time it comes to rest. */
export function watchSigns(map: MapLibre, tiles: SeenTiles | null, tell: (signs: ReadonlySet<string>) => void): void {
  const layers = Object.keys(TELLING).filter((id) => map.getLayer(id));
  map.on('idle', () => {
    const ofParks = signsOf(map.queryRenderedFeatures({ layers, validate: false }));
    tell(new Set([...ofParks, ...(tiles ? signsOfBits(bitsInView(map, tiles)) : [])]));
  });
}

/** Signs of the cells of tiles that are in view. */
function bitsInView(map: MapLibre, { zooms, signs }: SeenTiles): number {
  const z = Math.min(zooms.max, Math.max(zooms.min, Math.floor(map.getZoom())));
  const bounds = map.getBounds();
  const cells = 2 ** z * CELLS;
  const [from, to] = [MercatorCoordinate.fromLngLat(bounds.getNorthWest()), MercatorCoordinate.fromLngLat(bounds.getSouthEast())]; // prettier-ignore
  const [west, north, east, south] = [from.x, from.y, to.x, to.y].map((side) => Math.floor(side * cells));
  let bits = 0;
  for (let y = Math.floor(north / CELLS); y <= Math.floor(south / CELLS); y++)
    for (let x = Math.floor(west / CELLS); x <= Math.floor(east / CELLS); x++) {
      const tile = signs.get(`${z}/${x}/${y}`);
      if (!tile) continue;
      for (let row = Math.max(0, north - y * CELLS); row <= Math.min(CELLS - 1, south - y * CELLS); row++)
        for (let column = Math.max(0, west - x * CELLS); column <= Math.min(CELLS - 1, east - x * CELLS); column++)
          bits |= tile[row * CELLS + column];
    }
  return bits;
}
