import type { Benchmark } from './contract.ts';

/** Every benchmark, in the order they run and are written down. */
export const benchmarks: readonly Benchmark[] = [];
