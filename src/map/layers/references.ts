import type { LayerSpecification } from 'maplibre-gl';
import { palettes } from '../palette.ts';
import type { MapState } from '../view.ts';

/** 参考层: dotted, without a fill, so that land and parks keep their colours and no border is taken for it. */
export function references(state: MapState): LayerSpecification[] {
  const p = palettes[state.theme];
  return [
    {
      id: 'references',
      type: 'line',
      source: 'references',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': p.ink, 'line-width': 1.75, 'line-opacity': 0.65, 'line-dasharray': [0.01, 2] },
    },
  ];
}
