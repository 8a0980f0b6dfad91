import type { TraceStep } from './shape/finding.ts';

const none: readonly TraceStep[] = [];

/** Steps of the trace where they are asked for; else none, and none are made. */
export const ifTracing = (
  { tracing }: { readonly tracing: boolean },
  steps: () => readonly TraceStep[],
): readonly TraceStep[] => (tracing ? steps() : none);

/** Steps below another. */
export const deeper = (steps: readonly TraceStep[]): readonly TraceStep[] =>
  steps.map((step) => ({ ...step, depth: step.depth + 1 }));
