import type { PointerState } from './pointer-state.ts';
import { isBeyond } from './pointer-state.ts';
import type { Pointed, Told } from './signal.ts';

const DOUBLE_CLICK_MS = 400;
/** The second of two clicks may be so far from the first, px: a fingertip is less sure. */
const DOUBLE_CLICK_PX = { mouse: 6, pen: 10, touch: 24, keys: 0.01 } as const;

/** The click at a spot: told, and kept for the next. */
export function clicked(
  { lastClick: last }: PointerState,
  at: Pointed,
  ms: number,
): { readonly told: Told; readonly lastClick: PointerState['lastClick'] } {
  const isAgain = last !== null && last.kind === at.kind && !isBeyond(last, at, DOUBLE_CLICK_PX[at.kind]);
  // Keys take their time: Enter again at the same place is the second click, and the one after that a first.
  const isNext = isAgain && (at.kind === 'keys' ? last.count === 1 : ms - last.ms <= DOUBLE_CLICK_MS);
  const count = isNext ? last.count + 1 : 1;
  return { told: { type: 'click', at, count }, lastClick: { x: at.x, y: at.y, kind: at.kind, ms, count } };
}
