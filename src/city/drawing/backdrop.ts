import type { Feature, FeatureCollection } from 'geojson';
import type { Backdrop } from '../view.ts';
import { collection } from './shapes.ts';

/** Surfaces below the parcels, by the backdrop's layer name, as the map's land keys. */
const surfaces: Readonly<Record<string, string>> = { farm: 'farm', urban: 'road' };

const layerOf = (feature: Feature): unknown => feature.properties?.layer;

/** What lies under the parcels of the sample city: fields, paved town, roads, rivers. */
export function backdropOf(data: FeatureCollection | null): Backdrop {
  const features = data?.features ?? [];
  const of = (layer: string) => collection(features.filter((f) => layerOf(f) === layer));
  return {
    surfaces: collection(
      features.flatMap((f) => {
        const lc = surfaces[String(layerOf(f))];
        return lc ? [{ ...f, properties: { lc } }] : [];
      }),
    ),
    roads: of('road'),
    water: of('water'),
    waterNames: of('waterName'),
  };
}
