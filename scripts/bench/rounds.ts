export interface Timing {
  readonly name: string;
  /** Milliseconds of each round, in the order they ran. */
  readonly rounds: readonly number[];
}

/**
 * Runs every contender once per round, in turn, so that a busy moment of the machine falls on all of them; the first
 * `warmUp` rounds are thrown away. Contenders return a number, so that no work can be optimised out.
 */
export function interleaved(contenders: Readonly<Record<string, () => number>>, rounds: number, warmUp = 2): Timing[] {
  const names = Object.keys(contenders);
  const times = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = -warmUp; round < rounds; round++) {
    // Each round starts with another contender: none always follows the heaviest.
    for (let k = 0; k < names.length; k++) {
      const name = names[(k + round + warmUp) % names.length];
      const started = performance.now();
      const result = contenders[name]();
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
