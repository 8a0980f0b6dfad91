import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { isUnstanding } from '../filters.ts';
import { twiceImage } from '../pattern-names.ts';
import { palettes, type Theme } from '../palette.ts';
import type { MapState } from '../view.ts';

/* 体量: what stands on the land, as ink on paper; storeys of the park in hand can be counted. */

const is = (key: string, value: boolean): FilterSpecification => ['==', ['get', key], value];

/** Of use ink tells, of what is in hand the accent: of each two shades, in turn from storey to storey. */
function shade(theme: Theme): ExpressionSpecification {
  const { mass } = palettes[theme];
  const pair = ([even, odd]: readonly [string, string]): ExpressionSpecification => ['case', ['get', 'odd'], odd, even];
  return [
    'match',
    ['get', 'tone'],
    'chosen',
    pair(mass.chosen),
    'existing',
    pair(mass.existing),
    'rnd',
    pair(mass.rnd),
    ['admin', 'amenity', 'dormitory'],
    pair(mass.service),
    pair(mass.production),
  ];
}

export function mass(state: MapState): LayerSpecification[] {
  const visibility = state.isMass ? 'visible' : 'none';
  const slab = (id: string, source: string, twice: boolean): LayerSpecification => ({
    id,
    type: 'fill-extrusion',
    source,
    filter: is('twice', twice),
    layout: { visibility },
    paint: {
      'fill-extrusion-base': ['get', 'from'],
      'fill-extrusion-height': ['get', 'to'],
      ...(twice
        ? { 'fill-extrusion-pattern': twiceImage(state.theme) }
        : { 'fill-extrusion-color': shade(state.theme) }),
    },
  });
  return [
    {
      id: 'mass-town',
      type: 'fill-extrusion',
      source: 'buildings',
      'source-layer': 'buildings',
      minzoom: 14,
      filter: isUnstanding(state),
      layout: { visibility },
      paint: {
        'fill-extrusion-color': palettes[state.theme].mass.town,
        'fill-extrusion-height': ['coalesce', ['get', 'h'], 0],
      },
    },
    slab('mass-plan', 'planMass', false),
    slab('mass-plan-twice', 'planMass', true),
    slab('mass-hand', 'massInHand', false),
    slab('mass-hand-twice', 'massInHand', true),
  ];
}
