import type { Benchmark } from './contract.ts';
import { policy } from './policy.ts';

/** Every benchmark, in the order they run and are written down. */
export const benchmarks: readonly Benchmark[] = [policy];
