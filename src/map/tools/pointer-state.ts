import type { PointerKind } from '../../desk/tools/contract.ts';
import type { Contact, Pointed, Spot, Told } from './signal.ts';

/** What the pointers and keys do at the moment. */
export type Phase =
  | { readonly is: 'idle' }
  /** Down, and not told yet: a click, or the map is moved. */
  | { readonly is: 'pending'; readonly id: number; readonly button: number; readonly start: Pointed }
  /** The tool has been told of the press. `id` null: by keys. */
  | { readonly is: 'held'; readonly id: number | null; readonly start: Pointed; readonly isMoved: boolean }
  | { readonly is: 'pan'; readonly id: number; readonly button: number; readonly last: Spot; readonly turns?: boolean }
  | { readonly is: 'pinch'; readonly centre: Spot; readonly apart: number }
  /** Let go by Esc: nothing until it is up. */
  | { readonly is: 'spent'; readonly id: number };

export interface PointerState {
  readonly phase: Phase;
  /** Fingers that are down, in the order they came. */
  readonly touches: readonly (Spot & { readonly id: number })[];
  /** Fingers that were down when a pen came, or came with it: the hand that holds it. */
  readonly palms: readonly number[];
  /** When a pen was near last. */
  readonly penMs: number;
  readonly isSpaceDown: boolean;
  readonly lastClick: (Spot & { readonly kind: PointerKind; readonly ms: number; readonly count: number }) | null;
  /** Where a pointer that hovers was last. */
  readonly hover: Pointed | null;
  /** Where keys have put the crosshair. */
  readonly cross: Spot | null;
}

export const IDLE: Phase = { is: 'idle' };

export const RESTING: PointerState = {
  phase: IDLE,
  touches: [],
  palms: [],
  penMs: -Infinity,
  isSpaceDown: false,
  lastClick: null,
  hover: null,
  cross: null,
};

export interface Stepped {
  readonly state: PointerState;
  readonly told: readonly Told[];
}

export const silent = (state: PointerState): Stepped => ({ state, told: [] });

export const pointedBy = ({ x, y, kind, alt, shift }: Contact): Pointed => ({ x, y, kind, alt, shift });

/** So far a pointer may stray between down and up and it is still a click, px. */
export const SLOP: Readonly<Record<PointerKind, number>> = { mouse: 4, pen: 6, touch: 10, keys: 0 };

export const isBeyond = (a: Spot, b: Spot, px: number): boolean => Math.hypot(a.x - b.x, a.y - b.y) > px;

/** What was pressed is let go where it was: nothing is done by it. */
export const dropped = (state: PointerState, phase: Phase = IDLE): Stepped => ({
  state: { ...state, phase },
  told: state.phase.is === 'held' ? [{ type: 'drop' }] : [],
});
