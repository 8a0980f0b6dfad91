import type { LayerSpecification } from 'maplibre-gl';
import { afar, boundaries, ground, land, stateOfUse } from './layers/ground.ts';
import { landLabels } from './layers/land-labels.ts';
import { districtNames, gridNames, listedNames, parkNames, placeNames, selectedNames } from './layers/labels.ts';
import { otherParks, selection, siteNumbers, verdicts } from './layers/parks.ts';
import { listed, marked, problems } from './layers/marks.ts';
import { comparedLines, comparedNames } from './layers/compared.ts';
import { laidGround, laidSide } from './layers/laid.ts';
import { planBuildings, planLand, planMarks, planNames } from './layers/plan.ts';
import { mass } from './layers/mass.ts';
import { incoming } from './layers/incoming.ts';
import { proposedBadges, proposedLand } from './layers/proposed.ts';
import { references } from './layers/references.ts';
import type { MapState } from './view.ts';

/** Groups of layers, bottom to top: the one place that decides what lies over what, and which label yields to which. */
const ORDER = [
  ground,
  gridNames,
  afar,
  land,
  stateOfUse,
  boundaries,
  references,
  incoming,
  otherParks,
  listed,
  planLand,
  proposedLand,
  selection,
  laidGround,
  planBuildings,
  laidSide,
  mass,
  comparedLines,
  landLabels,
  placeNames,
  listedNames,
  parkNames,
  districtNames,
  verdicts,
  planNames,
  comparedNames,
  planMarks,
  problems,
  proposedBadges,
  marked,
  selectedNames,
  siteNumbers,
] as const;

/** Every layer of the map in drawing order, as a pure function of what is shown. */
export const layers = (state: MapState): LayerSpecification[] =>
  ORDER.flatMap((group) => group(state)).map((layer) => seen(layer, state.bare));

/**
 * A layer of a source without features is hidden: else the library (6.17) finds the tiles in view for it in each frame, and cuts
 * them out of the picture, all for nothing.
 */
function seen(layer: LayerSpecification, bare: MapState['bare']): LayerSpecification {
  const isBare = 'source' in layer && bare.includes(layer.source as string);
  return {
    ...layer,
    layout: { visibility: 'visible', ...layer.layout, ...(isBare && { visibility: 'none' }) },
  } as LayerSpecification;
}
