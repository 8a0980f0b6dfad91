import type { Map as MapLibre, MapGeoJSONFeature } from 'maplibre-gl';

const GLYPHS = ['site-number', 'park-glyph', 'park-cluster'];
const SITES = ['site-fill', 'park-fill'];

/** How far beside a glyph a press still counts, px: a fingertip is less sure than a mouse. */
const REACH = { mouse: 2, touch: 12 } as const;

/** What is under a pointer: a park by its row, several that are drawn as one sign, or neither. */
export type Under = { readonly row: number } | { readonly cluster: MapGeoJSONFeature } | null;

export function under(map: MapLibre, x: number, y: number, chosen: number): Under {
  const reach = REACH[window.matchMedia('(pointer: coarse)').matches ? 'touch' : 'mouse'];
  const near = map.queryRenderedFeatures(
    [
      [x - reach, y - reach],
      [x + reach, y + reach],
    ],
    { layers: GLYPHS, validate: false },
  );
  const [hit] = near.length > 0 ? near : map.queryRenderedFeatures([x, y], { layers: SITES, validate: false });
  if (!hit) return null;
  if (hit.properties.cluster) return { cluster: hit };
  return { row: hit.source === 'chosen' ? chosen : Number(hit.properties.row) };
}
