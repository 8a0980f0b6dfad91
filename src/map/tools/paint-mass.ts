import type { Mass } from '../../domain/land/storeys.ts';
import type { Palette } from '../palette.ts';
import { spotOf, stroke, trace, type Pen } from './paint.ts';
import type { Screen } from './screen.ts';

/** What is drawn or moved as it would stand: painted over the map in the same frame, so that it never lags behind the hand. */
export function paintRise(
  pen: Pen,
  rings: readonly Float64Array[],
  slabs: Mass['slabs'],
  screen: Screen,
  palette: Palette,
): void {
  const roofM = slabs.at(-1)?.toM ?? 0;
  if (roofM === 0) return;
  pen.fillStyle = palette.mass.chosen[1];
  pen.globalAlpha = 0.45;
  for (const ring of rings) for (let i = 0; i < ring.length / 2; i++) paintWall(pen, ring, i, roofM, screen);
  pen.fillStyle = palette.mass.chosen[0];
  pen.globalAlpha = 0.8;
  traced(pen, rings, screen, roofM);
  pen.fill('evenodd');
  pen.globalAlpha = 1;
  stroke(pen, palette.accent, 1.75);
  for (const { toM } of slabs.slice(0, -1)) {
    traced(pen, rings, screen, toM);
    pen.globalAlpha = 0.5;
    stroke(pen, palette.accent, 1);
  }
  pen.globalAlpha = 1;
}

function traced(pen: Pen, rings: readonly Float64Array[], screen: Screen, upM: number): void {
  pen.beginPath();
  for (const ring of rings) {
    trace(pen, ring, screen, upM);
    pen.closePath();
  }
}

function paintWall(pen: Pen, ring: Float64Array, i: number, roofM: number, screen: Screen): void {
  const next = (i + 1) % (ring.length / 2);
  const corners = [spotOf(screen, ring, i), spotOf(screen, ring, next), spotOf(screen, ring, next, roofM), spotOf(screen, ring, i, roofM)]; // prettier-ignore
  pen.beginPath();
  corners.forEach(({ x, y }, n) => (n === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)));
  pen.fill();
}
