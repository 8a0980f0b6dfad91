import type { Judged } from './shape/scope.ts';
import type { Missing } from '../domain/land/figure.ts';
import type { TraceStep } from './shape/finding.ts';

const plainYes: Judged = { value: true, missing: [], steps: [] };
const plainNo: Judged = { value: false, missing: [], steps: [] };
export const yes = (steps: readonly TraceStep[] = []): Judged => (steps.length > 0 ? { ...plainYes, steps } : plainYes);
export const no = (steps: readonly TraceStep[] = []): Judged => (steps.length > 0 ? { ...plainNo, steps } : plainNo);

/** False as soon as one is; unknown only if none is false. */
export function conjunction(parts: readonly Judged[]): Judged {
  const steps = parts.flatMap((p) => p.steps);
  if (parts.some((p) => p.value === false)) return no(steps);
  const missing = parts.flatMap((p) => p.missing);
  return parts.some((p) => p.value === null) ? { value: null, missing, steps } : yes(steps);
}

/** The same without steps, which asks no further than it must: `settles` decides alone, false for all, true for any. */
export function untilSettled<T>(parts: readonly T[], settles: boolean, ask: (part: T) => Judged): Judged {
  let missing: readonly Missing[] | null = null;
  for (const part of parts) {
    const judged = ask(part);
    if (judged.value === settles) return settles ? plainYes : plainNo;
    if (judged.value === null) missing = missing ? [...missing, ...judged.missing] : judged.missing;
  }
  if (missing) return { value: null, missing, steps: [] };
  return settles ? plainNo : plainYes;
}

/** True as soon as one is; unknown only if none is true. */
export function disjunction(parts: readonly Judged[]): Judged {
  return negated(conjunction(parts.map(negated)));
}

export const negated = (part: Judged): Judged => (part.value === null ? part : { ...part, value: !part.value });
