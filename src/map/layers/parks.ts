import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { hei } from '../fonts.ts';
import { isHoveredPark, isNumbered, isOtherPark, isSelectedPark, NUMBERED } from '../filters.ts';
import { discImage, glyphImage } from '../glyphs.ts';
import { OUTCOMES, palettes } from '../palette.ts';
import type { MapState } from '../view.ts';
import { siteLink } from './site-link.ts';
import { NUMBER_OFFSET, NUMBER_TEXT_OFFSET } from './number-place.ts';

const rounded = { 'line-join': 'round' } as const;

/** Sites 地块 of the parks that are not selected. */
export function otherParks(state: MapState): LayerSpecification[] {
  const p = palettes[state.theme];
  const filter = isOtherPark(state, 'parkId');
  const width: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 10, 0.5, 13, 1.5];
  return [
    { id: 'park-fill', type: 'fill', source: 'sites', filter, paint: { 'fill-color': p.paper, 'fill-opacity': 0.45 } },
    {
      id: 'park-line',
      type: 'line',
      source: 'sites',
      filter,
      layout: rounded,
      paint: { 'line-color': p.park, 'line-width': width },
    },
    {
      id: 'park-hover',
      type: 'line',
      source: 'sites',
      filter: isHoveredPark(state),
      layout: rounded,
      paint: { 'line-color': p.accent, 'line-width': 2.5 },
    },
  ];
}

/** White over the chosen land, an accent edge over a halo: the same for a site and for a parcel. */
function chosen(
  state: MapState,
  id: string,
  source: 'sites' | 'planSites' | 'chosenParcel',
  filter: FilterSpecification,
): LayerSpecification[] {
  const p = palettes[state.theme];
  return [
    {
      id: `${id}-fill`,
      type: 'fill',
      source,
      filter,
      paint: { 'fill-color': p.siteFill, 'fill-opacity': p.siteOpacity },
    },
    {
      id: `${id}-halo`,
      type: 'line',
      source,
      filter,
      layout: rounded,
      paint: { 'line-color': p.halo, 'line-width': 6 },
    },
    {
      id: `${id}-line`,
      type: 'line',
      source,
      filter,
      layout: rounded,
      paint: { 'line-color': p.accent, 'line-width': 3 },
    },
  ];
}

/** The selected park: links between its sites 一园多址, then the sites themselves, then a selected parcel; or as planned. */
export function selection(state: MapState): LayerSpecification[] {
  const park = isSelectedPark(state, 'parkId');
  return [
    siteLink(state, 'site-link', 'siteLinks', park),
    siteLink(state, 'plan-site-link', 'planSiteLinks', true),
    ...chosen(state, 'site', 'sites', park),
    ...chosen(state, 'plan-site', 'planSites', true),
    ...chosen(state, 'chosen-parcel', 'chosenParcel', true),
  ];
}

export const verdictIcon = (state: MapState): ExpressionSpecification =>
  [
    'match',
    ['get', 'outcome'],
    ...OUTCOMES.flatMap((outcome) => [outcome, glyphImage(outcome, state.theme)]),
    glyphImage('unknown', state.theme),
  ] as unknown as ExpressionSpecification;

/** Rank of a verdict: the graver is drawn over the others where glyphs meet. */
const gravity = [
  'match',
  ['get', 'outcome'],
  ...[...OUTCOMES].reverse().flatMap((outcome, rank) => [outcome, rank]),
  0,
] as unknown as ExpressionSpecification;

/** Verdict glyphs of the other parks: none is dropped for want of room. */
export function verdicts(state: MapState): LayerSpecification[] {
  return [
    {
      id: 'park-glyph',
      type: 'symbol',
      source: 'parkPoints',
      filter: isOtherPark(state, 'id'),
      layout: {
        'icon-image': verdictIcon(state),
        'icon-size': ['interpolate', ['linear'], ['zoom'], 10, 0.8, 12, 1],
        'icon-allow-overlap': true,
        'icon-padding': 0,
        'symbol-z-order': 'auto',
        'symbol-sort-key': gravity,
      },
    },
  ];
}

/** Numbers of the selected sites, over everything. */
export function siteNumbers(state: MapState): LayerSpecification[] {
  return NUMBERED.map(([prefix, source]) => ({
    id: `${prefix}-number`,
    type: 'symbol',
    source,
    filter: isNumbered(state, source),
    layout: {
      'icon-image': discImage(state.theme),
      'icon-offset': NUMBER_OFFSET,
      'icon-allow-overlap': true,
      'text-field': ['to-string', ['get', 'number']],
      'text-font': hei.bold,
      'text-size': 12,
      'text-offset': NUMBER_TEXT_OFFSET,
      'text-allow-overlap': true,
      'icon-padding': 0,
      'text-padding': 0,
    },
    paint: { 'text-color': palettes[state.theme].accentOn },
  }));
}
