import type { PlanAsked } from '../../../../city/planning/asked.ts';

/** What plans are made of is the same; what is not given is the same as nothing. */
export function sameAsked(one: PlanAsked, other: PlanAsked): boolean {
  const plain = (asked: PlanAsked) =>
    JSON.stringify(
      Object.entries(asked)
        .filter(([, value]) => value !== undefined && !isNothing(value))
        .sort(),
    );
  return plain(one) === plain(other);
}

const isNothing = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length === 0
    : typeof value === 'object' && value !== null && Object.keys(value).length === 0;
