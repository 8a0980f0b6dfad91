import type { Picture } from './picture.ts';
import type { Box, Spot } from './signal.ts';

/** From the hand to the box beside it, px. */
const ASIDE_PX = 22;
/** Above or below the hand where there is no room to its right, px. */
const BELOW_PX = 30;
/** Half its height, px. */
const HALF_PX = 12;

/** What a box covers of the map, px. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Why the hand is caught, or what comes next, in a box beside it. What it says a screen reader hears from the page. */
export class HintBox {
  readonly #box = document.createElement('div');
  readonly #reason = document.createElement('b');
  readonly #rest = document.createElement('span');
  #said = '';
  #width = 0;

  constructor(container: HTMLElement) {
    this.#box.className = 'tool-hint';
    this.#box.setAttribute('aria-hidden', 'true');
    this.#box.hidden = true;
    this.#box.append(this.#reason, this.#rest);
    container.append(this.#box);
  }

  /** Where it stands then; null where there is nothing to say. */
  show({ snap, hint }: Pick<Picture, 'snap' | 'hint'>, hand: Spot | null, map: Box): Rect | null {
    const [reason, rest] = snap?.reason ? [snap.reason, snap.of] : ['', hint ?? ''];
    const said = `${reason} ${rest}`;
    if (!hand || said === ' ') {
      this.hide();
      return null;
    }
    if (said !== this.#said || this.#box.hidden) {
      this.#said = said;
      this.#reason.textContent = reason;
      this.#reason.hidden = reason === '';
      this.#rest.textContent = rest;
      this.#box.hidden = false;
      this.#box.classList.toggle('snapped', reason !== '');
      this.#width = this.#box.offsetWidth;
    }
    const isRoom = hand.x + ASIDE_PX + this.#width < map.width - 8;
    const x = isRoom ? hand.x + ASIDE_PX : Math.max(8, hand.x - ASIDE_PX - this.#width);
    // To the left it would lie over the edge that is drawn.
    const isLow = hand.y + BELOW_PX + HALF_PX > map.height;
    const y = isRoom ? hand.y : hand.y + (isLow ? -BELOW_PX : BELOW_PX);
    this.#box.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px) translateY(-50%)`;
    return { left: x, top: y - HALF_PX, right: x + this.#width, bottom: y + HALF_PX };
  }

  hide(): void {
    this.#box.hidden = true;
    this.#said = '';
  }

  remove(): void {
    this.#box.remove();
  }
}
