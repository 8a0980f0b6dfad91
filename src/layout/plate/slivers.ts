import { extentOf } from './lines.ts';
import { partOfCell, type PlatePart, type PlatePlan } from './plan.ts';

/** A part that is thinner is no room, metres: a corner of the plate lies beside a line of the corridor, or of a core. */
const LEAST_ROOM_M = 1;

/** Slivers go to the part they have most of their walls in common with; what stands alone stays. */
export function withoutSlivers(plan: PlatePlan): PlatePlan {
  const own = partOfCell(plan);
  const into = plan.parts.map((part, i) => (isSliver(plan, part) ? neighbourOf(plan, i, own) : i));
  if (into.every((to, i) => to === i)) return plan;
  // Beside another sliver it goes where that goes; two that would go to each other stay with the first.
  const goal = (i: number): number => {
    const seen = new Set<number>();
    let to = i;
    for (; !seen.has(to); to = into[to]) seen.add(to);
    const round = [...seen];
    return Math.min(...round.slice(round.indexOf(to)));
  };
  const cells = plan.parts.map((): number[] => []);
  plan.parts.forEach((part, i) => cells[goal(i)].push(...part.cells));
  const parts = plan.parts.flatMap((part, i): PlatePart[] =>
    cells[i].length > 0 ? [{ ...part, cells: cells[i] }] : [],
  );
  return { ...plan, parts };
}

function isSliver({ grid }: PlatePlan, { cells }: PlatePart): boolean {
  const { u, v } = extentOf(cells.flatMap((cell) => grid.cells[cell].ring));
  return Math.min(u[1] - u[0], v[1] - v[0]) < LEAST_ROOM_M;
}

function neighbourOf({ grid, parts }: PlatePlan, part: number, own: Int32Array): number {
  const lengths = new Map<number, number>();
  for (const cell of parts[part].cells)
    for (const { with: other, lengthM } of grid.sides[cell])
      if (own[other] !== part) lengths.set(own[other], (lengths.get(own[other]) ?? 0) + lengthM);
  return [...lengths].reduce((best, one) => (one[1] > best[1] ? one : best), [part, 0] as const)[0];
}
