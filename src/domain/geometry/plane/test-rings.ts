import { planeCrsOf } from '../../geodesy/zones.ts';
import type { Layer, MultiPolygon, Position } from '../columns/layer.ts';
import { surveyedLayer } from './project.ts';

/** For tests: rings around (500 000, 3 800 000) in zone 38 without prefix, drawn from small numbers in metres. */
export const CRS = planeCrsOf(4547)!;
export const ORIGIN: Position = [500_000, 3_800_000];

export type Points = readonly (readonly [number, number])[];
const moved = (ring: Points): Position[] => ring.map(([x, y]) => [x + ORIGIN[0], y + ORIGIN[1]]);
export const feature = (...parts: Points[][]): MultiPolygon => parts.map((rings) => rings.map(moved));
export const layerOf = (...features: (MultiPolygon | null)[]): Layer => surveyedLayer(features, CRS);
export const box = (x: number, y: number, w: number, h = w): Points => [
  [x, y],
  [x + w, y],
  [x + w, y + h],
  [x, y + h],
];
/** A ring round a centre, one vertex per radius, without crossings. */
export const star = (x: number, y: number, radii: readonly number[]): Points =>
  radii.map((r, i) => {
    const angle = (2 * Math.PI * i) / radii.length;
    return [x + r * Math.cos(angle), y + r * Math.sin(angle)];
  });
