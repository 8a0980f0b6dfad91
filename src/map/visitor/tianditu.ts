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
/** So long tiles are waited for, ms, none of which comes. */
const PATIENCE_MS = 15_000;

/** Whether 天地图 is asked for, lies below, or is not to be had. */
export type Base = 'coming' | 'drawn' | 'failed';

/**
 * Tells once when 天地图 is there as far as it is seen, until when the map's own layers are drawn; and once when it had better be
 * given up for them for good.
 */
export function watchTianditu(map: MapLibre, tell: (base: Base) => void): void {
  let base: Base = 'coming';
  let failed = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const become = (next: Base) => {
    if (base === next || base === 'failed') return;
    base = next;
    if (next === 'failed') clearTimeout(timer);
    tell(next);
  };
  const isWaiting = () => LAYERS.some((layer) => !map.isSourceLoaded(`tianditu-${layer}`));
  const late = () => {
    timer = undefined;
    if (base === 'coming' || isWaiting()) become('failed');
  };
  map.on('dataloading', (event) => {
    if (isTileOf(event) && base !== 'failed') timer ??= setTimeout(late, PATIENCE_MS);
  });
  map.on('data', (event) => {
    if (!isTileOf(event) || base === 'failed') return;
    failed = 0;
    clearTimeout(timer);
    timer = isWaiting() ? setTimeout(late, PATIENCE_MS) : undefined;
    if (!timer) become('drawn');
  });
  map.on('error', (event) => {
    if (isTianditu((event as unknown as { sourceId?: string }).sourceId) && ++failed >= FAILURES) become('failed');
  });
  map.on('remove', () => clearTimeout(timer));
}

const isTileOf = (event: object): boolean => {
  const { sourceId, tile } = event as { readonly sourceId?: string; readonly tile?: unknown };
  return isTianditu(sourceId) && tile !== undefined;
};
