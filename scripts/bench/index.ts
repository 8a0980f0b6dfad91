import { adjacency } from './adjacency.ts';
import type { Benchmark } from './contract.ts';
import { edit } from './edit.ts';
import { holder } from './holder.ts';
import { policy } from './policy.ts';

/** Every benchmark, in the order they run and are written down. */
export const benchmarks: readonly Benchmark[] = [adjacency, holder, edit, policy];
