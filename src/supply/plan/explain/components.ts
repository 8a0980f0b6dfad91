import type { PlanProblem } from '../shape/problem.ts';

/**
 * Townships that touch each other 相互影响: those whose parks count for one target, or take of one limit. What is decided in
 * one component changes nothing in another. By township the townships of its component, in rising order.
 */
export function componentsOf({ townships, targets, limits }: PlanProblem): readonly (readonly number[])[] {
  const count = townships.length - 1;
  const first = Int32Array.from({ length: count }, (_, township) => township);
  const join = (some: readonly number[]) => {
    const firsts = new Set(some.map((township) => first[township]));
    const least = Math.min(...firsts);
    for (let township = 0; township < count; township++) if (firsts.has(first[township])) first[township] = least;
  };
  const all = [...first];
  for (const target of targets) join(all.filter((township) => target.townships[township] === 1));
  for (const { use } of limits)
    join(all.filter((township) => use.subarray(townships[township], townships[township + 1]).some((own) => own !== 0)));
  return all.map((township) => all.filter((other) => first[other] === first[township]));
}
