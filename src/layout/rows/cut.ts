/** How buildings may be long, and what they keep between their ends. */
export interface Cutting {
  readonly minM: number;
  readonly maxM: number;
  readonly bayM: number;
  readonly gapM: number;
}

/** Room that rounding takes, metres: a bay lacks no more for its sake. Buildings stand further off than they must by more than that. */
export const ROUNDING_M = 0.001;
/** One more gap must bring so much more building. */
const WORTH_A_GAP_M = 6;

/** The greatest length of n buildings in so much room, a whole number of bays; 0: they do not fit. */
function lengthOfAll(room: number, n: number, { minM, maxM, bayM, gapM }: Cutting): number {
  const bays = Math.floor((room + ROUNDING_M - (n - 1) * gapM) / bayM);
  const most = n * Math.floor(maxM / bayM + 1e-9);
  const least = n * Math.ceil(minM / bayM - 1e-9);
  return bays < least ? 0 : Math.min(bays, most) * bayM;
}

/** How many buildings a stretch is best cut into; a number, for it is asked for every place of a row. */
function countIn(room: number, cutting: Cutting): number {
  if (room < cutting.minM) return 0;
  const most = Math.floor((room + cutting.gapM) / (cutting.minM + cutting.gapM));
  const few = Math.max(1, Math.floor((room + cutting.gapM) / (cutting.maxM + cutting.gapM)));
  let [count, longest] = [0, 0];
  for (let n = few; n <= Math.min(most, few + 2); n++) {
    const lengthM = lengthOfAll(room, n, cutting);
    if (lengthM <= longest + (count ? WORTH_A_GAP_M * (n - count) - 1e-9 : 0)) continue;
    count = n;
    longest = lengthM;
  }
  return count;
}

/** How many buildings a stretch is best cut into, and how long they are together. */
export function cut(room: number, cutting: Cutting): { readonly n: number; readonly lengthM: number } {
  const n = countIn(room, cutting);
  return { n, lengthM: n && lengthOfAll(room, n, cutting) };
}

/** What of a bar shorter than deep counts: rows of another depth or aisles elsewhere, hardly worse, may have none. */
const STUBBY = 0.8;
/** Deeper ones are plates, which are as good either way, metres. */
const DEEPEST_BAR_M = 33;

/** What buildings so long and deep are worth, m²: their ground, or less where they are shorter than deep. */
export const worthOf = (lengthM: number, n: number, depthM: number): number =>
  depthM < DEEPEST_BAR_M && lengthM < n * depthM - ROUNDING_M ? STUBBY * lengthM * depthM : lengthM * depthM;

/** What a row so deep is worth whose stretches [from, to, from, to …], `count` numbers, are best cut into buildings, m². */
export function worthIn(free: readonly number[], count: number, depthM: number, cutting: Cutting): number {
  let sum = 0;
  for (let i = 0; i < count; i += 2) {
    const room = free[i + 1] - free[i];
    const n = countIn(room, cutting);
    if (n) sum += worthOf(lengthOfAll(room, n, cutting), n, depthM);
  }
  return sum;
}

/** Length of whole bays in so much room; 0: none as long as the least. */
export function wholeBays(room: number, { minM, bayM }: Cutting): number {
  const lengthM = Math.floor((room + ROUNDING_M) / bayM) * bayM;
  return lengthM < minM - 1e-9 ? 0 : lengthM;
}

/** Length of the longest building between two x in stretches [from, to, from, to …]; nothing is made for it: it is asked a million times. */
export function longestIn(free: readonly number[], x0: number, x1: number, cutting: Cutting): number {
  let longest = 0;
  for (let i = 0; i < free.length; i += 2) {
    if (free[i] <= x0 && free[i + 1] >= x1) return wholeBays(x1 - x0, cutting);
    const room = (free[i + 1] < x1 ? free[i + 1] : x1) - (free[i] > x0 ? free[i] : x0);
    const lengthM = room > longest ? wholeBays(room, cutting) : 0;
    if (lengthM > longest) longest = lengthM;
  }
  return longest;
}
