import type { BuildingFacts } from '../../../domain/land/facts.ts';
import type { Figure, Input } from '../../../domain/land/figure.ts';
import { storeyCount } from '../../../domain/land/storeys.ts';
import type { Condition } from '../../shape/expression.ts';
import type { FloorUnit } from '../../../domain/land/model.ts';
import { after, chosen, mends, type LeverBench, type Pull } from '../bench.ts';
import type { MendStep } from '../../shape/mend-step.ts';
import { guessed, least } from '../least.ts';

/** Areas are found to 0.01 m², as they are registered. */
const perM2 = 100;
/** Steps of 0.01 m² to get away from the edge: 1 000 m², more than the areas of any park leave open. */
const mostFurther = 100_000;
/** The first area from which a guess is drawn, m². */
const firstM2 = 100;
/** No park is mended by more than this, m². */
const most = 10_000_000;

/** How many buildings are tried one by one, of parks of more than a hundred: each costs a look at all of them. */
const triedOf = ({ facts }: LeverBench): number => Math.max(20, Math.floor(10_000 / facts.buildings.length));

const areaOf = (input: Input<Figure>): number => (input.state === 'value' ? input.value.value : 0);

/** Buildings that stand wholly on their parcel, the largest first. */
const whole = (bench: LeverBench, where: Condition | undefined): readonly BuildingFacts[] =>
  chosen(bench, 'buildings', where)
    .flatMap((item) => (item.kind === 'building' && item.facts.insideShare === 1 ? [item.facts] : []))
    .sort((a, b) => areaOf(b.floorArea) - areaOf(a.floorArea));

/**
 * The smallest area that does it as the bound is written, to the 0.01 m² it is said in, and a little more where that
 * would still be at the edge of what the areas resolve to; not so where no more of it gets away from there.
 */
function solved<C extends MendStep>(
  bench: LeverBench,
  limit: number,
  steps: (m2: number) => readonly C[],
): readonly C[][] {
  const all = Math.floor(limit * perM2 + 1e-6);
  const marginAt = (n: number) => bench.marginOf(n === 0 ? bench.facts : after(bench, steps(n / perM2)));
  const near = guessed(all, firstM2 * perM2, marginAt);
  const k = least(all, (n) => mends(bench, steps(n / perM2)), near);
  if (k === null) return [];
  const isClear = (n: number) => bench.isClear(after(bench, steps((k + n - 1) / perM2)));
  const further = least(Math.min(mostFurther, all - k + 1), isClear) ?? 1;
  return [[...steps((k + further - 1) / perM2)]];
}

/** 增加建筑面积, on the largest building meant; where none is listed, on the largest parcel that states its floor area. */
export const addFloor: Pull = ({ where }, bench) => {
  const [building] = whole(bench, where);
  if (building)
    return solved(bench, most, (byM2) => [{ kind: 'floor', of: 'building', id: building.building.id, byM2 }]);
  if (bench.facts.buildings.length > 0) return [];
  const [parcel] = bench.facts.parcels
    .filter((p) => p.parcel.floorAreaM2 !== undefined)
    .sort((a, b) => areaOf(b.area) - areaOf(a.area));
  return parcel ? solved(bench, most, (byM2) => [{ kind: 'floor', of: 'parcel', id: parcel.parcel.id, byM2 }]) : [];
};

/** `total` taken from several buildings in turn, none of more than it has. */
function taken<C extends MendStep>(
  total: number,
  from: readonly BuildingFacts[],
  has: (b: BuildingFacts) => number,
  take: (b: BuildingFacts, byM2: number) => C,
): C[] {
  let left = total;
  return from.flatMap((b) => {
    const part = Math.min(left, has(b));
    left -= part;
    return part > 0 ? [take(b, -part)] : [];
  });
}

const sum = (buildings: readonly BuildingFacts[], has: (b: BuildingFacts) => number): number =>
  buildings.reduce((total, b) => total + has(b), 0);

type Footprint = Extract<MendStep, { readonly kind: 'footprint' }>;

/** 减少占地: the same storeys on less ground. */
export const cutFootprint: Pull = ({ where }, bench) => {
  const from = whole(bench, where);
  const has = (b: BuildingFacts) => areaOf(b.footprint);
  const smaller = ({ building: { id } }: BuildingFacts, byM2: number): Footprint => ({
    kind: 'footprint',
    id,
    byM2,
    floorM2: 0,
  });
  return solved(bench, sum(from, has), (m2) => taken(m2, from, has, smaller)).map((steps) =>
    steps.map((step) => ({ ...step, floorM2: floorAdded(bench, [step]) })),
  );
};

const hasFloor = (b: BuildingFacts): number => areaOf(b.floorArea);
/** What stands above ground can go. */
const hasAbove = (b: BuildingFacts): number => Math.max(0, hasFloor(b) - (b.building.floorAreaBelowM2 ?? 0));

function lessFloor({ building, floorArea }: BuildingFacts, byM2: number): MendStep {
  const units = fitted(building.units ?? [], areaOf(floorArea) + byM2);
  return { kind: 'floor', of: 'building', id: building.id, byM2, ...(units.length > 0 && { units }) };
}

/** Units that have no room any more, all made smaller in one share: which of them is the planner's. */
function fitted(units: readonly FloorUnit[], room: number): readonly { id: string; floorAreaM2: number }[] {
  const total = units.reduce((all, u) => all + (u.floorAreaM2 ?? 0), 0);
  if (total <= room) return [];
  const share = Math.max(0, room / total);
  return units.flatMap(({ id, floorAreaM2 }) =>
    floorAreaM2 === undefined ? [] : [{ id, floorAreaM2: Math.floor(floorAreaM2 * share * perM2) / perM2 }],
  );
}

/** 核减建筑面积 */
export const cutFloor: Pull = ({ where }, bench) => {
  const from = whole(bench, where);
  return solved(bench, sum(from, hasAbove), (m2) => taken(m2, from, hasAbove, lessFloor));
};

/** 调整用途: so much of one use becomes the other's; all the floor area together stays as it is. */
export const moveFloor: Pull = ({ where, into }, bench) => {
  const from = whole(bench, where);
  const [to] = whole(bench, into);
  if (!to) return [];
  return solved(bench, sum(from, hasAbove), (byM2) => [
    ...taken(byM2, from, hasAbove, lessFloor),
    { kind: 'floor', of: 'building', id: to.building.id, byM2 },
  ]);
};

/** 整幢或单元改变用途: the building, or the unit (`of: units`), that does it with the least floor area. */
export const setUse: Pull = ({ of, where, to }, bench) => {
  if (of === 'units') return setUnitUse(where, String(to), bench);
  const ways = whole(bench, where)
    .slice(0, triedOf(bench))
    .map(({ building: { id, use } }): MendStep[] => [
      { kind: 'set', of: 'building', id, field: 'use', from: use ?? null, to: String(to) },
    ]);
  const found = ways.filter((steps) => mends(bench, steps)).at(-1);
  return found ? [found] : [];
};

/** Units with a use of their own: one that only has its building's changes with the building. */
function setUnitUse(where: Condition | undefined, to: string, bench: LeverBench): readonly MendStep[][] {
  const ways = chosen(bench, 'units', where)
    .flatMap((item) => (item.kind === 'unit' && !item.missing ? [item] : []))
    .flatMap(({ unit, building: { building } }) => {
      const own = building.units?.find(({ id }) => id === unit.id);
      return own?.use === undefined || own.soldOn !== undefined
        ? []
        : [{ ...own, use: own.use, building: building.id }];
    })
    .sort((a, b) => (a.floorAreaM2 ?? 0) - (b.floorAreaM2 ?? 0))
    .map(({ id, use, building }): MendStep[] => [
      { kind: 'set', of: 'unit', id, building, field: 'use', from: use, to },
    ]);
  const found = ways.find((steps) => mends(bench, steps));
  return found ? [found] : [];
}

/** Storeys that may be added where the pack sets no share of those that stand. */
const mostOfStanding = 1;

/**
 * 加层: the building that does it with the fewest storeys; of several the one that adds least. What stands bears only so
 * much more: no more storeys than `most` times those there are. Where one building is not enough, the largest ones
 * together; where all of them are not, it takes another building, and is said as floor area.
 */
export const addStorey: Pull = ({ where, most: share = mostOfStanding }, bench) => {
  const capped = whole(bench, where).flatMap(({ building }) => {
    const cap = Math.floor(share * (storeyCount(building) ?? 0) + 1e-9);
    return cap < 1 ? [] : [{ id: building.id, cap }];
  });
  const tried = capped.slice(0, triedOf(bench));
  const ways = tried.flatMap(({ id, cap }) => {
    const by = least(cap, (n) => mends(bench, [raise(id, n)]));
    return by === null ? [] : [{ ...raise(id, by), byM2: floorAdded(bench, [raise(id, by)]) }];
  });
  const [best] = ways.sort((a, b) => a.by - b.by || a.byM2 - b.byM2);
  if (best) return [[best]];
  const several = onSeveral(tried, bench);
  return several ? [several.map((step) => ({ ...step, byM2: floorAdded(bench, [step]) }))] : [];
};

type Storeys = Extract<MendStep, { readonly kind: 'storeys' }>;

const raise = (id: string, by: number): Storeys => ({ kind: 'storeys', id, by, byM2: 0 });

/** All a building bears on one after the other, the largest first, and of the last one only as many as are needed. */
function onSeveral(
  capped: readonly { readonly id: string; readonly cap: number }[],
  bench: LeverBench,
): readonly Storeys[] | null {
  const full: Storeys[] = [];
  for (const { id, cap } of capped) {
    const by = least(cap, (n) => mends(bench, [...full, raise(id, n)]));
    if (by !== null) return [...full, raise(id, by)];
    full.push(raise(id, cap));
  }
  return null;
}

function floorAdded(bench: LeverBench, steps: readonly MendStep[]): number {
  const floor = (b: readonly BuildingFacts[]) => sum(b, hasFloor);
  return floor(after(bench, steps).buildings) - floor(bench.facts.buildings);
}
