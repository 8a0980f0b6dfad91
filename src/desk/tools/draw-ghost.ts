import { pointInside } from '../../domain/geometry/lines/point-inside.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import { assembled } from './assemble.ts';
import type { Fault, Ghost, GhostLine, GhostPoint, HintCode, Measure, Scene } from './contract.ts';
import { isDepth, withHand, type DrawState } from './draw-state.ts';
import { pathFaults } from './faults.ts';
import { angleMeasure, areaMeasure, lengthMeasures } from './measures.ts';
import { cornersOf } from './outline.ts';
import { isSame } from './vectors.ts';

const FEWEST_CORNERS = 3;

/** What is drawn of a shape in the making: what is set, what follows the hand, and where it crosses itself. */
export function drawGhost(state: DrawState, scene: Scene): Ghost {
  const { given, hand } = state;
  const path = withoutRepeats(withHand(state));
  const corners = withoutRepeats(cornersOf(given.outline, path));
  const isClosed = given.as !== 'line' && corners.length >= FEWEST_CORNERS;
  const faults = faultsOf(state, corners, scene);
  return {
    fills: isClosed ? [{ shape: [[corners]], role: 'shape' }] : [],
    lines: [...linesOf(state, corners), ...(hand?.mark?.guides ?? []).map(guide)],
    points: pointsOf(state),
    snap: hand?.mark ?? null,
    measures: measuresOf(state, corners, isClosed),
    faults,
    finishable: isFinishable(state, scene),
    hint: hintOf(state),
  };
}

/** Whether what is set, without the hand, is a whole shape or line. */
function isFinishable({ given, points }: DrawState, scene: Scene): boolean {
  if (given.as === 'line') return points.length > 1;
  const isWhole = given.outline === 'polygon' && points.length >= FEWEST_CORNERS;
  return isWhole && assembled(given, points, scene).faults.length === 0;
}

/** Of the path as it is; once it can be closed, of the shape that would be closed without the hand. */
function faultsOf(state: DrawState, corners: readonly Position[], scene: Scene): Fault[] {
  const { given, points, fault } = state;
  const said = fault ? [fault] : [];
  const crossing = pathFaults(corners);
  if (crossing.length > 0 || given.as === 'line') return [...said, ...crossing];
  const isWhole = given.outline === 'polygon' ? points.length >= FEWEST_CORNERS : corners.length > FEWEST_CORNERS;
  if (!isWhole) return said;
  const outline = given.outline === 'polygon' ? points : corners;
  return [...said, ...assembled(given, outline, scene).faults];
}

function linesOf({ given, points, hand }: DrawState, corners: readonly Position[]): GhostLine[] {
  if (given.outline !== 'polygon')
    return corners.length > 1 ? [{ points: [...corners, corners[0]], role: 'hand' }] : [];
  const inHand = corners.slice(Math.max(0, points.length - 1));
  const lines: GhostLine[] = [];
  if (points.length > 1) lines.push({ points, role: 'drawn' });
  if (hand && inHand.length > 1) lines.push({ points: inHand, role: 'hand' });
  if (given.as !== 'line' && corners.length >= FEWEST_CORNERS)
    lines.push({ points: [corners[corners.length - 1], corners[0]], role: 'closing' });
  return lines;
}

const guide = (points: readonly Position[]): GhostLine => ({ points, role: 'guide' });

function pointsOf({ points, hand }: DrawState): GhostPoint[] {
  const set = points.map((at, i): GhostPoint => ({ at, role: i === 0 ? 'first' : 'vertex' }));
  return hand ? [...set, { at: hand.at, role: 'hand' }] : set;
}

function measuresOf(state: DrawState, corners: readonly Position[], isClosed: boolean): Measure[] {
  const { given, points, hand } = state;
  const isPolygon = given.outline === 'polygon';
  // Of a box both sides, each once.
  const around = isPolygon ? corners : corners.slice(0, 3);
  const measures = lengthMeasures(around, isPolygon || isDepth(state) ? points.length - 1 : 0);
  const [before, at] = points.slice(-2);
  if (isPolygon && hand && at && !isSame(at, hand.at))
    measures.push(angleMeasure(before, at, corners[points.length], true));
  const inside = isClosed ? pointInside([[...corners, corners[0]]]) : null;
  return inside ? [...measures, areaMeasure(corners, inside)] : measures;
}

function hintOf(state: DrawState): HintCode {
  const { given, points } = state;
  if (points.length === 0) return 'first-point';
  if (given.outline === 'rectangle') return 'opposite-corner';
  if (isDepth(state)) return 'depth';
  if (points.length === 1) return 'second-point';
  return points.length < FEWEST_CORNERS ? 'next-point' : 'next-or-close';
}

const withoutRepeats = (points: readonly Position[]): readonly Position[] =>
  points.filter((p, i) => i === 0 || !isSame(p, points[i - 1]));
