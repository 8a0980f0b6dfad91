import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';
import type { MapState } from './view.ts';

const NOTHING: ExpressionSpecification = ['literal', false];
const ALL: ExpressionSpecification = ['literal', true];

/** Features whose `key` is the id; none without an id. */
const only = (key: string, id: string | null): ExpressionSpecification =>
  id === null ? NOTHING : ['==', ['get', key], id];

const hasPlannedSites = ({ planned }: MapState): boolean => planned?.hasSites === true;

/** Of sites (`parkId`) none where a plan has its own in their place. */
export const isSelectedPark = (state: MapState, key: 'parkId' | 'id'): ExpressionSpecification =>
  only(key, key === 'parkId' && hasPlannedSites(state) ? null : state.parkId);

/** From here on the parcels of a plan are named and its buildings drawn: there is no room for the numbers of sites. */
export const PLAN_NAMES = 15;

/** Layers of sites by the source of their points: those of the selected park, and those of the plan. */
export const NUMBERED = [
  ['site', 'sitePoints'],
  ['plan-site', 'planSitePoints'],
] as const;

/** Sites that show their number and area. */
export function isNumbered(state: MapState, source: (typeof NUMBERED)[number][1]): FilterSpecification {
  const own = source === 'planSitePoints' ? ALL : isSelectedPark(state, 'parkId');
  return state.planned ? ['all', own, ['<', ['zoom'], PLAN_NAMES]] : own;
}

/**
 * Parks drawn as one among others: in the set shown, and not the selected one, which has its own layers. Their glyphs and names
 * by `id`, their sites by `parkId`.
 */
export function isOtherPark(state: MapState, key: 'parkId' | 'id'): FilterSpecification {
  if (state.isQuiet && key === 'id') return NOTHING;
  const drawn = [state.parkId].filter((id) => id !== null);
  const other: ExpressionSpecification[] = drawn.map((id) => ['!=', ['get', key], id]);
  if (!state.visible) return other.length === 1 ? other[0] : ['all', ...other];
  return ['all', ...other, ['in', ['get', key], ['literal', [...state.visible]]]];
}

export const isHoveredPark = (state: MapState): ExpressionSpecification =>
  only('parkId', state.hoverParkId === state.parkId ? null : state.hoverParkId);

/** Buildings that no plan draws standing. */
export const isUnstanding = ({ planned }: MapState): ExpressionSpecification => isNoneOf(planned?.standing);

/** What no plan draws in its own way. */
export const isUnplanned = ({ planned }: MapState, table: 'parcels' | 'buildings'): ExpressionSpecification =>
  isNoneOf(planned?.[table]);

const isNoneOf = (keys: readonly number[] = []): ExpressionSpecification =>
  keys.length > 0 ? ['!', ['in', ['id'], ['literal', [...keys]]]] : ALL;
