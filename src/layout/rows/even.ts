import type { Block } from './block.ts';
import { areaOf, type Placed } from './columns.ts';
import type { Cutting } from './cut.ts';
import { beside, IN_LINE_M, outOfLine, roomOf } from './ends.ts';
import { withoutStairs } from './stairs.ts';

/** A building gives up no more of its length so that its ends lie in line with those of the row beside. */
const MOST_LOSS = 0.25;
/** A length that no other building has is worth so many bays to be rid of. */
const ALONE_BAYS = 0.5;
/** From row to row and back, until nothing moves any more, but no more often. */
const MOST_SWEEPS = 4;
/** A building as it was, the room it has and what stands beside it now. */
interface Among {
  readonly was: Placed;
  readonly room: readonly [number, number];
  readonly beside: readonly Placed[];
  readonly others: readonly Placed[];
}

/** The same building where what it is shorter, its ends out of line and its length cost the fewest bays. */
function linedUp(one: Placed, { was, room: [from, to], beside, others }: Among, cutting: Cutting, lineBays: number) {
  const { bayM, minM } = cutting;
  const longest = was.x1 - was.x0;
  const least = Math.max(minM, longest * (1 - MOST_LOSS));
  const isAlone = (length: number): boolean => !others.some(({ x0, x1 }) => Math.abs(x1 - x0 - length) < IN_LINE_M);
  const costOf = (x0: number, length: number): number =>
    (longest - length) / bayM +
    lineBays * beside.reduce((sum, other) => sum + outOfLine(x0, x0 + length, other), 0) +
    (isAlone(length) ? ALONE_BAYS : 0);
  let best = { x0: one.x0, length: one.x1 - one.x0, cost: costOf(one.x0, one.x1 - one.x0) };
  for (let length = longest; length >= least - 1e-6; length -= bayM)
    for (const { x0: start, x1: end } of [{ x0: from, x1: to }, was, ...beside])
      for (const x0 of [start, end - length]) {
        if (x0 < from - 1e-6 || x0 + length > to + 1e-6) continue;
        const cost = costOf(x0, length);
        if (cost < best.cost - 1e-6) best = { x0, length, cost };
      }
  return best.x0 === one.x0 && best.length === one.x1 - one.x0 ? null : { ...one, x0: best.x0, x1: best.x0 + best.length }; // prettier-ignore
}

const besideOf = (one: Placed, placed: readonly Placed[]): Placed[] => placed.filter((other) => beside(one, other));

/** How far buildings can move all together: back, and on. */
function roomTogether(block: Block, group: readonly Placed[], gapM: number): readonly [number, number] {
  let [least, most] = [-Infinity, Infinity];
  for (const one of group) {
    const [from, to] = roomOf(block, one, gapM);
    least = Math.max(least, from - one.x0);
    most = Math.min(most, to - one.x1);
  }
  return [least, most];
}

/** Buildings that stand in line at both ends move together where that brings more ends in line with others: nothing is shorter for it. */
function movedTogether(block: Block, one: Placed, { bayM, gapM }: Cutting): readonly Placed[] | null {
  const { placed } = block;
  const steps = besideOf(one, placed)
    .flatMap(({ x0, x1 }) => [x0 - one.x0, x1 - one.x1])
    .filter((m) => Math.abs(m) >= IN_LINE_M && Math.abs(m) < bayM);
  if (!steps.length) return null;
  const group = placed.filter((other) => outOfLine(one.x0, one.x1, other) === 0);
  const around = group.flatMap((each) => besideOf(each, placed).filter((other) => !group.includes(other)));
  const offBy = (m: number): number => around.reduce((sum, other) => sum + outOfLine(one.x0 + m, one.x1 + m, other), 0);
  const [least, most] = roomTogether(block, group, gapM);
  for (const step of steps) {
    const m = Math.min(most, Math.max(least, step));
    if (offBy(m) < offBy(0))
      return placed.map((each) => (group.includes(each) ? { ...each, x0: each.x0 + m, x1: each.x1 + m } : each));
  }
  return null;
}

/**
 * Rows whose ends step less along a slanted side, of fewer lengths: from row to row, and back, a building comes in line with
 * those of the rows beside it where that costs it fewer bays than a line is worth.
 * @param lineBays what an end in line is worth
 */
export function evened(block: Block, cutting: Cutting, lineBays: number): Block {
  let placed: readonly Placed[] = block.placed;
  const order = placed.map((_, i) => i).sort((a, b) => placed[a].row - placed[b].row);
  let moved = true;
  for (let sweep = 0; moved && sweep < MOST_SWEEPS; sweep++) {
    moved = false;
    for (const i of sweep % 2 ? order.toReversed() : order) {
      const one = placed[i];
      const beside = besideOf(one, placed);
      // Nothing to gain: most stand so.
      if (one === block.placed[i] && beside.every((other) => !outOfLine(one.x0, one.x1, other))) continue;
      const room = roomOf({ ...block, placed }, one, cutting.gapM);
      const others = placed.filter((other) => other !== one);
      const next = linedUp(one, { was: block.placed[i], room, beside, others }, cutting, lineBays);
      if (!next) continue;
      placed = placed.with(i, next);
      moved = true;
    }
  }
  for (const i of order) placed = movedTogether({ ...block, placed }, placed[i], cutting) ?? placed;
  placed = withoutStairs({ ...block, placed }, block.placed, cutting, lineBays);
  return { ...block, placed, areaM2: areaOf(placed) };
}
