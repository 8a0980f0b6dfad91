import { ok, refuse, type Result } from '../../outcome.ts';
import type { Layer, MultiPolygon } from '../columns/layer.ts';
import { problemsOf } from '../valid/validity.ts';
import { hasGeometry, layerLike, storedArea, type Frame, type Shape } from './frame.ts';
import type { EditRefusal } from './proposal.ts';

/** Vertices this near to a border are on it: what two roundings to the stored digits can make of one point. Metres. */
export const ON_BORDER_M = 1e-3;
/** Stored areas keep this share of the exact ones, so that several roundings together stay below 1e-9. */
const AREA_KEPT = 2e-10;
const FEWEST_DECIMALS = 4;
const MOST_DECIMALS = 8;

const isBroken = (layer: Layer, f: number): boolean =>
  problemsOf(layer, f).some((problem) => problem.severity === 'broken');

/** Whether a feature in the stored numbers of `like` is broken. */
export const breaks = (like: Layer, feature: MultiPolygon): boolean => isBroken(layerLike(like, [feature]), 0);

/** A feature that can be cut or joined: it is drawn, and its boundary is sound. */
export function requireSound(layer: Layer, f: number): Result<null, EditRefusal> {
  if (!hasGeometry(layer, f)) return refuse('no-geometry', { id: f + 1 });
  return isBroken(layer, f) ? refuse('boundary-broken', { id: f + 1 }) : ok(null);
}

/**
 * The fewest decimals of a metre, from 0.1 mm down, to which new surveyed vertices can be rounded without moving any
 * area by more than 2 in 10¹⁰; `Infinity` where none will do. A layer in degrees always keeps 9 decimals.
 */
export function decimalsFor(
  frame: Frame,
  shapes: readonly { shape: Shape; areaM2: number }[],
  layer: Layer = frame.layer,
): number {
  if (!layer.surveyed) return MOST_DECIMALS;
  for (let decimals = FEWEST_DECIMALS; decimals <= MOST_DECIMALS; decimals++) {
    const keeps = shapes.every(({ shape, areaM2 }) => {
      const stored = storedArea(layer, frame.write(shape, decimals, layer), frame.crs);
      return Math.abs(stored - areaM2) <= AREA_KEPT * areaM2;
    });
    if (keeps) return decimals;
  }
  return Infinity;
}
