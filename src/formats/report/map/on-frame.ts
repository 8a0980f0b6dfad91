import { metresAcross, type FrameSize, type MapFrame } from '../../../domain/land/sheets/map-frames.ts';
import { multiples, roundStep } from '../../../domain/quantity/round-step.ts';
import type { PlaneParts } from '../../../domain/land/sheets/sheet-land.ts';
import type { Point } from '../drawing.ts';

/** Where metres of the plane lie on the map, mm from its upper left corner. */
export type OnFrame = (at: readonly [east: number, north: number]) => Point;

export const onFrame =
  ({ scale, west, north }: MapFrame): OnFrame =>
  ([x, y]) => [((x - west) * 1000) / scale, ((north - y) * 1000) / scale];

/** Rings of a feature on the map, their first point not repeated. */
export const ringsOn = (parts: PlaneParts, on: OnFrame): Point[][] =>
  parts.flatMap((rings) => rings.map((ring) => ring.slice(0, -1).map(on)));

/** A line of the grid 公里网: its round coordinate, and where it runs, mm. */
interface GridLine {
  readonly metres: number;
  readonly at: number;
}

export interface FrameGrid {
  readonly stepM: number;
  readonly eastings: readonly GridLine[];
  readonly northings: readonly GridLine[];
}

/** A hand's breadth of lines, no more: mm between them at least. */
const LEAST_MM = 38;

/** Lines at round coordinates, 1, 2 or 5 × 10ⁿ m apart. */
export function gridOf(frame: MapFrame, size: FrameSize): FrameGrid {
  const stepM = roundStep(metresAcross(LEAST_MM, frame.scale));
  const [width, height] = [metresAcross(size.width, frame.scale), metresAcross(size.height, frame.scale)];
  const on = onFrame(frame);
  return {
    stepM,
    eastings: multiples(frame.west, frame.west + width, stepM).map((metres) => ({
      metres,
      at: on([metres, frame.north])[0],
    })),
    northings: multiples(frame.north - height, frame.north, stepM).map((metres) => ({
      metres,
      at: on([frame.west, metres])[1],
    })),
  };
}
