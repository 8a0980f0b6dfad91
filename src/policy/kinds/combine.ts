import type { Borderline } from '../shape/finding.ts';
import type { Outcome } from '../shape/outcome.ts';
import type { Scope } from '../shape/scope.ts';
import type { PartResult } from './kind.ts';
import { deeper, ifTracing } from '../trace-steps.ts';

/**
 * Several parts as one: the outcome by `rule`, alternatives likewise, the margin of the part that decides: the one
 * with most to spare where one is enough (`best`), with least where all must hold (`worst`).
 */
export function combine(
  scope: Scope,
  node: string,
  parts: readonly PartResult[],
  rule: (outcomes: readonly Outcome[]) => Outcome,
  decides: 'best' | 'worst',
): PartResult {
  const outcome = rule(parts.map((p) => p.outcome));
  const deciding = parts.filter((p) => p.outcome === outcome && p.relative !== null);
  const sign = decides === 'best' ? 1 : -1;
  const nearest = deciding.reduce<PartResult | null>(
    (a, b) => (a && sign * a.relative! >= sign * b.relative! ? a : b),
    null,
  );
  return {
    outcome,
    measured: parts.flatMap((p) => p.measured),
    required: parts.flatMap((p) => p.required),
    margin: outcome === 'unknown' ? null : (nearest?.margin ?? null),
    relative: nearest?.relative ?? null,
    // What is missing matters only where it can still change the outcome.
    missing: outcome === 'unknown' ? parts.flatMap((p) => p.missing) : [],
    steps: ifTracing(scope, () => [{ depth: 0, node, outcome }, ...deeper(parts.flatMap((p) => p.steps))]),
    alternatives: alternativesOf(parts, rule),
  };
}

function alternativesOf(parts: readonly PartResult[], rule: (outcomes: readonly Outcome[]) => Outcome): Borderline[] {
  if (parts.every((p) => p.alternatives.length === 0)) return [];
  const first = new Map<Borderline['on'], Borderline>();
  for (const part of parts)
    for (const a of part.alternatives) {
      const seen = first.get(a.on);
      // The figure worth showing is the one that would be judged otherwise.
      if (!seen || (a.outcome !== part.outcome && !changes(parts, seen))) first.set(a.on, a);
    }
  return [...first.values()].map((a) => ({
    ...a,
    outcome: rule(parts.map((p) => p.alternatives.find((b) => b.on === a.on)?.outcome ?? p.outcome)),
  }));
}

const changes = (parts: readonly PartResult[], a: Borderline): boolean =>
  parts.some((p) => p.alternatives.includes(a) && p.outcome !== a.outcome);
