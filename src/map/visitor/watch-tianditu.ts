import type { Map as MapLibre } from 'maplibre-gl';
import { LAYERS, type Base } from './tianditu.ts';

const isTianditu = (source: unknown): boolean => LAYERS.some((layer) => source === `tianditu-${layer}`);

/** So many tiles in a row that do not come: the service is down, or the quota of the day is used up. */
const FAILURES = 4;
/** So long tiles are waited for, ms, none of which comes. */
const PATIENCE_MS = 15_000;

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
