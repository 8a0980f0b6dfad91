import type { PlaneCrs } from '../../geodesy/crs.ts';
import { refuse, type Result } from '../../outcome.ts';
import { COORDINATE_RESOLUTION_M } from '../../quantity/threshold.ts';
import { requireSound } from '../edit/check.ts';
import { Frame, keyOf } from '../edit/frame.ts';
import type { EditRefusal } from '../edit/proposal.ts';
import { piecesOf, type Piece } from '../edit/shapes.ts';
import type { Layer, Position } from '../columns/layer.ts';
import { proposeSplit, type SplitProposal } from './propose.ts';

/** A line to cut along: longitude, latitude in degrees, or east, north in `crs`. */
export interface CutLine {
  readonly points: readonly Position[];
  readonly crs?: PlaneCrs;
}

/** A vertex this near to a border, or to a line that is to give exact areas, is on it. Metres. */
export const ON_CUT_M = 1e-8;

/**
 * Splits a feature along a polyline with any number of crossings, through holes and parts; a closed line cuts a piece
 * out. Ends that stop within the feature cut nothing. Every connected piece becomes a feature, but parts that the line
 * does not touch stay with the largest piece. Refuses: no-geometry, boundary-broken, line-too-short, not-divided,
 * too-tangled, would-break.
 */
export function splitByLine(layer: Layer, f: number, line: CutLine): Result<SplitProposal, EditRefusal> {
  const sound = requireSound(layer, f);
  if (!sound.ok) return sound;
  const frame = new Frame(layer, f);
  const shape = frame.read(f);
  const points = line.points.map((p) => frame.local(p, line.crs));
  const path = points.filter((p, i) => i === 0 || keyOf(p) !== keyOf(points[i - 1]));
  if (path.length < 2 || !path.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y)))
    return refuse('line-too-short');
  // A drawn line goes through the vertices it all but meets: slivers beside them are no one's land.
  const pieces = piecesOf([shape], ON_CUT_M, [path], COORDINATE_RESOLUTION_M);
  if (!pieces) return refuse('too-tangled', { id: f + 1 });
  const whole = piecesOf([shape], ON_CUT_M) ?? [];
  const untouched = new Set(whole.map(signature));
  const cut = pieces.filter((piece) => !untouched.has(signature(piece)));
  if (cut.length < 2) return refuse('not-divided', { id: f + 1 });
  const largest = cut.reduce((p, q) => (q.areaM2 > p.areaM2 ? q : p));
  const rest = pieces.filter((piece) => !cut.includes(piece));
  return proposeSplit(
    frame,
    f,
    shape,
    cut.map((piece) => (piece === largest ? [piece, ...rest] : [piece])),
  );
}

const signature = (piece: Piece): string => piece.rings.flat().map(keyOf).join(' ');
