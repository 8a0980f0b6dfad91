/** Sets of at most 32 as numbers. */

/** Place of the lowest member; −1 of none. */
export const firstOf = (mask: number): number => 31 - Math.clz32(mask & -mask);

export function countOf(mask: number): number {
  let pairs = mask - ((mask >>> 1) & 0x55555555);
  pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((pairs + (pairs >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** All that lie beside a member of `set`. */
function besideOf(set: number, near: Int32Array): number {
  let found = 0;
  for (let left = set; left !== 0; left &= left - 1) found |= near[31 - Math.clz32(left & -left)];
  return found;
}

/** All of `within` that hangs together with `start`, itself part of it. */
export function spreadOf(start: number, within: number, near: Int32Array): number {
  let found = start;
  for (let edge = start; edge !== 0;) {
    edge = besideOf(edge, near) & within & ~found;
    found |= edge;
  }
  return found;
}
