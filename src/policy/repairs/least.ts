/**
 * The smallest whole k from 1 to `most` for which `enough(k)`, where more never undoes it; null where none is. Doubling
 * and halving: an answer near 10⁷ (100 000 m² in steps of 0.01) costs some fifty questions.
 */
export function least(most: number, enough: (k: number) => boolean): number | null {
  let high = 1;
  while (!enough(high)) {
    if (high >= most) return null;
    high = Math.min(most, 2 * high);
  }
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
