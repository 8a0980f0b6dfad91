import type { ParcelFacts, ParkFacts } from '../../../domain/land/facts.ts';
import { judge } from '../../conditions/judge.ts';
import { idOf, valueIn } from '../../scope.ts';
import { chosen, mends, type LeverBench, type Pull } from '../bench.ts';
import type { MendStep } from '../../shape/mend-step.ts';

/** How many parcels to offer; more are no help. */
const offered = 3;

/**
 * How many ways to leave parcels out are tried: each costs a look at all that stay, and one across all ground that parcels
 * have in common. All, of parks as they are.
 */
function triedOf({ parcels, gaps, overlapM2 }: ParkFacts): number {
  const isPlain = overlapM2 === 0 && parcels.some((p) => p.area.state === 'value');
  const looks = Math.max(parcels.length, gaps.length / 4);
  return Math.max(5, Math.floor((isPlain ? 50_000 : 2000) / looks));
}

/** The first ways that are enough. */
function firstOf(ways: readonly (readonly MendStep[])[], bench: LeverBench): readonly (readonly MendStep[])[] {
  const found: (readonly MendStep[])[] = [];
  for (const steps of ways) {
    if (mends(bench, steps)) found.push(steps);
    if (found.length === offered) break;
  }
  return found;
}

const landOf = ({ area }: ParcelFacts): number | null => (area.state === 'value' ? area.value.value : null);
const size = (parcel: ParcelFacts): number => landOf(parcel) ?? Infinity;

/** 并入地块: each parcel around that is enough by itself, neighbours first, then the smallest. */
export const addParcel: Pull = ({ where }, bench) => {
  const scope = bench.scopeOf(bench.facts);
  const { candidates } = bench.land;
  const ways = candidates
    .filter(
      ({ parcel }) => !where || judge(where, { ...scope, item: { kind: 'parcel', facts: parcel } }).value === true,
    )
    .toSorted((a, b) => Number(b.adjacent) - Number(a.adjacent) || size(a.parcel) - size(b.parcel))
    .map(({ parcel, adjacent }): MendStep[] => [
      { kind: 'add', parcel: parcel.parcel.id, landM2: landOf(parcel), adjacent },
    ]);
  return firstOf(ways, bench);
};

const dropping = (parcels: readonly ParcelFacts[]): MendStep => ({
  kind: 'drop',
  parcels: parcels.map((p) => p.parcel.id),
  landM2: parcels.reduce<number | null>((sum, p) => (sum === null ? null : (landOf(p) ?? NaN) + sum), 0),
});

/** 调出地块: one parcel left out, the smallest first; some that meet `where` must stay, or nothing is left to judge. */
export const dropParcel: Pull = ({ where }, bench) => {
  const { parcels } = bench.facts;
  const meant = chosen(bench, 'parcels', where).map(idOf);
  const ways = parcels
    .filter(({ parcel: { id } }) => meant.some((other) => other !== id))
    .toSorted((a, b) => size(a) - size(b))
    .slice(0, triedOf(bench.facts))
    .map((p) => [dropping([p])]);
  return firstOf(ways, bench);
};

const parcelsOf = ({ facts }: LeverBench, ids: readonly string[]): readonly ParcelFacts[] =>
  facts.parcels.filter((p) => ids.includes(p.parcel.id));

/** 调出分园: the fewest sites, the smallest first. */
export const dropSites: Pull = (_, bench) => {
  const { sites } = bench.facts;
  if (sites.state !== 'value') return [];
  const sizeOf = new Map(bench.facts.parcels.map((p) => [p.parcel.id, size(p)]));
  const land = new Map(sites.value.map((s) => [s, s.parcelIds.reduce((sum, id) => sum + (sizeOf.get(id) ?? 0), 0)]));
  const smallest = sites.value.toSorted((a, b) => land.get(a)! - land.get(b)!);
  const tried = Math.min(smallest.length - 1, triedOf(bench.facts));
  for (let n = 1; n <= tried; n++) {
    const steps = [
      dropping(
        parcelsOf(
          bench,
          smallest.slice(0, n).flatMap((s) => s.parcelIds),
        ),
      ),
    ];
    if (mends(bench, steps)) return [steps];
  }
  return [];
};

/** 只留同一取值的地块 (one township): the value that leaves least land out. */
export const keepOne: Pull = ({ field }, bench) => {
  const { parcels } = bench.facts;
  const valueOf = ({ parcel }: ParcelFacts) => valueIn(parcel, field!);
  const values = [...new Set(parcels.map(valueOf))].filter((v) => v !== undefined);
  const ways = values.map((value) => parcels.filter((p) => valueOf(p) !== value)).filter((gone) => gone.length > 0);
  const lost = (gone: readonly ParcelFacts[]) => gone.reduce((sum, p) => sum + size(p), 0);
  const [best] = ways.sort((a, b) => lost(a) - lost(b));
  return best ? [[dropping(best)]] : [];
};
