import { localFamily } from '../fonts.ts';
import type { Palette } from '../palette.ts';
import type { PlacedLabel } from './labels.ts';
import { stroke, type Pen } from './paint.ts';
import type { Spot } from './signal.ts';

/* Signs and figures over a picture: as large on every map. */

export const FONTS = { strong: `700 14px ${localFamily}`, plain: `500 12px ${localFamily}` } as const;

/** Arms of the cross about the hand, px from its middle. */
const CROSS = { snap: [10, 26], keys: [5, 22] } as const;

function paintCross(
  pen: Pen,
  { x, y }: Spot,
  [from, to]: readonly [number, number],
  colour: string,
  width: number,
): void {
  pen.beginPath();
  for (const [dx, dy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    // prettier-ignore
    pen.moveTo(x + dx * from, y + dy * from);
    pen.lineTo(x + dx * to, y + dy * to);
  }
  stroke(pen, colour, width);
}

/** A red square where the hand is caught 捕捉. */
export function paintSnap(pen: Pen, at: Spot, palette: Palette): void {
  paintCross(pen, at, CROSS.snap, palette.ink, 1);
  pen.beginPath();
  pen.rect(at.x - 6, at.y - 6, 12, 12);
  stroke(pen, palette.verdict.fail, 2);
}

/** The crosshair that keys move, seen on any ground. */
export function paintCrosshair(pen: Pen, at: Spot, palette: Palette): void {
  paintCross(pen, at, CROSS.keys, palette.halo, 4);
  paintCross(pen, at, CROSS.keys, palette.ink, 1.5);
}

/** What is wrong, at its place: a red ring with a cross. */
export function paintFault(pen: Pen, { x, y }: Spot, palette: Palette): void {
  pen.beginPath();
  pen.arc(x, y, 8, 0, 2 * Math.PI);
  stroke(pen, palette.halo, 5);
  stroke(pen, palette.verdict.fail, 2);
  pen.beginPath();
  for (const side of [1, -1]) {
    pen.moveTo(x - 3, y - 3 * side);
    pen.lineTo(x + 3, y + 3 * side);
  }
  stroke(pen, palette.verdict.fail, 1.75);
}

export function write(pen: Pen, text: string, x: number, y: number, colour: string, halo: string | null): void {
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  if (halo !== null) {
    pen.setLineDash([]);
    pen.lineJoin = 'round';
    pen.lineWidth = 3;
    pen.strokeStyle = halo;
    pen.strokeText(text, x, y);
  }
  pen.fillStyle = colour;
  pen.fillText(text, x, y);
}

export function paintLabel(pen: Pen, label: PlacedLabel, palette: Palette): void {
  const { x, y, turn, width, height, pieces, role, isFault } = label;
  pen.save();
  pen.translate(x, y);
  pen.rotate(turn);
  const isPlate = role === 'live';
  if (isPlate) {
    pen.beginPath();
    pen.roundRect(-width / 2, -height / 2, width, height, 4);
    pen.fillStyle = palette.accent;
    pen.fill();
  }
  for (const { text, font, dx } of pieces) {
    pen.font = FONTS[font];
    write(
      pen,
      text,
      dx - width / 2,
      1,
      isPlate ? palette.accentOn : isFault ? palette.verdict.fail : palette.accent,
      isPlate ? null : palette.halo,
    );
  }
  pen.restore();
}
