import { refuse, type Result } from '../../outcome.ts';
import type { SquareMetres } from '../../quantity/units.ts';
import { requireSound } from '../edit/check.ts';
import { Frame, storedArea, storedFeature, type Shape } from '../edit/frame.ts';
import type { EditRefusal } from '../edit/proposal.ts';
import { piecesOf, ringArea, type Piece } from '../edit/shapes.ts';
import type { Layer, Position } from '../columns/layer.ts';
import { ON_CUT_M } from './line.ts';
import { acrossAlong, cutOffsets, type CutDirection } from './offsets.ts';
import { proposeSplit, type SplitProposal } from './propose.ts';

/** Two areas that differ by less than this share are one: a list may say all of the land and leave nothing over. */
const SAME_SHARE = 1e-9;
const MOST_PIECES = 1000;

/**
 * Splits a feature by parallel lines into pieces of the given areas 按面积分割 (m² on the plane of the land's 3° zone),
 * in order from the side named; what is left is the last piece. One area splits off a target. A piece of a feature with
 * bays may have several parts. Refuses: no-geometry, boundary-broken, area-not-positive, bad-count (more than 1000
 * pieces, or no area), bad-bearing, areas-exceed, not-divided, too-tangled, would-break.
 */
export function splitByAreas(
  layer: Layer,
  f: number,
  direction: CutDirection,
  areasM2: readonly SquareMetres[],
): Result<SplitProposal, EditRefusal> {
  const sound = requireSound(layer, f);
  if (!sound.ok) return sound;
  const wrong = areasM2.find((area) => !(area > 0 && Number.isFinite(area)));
  if (wrong !== undefined) return refuse('area-not-positive', { areaM2: wrong });
  if (areasM2.length < 1 || areasM2.length >= MOST_PIECES) return refuse('bad-count', { count: areasM2.length + 1 });
  if (!Number.isFinite(direction.bearingDeg)) return refuse('bad-bearing', { bearingDeg: direction.bearingDeg });
  const frame = new Frame(layer, f);
  const areaM2 = storedArea(layer, storedFeature(layer, f), frame.crs);
  let sumM2 = 0;
  const targets = areasM2.map((area) => (sumM2 += area));
  if (sumM2 > areaM2 * (1 + SAME_SHARE)) return refuse('areas-exceed', { sumM2, areaM2 });
  const nothingLeft = sumM2 > areaM2 * (1 - SAME_SHARE);
  return cutParallel(frame, f, direction, nothingLeft ? targets.slice(0, -1) : targets);
}

/** Splits a feature by parallel lines into `count` pieces of the same area 等面积分割. Refuses as above. */
export function splitEqually(
  layer: Layer,
  f: number,
  direction: CutDirection,
  count: number,
): Result<SplitProposal, EditRefusal> {
  const sound = requireSound(layer, f);
  if (!sound.ok) return sound;
  if (!Number.isInteger(count) || count < 2 || count > MOST_PIECES) return refuse('bad-count', { count });
  if (!Number.isFinite(direction.bearingDeg)) return refuse('bad-bearing', { bearingDeg: direction.bearingDeg });
  const frame = new Frame(layer, f);
  const areaM2 = storedArea(layer, storedFeature(layer, f), frame.crs);
  const targets = Array.from({ length: count - 1 }, (_, i) => (areaM2 * (i + 1)) / count);
  return cutParallel(frame, f, direction, targets);
}

function cutParallel(
  frame: Frame,
  f: number,
  direction: CutDirection,
  targets: readonly number[],
): Result<SplitProposal, EditRefusal> {
  const shape = frame.read(f);
  const offsets = cutOffsets(shape, direction, targets);
  const pieces = piecesOf([shape], ON_CUT_M, cutLines(shape, direction, offsets));
  if (!pieces) return refuse('too-tangled', { id: f + 1 });
  const place = acrossAlong(direction);
  const groups: Piece[][] = Array.from({ length: offsets.length + 1 }, () => []);
  for (const piece of pieces) {
    const [across] = place(...centreOf(piece));
    groups[offsets.filter((offset) => offset < across).length].push(piece);
  }
  return proposeSplit(
    frame,
    f,
    shape,
    groups.filter((group) => group.length > 0),
  );
}

/** The lines at the offsets, from before the shape to beyond it. */
function cutLines(shape: Shape, direction: CutDirection, offsets: readonly number[]): Position[][] {
  const place = acrossAlong(direction);
  let [first, last] = [Infinity, -Infinity];
  for (const [x, y] of shape.flat(2)) {
    const [, along] = place(x, y);
    first = Math.min(first, along - 1);
    last = Math.max(last, along + 1);
  }
  // Rows of the inverse: the two axes are square on each other.
  const [[ax, sx], [ay, sy]] = [place(1, 0), place(0, 1)];
  return offsets.map((offset) => [first, last].map((s): Position => [ax * offset + sx * s, ay * offset + sy * s]));
}

/** Centre of gravity of the shell: its offset lies between those of its two cuts, because they are parallel. */
function centreOf({ rings: [shell] }: Piece): [number, number] {
  const [x0, y0] = shell[0];
  const area = ringArea(shell);
  let [mx, my] = [0, 0];
  shell.forEach(([px, py], i) => {
    const [qx, qy] = shell[(i + 1) % shell.length];
    const cross = (px - x0) * (qy - y0) - (qx - x0) * (py - y0);
    mx += cross * (px + qx - 2 * x0);
    my += cross * (py + qy - 2 * y0);
  });
  return [x0 + mx / (6 * area), y0 + my / (6 * area)];
}
