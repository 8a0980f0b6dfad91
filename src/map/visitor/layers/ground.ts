import type { LayerSpecification } from 'maplibre-gl';
import { roadWidth } from '../../layers/paint.ts';
import { paletteOf, widened, type VisitorLook } from '../look.ts';
import { from } from './source.ts';

const round = { 'line-cap': 'round', 'line-join': 'round' } as const;

/** 天地图 is drawn for daylight. */
const tianditu = (look: VisitorLook, kind: 'vec' | 'cva'): LayerSpecification => ({
  id: `tianditu-${kind}`,
  type: 'raster',
  source: `tianditu-${kind}`,
  layout: { visibility: look.tianditu ? 'visible' : 'none' },
  paint: look.theme === 'dark' ? { 'raster-brightness-max': 0.42, 'raster-saturation': -0.6 } : {},
});

/** Bottom of the map: ground, and 天地图 where there is one. */
export const base = (look: VisitorLook): LayerSpecification[] => [
  { id: 'ground', type: 'background', paint: { 'background-color': paletteOf(look).ground } },
  tianditu(look, 'vec'),
  tianditu(look, 'cva'),
];

/** Fields, the white of roads 城区路面, water; not where 天地图 has them. */
export function ground(look: VisitorLook): LayerSpecification[] {
  if (!look.hasTiles) return [];
  const p = paletteOf(look);
  const layout = { visibility: look.tianditu === 'drawn' ? 'none' : 'visible' } as const;
  const area = (kind: 'farm' | 'road' | 'water', colour: string): LayerSpecification => ({
    ...{ id: `ground-${kind}`, type: 'fill', ...from(look, 'ground'), layout },
    filter: ['==', ['get', 'kind'], kind],
    paint: { 'fill-color': colour },
  });
  const road = (id: string, colour: string, edge: number): LayerSpecification => ({
    ...{ id, type: 'line', ...from(look, 'roads'), minzoom: 11, layout: { ...layout, ...round } },
    paint: { 'line-color': colour, 'line-width': roadWidth(edge) },
  });
  return [
    area('farm', p.farm),
    road('road-edge', p.roadEdge, 1.25),
    road('road', p.road, 0),
    area('road', p.road),
    area('water', p.water),
  ];
}

/** Township and district boundaries 镇界, 区界. */
export function boundaries(look: VisitorLook): LayerSpecification[] {
  const line = paletteOf(look).bound;
  const layout = { 'line-join': 'round' } as const;
  const township: LayerSpecification = {
    ...{ id: 'township-line', type: 'line', ...from(look, 'townships'), minzoom: look.hasTiles ? 10.5 : 8, layout },
    paint: {
      'line-color': line,
      'line-width': widened(look, 1),
      // Without tiles a border comes from both sides, and two dash patterns read as a solid line.
      ...(look.hasTiles ? { 'line-dasharray': [8, 3, 1.5, 3] } : { 'line-opacity': 0.5 }),
    },
  };
  if (!look.hasTiles) return [township];
  const district = { type: 'line', ...from(look, 'districts'), layout } as const;
  return [
    township,
    {
      ...{ ...district, id: 'district-band' },
      paint: {
        'line-color': line,
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 3, 10, 5, 12, 9],
        'line-opacity': 0.13,
      },
    },
    {
      ...{ ...district, id: 'district-line' },
      paint: {
        'line-color': line,
        'line-width': widened(look, 1.4),
        'line-dasharray': [7.1, 2.1, 1.4, 2.1, 1.4, 2.1],
      },
    },
  ];
}
