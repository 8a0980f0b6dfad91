import type { RasterSourceSpecification } from 'maplibre-gl';

/**
 * Base map 天地图 in Web Mercator on CGCS2000 (matrix set `w`), which lies on this map's own to within a pixel: 矢量底图
 * `vec`, 矢量注记 `cva`. Maps in GCJ-02 or BD-09 do not, and are never laid below.
 */
export const LAYERS = ['vec', 'cva'] as const;

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

/** Whether 天地图 is asked for, lies below, or is not to be had. */
export type Base = 'coming' | 'drawn' | 'failed';
