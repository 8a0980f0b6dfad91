import type { PointerKind } from '../../desk/tools/contract.ts';

/* What comes in from pointers and keys, and what is told of it: plain data, so that the machine between runs without a page. */

export interface Spot {
  /** In the map's box, CSS px. */
  readonly x: number;
  readonly y: number;
}

interface Modifiers {
  readonly alt: boolean;
  readonly shift: boolean;
}

export interface Contact extends Spot, Modifiers {
  readonly id: number;
  readonly kind: Exclude<PointerKind, 'keys'>;
  /** Of a clock that only goes on, ms. */
  readonly ms: number;
}

export type Signal =
  /** `handle`: something that can be dragged lies there. `turns`: the right button turns the view. `button` as the browser counts: 0 left, 1 middle, 2 right. */
  | ({ readonly type: 'down'; readonly button: number; readonly handle: boolean; readonly turns?: boolean } & Contact)
  /** `buttons`: those that are down, 1 left, 2 right, 4 middle. */
  | ({ readonly type: 'move'; readonly buttons: number } & Contact)
  | ({ readonly type: 'up' } & Contact)
  /** The browser took the pointer away. */
  | { readonly type: 'lost'; readonly id: number }
  /** The window went to the back, or the tool was taken away: nothing is held any more. */
  | { readonly type: 'blur' }
  | { readonly type: 'space'; readonly isDown: boolean }
  | { readonly type: 'escape' }
  /** The map went elsewhere under a pointer that rests. */
  | { readonly type: 'looked' }
  /** Keys move the crosshair by so many px; in the middle of the box where there is none and no pointer was. */
  | ({ readonly type: 'cross'; readonly dx: number; readonly dy: number; readonly alt: boolean } & Box)
  | { readonly type: 'cross-click' | 'cross-grab'; readonly alt: boolean; readonly shift?: boolean };

export interface Box {
  readonly width: number;
  readonly height: number;
}

/** A spot as it is told. */
export interface Pointed extends Spot, Modifiers {
  readonly kind: PointerKind;
}

export type Told =
  | { readonly type: 'move' | 'press' | 'release'; readonly at: Pointed }
  | { readonly type: 'click'; readonly at: Pointed; readonly count: number }
  | { readonly type: 'cancel' }
  /** What was pressed is let go where it was pressed, wherever the map has moved since: nothing is done by it. */
  | { readonly type: 'drop' }
  | { readonly type: 'pan' | 'turn'; readonly dx: number; readonly dy: number }
  /** By so many zoom steps, around a spot. */
  | { readonly type: 'zoom'; readonly by: number; readonly around: Spot }
  | { readonly type: 'crosshair'; readonly at: Spot | null };
