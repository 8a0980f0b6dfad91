import type { GeoJSONSource, LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import { collection, feature } from '../features.ts';

/*
 * No name is cut by the edge of the map: along it stand strips nobody sees, placed before all names, and what would lie over
 * one of them finds another place or is not drawn.
 */

const LONG = 256;
const WAYS = ['across', 'down'] as const;
const image = (way: (typeof WAYS)[number]): string => `edge-${way}`;

/** On top, since what lies on top is placed first. */
export const edges = (): LayerSpecification[] =>
  WAYS.map((way) => ({
    ...{ id: image(way), type: 'symbol', source: 'edges', filter: ['==', ['get', 'way'], way] },
    layout: { 'icon-image': image(way), 'icon-allow-overlap': true, 'icon-padding': 0 },
  }));

export function keepNamesWhole(map: MapLibre): void {
  for (const way of WAYS) {
    const [width, height] = way === 'across' ? [LONG, 2] : [2, LONG];
    map.addImage(image(way), { width, height, data: new Uint8ClampedArray(4 * width * height) });
  }
  const place = () => {
    const { clientWidth: width, clientHeight: height } = map.getContainer();
    const middles = (px: number) => Array.from({ length: Math.ceil(px / LONG) }, (_, i) => LONG * (i + 0.5));
    const strip = (way: (typeof WAYS)[number], x: number, y: number) =>
      feature({ type: 'Point', coordinates: map.unproject([x, y]).toArray() }, { way });
    const strips = [
      ...middles(width).flatMap((x) => [strip('across', x, 0), strip('across', x, height)]),
      ...middles(height).flatMap((y) => [strip('down', 0, y), strip('down', width, y)]),
    ];
    map.getSource<GeoJSONSource>('edges')?.setData(collection(strips));
  };
  map.on('moveend', place);
  map.on('resize', place);
  place();
}
