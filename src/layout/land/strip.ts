/** A rectangle of a frame. */
export interface Rectangle {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** Rectangles as far apart as rounding puts those that touch. */
const TOUCH_M = 1e-6;

const meets = (one: Rectangle, y0: number, y1: number): boolean => one.y0 < y1 - TOUCH_M && one.y1 > y0 + TOUCH_M;

/** Whether any of them reaches into the slab from y0 to y1. */
export function reach(rectangles: readonly Rectangle[], y0: number, y1: number): boolean {
  for (const one of rectangles) if (meets(one, y0, y1)) return true;
  return false;
}

/** Free intervals of the slab from y0 to y1, [from, to, from, to …], less what rectangles take of it. */
export function without(
  free: readonly number[],
  y0: number,
  y1: number,
  rectangles: readonly Rectangle[],
): readonly number[] {
  let left = free;
  for (const one of rectangles) {
    if (!meets(one, y0, y1)) continue;
    const cut: number[] = [];
    for (let i = 0; i < left.length; i += 2) {
      if (left[i] < one.x0) cut.push(left[i], Math.min(left[i + 1], one.x0));
      if (left[i + 1] > one.x1) cut.push(Math.max(left[i], one.x1), left[i + 1]);
    }
    left = cut;
  }
  return left;
}
