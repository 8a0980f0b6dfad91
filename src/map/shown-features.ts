import type { FeatureCollection, Geometry } from 'geojson';
import type { PlaceName } from '../city/view.ts';
import { collection, empty, feature } from './features.ts';
import type { Incoming, Shown } from './shown.ts';

/** The lines of boundaries without an inside. */
export const brokenParcels = ({ broken }: Pick<Shown, 'broken'>): FeatureCollection =>
  collection(broken.map(({ key, shape }) => feature(shape, {}, key)));

/** So many signs still tell places apart on a map of the whole: more would cover it, and each costs where they are drawn without a graphics card. */
const mostSigns = 2000;

/** Where boundaries are wrong, one point each; a place that is no number cannot be shown. `many`: dots from afar. */
export function problemPoints({ problems }: Pick<Shown, 'problems'>): FeatureCollection {
  const many = problems.length > mostSigns;
  return collection(
    problems.map(({ key, problem: { at, severity } }) =>
      feature({ type: 'Point', coordinates: [...at] }, { severity, many }, key),
    ),
  );
}

const sizeOf = ({ bounds }: PlaceName): number => (bounds ? (bounds[2] - bounds[0]) * (bounds[3] - bounds[1]) : 0);

/**
 * A point stays where it is; of a polygon the library would repeat the name in every tile it touches. Large places first: what
 * comes later stands beside, where there is room on its own ground or hardly off it.
 */
export const placeNames = (places: readonly PlaceName[]): FeatureCollection =>
  collection(
    places
      .toSorted((a, b) => sizeOf(b) - sizeOf(a))
      .map(({ name, nameEn, at }) =>
        feature({ type: 'Point', coordinates: at }, nameEn === undefined ? { name } : { name, nameEn }),
      ),
  );

/** 参考层, one feature each. */
export const referenceLines = (drawn: readonly Geometry[]): FeatureCollection =>
  collection(drawn.map((shape) => feature(shape, {})));

/** 待导入, one feature for each state. */
export const incomingLand = (incoming: Incoming | null): FeatureCollection =>
  incoming
    ? collection([feature(incoming.joined, { joined: true }), feature(incoming.alone, { joined: false })])
    : empty;
