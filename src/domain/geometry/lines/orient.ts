/*
 * Which side of a line a point lies on, exactly. The plain determinant decides when it is clear of its rounding error
 * (bound after Shewchuk, "Adaptive Precision Floating-Point Arithmetic", 1997); else it is summed without error.
 */
const EPSILON = 2 ** -53;
/** Times the sum of both products: what rounding may have added to the determinant of `orient`. */
export const ERROR_BOUND = (3 + 16 * EPSILON) * EPSILON;
const SPLITTER = 2 ** 27 + 1;

/** > 0 when c lies left of the line from a to b, < 0 right of it, 0 on it: the sign is exact. */
export function orient(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  const left = (ax - cx) * (by - cy);
  const right = (ay - cy) * (bx - cx);
  const det = left - right;
  if (Math.abs(det) > ERROR_BOUND * (Math.abs(left) + Math.abs(right))) return det;
  return exactSign(ax, ay, bx, by, cx, cy);
}

/** Sign of ax·by − ay·bx + bx·cy − by·cx + cx·ay − cy·ax, every product and sum kept whole. */
function exactSign(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  const terms: number[] = [];
  for (const [p, q] of [
    [ax, by],
    [-ay, bx],
    [bx, cy],
    [-by, cx],
    [cx, ay],
    [-cy, ax],
  ]) {
    const product = p * q;
    add(terms, product);
    add(terms, productError(p, q, product));
  }
  // Parts do not overlap and grow, so the largest that is not zero has the sign of the sum.
  for (let i = terms.length - 1; i >= 0; i--) if (terms[i] !== 0) return Math.sign(terms[i]);
  return 0;
}

/** Adds a number to an expansion (non-overlapping parts, smallest first) without losing a bit. */
function add(parts: number[], value: number): void {
  let carry = value;
  for (let i = 0; i < parts.length; i++) {
    const sum = carry + parts[i];
    const virtual = sum - carry;
    parts[i] = carry - (sum - virtual) + (parts[i] - virtual);
    carry = sum;
  }
  parts.push(carry);
}

/** What rounding took from p · q. */
function productError(p: number, q: number, product: number): number {
  const ph = high(p);
  const qh = high(q);
  const pl = p - ph;
  const ql = q - qh;
  return pl * ql - (product - ph * qh - pl * qh - ph * ql);
}

/** Upper half of the digits of a number. */
function high(x: number): number {
  const c = SPLITTER * x;
  return c - (c - x);
}
