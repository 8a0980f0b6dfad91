import type { TraceStep } from './shape/finding.ts';

const untold: readonly TraceStep[] = [];

/** Steps of the trace where they are asked for; else none, and none are made. */
export const told = (
  { tracing }: { readonly tracing: boolean },
  steps: () => readonly TraceStep[],
): readonly TraceStep[] => (tracing ? steps() : untold);
