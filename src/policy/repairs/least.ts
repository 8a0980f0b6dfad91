/**
 * The smallest whole k from 1 to `most` for which `enough(k)`, where more never undoes it; null where none is. Looked for
 * around `near` in steps that double, and halved between: the better that is, the fewer questions; of 1, an answer near 10⁷
 * (100 000 m² in steps of 0.01) costs some fifty.
 */
export function least(most: number, enough: (k: number) => boolean, near = 1): number | null {
  let [low, high] = [0, Math.max(1, Math.min(near, most))];
  if (enough(high)) {
    for (let step = 1; high - step > 0; step *= 2) {
      if (!enough(high - step)) {
        low = high - step;
        break;
      }
      high -= step;
    }
  } else {
    for (let step = 1; ; step *= 2) {
      if (high >= most) return null;
      low = high;
      high = Math.min(most, high + step);
      if (enough(high)) break;
    }
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Straight lines drawn one after the other: of a ratio the second is near enough. */
const lines = 2;

/**
 * Where a margin comes to nothing, as far as the straight line through two amounts tells; 1 where it tells nothing. An
 * answer near the least amount, never it for certain.
 */
export function guessed(most: number, first: number, marginAt: (k: number) => number | null): number {
  let [a, b] = [0, Math.min(first, most)];
  let [at, there] = [marginAt(a), marginAt(b)];
  for (let i = 0; i < lines && a !== b; i++) {
    if (at === null || there === null || at === there) return 1;
    const next = Math.ceil(b - (there * (b - a)) / (there - at));
    if (!(next >= 1 && next <= most)) return 1;
    [a, b] = [b, next];
    if (i + 1 < lines) [at, there] = [there, marginAt(next)];
  }
  return b;
}
