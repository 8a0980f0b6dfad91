import type { Rect } from './hint-box.ts';
import type { PictureLabel } from './picture.ts';
import type { Box, Spot } from './signal.ts';

/* 尺寸标注: where figures stand on the screen. The edge in hand comes first, then areas and angles, then edges that are set. */

/** A piece of a label, written from left to right. */
interface Piece {
  readonly text: string;
  readonly font: 'strong' | 'plain';
  /** From the label's left end, px. */
  readonly dx: number;
}

export interface PlacedLabel {
  readonly role: PictureLabel['role'];
  /** The middle. */
  readonly x: number;
  readonly y: number;
  /** Clockwise, radians: never upside down. */
  readonly turn: number;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  readonly isFault: boolean;
}

export interface ScreenLabel extends Omit<PictureLabel, 'xy'> {
  /** One spot, or the two ends of an edge, px. */
  readonly ends: readonly Spot[];
}

export interface Around extends Box {
  /** Middle of what is drawn: figures of edges stand on the other side. */
  readonly middle: Spot;
  /** Where the hand is: it is not written over. */
  readonly hand: Spot | null;
  /** The box beside it. */
  readonly hint: Rect | null;
  readonly widthOf: (text: string, font: Piece['font']) => number;
}

const HEIGHT = { live: 28, fault: 16, edge: 16, spot: 16 } as const;
/** Between a plate's edge and its text, and between its pieces. */
const PAD = { live: 10, fault: 0, edge: 0, spot: 0 } as const;
const GAP = { live: 4, fault: 3, edge: 3, spot: 3 } as const;
/** Between an edge and its figure. */
const OFF = { live: 9, fault: 12, edge: 3, spot: 0 } as const;
/** Outside, inside, then past the box beside the hand. */
const LIVE_WAYS = [{ side: 1, off: OFF.live }, { side: -1, off: OFF.live }, { side: 1, off: OFF.live + 16 }, { side: -1, off: OFF.live + 16 }] as const; // prettier-ignore
const EDGE_WAYS = [{ side: 1, off: OFF.edge }] as const;
/** Shares of a live edge where its plate may stand, best first. */
const SHARES = [0.5, 0.35, 0.65, 0.2, 0.8] as const;
/** An edge in hand that is shorter is none yet. */
const LEAST_LIVE_PX = 3;
/** Kept free around the hand, px. */
const HAND_PX = 14;
const RANK = { fault: 0, live: 1, spot: 2, edge: 3 } as const;

export function placedLabels(labels: readonly ScreenLabel[], around: Around): PlacedLabel[] {
  const { hand, hint } = around;
  const taken: Rect[] = [...(hand ? [square(hand, HAND_PX)] : []), ...(hint ? [hint] : [])];
  const placed: PlacedLabel[] = [];
  const byRank = [...labels].sort((a, b) => RANK[a.role] - RANK[b.role]);
  for (const label of byRank) {
    const candidates = candidatesOf(label, around);
    const free = candidates.find((one) => !taken.some((rect) => meets(rect, rectOf(one))));
    // The figure of the edge in hand, and what is wrong, are written whatever lies there.
    const best = free ?? (RANK[label.role] <= RANK.live ? candidates[0] : undefined);
    if (!best) continue;
    placed.push(best);
    taken.push(rectOf(best));
  }
  return placed;
}

function candidatesOf(label: ScreenLabel, around: Around): PlacedLabel[] {
  const { role } = label;
  const { pieces, width } = piecesOf(label, around);
  const as = (x: number, y: number, turn: number): PlacedLabel => ({ role, x, y, turn, width, height: HEIGHT[role], pieces, isFault: label.isFault ?? role === 'fault' }); // prettier-ignore
  const [a, b] = label.ends;
  if (role === 'fault') return besides(a, width / 2 + OFF.fault, HEIGHT.fault / 2 + OFF.fault, as);
  if (!b) return [as(a.x, a.y, 0)];
  const seen = clippedTo(a, b, around);
  if (!seen) return [];
  const [from, to] = seen;
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < (role === 'edge' ? width + 12 : LEAST_LIVE_PX)) return [];
  const direction = Math.atan2(to.y - from.y, to.x - from.x);
  // A plate is read more than it is aligned: along a steep edge it stands across.
  const turn = role === 'live' ? folded(direction, Math.PI / 2) : folded(direction, Math.PI);
  const shares = role === 'live' ? SHARES : ([0.5] as const);
  const ways = role === 'live' ? LIVE_WAYS : EDGE_WAYS;
  return ways.flatMap(({ side, off }) =>
    shares.map((share) => {
      const at = { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
      const out = side * outward(from, to, around.middle);
      const normal = { x: -Math.sin(direction) * out, y: Math.cos(direction) * out };
      const half = halfAcross(width, HEIGHT[role], turn - direction) + off;
      return as(at.x + normal.x * half, at.y + normal.y * half, turn);
    }),
  );
}

/** To the right of a place, to its left, below and above. */
const besides = ({ x, y }: Spot, dx: number, dy: number, as: (x: number, y: number, turn: number) => PlacedLabel) => [
  as(x + dx, y, 0),
  as(x - dx, y, 0),
  as(x, y + dy, 0),
  as(x, y - dy, 0),
];

/** Half of what a label takes up across a line that is turned against it. */
const halfAcross = (width: number, height: number, turn: number): number =>
  (Math.abs(Math.sin(turn)) * width + Math.abs(Math.cos(turn)) * height) / 2;

/** A direction brought within half of `period` to either side of the reading direction; straight up reads upwards. */
function folded(direction: number, period: number): number {
  const turn = direction - period * Math.round(direction / period);
  return period === Math.PI && turn > Math.PI / 2 - 1e-9 ? turn - Math.PI : turn;
}

/** 1: away from the middle is to the right of the way from a to b on the screen. */
function outward(a: Spot, b: Spot, middle: Spot): 1 | -1 {
  const right = -(b.y - a.y) * (middle.x - a.x) + (b.x - a.x) * (middle.y - a.y);
  return right > 0 ? -1 : 1;
}

function piecesOf({ role, words, angle }: ScreenLabel, { widthOf }: Around) {
  const parts = [
    { text: words.figure, font: role === 'live' ? ('strong' as const) : ('plain' as const), gap: 0 },
    ...(words.unit && role !== 'edge' ? [{ text: words.unit, font: 'plain' as const, gap: GAP[role] }] : []),
    ...(angle === undefined ? [] : [{ text: `∠ ${angle}`, font: 'plain' as const, gap: 3 * GAP[role] }]),
  ];
  let dx: number = PAD[role];
  const pieces = parts.map(({ text, font, gap }): Piece => {
    const piece = { text, font, dx: dx + gap };
    dx = piece.dx + widthOf(text, font);
    return piece;
  });
  return { pieces, width: dx + PAD[role] };
}

const square = ({ x, y }: Spot, half: number): Rect => ({ left: x - half, top: y - half, right: x + half, bottom: y + half }); // prettier-ignore

function rectOf({ x, y, turn, width, height }: PlacedLabel): Rect {
  const halfX = (Math.abs(Math.cos(turn)) * width + Math.abs(Math.sin(turn)) * height) / 2;
  const halfY = (Math.abs(Math.sin(turn)) * width + Math.abs(Math.cos(turn)) * height) / 2;
  return { left: x - halfX, top: y - halfY, right: x + halfX, bottom: y + halfY };
}

export const meets = (a: Rect, b: Rect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The part of an edge that is in the box (Liang–Barsky); null where none is. */
function clippedTo(a: Spot, b: Spot, { width, height }: Box): readonly [Spot, Spot] | null {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  let [from, to] = [0, 1];
  for (const [by, room] of [
    [-dx, a.x],
    [dx, width - a.x],
    [-dy, a.y],
    [dy, height - a.y],
  ] as const) {
    if (by === 0 && room < 0) return null;
    if (by < 0) from = Math.max(from, room / by);
    if (by > 0) to = Math.min(to, room / by);
  }
  if (from >= to) return null;
  const at = (share: number): Spot => ({ x: a.x + share * dx, y: a.y + share * dy });
  return [at(from), at(to)];
}
