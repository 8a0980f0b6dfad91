import type { Map as MapLibre, MapGeoJSONFeature, PointLike } from 'maplibre-gl';
import type { PickedLand } from './tools/contract.ts';

/** What lies under the pointer: a park when one is there, else a parcel, else neither. */
export interface Pick {
  readonly parkId: string | null;
  /** Key of the parcel. */
  readonly parcel: number | null;
}

const PARK_LAYERS = ['park-glyph', 'site-number', 'site-fill', 'park-fill'];
const PARCEL_LAYERS = ['blocks'];
/** A boundary without an inside, and the signs on it, are hit by their lines and marks alone. */
const LINE_LAYERS = ['problem', 'problem-dot', 'parcel-line-plain', 'parcel-line-broken', 'listed-dot'];

/** How far beside a glyph a click still counts, px: a fingertip is less sure than a mouse. */
const REACH = { mouse: 2, touch: 12 } as const;

export const nothing: Pick = { parkId: null, parcel: null };

interface Hit {
  readonly layer: { readonly id: string };
  readonly id?: string | number;
  readonly properties: Readonly<Record<string, unknown>> | null;
}

const text = (value: unknown): string | null => (value == null ? null : String(value));

/** Park before parcel, whichever MapLibre lists first. Hits come topmost first. */
export function choose(parks: readonly Hit[], parcels: readonly Hit[]): Pick {
  for (const hit of parks) {
    const parkId = text(hit.properties?.[hit.layer.id === 'park-glyph' ? 'id' : 'parkId']);
    if (parkId !== null) return { parkId, parcel: null };
  }
  const key = parcels[0]?.id;
  return { parkId: null, parcel: key === undefined ? null : Number(key) };
}

function around(x: number, y: number, reach: number): [PointLike, PointLike] {
  return [
    [x - reach, y - reach],
    [x + reach, y + reach],
  ];
}

/** @param x, y place in the map's canvas, CSS px */
export function pick(map: MapLibre, x: number, y: number, pointer: keyof typeof REACH = 'mouse'): Pick {
  const query = (where: PointLike | [PointLike, PointLike], layers: string[]): MapGeoJSONFeature[] =>
    map.queryRenderedFeatures(where, { layers });
  const exact = choose(query([x, y], PARK_LAYERS), []);
  if (exact.parkId !== null) return exact;
  const near = query(around(x, y, REACH[pointer]), ['park-glyph', 'site-number']);
  const inside = choose(near, query([x, y], PARCEL_LAYERS));
  if (inside.parkId !== null || inside.parcel !== null) return inside;
  return choose([], query(around(x, y, REACH[pointer]), LINE_LAYERS));
}

/** The park that is proposed there. One in hand has its badge alone: below it its parcels are picked. */
export function pickProposed(
  map: MapLibre,
  x: number,
  y: number,
  pointer: keyof typeof REACH = 'mouse',
): string | null {
  const layers = ['proposed-badge-chosen', 'proposed-badge-other'];
  const [badge] = map.queryRenderedFeatures(around(x, y, REACH[pointer]), { layers });
  if (badge) return text(badge.properties.id);
  const [land] = map.queryRenderedFeatures([x, y], { layers: ['proposed-fill', 'proposed-patch'] });
  return land?.properties.isChosen === false ? text(land.properties.id) : null;
}

const BUILDING_LAYERS = ['plan-building', 'buildings'];
const LAND_LAYERS = ['plan-land', 'blocks'];

/** Bodies of the mass view: the library finds which is seen, whichever lies behind it on the ground. Hidden they have none. */
const BODY_LAYERS = ['mass-hand', 'mass-hand-twice', 'mass-plan', 'mass-plan-twice', 'mass-town'];

/** Parcel and building under a point, whatever park they are of. */
export function pickLand(map: MapLibre, at: PointLike): Omit<PickedLand, 'at' | 'shift'> {
  const keyOf = (layers: string[]): number | null => {
    const [hit] = map.queryRenderedFeatures(at, { layers });
    return hit?.id === undefined ? null : Number(hit.id);
  };
  const { parkId } = choose(map.queryRenderedFeatures(at, { layers: PARK_LAYERS }), []);
  return { parcel: keyOf(LAND_LAYERS), building: keyOf(BUILDING_LAYERS), body: keyOf(BODY_LAYERS), parkId };
}
