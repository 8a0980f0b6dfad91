import { silent, type PointerState, type Stepped } from './pointer-state.ts';
import type { Spot, Told } from './signal.ts';

/** Fingers so near each other would zoom by chance, px. */
const LEAST_APART = 10;

function fingersApart([a, b]: readonly Spot[]): { readonly centre: Spot; readonly apart: number } {
  const centre = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  return { centre, apart: Math.max(LEAST_APART, Math.hypot(a.x - b.x, a.y - b.y)) };
}

/** Two fingers have the map. */
export const pinchBegun = (state: PointerState): PointerState => ({
  ...state,
  phase: { is: 'pinch', ...fingersApart(state.touches) },
});

/** The map goes where the fingers go. */
export function pinched(state: PointerState): Stepped {
  const { phase, touches } = state;
  if (phase.is !== 'pinch' || touches.length < 2) return silent(state);
  const now = fingersApart(touches);
  const [dx, dy] = [now.centre.x - phase.centre.x, now.centre.y - phase.centre.y];
  const by = Math.log2(now.apart / phase.apart);
  const told: Told[] = [];
  if (dx !== 0 || dy !== 0) told.push({ type: 'pan', dx, dy });
  if (by !== 0) told.push({ type: 'zoom', by, around: now.centre });
  return { state: { ...state, phase: { is: 'pinch', ...now } }, told };
}
