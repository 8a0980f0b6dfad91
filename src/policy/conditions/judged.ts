import type { Missing } from '../../domain/land/figure.ts';
import type { TraceStep } from '../finding.ts';

/** Kleene's three values: null is unknown, and then `missing` says why. */
export interface Judged {
  readonly value: boolean | null;
  readonly missing: readonly Missing[];
  readonly steps: readonly TraceStep[];
}

export const yes = (steps: readonly TraceStep[] = []): Judged => ({ value: true, missing: [], steps });
export const no = (steps: readonly TraceStep[] = []): Judged => ({ value: false, missing: [], steps });

/** False as soon as one is; unknown only if none is false. */
export function allOf(parts: readonly Judged[]): Judged {
  const steps = parts.flatMap((p) => p.steps);
  if (parts.some((p) => p.value === false)) return no(steps);
  const missing = parts.flatMap((p) => p.missing);
  return parts.some((p) => p.value === null) ? { value: null, missing, steps } : yes(steps);
}

/** True as soon as one is; unknown only if none is true. */
export function anyOf(parts: readonly Judged[]): Judged {
  return negated(allOf(parts.map(negated)));
}

export const negated = (part: Judged): Judged => (part.value === null ? part : { ...part, value: !part.value });
