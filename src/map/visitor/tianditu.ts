import type { Map as MapLibre, RasterSourceSpecification } from 'maplibre-gl';

/**
 * Base map 天地图 in Web Mercator on CGCS2000 (matrix set `w`), which lies on this map's own to within a pixel: 矢量底图
 * `vec`, 矢量注记 `cva`. Maps in GCJ-02 or BD-09 do not, and are never laid below.
 */
const LAYERS = ['vec', 'cva'] as const;
const isTianditu = (source: unknown): boolean => LAYERS.some((layer) => source === `tianditu-${layer}`);

/** Its hosts t0 … t7 share the load. */
const address = (layer: string, host: number, key: string): string =>
  `https://t${host}.tianditu.gov.cn/${layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${layer}` +
  `&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${encodeURIComponent(key)}`;

/** Without a key the sources are there all the same, and empty: nothing is asked for while they are hidden. */
export const tiandituSources = (key: string | null): Record<string, RasterSourceSpecification> =>
  Object.fromEntries(
    LAYERS.map((layer) => [
      `tianditu-${layer}`,
      {
        type: 'raster',
        tiles: key === null ? [] : [0, 1, 2, 3, 4, 5, 6, 7].map((host) => address(layer, host, key)),
        tileSize: 256,
        minzoom: 1,
        maxzoom: 18,
      } as const,
    ]),
  );

/** So many tiles in a row that do not come: the service is down, or the quota of the day is used up. */
const FAILURES = 4;

/** Tells once when 天地图 had better be given up for the map's own layers. */
export function watchTianditu(map: MapLibre, giveUp: () => void): void {
  let failed = 0;
  let isOver = false;
  map.on('data', (event) => {
    if (event.dataType === 'source' && isTianditu(event.sourceId) && event.tile) failed = 0;
  });
  map.on('error', (event) => {
    if (isOver || !isTianditu((event as unknown as { sourceId?: string }).sourceId)) return;
    if (++failed < FAILURES) return;
    isOver = true;
    giveUp();
  });
}
