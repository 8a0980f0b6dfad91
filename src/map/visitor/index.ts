import type { GeoJSONSource, Map as MapLibre, VectorTileSource } from 'maplibre-gl';
import type { FirstFile, OutlinesFile } from '../../publish/shape/published.ts';
import type { VisitorMap, VisitorSettings } from './contract.ts';
import { keepNamesWhole } from './edges.ts';
import { firstLook } from './look.ts';
import { addSigns, canDraw, open } from './open.ts';
import { archiveSources } from './sources.ts';
import { styleOf } from './style.ts';
import { OpenVisitorMap } from './visitor-map.ts';

/**
 * The map of the published page, over the bounds of the city, once it can be drawn on; `base` is the folder of the data.
 * Rejects where the browser has no WebGL 2.
 */
export async function openVisitorMap(
  element: HTMLElement,
  first: FirstFile,
  base: string,
  { tianditu }: VisitorSettings,
): Promise<VisitorMap> {
  if (!canDraw()) throw new Error('This browser draws no WebGL 2.');
  // An archive that cannot be had is no reason to show nothing.
  const archive = first.has.tiles ? await archiveSources(`${base}land.pmtiles`).catch(() => null) : null;
  // Before the map asks for the first tile: what watches them.
  const watching = tianditu === null ? null : await import('./watch-tianditu.ts');
  const look = firstLook(archive !== null, tianditu !== null);
  const map = open(element, styleOf(look, archive?.sources ?? {}, tianditu), first.bounds);
  // What does not come is drawn without; the library would write a line of the console for every tile.
  map.on('error', () => undefined);
  await map.once('style.load');
  addSigns(map);
  const cover = keepNamesWhole(map);
  // One tile for all zooms, else what is in memory would be laid out anew for each.
  const afar = map.getSource<VectorTileSource>('afar');
  if (afar) afar.reparseOverscaled = false;
  if (archive) map.on('remove', archive.remove);
  const opened = new OpenVisitorMap(map, first, look, archive?.seen ?? null, cover);
  watching?.watchTianditu(map, (base) => opened.onTianditu(base));
  if (!look.hasTiles) void drawOutlines(map, first, base);
  return opened;
}

async function drawOutlines(map: MapLibre, first: FirstFile, base: string): Promise<void> {
  const answer = await fetch(`${base}outlines.json`);
  if (!answer.ok) return;
  const { sourcesOf } = await import('./outline-features.ts');
  const sources = sourcesOf(first, (await answer.json()) as OutlinesFile);
  for (const [name, data] of Object.entries(sources)) map.getSource<GeoJSONSource>(name)?.setData(data);
}
