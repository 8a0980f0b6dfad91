import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { PLAN_NAMES } from '../filters.ts';
import { hei } from '../fonts.ts';
import { palettes } from '../palette.ts';
import type { MapState } from '../view.ts';
import { PARCEL_LABELS } from './land-labels.ts';
import { verdictIcon } from './parks.ts';

/* The park in hand on the sketch desk: its land under the sites' edges, its buildings over them. */

/** From here on a building is large enough to be drawn as a plate. */
const PLATES = 14;

const is = (key: string, value: string | boolean): ExpressionSpecification => ['==', ['get', key], value];

/** Parcels of the park, and those that would come, go or could come. */
export function planLand(state: MapState): LayerSpecification[] {
  const p = palettes[state.theme];
  const source = 'planParcels';
  const line = (id: string, filter: FilterSpecification, paint: object): LayerSpecification => ({
    id,
    type: 'line',
    source,
    filter,
    layout: { 'line-join': 'round' },
    paint,
  });
  return [
    {
      id: 'plan-land',
      type: 'fill',
      source,
      paint: {
        'fill-color': ['match', ['get', 'role'], ['coming', 'candidate'], p.accentWash, 'leaving', p.paper, p.siteFill],
        'fill-opacity': ['match', ['get', 'role'], 'coming', 0.6, 'candidate', 0.3, 'leaving', 0.65, 0],
      },
    },
    { id: 'plan-land-chosen', type: 'fill', source, filter: is('selected', true), paint: { 'fill-color': p.accentWash, 'fill-opacity': 0.7 } }, // prettier-ignore
    line('plan-land-in', is('role', 'in'), { 'line-color': p.accent, 'line-width': 1, 'line-opacity': 0.55 }),
  ];
}

/** Their edges where they are not yet, or no more, of the park; over the sites' own. */
function planEdges(state: MapState): LayerSpecification[] {
  const p = palettes[state.theme];
  const source = 'planParcels';
  const rounded = { 'line-join': 'round' } as const;
  const edge = (id: string, filter: FilterSpecification, paint: object): LayerSpecification => ({ id, type: 'line', source, filter, layout: rounded, paint }); // prettier-ignore
  const chosen = is('selected', true);
  return [
    edge('plan-land-candidate', is('role', 'candidate'), { 'line-color': p.accent, 'line-width': 1.5, 'line-dasharray': [1, 2] }), // prettier-ignore
    edge('plan-land-coming', is('role', 'coming'), { 'line-color': p.accent, 'line-width': 2.5, 'line-dasharray': [3, 1.5] }), // prettier-ignore
    edge('plan-land-leaving', is('role', 'leaving'), { 'line-color': p.ink, 'line-width': 1.75, 'line-dasharray': [3, 2] }), // prettier-ignore
    edge('plan-land-selected', chosen, { 'line-color': p.accent, 'line-width': 3 }),
  ];
}

/** White plates with a thin edge; what stands already is dashed, what is chosen or changes is accent. */
export function planBuildings(state: MapState): LayerSpecification[] {
  const p = palettes[state.theme];
  const source = 'planBuildings';
  const minzoom = PLATES;
  const isChosen = is('look', 'chosen');
  const dashed: FilterSpecification = ['match', ['get', 'look'], ['existing', 'cleared'], true, false];
  const edge = { 'line-color': p.park, 'line-width': 1 } as const;
  return [
    ...planEdges(state),
    {
      id: 'plan-building',
      type: 'fill',
      source,
      minzoom,
      paint: {
        'fill-color': ['case', isChosen, p.accentWash, p.paper],
        'fill-opacity': ['match', ['get', 'look'], 'chosen', 1, 'existing', 0.7, 'cleared', 0.3, 0.92],
      },
    },
    { id: 'plan-building-edge', type: 'line', source, minzoom, filter: is('look', 'plain'), paint: edge },
    { id: 'plan-building-existing', type: 'line', source, minzoom, filter: dashed, paint: { ...edge, 'line-dasharray': [3, 2] } }, // prettier-ignore
    { id: 'plan-building-chosen', type: 'line', source, minzoom, filter: isChosen, paint: { 'line-color': p.accent, 'line-width': 1.75 } }, // prettier-ignore
  ];
}

/**
 * Zooms from which names are written, each those that have their room by then: a filter by zoom is looked at
 * for whole zooms alone, the least zoom of a layer for any.
 */
const NAME_ZOOMS = [PARCEL_LABELS, 16, 16.4, 16.8, 17.2, 17.6, 18] as const;

const roomyAt = (zooms: readonly number[], i: number): FilterSpecification =>
  i === 0 ? ['<=', ['get', 'from'], zooms[0]] : ['all', ['>', ['get', 'from'], zooms[i - 1]], ['<=', ['get', 'from'], zooms[i]]]; // prettier-ignore

export function planNames(state: MapState): LayerSpecification[] {
  const p = palettes[state.theme];
  const halo = { 'text-halo-color': p.halo, 'text-halo-width': 1.5 };
  const more: ExpressionSpecification = ['get', 'more'];
  const isChanged = is('isChanged', true);
  const buildings = NAME_ZOOMS.map((zoom, i): LayerSpecification => ({
    id: `plan-building-name-${i}`,
    type: 'symbol',
    source: 'planBuildingNames',
    minzoom: zoom,
    filter: roomyAt(NAME_ZOOMS, i),
    layout: {
      'text-field': [
        'format',
        ['get', 'label'],
        { 'text-font': ['literal', hei.medium], 'text-color': p.ink },
        ['get', 'join'],
        {},
        more,
        {
          'text-font': ['case', isChanged, ['literal', hei.bold], ['literal', hei.regular]],
          'text-color': ['case', isChanged, p.accent, p.labelQuiet],
        },
      ],
      'text-font': hei.medium,
      'text-size': 12,
      'text-max-width': 30,
      'text-line-height': 1.25,
      // Seen from aslant they stand on the roofs.
      visibility: state.isMass ? 'none' : 'visible',
    },
    paint: { ...halo, 'text-color': p.ink },
  }));
  return [
    ...buildings,
    ...[PLAN_NAMES, ...NAME_ZOOMS].map((zoom, i, zooms): LayerSpecification => ({
      id: `plan-land-name-${i}`,
      type: 'symbol',
      source: 'planParcelNames',
      minzoom: zoom,
      filter: roomyAt(zooms, i),
      layout: {
        'text-field': ['get', 'label'],
        'text-font': hei.medium,
        'text-size': 12,
        'text-max-width': 40,
        'text-anchor': 'left',
        'text-rotate': ['get', 'turn'],
        'text-rotation-alignment': 'map',
        'text-offset': ['case', ['==', ['get', 'side'], 1], ['literal', [1, 1.2]], ['literal', [1, -1.2]]],
      },
      paint: { ...halo, 'text-color': ['case', is('role', 'leaving'), p.label, p.accent] },
    })),
  ];
}

/** Where a verdict has its place, such as a corner of the building that misses. */
export const planMarks = (state: MapState): LayerSpecification[] => [
  {
    id: 'plan-mark',
    type: 'symbol',
    source: 'planMarks',
    layout: { 'icon-image': verdictIcon(state), 'icon-allow-overlap': true, 'icon-ignore-placement': true },
  },
];
