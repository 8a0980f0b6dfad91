import type { Feature, FeatureCollection } from 'geojson';
import type { MapData } from '../view.ts';
import { collection } from './shapes.ts';

/** Surfaces below the parcels, by the backdrop's layer name, as the map's land keys. */
const surfaces: Readonly<Record<string, string>> = { farm: 'farm', urban: 'road' };

export type Backdrop = Pick<MapData, 'roads' | 'water' | 'waterNames'> & { readonly surfaces: Feature[] };

const layerOf = (feature: Feature): unknown => feature.properties?.layer;

/** What lies under the parcels of the sample city: fields, paved town, roads, rivers. */
export function backdropOf(data: FeatureCollection | null): Backdrop {
  const features = data?.features ?? [];
  const of = (layer: string) => collection(features.filter((f) => layerOf(f) === layer));
  return {
    surfaces: features.flatMap((f, i) => {
      const lc = surfaces[String(layerOf(f))];
      return lc ? [{ ...f, properties: { id: `ground-${i}`, lc } }] : [];
    }),
    roads: of('road'),
    water: of('water'),
    waterNames: of('waterName'),
  };
}
