import type { FloorUnit } from '../../../domain/land/model.ts';
import { mends, missing, withUnits, type Pull } from '../bench.ts';
import type { MendStep } from '../../shape/mend-step.ts';

const area = (unit: FloorUnit): number => unit.floorAreaM2 ?? 0;

/** Every unit is tried with every other of its building, which no building has more of than hundreds. */
const mostUnits = 2000;

/** Units not sold, of one use and held alike can become one. */
const alike = (a: FloorUnit, b: FloorUnit): boolean =>
  a.id !== b.id && b.soldOn === undefined && b.floorAreaM2 !== undefined && a.use === b.use && a.held === b.held;

/**
 * 合并单元: each unit that is too small together with the smallest other of its building that is enough, else with
 * several. A unit sold, or without others to join, cannot be mended so.
 */
export const mergeUnits: Pull = (_, bench) => {
  if (bench.facts.buildings.some(({ building }) => (building.units?.length ?? 0) > mostUnits)) return [];
  const merges: Extract<MendStep, { readonly kind: 'merge' }>[] = [];
  for (const { item } of missing(bench, 'units')) {
    if (item.kind !== 'unit') continue;
    const { building } = item.building;
    const own = building.units?.find((u) => u.id === item.unit.id);
    // A unit already joined to another that was too small is mended with it.
    if (merges.some((m) => m.building === building.id && m.units.includes(item.unit.id))) continue;
    const used = new Set(merges.flatMap((m) => (m.building === building.id ? m.units : [])));
    if (!own || own.soldOn !== undefined) return [];
    const others = (building.units ?? [])
      .filter((u) => alike(own, u) && !used.has(u.id))
      .sort((a, b) => area(a) - area(b));
    const enough = (units: readonly string[]) => {
      const alone = { ...bench, facts: withUnits(bench.facts, building.id, units) };
      return mends(alone, [{ kind: 'merge', building: building.id, units }]);
    };
    const units = first(waysOf(own, others), enough);
    if (!units) return [];
    merges.push({ kind: 'merge', building: building.id, units });
  }
  return merges.length > 0 ? [merges] : [];
};

/**
 * The unit with another, the smallest first; then with two others, three, …: the largest of them, so that as few as can be are
 * joined. Made one by one: all together they are the square of a building's units, for every one of them.
 */
function* waysOf(own: FloorUnit, others: readonly FloorUnit[]): Generator<readonly string[]> {
  for (const other of others) yield [own.id, other.id];
  const largest = others.toReversed();
  for (let n = 2; n <= largest.length; n++) yield [own.id, ...largest.slice(0, n).map((u) => u.id)];
}

function first<T>(all: Iterable<T>, isMeant: (one: T) => boolean): T | undefined {
  for (const one of all) if (isMeant(one)) return one;
  return undefined;
}
