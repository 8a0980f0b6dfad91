import type { ParcelPoints } from '../../../domain/land/sheets/boundary-points.ts';
import type { FrameSize, MapFrame } from '../../../domain/land/sheets/map-frames.ts';
import type { Mark, Point } from '../drawing.ts';
import { isInside } from './clip.ts';
import type { Labels } from './labels.ts';
import { INK, LINES, PAPER } from './look.ts';
import { onFrame } from './on-frame.ts';

const RADIUS = 0.55;
const LETTERS = 1.9;

/** 界址点 with their numbers; `unnamed`: those whose number found no room. */
export function pointMarks(
  points: readonly ParcelPoints[],
  frame: MapFrame,
  size: FrameSize,
  labels: Labels,
): { readonly marks: readonly Mark[]; readonly unnamed: number } {
  const on = onFrame(frame);
  const seen = new Map<number, Point>();
  for (const { number, east, north } of points.flatMap(({ rings }) => rings.flat())) {
    const at = on([east, north]);
    if (isInside(at, size)) seen.set(number, at);
  }
  labels.keepOff(
    points.flatMap(({ rings }) => rings.map((ring) => [...ring, ring[0]].map(({ east, north }) => on([east, north])))),
  );
  for (const [x, y] of seen.values()) labels.keepFree(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
  const unnamed = [...seen].filter(
    ([number, at]) =>
      !labels.putBeside(at, { is: 'text', text: `J${number}`, mm: LETTERS, colour: INK, hasHalo: true }),
  ).length;
  const marks = [...seen.values()].map((at): Mark => ({ is: 'circle', at, radius: RADIUS, fill: PAPER, line: LINES.point })); // prettier-ignore
  return { marks, unnamed };
}
