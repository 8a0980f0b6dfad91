import type { GeoJSONSource, LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import { collection, feature } from '../features.ts';

/*
 * No name is cut by the edge of the map, or by what lies over it (buttons, the search, the sheet of a phone): along these stand
 * strips nobody sees, placed before all names, and what would lie over one of them finds another place or is not drawn.
 */

/** What lies over the map, px from its top left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const LONG = 256;
const WAYS = ['across', 'down', 'spot'] as const;
/** Of a spot, px: boxes are outlined by them. */
const SPOT = 12;
const image = (way: (typeof WAYS)[number]): string => `edge-${way}`;

/** On top, since what lies on top is placed first. */
export const edges = (): LayerSpecification[] =>
  WAYS.map((way) => ({
    ...{ id: image(way), type: 'symbol', source: 'edges', filter: ['==', ['get', 'way'], way] },
    layout: { 'icon-image': image(way), 'icon-allow-overlap': true, 'icon-padding': 0 },
  }));

export function keepNamesWhole(map: MapLibre): (boxes: readonly Box[]) => void {
  let covered: readonly Box[] = [];
  for (const way of WAYS) {
    const [width, height] = { across: [LONG, 2], down: [2, LONG], spot: [SPOT, SPOT] }[way];
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
      ...covered.flatMap(outlineOf).map(([x, y]) => strip('spot', x, y)),
    ];
    map.getSource<GeoJSONSource>('edges')?.setData(collection(strips));
  };
  map.on('moveend', place);
  map.on('resize', place);
  place();
  return (boxes) => {
    covered = boxes;
    place();
  };
}

/** Middles of spots along the inside of a box's sides. */
function outlineOf({ left, top, right, bottom }: Box): [number, number][] {
  const along = (from: number, to: number) =>
    Array.from({ length: Math.max(1, Math.ceil((to - from) / SPOT)) }, (_, i) => Math.min(from + SPOT * (i + 0.5), to));
  const inside = SPOT / 2;
  return [
    ...along(left, right).flatMap((x): [number, number][] => [[x, top + inside], [x, bottom - inside]]), // prettier-ignore
    ...along(top, bottom).flatMap((y): [number, number][] => [[left + inside, y], [right - inside, y]]), // prettier-ignore
  ];
}
