import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';
import type { MapState } from './view.ts';

const NOTHING: ExpressionSpecification = ['literal', false];

/** Features whose `key` is the id; none without an id. */
const only = (key: string, id: string | null): ExpressionSpecification =>
  id === null ? NOTHING : ['==', ['get', key], id];

/** The park whose sites a plan draws, in the sources of sites. */
export const PLAN_ID = '\u0000plan';

const hasPlannedSites = ({ planned }: MapState): boolean => planned?.hasSites === true;

/** Of sites (`parkId`) those of the plan stand for those of the park. */
export const isSelectedPark = (state: MapState, key: 'parkId' | 'id'): ExpressionSpecification =>
  only(key, key === 'parkId' && hasPlannedSites(state) ? PLAN_ID : state.parkId);

/** From here on the parcels of a plan are named and its buildings drawn: there is no room for the numbers of sites. */
export const PLAN_NAMES = 15;

/** Sites of the selected park that show their number and area. */
export function isNumbered(state: MapState): FilterSpecification {
  const own = isSelectedPark(state, 'parkId');
  return state.planned ? ['all', own, ['<', ['zoom'], PLAN_NAMES]] : own;
}

/** Parks drawn as one among others: in the set shown, and not the selected one, which has its own layers. */
export function isOtherPark(state: MapState, key: 'parkId' | 'id'): FilterSpecification {
  const drawn = [state.parkId, hasPlannedSites(state) ? PLAN_ID : null].filter((id) => id !== null);
  const other: ExpressionSpecification[] = drawn.map((id) => ['!=', ['get', key], id]);
  if (!state.visible) return other.length === 1 ? other[0] : ['all', ...other];
  return ['all', ...other, ['in', ['get', key], ['literal', [...state.visible]]]];
}

export const isHoveredPark = (state: MapState): ExpressionSpecification =>
  only('parkId', state.hoverParkId === state.parkId ? null : state.hoverParkId);

/** What no plan draws in its own way. */
export const isUnplanned = ({ planned }: MapState, table: 'parcels' | 'buildings'): ExpressionSpecification =>
  planned && planned[table].length > 0 ? ['!', ['in', ['id'], ['literal', [...planned[table]]]]] : ['literal', true];
