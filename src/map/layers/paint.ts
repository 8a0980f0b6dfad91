import type { ExpressionSpecification } from 'maplibre-gl';
import { LAND_CLASSES, type LandClassKey, type Palette } from '../palette.ts';

/* How ground and land are painted, on the map of the desks and on the published one. */

/** Classes that are drawn as the ground is: not tinted. */
export const SURFACES: readonly LandClassKey[] = ['farm', 'road', 'water'];

/** Land class 用地分类 of a feature. */
export const lc: ExpressionSpecification = ['get', 'lc'];
const TINTS = LAND_CLASSES.filter((key) => !SURFACES.includes(key));

/** The colour of each class. */
export const tint = (p: Palette): ExpressionSpecification =>
  ['match', lc, ...TINTS.flatMap((key) => [key, p.land[key]]), 'transparent'] as unknown as ExpressionSpecification;

/** The same as it lies on a block, and the block itself under what is of no such class: one area to draw in place of two. */
export const tintOnBlock = (p: Palette): ExpressionSpecification =>
  [
    'match',
    lc,
    ...TINTS.flatMap((key) => [key, laidOver(p.land[key], p.block)]),
    p.block,
  ] as unknown as ExpressionSpecification;

/** A clear colour `rgba(…)` over a full one `#rrggbb`. */
function laidOver(clear: string, full: string): string {
  const [red, green, blue, alpha] = clear.slice(5, -1).split(',').map(Number);
  const mixed = [red, green, blue].map((over, n) => {
    const under = parseInt(full.slice(1 + 2 * n, 3 + 2 * n), 16);
    return Math.round(under + alpha * (over - under));
  });
  return `rgb(${mixed.join()})`;
}

/** A line or area that comes within a quarter of a zoom. */
export const fadeIn = (zoom: number, opacity: number): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  zoom,
  opacity / 3,
  zoom + 0.25,
  opacity,
];

/** Drawn width of a road, px: main roads (rank 1) about 36 m, others 20 m, from zoom 14; thinner lines before. */
export function roadWidth(edge: number): ExpressionSpecification {
  const width = (main: number, other: number): ExpressionSpecification => [
    '+',
    edge,
    ['match', ['coalesce', ['get', 'rank'], 3], 1, main, 2, (main + other) / 2, other],
  ];
  return ['interpolate', ['exponential', 2], ['zoom'], 11, width(1.6, 0.3), 14, width(9, 4.5), 19, width(288, 144)];
}
