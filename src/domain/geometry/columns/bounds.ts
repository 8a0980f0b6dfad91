/** A box in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** One box around boxes given as west, south, east, north in a row. */
export const boundsAround = (boxes: readonly number[]): Bounds => {
  const side = (from: number) => boxes.filter((_, i) => i % 4 === from);
  return [Math.min(...side(0)), Math.min(...side(1)), Math.max(...side(2)), Math.max(...side(3))];
};
