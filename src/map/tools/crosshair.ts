import { clicked } from './clicks.ts';
import { dropped, IDLE, silent, type PointerState, type Stepped } from './pointer-state.ts';
import type { Pointed, Signal, Spot, Told } from './signal.ts';

/* 十字光标: the pointer of those who draw by keys. */

/** So far from the edge of the box the map moves instead, px. */
const MARGIN = 40;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  /** It is held down. */
  readonly repeat: boolean;
}

/** How far a key moves the crosshair, px: one, four while it is held; Shift ten times that, Ctrl a tenth. */
export function crossStep({ key, shiftKey, ctrlKey, metaKey, repeat }: Key): readonly [dx: number, dy: number] | null {
  const arrow = ARROWS[key];
  if (!arrow) return null;
  const isFine = ctrlKey || metaKey;
  const px = (isFine ? 0.1 : shiftKey ? 10 : 1) * (repeat && !isFine ? 4 : 1);
  return [arrow[0] * px, arrow[1] * px];
}

const byKeys = ({ x, y }: Spot, alt: boolean, shift = false): Pointed => ({ x, y, kind: 'keys', alt, shift });
const isFree = ({ phase }: PointerState): boolean => phase.is === 'idle' || (phase.is === 'held' && phase.id === null);

/** The first key shows the crosshair where the pointer was. */
export function crossMoved(state: PointerState, signal: Extract<Signal, { type: 'cross' }>): Stepped {
  if (!isFree(state)) return silent(state);
  const { width, height, dx, dy, alt } = signal;
  const from = state.cross ?? keptInside(state.hover ?? { x: width / 2, y: height / 2 }, width, height);
  const wanted = state.cross ? { x: from.x + dx, y: from.y + dy } : from;
  const cross = keptInside(wanted, width, height);
  const over = { dx: cross.x - wanted.x, dy: cross.y - wanted.y };
  const { phase } = state;
  const told: Told[] = [
    ...(over.dx !== 0 || over.dy !== 0 ? [{ type: 'pan', ...over } as const] : []),
    { type: 'crosshair', at: cross },
    { type: 'move', at: byKeys(cross, alt) },
  ];
  const moved = phase.is === 'held' ? { ...phase, isMoved: true } : phase;
  return { state: { ...state, cross, phase: moved, lastClick: null }, told };
}

/** A box too small for margins has its middle. */
function keptInside({ x, y }: Spot, width: number, height: number): Spot {
  const kept = (value: number, size: number): number =>
    Math.min(Math.max(value, Math.min(MARGIN, size / 2)), Math.max(size - MARGIN, size / 2));
  return { x: kept(x, width), y: kept(y, height) };
}

/** Sets down what is held, or clicks. */
export function crossClicked(state: PointerState, alt: boolean, shift = false): Stepped {
  const { cross, phase } = state;
  if (!cross || !isFree(state)) return silent(state);
  const at = byKeys(cross, alt, shift);
  if (phase.is === 'held') return { state: { ...state, phase: IDLE }, told: [{ type: 'release', at }] };
  const click = clicked(state, at, 0);
  const told: Told[] = [{ type: 'move', at }, { type: 'press', at }, { type: 'release', at }, click.told];
  return { state: { ...state, lastClick: click.lastClick }, told };
}

/** Takes hold of what lies under the crosshair, to be moved by arrows; again: sets it down. */
export function crossGrabbed(state: PointerState, alt: boolean): Stepped {
  const { cross, phase } = state;
  if (!cross || !isFree(state)) return silent(state);
  if (phase.is === 'held') return phase.isMoved ? crossClicked(state, alt) : dropped(state);
  const at = byKeys(cross, alt);
  const told: Told[] = [
    { type: 'move', at },
    { type: 'press', at },
  ];
  return { state: { ...state, phase: { is: 'held', id: null, start: at, isMoved: false } }, told };
}
