import { clicked } from './clicks.ts';
import { crossClicked, crossGrabbed, crossMoved } from './crosshair.ts';
import { pinched, pinchBegun } from './pinch.ts';
import {
  dropped,
  IDLE,
  isBeyond,
  pointedBy,
  RESTING,
  silent,
  SLOP,
  type Phase,
  type PointerState,
  type Stepped,
} from './pointer-state.ts';
import type { Contact, Pointed, Signal, Told } from './signal.ts';

/**
 * From pointers and keys to a tool's events: press, moves, release, and a click where nothing moved between. The left button
 * draws and drags what can be dragged; elsewhere a long drag moves the map, and so do the middle and right button, Space
 * held, and two fingers. A press is always followed by its release, whatever becomes of the pointer.
 */
export function stepped(state: PointerState, signal: Signal): Stepped {
  switch (signal.type) {
    case 'down':
      return down(state, signal);
    case 'move':
      return moved(state, signal);
    case 'up':
      return up(state, signal);
    case 'lost':
      return lost(state, signal.id);
    case 'blur': {
      const { hover, cross } = state;
      const { told } = dropped(state);
      return { state: { ...RESTING, hover, cross }, told };
    }
    case 'space':
      return silent({ ...state, isSpaceDown: signal.isDown });
    case 'escape':
      return escaped(state);
    case 'looked': {
      const { phase, cross, hover } = state;
      const at: Pointed | null = cross ? { ...cross, kind: 'keys', alt: false, shift: false } : hover;
      return { state, told: phase.is === 'idle' && at ? [{ type: 'move', at }] : [] };
    }
    case 'cross':
      return crossMoved(state, signal);
    case 'cross-click':
      return crossClicked(state, signal.alt, signal.shift);
    case 'cross-grab':
      return crossGrabbed(state, signal.alt);
  }
}

type Down = Extract<Signal, { type: 'down' }>;
type Moved = Extract<Signal, { type: 'move' }>;

/** After a pen was near, so long a touch is the hand that holds it. */
const PALM_MS = 300;
const BUTTON_LEFT = 0;
const BUTTON_RIGHT = 2;

function down(state: PointerState, signal: Down): Stepped {
  if (signal.kind === 'touch') return fingerDown(state, signal);
  const isPen = signal.kind === 'pen';
  // What a palm began that came before the pen is taken back, and what keys took hold of.
  const rested = isPen ? palmed(state) : isHeldByKeys(state) ? dropped(state) : silent(state);
  if (rested.state.phase.is !== 'idle') return rested;
  const next = begun({ ...rested.state, ...(isPen && { penMs: signal.ms }) }, signal);
  return { state: next.state, told: [...rested.told, ...next.told] };
}

/** All fingers that are down belong to the hand that holds the pen. */
function palmed(state: PointerState): Stepped {
  const { phase, touches, palms } = state;
  const isOfFinger = phase.is === 'pinch' || ('id' in phase && touches.some(({ id }) => id === phase.id));
  const rested = isOfFinger ? dropped(state) : silent(state);
  const hand = [...palms, ...touches.map(({ id }) => id)];
  return { ...rested, state: { ...rested.state, touches: [], palms: hand } };
}

function fingerDown(state: PointerState, signal: Down): Stepped {
  const { id, x, y, ms } = signal;
  const touches = [...state.touches.filter((other) => other.id !== id), { id, x, y }];
  if (isPenDown(state) || ms - state.penMs < PALM_MS) return silent({ ...state, palms: [...state.palms, id] });
  const isSecond = touches.length === 2 && 'id' in state.phase && state.phase.id === state.touches[0]?.id;
  const rest = isSecond || isHeldByKeys(state) ? dropped(state) : silent(state);
  if (isSecond) return { state: pinchBegun({ ...rest.state, touches }), told: rest.told };
  if (rest.state.phase.is !== 'idle') return silent({ ...state, touches });
  const next = begun({ ...rest.state, touches }, signal);
  return { state: next.state, told: [...rest.told, ...next.told] };
}

const isHeldByKeys = ({ phase }: PointerState): boolean => phase.is === 'held' && phase.id === null;
const isPenDown = ({ phase }: PointerState): boolean =>
  (phase.is === 'held' || phase.is === 'pending') && phase.start.kind === 'pen';

function begun(state: PointerState, signal: Down): Stepped {
  const { id, button } = signal;
  const isMap = button !== BUTTON_LEFT || state.isSpaceDown;
  if (isMap) {
    const turns = button === BUTTON_RIGHT && signal.turns === true;
    return silent({ ...state, phase: { is: 'pan', id, button, last: signal, turns } });
  }
  const start = pointedBy(signal);
  if (!signal.handle) return silent({ ...state, phase: { is: 'pending', id, button, start } });
  return {
    state: { ...state, phase: { is: 'held', id, start, isMoved: false } },
    told: [
      { type: 'move', at: start },
      { type: 'press', at: start },
    ],
  };
}

const isOf = (phase: Phase, id: number): boolean => 'id' in phase && phase.id === id;

/** Bits of `buttons` by `button`. */
const BITS: readonly number[] = [1, 4, 2];

function moved(state: PointerState, signal: Moved): Stepped {
  if (state.palms.includes(signal.id)) return silent(state);
  const { phase } = state;
  const after = { ...state, ...(signal.kind === 'pen' && { penMs: signal.ms }) };
  const touches = state.touches.map((one) => (one.id === signal.id ? { id: one.id, x: signal.x, y: signal.y } : one));
  if (phase.is === 'pinch') return pinched({ ...after, touches });
  if (phase.is === 'idle') return hovered(after, signal);
  if (!isOf(phase, signal.id)) return silent({ ...after, touches });
  // Of two buttons that were down the first was let go, or it was let go outside the window.
  const bit = BITS[phase.is === 'pending' || phase.is === 'pan' ? phase.button : BUTTON_LEFT] ?? 1;
  if ((signal.buttons & bit) === 0) return up(after, signal);
  return dragged({ ...after, touches }, signal);
}

function hovered(state: PointerState, signal: Moved): Stepped {
  if (signal.kind === 'touch') return silent(state);
  const at = pointedBy(signal);
  // A page that is laid out anew sends moves of a mouse that rests.
  if (state.cross && state.hover && !isBeyond(state.hover, at, 1)) return silent(state);
  const gone: Told[] = state.cross ? [{ type: 'crosshair', at: null }] : [];
  return { state: { ...state, hover: at, cross: null }, told: [...gone, { type: 'move', at }] };
}

function dragged(state: PointerState, signal: Moved): Stepped {
  const { phase } = state;
  const at = pointedBy(signal);
  if (phase.is === 'pan') {
    const told: Told = { type: phase.turns ? 'turn' : 'pan', dx: at.x - phase.last.x, dy: at.y - phase.last.y };
    return { state: { ...state, phase: { ...phase, last: at } }, told: [told] };
  }
  if (phase.is === 'pending') {
    if (!isBeyond(phase.start, at, SLOP[at.kind])) return silent(state);
    const { id, button, start } = phase;
    return dragged({ ...state, phase: { is: 'pan', id, button, last: start } }, signal);
  }
  if (phase.is !== 'held' || !(phase.isMoved || isBeyond(phase.start, at, SLOP[at.kind]))) return silent(state);
  return { state: { ...state, phase: { ...phase, isMoved: true } }, told: [{ type: 'move', at }] };
}

function up(state: PointerState, signal: Contact): Stepped {
  const { phase } = state;
  const rest = without(state, signal.id);
  if (phase.is === 'pinch') return silent(lifted(rest));
  if (!isOf(phase, signal.id)) return silent(rest);
  const idle = { ...rest, phase: IDLE, ...(signal.kind !== 'touch' && { hover: pointedBy(signal) }) };
  if (phase.is === 'pending') {
    const at = { ...pointedBy(signal), x: phase.start.x, y: phase.start.y };
    const click = clicked(state, at, signal.ms);
    const told: Told[] = [{ type: 'move', at }, { type: 'press', at }, { type: 'release', at }, click.told];
    return { state: { ...idle, lastClick: click.lastClick }, told };
  }
  if (phase.is !== 'held') return silent(idle);
  if (phase.isMoved) return { state: idle, told: [{ type: 'release', at: pointedBy(signal) }] };
  const click = clicked(state, phase.start, signal.ms);
  return { state: { ...idle, lastClick: click.lastClick }, told: [{ type: 'release', at: phase.start }, click.told] };
}

/** A finger of two is up: the other moves the map on. */
function lifted(state: PointerState): PointerState {
  const { touches } = state;
  if (touches.length > 1) return pinchBegun(state);
  const [one] = touches;
  return { ...state, phase: one ? { is: 'pan', id: one.id, button: BUTTON_LEFT, last: one } : IDLE };
}

const without = (state: PointerState, id: number): PointerState => ({
  ...state,
  touches: state.touches.filter((one) => one.id !== id),
  palms: state.palms.filter((one) => one !== id),
});

function lost(state: PointerState, id: number): Stepped {
  const rest = without(state, id);
  if (state.phase.is === 'pinch') return silent(lifted(rest));
  return isOf(state.phase, id) ? dropped(rest) : silent(rest);
}

/** Esc takes back what is dragged; with nothing in hand the tool hears it. */
function escaped(state: PointerState): Stepped {
  const { phase } = state;
  if (phase.is === 'held') return dropped(state, phase.id === null ? IDLE : { is: 'spent', id: phase.id });
  if (phase.is !== 'idle') return silent(state);
  return { state: { ...state, lastClick: null }, told: [{ type: 'cancel' }] };
}
