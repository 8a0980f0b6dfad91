import type { LayerSpecification } from 'maplibre-gl';
import { glyphImage } from '../glyphs.ts';
import { palettes } from '../palette.ts';
import type { MapState } from '../view.ts';

/** From here on a parcel is large enough to be seen by its outline; before, a dot stands for it. */
export const OUTLINE_ZOOM = 13;

/** Parcels of a list beside the map: a dot each over the city, their outline in the street. */
export function listed(state: MapState): LayerSpecification[] {
  const p = palettes[state.theme];
  return [
    {
      id: 'listed-halo',
      type: 'line',
      source: 'listed',
      'source-layer': 'listed',
      minzoom: OUTLINE_ZOOM,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': p.halo, 'line-width': 4.5 },
    },
    {
      id: 'listed-line',
      type: 'line',
      source: 'listed',
      'source-layer': 'listed',
      minzoom: OUTLINE_ZOOM,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': p.label, 'line-width': 2 },
    },
    {
      id: 'listed-dot',
      type: 'circle',
      source: 'listedPoints',
      maxzoom: OUTLINE_ZOOM,
      paint: {
        'circle-radius': 3.5,
        'circle-color': p.label,
        'circle-stroke-color': p.halo,
        'circle-stroke-width': 1.5,
      },
    },
  ];
}

/** A place that is pointed out: a ring around it, wide enough to hold the sign of a problem. */
export function marked(state: MapState): LayerSpecification[] {
  const p = palettes[state.theme];
  const ring = (id: string, colour: string, width: number): LayerSpecification => ({
    id,
    type: 'circle',
    source: 'marked',
    paint: {
      'circle-radius': 17,
      'circle-opacity': 0,
      'circle-stroke-color': colour,
      'circle-stroke-width': width,
      'circle-stroke-opacity': 1,
    },
  });
  return [ring('marked-halo', p.halo, 6), ring('marked', p.accent, 3)];
}

/** Where a boundary is wrong 界线问题: the verdict's own sign at the place. */
export const problems = (state: MapState): LayerSpecification[] => [
  {
    id: 'problem',
    type: 'symbol',
    source: 'problems',
    layout: {
      'icon-image': [
        'match',
        ['get', 'severity'],
        'broken',
        glyphImage('fail', state.theme),
        glyphImage('advisory', state.theme),
      ],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      'symbol-sort-key': ['match', ['get', 'severity'], 'broken', 1, 0],
    },
  },
];
