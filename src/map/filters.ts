import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';
import type { MapState } from './view.ts';

/** No feature has an empty id, so this draws nothing. */
const NONE = '';

export const isSelectedPark = (state: MapState, key: 'parkId' | 'id'): ExpressionSpecification => [
  '==',
  ['get', key],
  state.parkId ?? NONE,
];

export const isSelectedParcel = (state: MapState): FilterSpecification => ['==', ['get', 'id'], state.parcelId ?? NONE];

/** Parks drawn as one among others: in the set shown, and not the selected one, which has its own layers. */
export function isOtherPark(state: MapState, key: 'parkId' | 'id'): FilterSpecification {
  const other: ExpressionSpecification = ['!=', ['get', key], state.parkId ?? NONE];
  if (!state.visible) return other;
  return ['all', other, ['in', ['get', key], ['literal', [...state.visible]]]];
}

export function isHoveredPark(state: MapState): FilterSpecification {
  const hovered = state.hoverParkId === state.parkId ? null : state.hoverParkId;
  return ['==', ['get', 'parkId'], hovered ?? NONE];
}
