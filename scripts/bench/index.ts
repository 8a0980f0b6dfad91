import { adjacency } from './adjacency.ts';
import type { Benchmark } from './contract.ts';
import { edit } from './edit.ts';
import { holder } from './holder.ts';
import { overlay } from './overlay.ts';
import { policy } from './policy.ts';
import { validity } from './validity.ts';

/** Every benchmark, in the order they run and are written down. */
export const benchmarks: readonly Benchmark[] = [adjacency, holder, overlay, validity, edit, policy];
