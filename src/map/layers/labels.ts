import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { hei, song } from '../fonts.ts';
import { isNumbered, NUMBERED, isOtherPark, isSelectedPark } from '../filters.ts';
import { palettes } from '../palette.ts';
import type { MapState } from '../view.ts';
import { PARCEL_LABELS } from './land-labels.ts';
import { OUTLINE_ZOOM } from './marks.ts';
import { beside, byScript, districtLayout, name, onLine, shortName, spaced, text, under, type Layout } from './text.ts';

/** Degrees along the lines of the grid, below all land: a parcel's boundary is never cut by them. */
export function gridNames(state: MapState): LayerSpecification[] {
  const p = palettes[state.theme];
  return [
    text({
      id: 'graticule-name',
      source: 'graticule',
      colour: p.labelQuiet,
      halo: p.ground,
      layout: { ...onLine(state), 'text-letter-spacing': 0, 'symbol-spacing': 300 },
    }),
  ];
}

/** Names of places 地名: roads, water, townships. */
export function placeNames(state: MapState): LayerSpecification[] {
  const p = palettes[state.theme];
  const alongRoad = onLine(state);
  const onWater: Layout = {
    'text-field': name(state),
    'text-font': song.semibold,
    'text-size': ['interpolate', ['linear'], ['zoom'], 11, 12, 14, 15],
    'text-letter-spacing': spaced(state, 0.9),
    'text-max-angle': 40,
    'symbol-spacing': 480,
  };
  const along: FilterSpecification = ['==', ['geometry-type'], 'LineString'];
  const water = { source: 'waterNames', colour: p.waterInk, halo: p.water, minzoom: 11 };
  return [
    text({ id: 'road-name', source: 'roads', colour: p.labelQuiet, halo: p.road, minzoom: 13, layout: alongRoad }),
    text({
      ...water,
      id: 'water-name-line',
      filter: along,
      layout: { ...onWater, 'symbol-placement': 'line', 'text-keep-upright': true },
    }),
    text({ ...water, id: 'water-name', filter: ['!', along], layout: onWater }),
    text({
      id: 'township-name',
      source: 'townshipNames',
      colour: p.labelQuiet,
      halo: p.halo,
      minzoom: 11.5,
      maxzoom: 16.5,
      layout: {
        'text-field': name(state),
        'text-font': hei.medium,
        'text-size': 13,
        'text-letter-spacing': spaced(state, 0.42),
      },
    }),
  ];
}

/** Names of districts 区县: above the parks' in rank, so that the city can be read from far. */
export function districtNames(state: MapState): LayerSpecification[] {
  const p = palettes[state.theme];
  return [
    text({
      id: 'district-name',
      source: 'districtNames',
      colour: p.label,
      halo: p.halo,
      maxzoom: 13,
      layout: districtLayout(state),
    }),
  ];
}

/** Below this zoom a site is smaller than the glyph on it, and the name stands below the glyph; from it, below the site. */
const SITES_SHOW = 13.5;

/** Free room around a name, px: from far only a few names are shown, so that the land is still seen. */
const ROOM: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 10, 8, 12.5, 2];

/** From farther the whole city is seen on a phone: names would lie outside it, cut by the edges of the map. */
const NAMES_SHOW = 9.6;

const far = { source: 'parkPoints', maxzoom: SITES_SHOW };
const near = { source: 'parkNames', minzoom: SITES_SHOW };

/** Names of the parks 园区 that are not selected. */
export function parkNames(state: MapState): LayerSpecification[] {
  const p = palettes[state.theme];
  const other = isOtherPark(state, 'id');
  const quiet: Layout = {
    'text-field': shortName(state),
    'text-font': hei.medium,
    'text-size': 12,
    'text-max-width': byScript(state, 10, 14),
  };
  const dark = { colour: p.label, halo: p.halo };
  return [
    text({
      ...dark,
      ...far,
      minzoom: NAMES_SHOW,
      id: 'park-name-far',
      filter: other,
      layout: { ...quiet, 'text-variable-anchor-offset': beside(1.1), 'text-justify': 'auto', 'text-padding': ROOM },
    }),
    text({
      ...dark,
      ...near,
      id: 'park-name',
      filter: other,
      layout: { ...quiet, 'text-variable-anchor-offset': under(0.3), 'text-justify': 'auto' },
    }),
  ];
}

/** Names of parcels 宗地 of a file without parks: below their dots from far, inside their outlines from near. */
export function listedNames(state: MapState): LayerSpecification[] {
  const p = palettes[state.theme];
  return [
    text({
      id: 'listed-name',
      source: 'listedPoints',
      'source-layer': 'listedPoints',
      maxzoom: PARCEL_LABELS,
      colour: p.label,
      halo: p.halo,
      layout: {
        'text-field': name(state),
        'text-font': hei.medium,
        'text-size': 12,
        'text-anchor': ['step', ['zoom'], 'top', OUTLINE_ZOOM, 'center'],
        'text-offset': ['step', ['zoom'], ['literal', [0, 0.6]], OUTLINE_ZOOM, ['literal', [0, 0]]],
        'text-max-width': byScript(state, 10, 14),
      },
    }),
  ];
}

/** The selected park in full and the areas of its sites: clear of its own numbers, and before every other name. */
export function selectedNames(state: MapState): LayerSpecification[] {
  const p = palettes[state.theme];
  const selected = isSelectedPark(state, 'id');
  const strong: Layout = {
    'text-field': name(state),
    'text-font': hei.bold,
    'text-size': 14,
    'text-max-width': byScript(state, 9, 16),
    'text-allow-overlap': true,
  };
  const accent = { colour: p.accent, halo: p.halo };
  return [
    ...NUMBERED.map(([prefix, source]) =>
      text({
        ...accent,
        id: `${prefix}-area`,
        source,
        minzoom: SITES_SHOW,
        filter: isNumbered(state, source),
        layout: {
          'text-field': [
            'case',
            ['==', ['coalesce', ['get', 'area'], ''], ''],
            '',
            ['concat', ['get', 'area'], state.language === 'zh' ? ' 亩' : ' mu'],
          ],
          'text-font': hei.medium,
          'text-size': 12,
          'text-offset': [0, 1.1],
        },
      }),
    ),
    text({
      ...accent,
      ...far,
      haloWidth: 2,
      id: 'park-name-selected-far',
      filter: selected,
      layout: {
        ...strong,
        'text-variable-anchor-offset': [...beside(1.15), ...beside(2.4)],
        'text-justify': 'auto',
      },
    }),
    text({
      ...accent,
      ...near,
      haloWidth: 2,
      id: 'park-name-selected',
      filter: selected,
      layout: { ...strong, 'text-variable-anchor-offset': under(0.4), 'text-justify': 'auto' },
    }),
  ];
}
