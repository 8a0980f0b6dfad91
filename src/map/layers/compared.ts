import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { hei } from '../fonts.ts';
import { palettes } from '../palette.ts';
import type { MapState } from '../view.ts';

/* 方案 that are compared: what they have otherwise, each by the line of its scenario. */

/** Of the first, second and third scenario, and of what all have with other fields; as `LineSample` of the panel draws them. */
const LINES: readonly (readonly [line: string, dashes: number[] | null])[] = [
  ['0', [2, 1.5]],
  ['1', null],
  ['2', [0.1, 1.8]],
  ['alike', [5, 1.5, 1, 1.5]],
];

const isLooked: ExpressionSpecification = ['==', ['get', 'isLooked'], true];

export function comparedLines(state: MapState): LayerSpecification[] {
  const p = palettes[state.theme];
  const source = 'comparedOutlines';
  const layout = { 'line-join': 'round', 'line-cap': 'round' } as const;
  return [
    {
      id: 'compared-fill',
      type: 'fill',
      source,
      paint: { 'fill-color': p.accentWash, 'fill-opacity': ['case', isLooked, 0.7, 0.25] },
    },
    {
      id: 'compared-halo',
      type: 'line',
      source,
      layout,
      paint: { 'line-color': p.halo, 'line-width': ['case', isLooked, 7, 5], 'line-opacity': 0.8 },
    },
    ...LINES.map(([line, dashes]): LayerSpecification => ({
      id: `compared-line-${line}`,
      type: 'line',
      source,
      filter: ['==', ['get', 'line'], line],
      layout,
      paint: {
        'line-color': p.accent,
        'line-width': ['case', isLooked, 4, 2.5],
        ...(dashes && { 'line-dasharray': dashes }),
      },
    })),
  ];
}

export function comparedNames(state: MapState): LayerSpecification[] {
  const p = palettes[state.theme];
  return [
    {
      id: 'compared-name',
      type: 'symbol',
      source: 'comparedNames',
      minzoom: 15,
      layout: {
        'text-field': ['get', 'label'],
        'text-font': hei.medium,
        'text-size': 12,
        'text-max-width': 8,
        'symbol-sort-key': ['case', isLooked, 0, 1],
        'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
        'text-radial-offset': 0.6,
      },
      paint: { 'text-color': p.accent, 'text-halo-color': p.halo, 'text-halo-width': 2 },
    },
  ];
}
