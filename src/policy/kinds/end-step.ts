import type { TraceStep } from '../shape/finding.ts';
import type { Comparison } from '../comparison.ts';

/** The end of a figure known in part that decided; none of a figure that is known. */
export const endStep = (node: string, { figure: { value, unit, inputs }, end }: Comparison): readonly TraceStep[] =>
  end ? [{ depth: 1, node, value, unit, inputs, note: end }] : [];
