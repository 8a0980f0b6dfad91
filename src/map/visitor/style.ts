import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import { empty } from '../features.ts';
import { edges } from './edges.ts';
import { base, boundaries, ground } from './layers/ground.ts';
import { afar, idle, land } from './layers/land.ts';
import { chosenNames, parkNames, placeNames } from './layers/names.ts';
import { chosenPark, otherParks, siteNumbers, verdicts } from './layers/parks.ts';
import { RANKS, type VisitorLook } from './look.ts';
import { tiandituSources } from './tianditu.ts';

/** Groups of layers, bottom to top: what lies over what, and which name yields to which. */
const ORDER = [
  base,
  // Below the ground: where that has come nothing changes.
  afar,
  ground,
  land,
  idle,
  boundaries,
  otherParks,
  chosenPark,
  placeNames,
  parkNames,
  verdicts,
  chosenNames,
  siteNumbers,
  edges,
] as const;

/** Every layer of the visitor's map in drawing order. */
export const layersOf = (look: VisitorLook): LayerSpecification[] => ORDER.flatMap((group) => group(look));

/** Parks nearer to each other than this on the screen, px, are one sign. */
const TOGETHER = 36;
/** At the last zoom each stands alone, those of one place side by side. */
const LAST_TOGETHER = 17;

/** Of parks that are one sign: the worst verdict among them, and how many have each. */
const sharesOf = {
  worst: ['max', ['get', 'rank']],
  ...Object.fromEntries(RANKS.map((_, rank) => [`of${rank}`, ['+', ['case', ['==', ['get', 'rank'], rank], 1, 0]]])),
};

/** Sources still empty; no sprite, no glyph server: nothing is asked of any other host, but 天地图 where its key is set. */
export function styleOf(
  look: VisitorLook,
  tiles: Readonly<Record<string, SourceSpecification>>,
  tianditu: string | null,
): StyleSpecification {
  const geojson = (): SourceSpecification => ({ type: 'geojson', data: empty, tolerance: 0.2 });
  return {
    version: 8,
    sources: {
      parks: {
        ...{ type: 'geojson', data: empty, cluster: true, clusterRadius: TOGETHER, clusterMaxZoom: LAST_TOGETHER },
        clusterProperties: sharesOf,
      },
      chosen: geojson(),
      here: geojson(),
      edges: geojson(),
      ...(look.hasTiles ? tiles : { sites: geojson(), townships: geojson(), places: geojson() }),
      ...tiandituSources(tianditu),
    },
    layers: layersOf(look),
    transition: { duration: 140, delay: 0 },
  };
}
