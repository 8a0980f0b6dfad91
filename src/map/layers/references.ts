import type { LayerSpecification } from 'maplibre-gl';
import { palettes } from '../palette.ts';
import type { MapState } from '../view.ts';

/** 参考层: thin and dashed, without a fill, so that land and parks keep their colours. */
export function references(state: MapState): LayerSpecification[] {
  const p = palettes[state.theme];
  return [
    {
      id: 'references',
      type: 'line',
      source: 'references',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': p.ink, 'line-width': 1, 'line-opacity': 0.6, 'line-dasharray': [5, 2, 1, 2] },
    },
  ];
}
