import fc from 'fast-check';
import { planeCrsOf } from '../../domain/geodesy/zones.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import { boxOf } from '../../domain/geometry/edit/shapes.ts';
import type { Boundary, Pointer, Scene, SnapKind, ToolEvent, ToolSettings } from './contract.ts';

/** For tests: land near (38 467 900, 3 846 900) of zone 38, looked through one by one. */
export const CRS = planeCrsOf(4526)!;
const ORIGIN: Position = [38_467_900, 3_846_900];

export const at = (x: number, y: number): Position => [ORIGIN[0] + x, ORIGIN[1] + y];
export const ring = (...points: readonly (readonly [number, number])[]): Position[] => points.map(([x, y]) => at(x, y));
export const box = (x: number, y: number, w: number, h = w): Position[] =>
  ring([x, y], [x + w, y], [x + w, y + h], [x, y + h]);
export const parcel = (key: number, ...rings: Position[][]): Boundary => ({ table: 'parcel', key, shape: [rings] });

export const ALL_SNAPS: Readonly<Record<SnapKind, boolean>> = {
  vertex: true,
  intersection: true,
  midpoint: true,
  perpendicular: true,
  edge: true,
  extension: true,
  parallel: true,
};

export const sceneOf = (boundaries: readonly Boundary[] = [], settings: Partial<ToolSettings> = {}): Scene => ({
  crs: CRS,
  settings: { snaps: ALL_SNAPS, ortho: 0, trace: false, ...settings },
  ground: {
    meeting: (west, south, east, north) =>
      boundaries.filter(({ shape }) => {
        const [w, s, e, n] = boxOf(shape);
        return w <= east && e >= west && s <= north && n >= south;
      }),
  },
});

/** At 0.1 m a pixel: 1 m of tolerance. */
export const pointer = (x: number, y: number, more: Partial<Pointer> = {}): Pointer => ({
  at: at(x, y),
  metresPerPixel: 0.1,
  kind: 'mouse',
  alt: false,
  shift: false,
  ...more,
});

export const move = (x: number, y: number, more?: Partial<Pointer>): ToolEvent => ({
  type: 'move',
  pointer: pointer(x, y, more),
});
export const press = (x: number, y: number, more?: Partial<Pointer>): ToolEvent => ({
  type: 'press',
  pointer: pointer(x, y, more),
});
export const release = (x: number, y: number, more?: Partial<Pointer>): ToolEvent => ({
  type: 'release',
  pointer: pointer(x, y, more),
});
export const click = (x: number, y: number, more?: Partial<Pointer>, count = 1): ToolEvent => ({
  type: 'click',
  pointer: pointer(x, y, more),
  count,
});

/** Parcels of a few corners each within 40 m, some of which share corners and edges. */
export const anyBoundaries = fc
  .array(
    fc.record({
      x: fc.integer({ min: -20, max: 20 }),
      y: fc.integer({ min: -20, max: 20 }),
      radii: fc.array(fc.integer({ min: 3, max: 12 }), { minLength: 3, maxLength: 7 }),
    }),
    { maxLength: 6 },
  )
  .map((all) =>
    all.map(({ x, y, radii }, key) => {
      const corner = (r: number, i: number): readonly [number, number] => {
        const angle = (2 * Math.PI * i) / radii.length;
        return [x + Math.round(r * Math.cos(angle) * 100) / 100, y + Math.round(r * Math.sin(angle) * 100) / 100];
      };
      return parcel(key, ring(...radii.map(corner)));
    }),
  );
