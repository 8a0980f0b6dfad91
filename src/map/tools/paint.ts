import type { Palette } from '../palette.ts';
import type { FillRole, Picture } from './picture.ts';
import { seenAt, type Screen } from './screen.ts';
import type { Spot } from './signal.ts';

/* A picture of a ghost on a canvas over the map, CSS px. */

export type Pen = CanvasRenderingContext2D;

export interface Paints {
  readonly palette: Palette;
  readonly hatch: CanvasPattern | string;
}

export const spotOf = (screen: Screen, xy: Float64Array, i = 0, upM = 0): Spot =>
  seenAt(screen, xy[2 * i], xy[2 * i + 1], upM);

export function paintPicture(pen: Pen, picture: Picture, screen: Screen, paints: Paints): void {
  const { palette } = paints;
  for (const { rings, role } of picture.fills) paintFill(pen, rings, role, screen, paints);
  const ranked = [...picture.lines].sort((a, b) => LINE_ORDER.indexOf(a.role) - LINE_ORDER.indexOf(b.role));
  for (const { xy, role } of ranked) paintLine(pen, xy, role, screen, palette);
  for (const corner of picture.corners) paintRightAngle(pen, corner, screen, palette);
  paintPoints(pen, picture.points, screen, palette);
}

type LineRole = Picture['lines'][number]['role'];
const LINE_ORDER: readonly LineRole[] = ['before', 'neighbour', 'guide', 'closing', 'drawn', 'hand'];

interface LineLook {
  readonly width: number;
  readonly dash: readonly number[];
  readonly colour: 'accent' | 'ink' | 'park';
  readonly alpha: number;
}
const LINES: Readonly<Record<LineRole, LineLook>> = {
  drawn: { width: 2.5, dash: [], colour: 'accent', alpha: 1 },
  hand: { width: 2.5, dash: [], colour: 'accent', alpha: 1 },
  closing: { width: 1.25, dash: [4, 4], colour: 'accent', alpha: 1 },
  guide: { width: 1, dash: [6, 3, 1, 3], colour: 'ink', alpha: 0.7 },
  before: { width: 1.25, dash: [3, 3], colour: 'ink', alpha: 0.75 },
  neighbour: { width: 1.75, dash: [], colour: 'accent', alpha: 0.7 },
};

const FILLS: Readonly<Record<Exclude<FillRole, 'overlap'>, number>> = { shape: 0.5, copy: 0.4, neighbour: 0.25 };

export function trace(pen: Pen, xy: Float64Array, screen: Screen, upM = 0): void {
  for (let i = 0; i < xy.length / 2; i++) {
    const { x, y } = spotOf(screen, xy, i, upM);
    if (i === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  }
}

function paintFill(pen: Pen, rings: readonly Float64Array[], role: FillRole, screen: Screen, paints: Paints): void {
  pen.beginPath();
  for (const ring of rings) {
    trace(pen, ring, screen);
    pen.closePath();
  }
  pen.globalAlpha = role === 'overlap' ? 1 : FILLS[role];
  pen.fillStyle = role === 'overlap' ? paints.hatch : paints.palette.accentWash;
  pen.fill('evenodd');
  pen.globalAlpha = 1;
  if (role === 'overlap') stroke(pen, paints.palette.verdict.fail, 1.25);
  if (role === 'copy') stroke(pen, paints.palette.accent, 1.75);
}

export function stroke(pen: Pen, colour: string, width: number, dash: readonly number[] = []): void {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.setLineDash([...dash]);
  pen.stroke();
}

function paintLine(pen: Pen, xy: Float64Array, role: LineRole, screen: Screen, palette: Palette): void {
  const { width, dash, colour, alpha } = LINES[role];
  pen.beginPath();
  trace(pen, xy, screen);
  pen.lineJoin = 'round';
  pen.globalAlpha = alpha;
  stroke(pen, palette[colour], width, dash);
  pen.globalAlpha = 1;
}

/** Side of the mark of a right angle, px. */
const CORNER_PX = 13;

function paintRightAngle(pen: Pen, corner: Float64Array, screen: Screen, palette: Palette): void {
  const [at, one, other] = [0, 1, 2].map((i) => spotOf(screen, corner, i));
  const arm = (to: Spot): Spot | null => {
    const length = Math.hypot(to.x - at.x, to.y - at.y);
    if (length < 2 * CORNER_PX) return null;
    return { x: ((to.x - at.x) / length) * CORNER_PX, y: ((to.y - at.y) / length) * CORNER_PX };
  };
  const [a, b] = [arm(one), arm(other)];
  if (!a || !b) return;
  pen.beginPath();
  pen.moveTo(at.x + a.x, at.y + a.y);
  pen.lineTo(at.x + a.x + b.x, at.y + a.y + b.y);
  pen.lineTo(at.x + b.x, at.y + b.y);
  stroke(pen, palette.accent, 1);
}

type PointRole = Picture['points'][number]['role'];

/** Half the side of a handle's square, px; a round one's radius. */
const HANDLES: Readonly<
  Record<
    PointRole,
    { readonly half: number; readonly isRound?: boolean; readonly isFull?: boolean; readonly dot?: boolean }
  >
> = {
  vertex: { half: 4 },
  first: { half: 4, dot: true },
  shared: { half: 4, dot: true },
  midpoint: { half: 3, isRound: true },
  pivot: { half: 5, isRound: true },
  hover: { half: 5.5 },
  chosen: { half: 5.5, isFull: true },
  hand: { half: 2.5, isFull: true },
};
/** What is over what. */
const POINT_ORDER = ['midpoint', 'vertex', 'first', 'shared', 'pivot', 'hover', 'chosen', 'hand'] as const satisfies readonly PointRole[]; // prettier-ignore

/** All handles of a kind at once: of a long border each alone would cost more than the border. */
function paintPoints(pen: Pen, points: Picture['points'], screen: Screen, palette: Palette): void {
  for (const role of POINT_ORDER) {
    const spots = points.filter((point) => point.role === role).map(({ xy }) => spotOf(screen, xy));
    if (spots.length === 0) continue;
    const { half, isRound, isFull, dot } = HANDLES[role];
    traceSpots(pen, spots, half, isRound);
    pen.fillStyle = isFull ? palette.accent : palette.raised;
    pen.fill();
    stroke(pen, palette.accent, role === 'midpoint' ? 1 : 1.75);
    if (!dot) continue;
    traceSpots(pen, spots, 1.25);
    pen.fillStyle = palette.accent;
    pen.fill();
  }
}

function traceSpots(pen: Pen, spots: readonly Spot[], half: number, isRound = false): void {
  pen.beginPath();
  for (const { x, y } of spots)
    if (isRound) {
      pen.moveTo(x + half, y);
      pen.arc(x, y, half, 0, 2 * Math.PI);
    } else pen.rect(x - half, y - half, 2 * half, 2 * half);
}
