import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
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
      'source-layer': 'listedPoints',
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

const bySeverity = <T extends string | number>(broken: T, other: T): ExpressionSpecification => [
  'match',
  ['get', 'severity'],
  'broken',
  broken,
  other,
];

/** From here on the ground of a tile holds few enough problems for their signs, however many there are. */
const signsFromZoom = 14;
const asSign: FilterSpecification = ['any', ['!', ['get', 'many']], ['>=', ['zoom'], signsFromZoom]];

/** Where a boundary is wrong 界线问题: the verdict's own sign at the place; of very many a dot, seen from afar. */
export const problems = (state: MapState): LayerSpecification[] => [
  {
    id: 'problem-dot',
    type: 'circle',
    source: 'problems',
    filter: ['!', asSign],
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 0.75, 13, 2.5],
      'circle-color': bySeverity(palettes[state.theme].verdict.fail, palettes[state.theme].verdict.advisory),
    },
    layout: { 'circle-sort-key': bySeverity(1, 0) },
  },
  {
    id: 'problem',
    type: 'symbol',
    source: 'problems',
    filter: asSign,
    layout: {
      'icon-image': bySeverity(glyphImage('fail', state.theme), glyphImage('advisory', state.theme)),
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      'symbol-sort-key': bySeverity(1, 0),
    },
  },
];
