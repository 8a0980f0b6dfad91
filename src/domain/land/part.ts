import type { BuildingFacts, ParcelFacts, ParkFacts, Site, SiteGap } from './facts.ts';
import { known, unknown, type Missing } from './figure.ts';
import type { LandUses } from './land-use.ts';
import { parkFigures } from './park-figures.ts';
import { perhaps } from './partly.ts';

/**
 * Some parcels of a park as if they were all of it (one phase 分期); `maybe` names those that may be of it or not, and what
 * is missing to tell. Where parcels of the park overlap, the area of several of them is unknown: it cannot be told whose
 * the overlap is.
 */
export function partOfPark(
  facts: ParkFacts,
  ids: ReadonlySet<string>,
  landUses: LandUses,
  maybe: ReadonlyMap<string, Missing> = new Map(),
): ParkFacts {
  const isOf = (id: string) => ids.has(id) || maybe.has(id);
  const own = facts.parcels.filter((p) => isOf(p.parcel.id));
  const known = facts.overlapM2 > 0 && own.length > 1 ? own.map(withoutArea) : own;
  const parcels = known.map((p) => doubtfulParcel(p, maybe.get(p.parcel.id)));
  const buildings = facts.buildings
    .filter((b) => isOf(b.parcelId))
    .map((b) => doubtfulBuilding(b, maybe.get(b.parcelId)));
  const lies =
    maybe.size > 0 ? { sites: unknown(...maybe.values()), gaps: [] } : sitesOfSome(facts, (id) => ids.has(id));
  const figures = parkFigures(parcels, buildings, lies.sites, noOverlap, landUses);
  return { park: facts.park, parcels, buildings, ...lies, ...noOverlap, figures };
}

const noOverlap = { overlapM2: 0, industrialOverlapM2: 0 };

const doubtfulParcel = (p: ParcelFacts, why: Missing | undefined): ParcelFacts =>
  why ? { ...p, doubt: [why], area: perhaps([why], p.area) } : p;

const doubtfulBuilding = (b: BuildingFacts, why: Missing | undefined): BuildingFacts =>
  why
    ? {
        ...b,
        doubt: [why],
        floorArea: perhaps([why], b.floorArea),
        countedFloorArea: perhaps([why], b.countedFloorArea),
        footprint: perhaps([why], b.footprint),
      }
    : b;

/** The parcel where it cannot be told what ground is its own. */
export const withoutArea = (p: ParcelFacts): ParcelFacts => ({
  ...p,
  area: unknown({ kind: 'parcel', id: p.parcel.id, field: 'geometry' }),
});

/** Whole sites left out leave the others as they lie; of a site cut apart only its parcels are known. */
export function sitesOfSome(
  { sites, gaps }: Pick<ParkFacts, 'sites' | 'gaps'>,
  isKept: (parcel: string) => boolean,
): Pick<ParkFacts, 'sites' | 'gaps'> {
  if (sites.state !== 'value') return { sites, gaps };
  const left = sites.value.flatMap((s): Site[] => {
    const parcelIds = s.parcelIds.filter(isKept);
    return parcelIds.length > 0 ? [{ ...s, parcelIds }] : [];
  });
  const numbers = new Map(left.map((s, i) => [s.number, i + 1]));
  const between = gaps.flatMap((g): SiteGap[] => {
    const [a, b] = g.between.map((n) => numbers.get(n));
    return a && b ? [{ ...g, between: [a, b] }] : [];
  });
  return { sites: known(left.map((s, i) => ({ ...s, number: i + 1 }))), gaps: between };
}
