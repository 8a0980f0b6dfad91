export interface Timing {
  readonly name: string;
  /** Milliseconds of each round, in the order they ran. */
  readonly rounds: readonly number[];
}

/** Contenders return a number, so that no work can be optimised out. */
export type Contender = () => number | Promise<number>;

/**
 * Runs every contender once per round, in turn, so that a busy moment of the machine falls on all of them; the first
 * `warmUp` rounds are thrown away.
 */
export async function interleaved(
  contenders: Readonly<Record<string, Contender>>,
  rounds: number,
  warmUp = 2,
): Promise<Timing[]> {
  const names = Object.keys(contenders);
  const times = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = -warmUp; round < rounds; round++) {
    // Each round starts with another contender: none always follows the heaviest.
    for (let k = 0; k < names.length; k++) {
      const name = names[(k + round + warmUp) % names.length];
      const started = performance.now();
      const result = await contenders[name]();
      const took = performance.now() - started;
      if (!Number.isFinite(result)) throw new Error(`${name} gave ${result}`);
      if (round >= 0) times.get(name)!.push(took);
    }
  }
  return names.map((name) => ({ name, rounds: times.get(name)! }));
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
}
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** `120.4 (118.0–131.2)`: median and spread, ms. */
export const shownMs = (rounds: readonly number[]): string => {
  const digits = median(rounds) < 100 ? 1 : 0;
  const [mid, low, high] = [median(rounds), quantile(rounds, 0), quantile(rounds, 1)].map((ms) => ms.toFixed(digits));
  return `${mid} (${low}–${high})`;
};
