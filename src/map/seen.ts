import type { Map as MapLibre } from 'maplibre-gl';
import { STATES_OF_USE, type StateOfUse } from '../domain/land/states-of-use.ts';
import { LAND_CLASSES, OUTCOMES, type LandClassKey, type OutcomeKey } from './palette.ts';

/** The signs that are drawn on the part of the map that is seen: what a legend has to explain. */
export interface Seen {
  readonly classes: readonly LandClassKey[];
  readonly states: readonly StateOfUse[];
  /** Verdicts of parks that show theirs. */
  readonly outcomes: readonly OutcomeKey[];
  readonly selectedPark: boolean;
  readonly otherParks: boolean;
  /** Parcels of a list beside the map. */
  readonly listed: boolean;
  /** Parks that are not there yet: one in hand, others; sites that hang together; parcels locked and banned. */
  readonly proposed: readonly ProposedSign[];
}

/** In the order of a legend. */
const PROPOSED = {
  'proposed-line': 'chosen',
  'proposed-patch': 'other',
  'proposed-other': 'other',
  'proposed-link': 'link',
  'land-mark': 'mark',
} as const;
type ProposedSign = (typeof PROPOSED)[keyof typeof PROPOSED];

/** Layers by what they tell, with the property that tells it. */
const TELLING: Readonly<Record<string, string | null>> = {
  blocks: 'lc',
  ...Object.fromEntries(STATES_OF_USE.map((state) => [`state-${state}`, 'status'])),
  'park-glyph': 'outcome',
  'park-fill': null,
  'site-fill': null,
  'listed-dot': null,
  'listed-line': null,
  ...Object.fromEntries(Object.keys(PROPOSED).map((layer) => [layer, null])),
};

interface Drawn {
  readonly layer: { readonly id: string };
  readonly properties: Readonly<Record<string, unknown>> | null;
}

/** Each sign once, in the order of the map's own lists, whatever the order they are drawn in. */
export function signsOf(drawn: readonly Drawn[]): Seen {
  const layers = new Set<string>();
  const values = new Set<unknown>();
  for (const { layer, properties } of drawn) {
    layers.add(layer.id);
    const property = TELLING[layer.id];
    if (property) values.add(properties?.[property]);
  }
  const has = (value: string) => values.has(value);
  return {
    classes: LAND_CLASSES.filter(has),
    states: STATES_OF_USE.filter(has),
    outcomes: OUTCOMES.filter(has),
    selectedPark: layers.has('site-fill'),
    otherParks: layers.has('park-fill'),
    listed: layers.has('listed-dot') || layers.has('listed-line'),
    proposed: [...new Set(Object.entries(PROPOSED).flatMap(([layer, sign]) => (layers.has(layer) ? [sign] : [])))],
  };
}

/** What of it is proposed: little, where the land is tens of thousands of parcels. */
export const proposedOn = (map: MapLibre): Seen['proposed'] =>
  signsOf(map.queryRenderedFeatures({ layers: Object.keys(PROPOSED), validate: false })).proposed;

export const seenOn = (map: MapLibre): Seen =>
  signsOf(map.queryRenderedFeatures({ layers: Object.keys(TELLING), validate: false }));
