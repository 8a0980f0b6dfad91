import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { palettes } from '../palette.ts';
import type { MapState } from '../view.ts';

/* 排布 that is looked at: green under ways, yards and rows of places; its buildings are drawn as those of a plan. */

const is = (what: string): FilterSpecification => ['==', ['get', 'is'], what];

/** Ways lie over one another: their edge is drawn under all of them, so that only the outer one is seen. */
export function laidGround(state: MapState): LayerSpecification[] {
  const p = palettes[state.theme];
  const source = 'laidGround';
  const fill = (id: string, what: string, color: string, opacity = 1): LayerSpecification => ({ id, type: 'fill', source, filter: is(what), paint: { 'fill-color': color, 'fill-opacity': opacity } }); // prettier-ignore
  const edge = (id: string, what: string, paint: object): LayerSpecification => ({ id, type: 'line', source, filter: is(what), layout: { 'line-join': 'round' }, paint }); // prettier-ignore
  return [
    fill('laid-land', 'land', p.paper, 0.9),
    fill('laid-green', 'land', p.land.gpr),
    edge('laid-way-edge', 'way', { 'line-color': p.parcelLine, 'line-width': 1.5 }),
    fill('laid-way', 'way', p.road),
    fill('laid-yard', 'yard', p.block),
    edge('laid-yard-edge', 'yard', { 'line-color': p.parcelLine, 'line-width': 1, 'line-dasharray': [4, 2] }),
    fill('laid-parking', 'parking', p.block),
    fill('laid-parking-tint', 'parking', p.labelQuiet, 0.2),
    edge('laid-parking-edge', 'parking', { 'line-color': p.labelQuiet, 'line-width': 1, 'line-dasharray': [1, 1] }),
    fill('laid-kept', 'kept', p.building, 2 * p.buildingOpacity),
    // Over the wash of what is selected lies what the land would be taken by; its edge is the site's again.
    edge('laid-land-edge', 'land', { 'line-color': p.accent, 'line-width': 3 }),
  ];
}

/** The side that is pointed at, over the edge of its site. */
export function laidSide(state: MapState): LayerSpecification[] {
  const p = palettes[state.theme];
  return [
    {
      id: 'laid-side',
      type: 'line',
      source: 'laidGround',
      filter: is('side'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': p.accent, 'line-width': 9 },
    },
  ];
}
