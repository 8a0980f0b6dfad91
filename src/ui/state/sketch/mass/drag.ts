/* The handle over a roof: how far it is dragged, in storeys. */

/** However flat the view lies, a storey is as long a way of the hand, px: else one px would be several. */
const LEAST_PX = 10;

/** 几层: whole storeys by which a hand that went `upPx` upwards raises a building of `now`; none is ever left without. */
export function storeysDragged(upPx: number, pxPerStorey: number, now: number, most: number): number {
  const by = Math.round(upPx / Math.max(LEAST_PX, pxPerStorey));
  // A zero with a sign is none.
  return Math.min(most - now, Math.max(1 - now, by)) || 0;
}

/** A turn of the wheel is so far, px: browsers tell more or less of it. */
const NOTCH_PX = 100;

/** The same by a wheel that was turned by `upPx` in all. */
export const storeysWheeled = (upPx: number, now: number, most: number): number =>
  storeysDragged(upPx, NOTCH_PX, now, most);
