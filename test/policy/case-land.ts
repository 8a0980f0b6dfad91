import type { ParcelFacts, ParkFacts } from '../../src/domain/land/facts.ts';
import { buildingFacts, footprintOf } from '../../src/domain/land/building-facts.ts';
import type { ParkRecords } from '../../src/domain/land/park-facts.ts';
import { parkFigures } from '../../src/domain/land/park-figures.ts';
import { sitesOfSome } from '../../src/domain/land/part.ts';
import type { Surroundings } from '../../src/domain/land/surroundings.ts';
import type { Pack } from '../../src/policy/shape/pack.ts';
import { landUsesOf } from '../../src/policy/land-uses.ts';

/** A parcel beside the park of a case, and how the park would lie with it. */
export type CaseCandidate = Pick<ParkFacts, 'sites' | 'gaps'> & {
  readonly parcel: ParcelFacts;
  readonly adjacent: boolean;
};

/**
 * The land of a case, of which nothing is drawn: what the case says was measured stays so whatever records say, and a
 * building whose record changes has the figures of its record.
 */
export function caseLand(facts: ParkFacts, pack: Pack, candidates: readonly CaseCandidate[] = []): Surroundings {
  const landUses = landUsesOf(pack);
  const measured = [...facts.parcels, ...candidates.map((c) => c.parcel)];
  const factsWith = ({ park, parcels: records, buildings: changed }: ParkRecords): ParkFacts => {
    const parcels = records.map(({ parcel }) => ({ ...measured.find((p) => p.parcel.id === parcel.id)!, parcel }));
    const on = (id: string) => parcels.filter((p) => p.parcel.id === id);
    const buildings = facts.buildings.flatMap((b) => {
      const record = changed.get(b.row) ?? b.building;
      const drawn = { keyOf: (row: number) => row, outline: () => null, insideM2: () => 0 };
      return record === b.building
        ? on(b.parcelId).map(() => b)
        : buildingFacts({ ...record, parcelId: b.parcelId }, b.row, drawn, on(b.parcelId), landUses);
    });
    const isKept = (id: string) => parcels.some((p) => p.parcel.id === id);
    const added = candidates.find((c) => isKept(c.parcel.parcel.id));
    const { sites, gaps } = added ?? sitesOfSome(facts, isKept);
    const overlapM2 = facts.parcels.every((p) => isKept(p.parcel.id)) ? facts.overlapM2 : 0;
    // Cases have industrial parcels alone where any overlap.
    const overlaps = { overlapM2, industrialOverlapM2: overlapM2 };
    const figures = parkFigures(parcels, buildings, sites, overlaps, landUses);
    return { park, parcels, buildings, sites, gaps, ...overlaps, figures };
  };
  return { candidates, factsWith, footprintM2: (_, building) => footprintOf(building, null) };
}
