import type { ParkFacts } from '../../domain/land/facts.ts';
import { known, type Figure, type Input } from '../../domain/land/figure.ts';
import type { LandUses } from '../../domain/land/land-use.ts';
import { parkFigures } from '../../domain/land/park-figures.ts';

/** The park as if every area were known to its last digit: what then meets a bound meets the bound as it is written. */
export function exactly(facts: ParkFacts, landUses: LandUses): ParkFacts {
  const parcels = facts.parcels.map((p) => ({ ...p, area: exact(p.area) }));
  const buildings = facts.buildings.map((b) => ({
    ...b,
    floorArea: exact(b.floorArea),
    countedFloorArea: exact(b.countedFloorArea),
    footprint: exact(b.footprint),
  }));
  const figures = parkFigures(parcels, buildings, facts.sites, facts, landUses);
  // A floor area that a parcel states enters the figures themselves.
  const exactFigures = Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, exact(figure)]));
  return { ...facts, parcels, buildings, figures: exactFigures };
}

const exact = (input: Input<Figure>): Input<Figure> =>
  input.state === 'value' ? known({ ...input.value, resolution: 0 }) : input;
