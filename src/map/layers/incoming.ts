import type { LayerSpecification } from 'maplibre-gl';
import { palettes } from '../palette.ts';
import type { MapState } from '../view.ts';

/** 待导入: filled where a row of a table tells of it, a broken line alone where none does. */
export function incoming(state: MapState): LayerSpecification[] {
  const p = palettes[state.theme];
  const isJoined = ['get', 'joined'] as unknown as ['get', string];
  const paint = { 'line-color': p.accent, 'line-width': 1.75 };
  return [
    {
      id: 'incoming',
      type: 'fill',
      source: 'incoming',
      filter: isJoined,
      paint: { 'fill-color': p.accent, 'fill-opacity': 0.16 },
    },
    { id: 'incomingLines', type: 'line', source: 'incoming', filter: isJoined, paint },
    {
      id: 'incomingAlone',
      type: 'line',
      source: 'incoming',
      filter: ['!', isJoined],
      paint: { ...paint, 'line-dasharray': [2.5, 1.75] },
    },
  ];
}
