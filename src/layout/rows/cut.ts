/** How buildings may be long, and what they keep between their ends. */
export interface Cutting {
  readonly minM: number;
  readonly maxM: number;
  readonly bayM: number;
  readonly gapM: number;
}

/** One more gap must bring so much more building. */
const WORTH_A_GAP_M = 6;

/** The greatest length of n buildings in so much room, a whole number of bays; 0: they do not fit. */
function lengthOfAll(room: number, n: number, { minM, maxM, bayM, gapM }: Cutting): number {
  const bays = Math.floor((room - (n - 1) * gapM) / bayM + 1e-9);
  const most = n * Math.floor(maxM / bayM + 1e-9);
  const least = n * Math.ceil(minM / bayM - 1e-9);
  return bays < least ? 0 : Math.min(bays, most) * bayM;
}

/** How many buildings a stretch is best cut into, and how long they are together. */
export function cut(room: number, cutting: Cutting): { readonly n: number; readonly lengthM: number } {
  let best = { n: 0, lengthM: 0 };
  if (room < cutting.minM) return best;
  const most = Math.floor((room + cutting.gapM) / (cutting.minM + cutting.gapM));
  const few = Math.max(1, Math.floor((room + cutting.gapM) / (cutting.maxM + cutting.gapM)));
  for (let n = few; n <= Math.min(most, few + 2); n++) {
    const lengthM = lengthOfAll(room, n, cutting);
    if (lengthM > best.lengthM + (best.n ? WORTH_A_GAP_M * (n - best.n) - 1e-9 : 0)) best = { n, lengthM };
  }
  return best;
}
