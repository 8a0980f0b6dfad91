import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { hei } from '../fonts.ts';
import { isUnplanned } from '../filters.ts';
import { palettes } from '../palette.ts';
import type { MapState } from '../view.ts';

/** From here on there is room in a parcel for its number and area, and later in a building for its storeys. */
export const PARCEL_LABELS = 15.5;
const BUILDING_LABELS = 16.5;

const line = (key: string): ExpressionSpecification => [
  'case',
  ['has', key],
  ['concat', ['to-string', ['get', key]], '\n'],
  '',
];
const withUnit = (key: string, unit: string): ExpressionSpecification => [
  'case',
  ['has', key],
  ['concat', ['to-string', ['get', key]], unit],
  '',
];

/** In the middle; above or below what stands there already, such as the number of a site. */
const ASIDE: ['center', [number, number], ...('top' | 'bottom' | [number, number])[]] = [
  'center',
  [0, 0],
  'top',
  [0, 1.6],
  'bottom',
  [0, -1.6],
  'top',
  [0, 2.5],
];

/** Number and 亩 of every parcel, storeys 层数 of every building, where nothing of more weight is written. */
export function landLabels(state: MapState): LayerSpecification[] {
  const p = palettes[state.theme];
  const zh = state.language === 'zh';
  const paint = { 'text-halo-color': p.halo, 'text-halo-width': 1.5 };
  return [
    {
      id: 'building-label',
      type: 'symbol',
      source: 'buildingLabels',
      'source-layer': 'buildingLabels',
      minzoom: BUILDING_LABELS,
      filter: isUnplanned(state, 'buildings'),
      layout: {
        'text-field': withUnit('storeys', zh ? ' 层' : ' fl.'),
        'text-font': hei.regular,
        'text-size': 11,
        'text-variable-anchor-offset': ASIDE,
        visibility: state.isMass ? 'none' : 'visible',
      },
      paint: { ...paint, 'text-color': p.labelQuiet },
    },
    {
      id: 'parcel-label',
      type: 'symbol',
      source: 'parcelLabels',
      'source-layer': 'parcelLabels',
      minzoom: PARCEL_LABELS,
      filter: isUnplanned(state, 'parcels'),
      layout: {
        'text-field': ['concat', line('name'), line('no'), withUnit('mu', zh ? ' 亩' : ' mu')],
        'text-font': hei.regular,
        'text-size': 12,
        'text-line-height': 1.25,
        'text-max-width': 14,
        'text-variable-anchor-offset': ASIDE,
      },
      paint: { ...paint, 'text-color': p.label },
    },
  ];
}
