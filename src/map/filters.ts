import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';
import type { MapState } from './view.ts';

const NOTHING: ExpressionSpecification = ['literal', false];

/** Features whose `key` is the id; none without an id. */
const only = (key: string, id: string | null): ExpressionSpecification =>
  id === null ? NOTHING : ['==', ['get', key], id];

export const isSelectedPark = (state: MapState, key: 'parkId' | 'id'): ExpressionSpecification =>
  only(key, state.parkId);

/** Parks drawn as one among others: in the set shown, and not the selected one, which has its own layers. */
export function isOtherPark(state: MapState, key: 'parkId' | 'id'): FilterSpecification {
  const other: ExpressionSpecification = state.parkId === null ? ['literal', true] : ['!=', ['get', key], state.parkId];
  if (!state.visible) return other;
  return ['all', other, ['in', ['get', key], ['literal', [...state.visible]]]];
}

export const isHoveredPark = (state: MapState): ExpressionSpecification =>
  only('parkId', state.hoverParkId === state.parkId ? null : state.hoverParkId);
