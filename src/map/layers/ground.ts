import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { palettes } from '../palette.ts';
import { STATES_OF_USE, type StateOfUse } from '../../domain/land/states-of-use.ts';
import { isUnplanned } from '../filters.ts';
import { patternImage } from '../pattern-names.ts';
import type { MapState } from '../view.ts';
import { fadeIn, lc, roadWidth, SURFACES, tintOnBlock } from './paint.ts';

/** All parcels are in one layer of the tiles. */
const parcels = { source: 'parcels', 'source-layer': 'parcels' } as const;

/** A boundary without an inside: never filled, its lines are drawn apart. */
const sound: ExpressionSpecification = ['!', ['has', 'broken']];

type SurfaceKey = 'farm' | 'road' | 'water';

/** Land of a surface: what lies below the parcels, and parcels of that class. */
const surface = (state: MapState, key: SurfaceKey, from: 'ground' | 'land'): LayerSpecification => ({
  id: `${from}-${key}`,
  type: 'fill',
  ...(from === 'ground' ? { source: 'surfaces' } : parcels),
  filter: ['==', lc, key],
  paint: { 'fill-color': palettes[state.theme].land[key] },
});

const roadEdge = (state: MapState, from: 'ground' | 'land'): LayerSpecification => ({
  id: `${from}-road-edge`,
  type: 'line',
  ...(from === 'ground' ? { source: 'surfaces' } : parcels),
  filter: ['==', lc, 'road'],
  paint: { 'line-color': palettes[state.theme].roadEdge, 'line-width': 0.75 },
});

/** Bottom of the map: ground, fields, the white of roads 城区路面. */
export function ground(state: MapState): LayerSpecification[] {
  const p = palettes[state.theme];
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': p.ground } },
    {
      id: 'graticule',
      type: 'line',
      source: 'graticule',
      paint: { 'line-color': p.bound, 'line-opacity': 0.28, 'line-width': 1 },
    },
    surface(state, 'farm', 'ground'),
    surface(state, 'farm', 'land'),
    {
      id: 'road-edge',
      type: 'line',
      source: 'roads',
      minzoom: 11,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': p.roadEdge, 'line-width': roadWidth(1.25) },
    },
    {
      id: 'road',
      type: 'line',
      source: 'roads',
      minzoom: 11,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': p.road, 'line-width': roadWidth(0) },
    },
    surface(state, 'road', 'ground'),
    surface(state, 'road', 'land'),
    roadEdge(state, 'ground'),
    roadEdge(state, 'land'),
  ];
}

const blocks = ['all', sound, ['!', ['in', lc, ['literal', [...SURFACES]]]]] satisfies FilterSpecification;

/** The land as it is known from afar, below what stands there; clear, not hidden, so that its tiles stay at hand. */
export function afar(state: MapState): LayerSpecification[] {
  const seen = { 'fill-opacity': state.bridged ? 1 : 0, 'fill-opacity-transition': { duration: 0 } };
  const fill = (
    id: string,
    filter: FilterSpecification,
    colour: string | ExpressionSpecification,
  ): LayerSpecification => ({
    id: `afar-${id}`,
    type: 'fill',
    source: 'afar',
    'source-layer': 'parcels',
    filter,
    paint: { ...seen, 'fill-color': colour, 'fill-antialias': false },
  });
  return [
    ...SURFACES.map((key) => fill(key, ['==', lc, key], palettes[state.theme].land[key])),
    fill('blocks', blocks, tintOnBlock(palettes[state.theme])),
  ];
}

/** From here on the edges of blocks are smooth. */
const SMOOTH = 12;

/** Land classes 用地分类: a block of paper under the official colour, as one. */
export function land(state: MapState): LayerSpecification[] {
  const p = palettes[state.theme];
  const plain = { 'line-color': p.label, 'line-width': 1.5 };
  return [
    {
      id: 'blocks',
      type: 'fill',
      ...parcels,
      filter: blocks,
      paint: {
        'fill-color': tintOnBlock(p),
        // From afar blocks are a few px: of tens of thousands their smooth edges would cost twice what they do.
        'fill-antialias': ['step', ['zoom'], false, SMOOTH, true],
      },
    },
    surface(state, 'water', 'land'),
    { id: 'water', type: 'fill', source: 'water', paint: { 'fill-color': p.water } },
    {
      id: 'water-line',
      type: 'line',
      source: 'water',
      paint: { 'line-color': p.waterLine, 'line-width': 0.75 },
    },
    {
      id: 'parcel-line',
      type: 'line',
      ...parcels,
      minzoom: 13,
      filter: blocks,
      paint: { 'line-color': p.parcelLine, 'line-width': 0.5, 'line-opacity': fadeIn(13, 0.55) },
    },
    {
      // A surveyor's own file has no land classes to tell its parcels by: their boundaries must.
      id: 'parcel-line-plain',
      type: 'line',
      ...parcels,
      filter: ['all', sound, ['!', ['has', 'lc']]],
      paint: plain,
    },
    { id: 'parcel-line-broken', type: 'line', source: 'brokenParcels', paint: plain },
    {
      id: 'buildings',
      type: 'fill',
      source: 'buildings',
      'source-layer': 'buildings',
      minzoom: 14,
      filter: isUnplanned(state, 'buildings'),
      // Under what stands nothing of them is seen.
      layout: { visibility: state.isMass ? 'none' : 'visible' },
      paint: { 'fill-color': p.building, 'fill-opacity': fadeIn(14, p.buildingOpacity) },
    },
  ];
}

function texture(state: MapState, key: StateOfUse): LayerSpecification[] {
  const dash = key === 'approved-not-supplied' ? { 'line-dasharray': [4, 2.5] } : {};
  const filter: ExpressionSpecification =
    state.status === null || state.status === key ? ['==', ['get', 'status'], key] : ['literal', false];
  return [
    {
      id: `state-${key}`,
      type: 'fill',
      source: 'states',
      'source-layer': 'states',
      minzoom: 12,
      filter,
      paint: { 'fill-pattern': patternImage(key, state.theme, state.textureStep) },
    },
    {
      id: `state-${key}-line`,
      type: 'line',
      source: 'states',
      'source-layer': 'states',
      minzoom: 12,
      filter,
      paint: { 'line-color': palettes[state.theme].hatch, 'line-width': fadeIn(12, 1), ...dash },
    },
  ];
}

/** State of use 利用状态: texture, never colour. 疑似闲置, 低效, 批而未供. */
export const stateOfUse = (state: MapState): LayerSpecification[] =>
  STATES_OF_USE.flatMap((key) => texture(state, key));

/** Township and district boundaries 镇界, 区界. */
export function boundaries(state: MapState): LayerSpecification[] {
  const line = palettes[state.theme].bound;
  const join = { 'line-join': 'round' } as const;
  return [
    {
      id: 'township-line',
      type: 'line',
      source: 'townshipLines',
      minzoom: 11.5,
      layout: join,
      paint: { 'line-color': line, 'line-width': 1, 'line-dasharray': [8, 3, 1.5, 3] },
    },
    {
      id: 'district-band',
      type: 'line',
      source: 'districtLines',
      layout: join,
      paint: {
        'line-color': line,
        'line-width': ['interpolate', ['linear'], ['zoom'], 10, 5, 12, 9],
        'line-opacity': 0.13,
      },
    },
    {
      id: 'district-line',
      type: 'line',
      source: 'districtLines',
      layout: join,
      paint: { 'line-color': line, 'line-width': 1.4, 'line-dasharray': [7.1, 2.1, 1.4, 2.1, 1.4, 2.1] },
    },
  ];
}
