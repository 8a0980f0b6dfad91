import type { ParkFacts } from '../../domain/land/facts.ts';
import { known, type Figure, type Input } from '../../domain/land/figure.ts';

/** The park as if every area were known to its last digit: what then meets a bound meets the bound as it is written. */
export const exactly = (facts: ParkFacts): ParkFacts => ({
  ...facts,
  parcels: facts.parcels.map((p) => ({ ...p, area: exact(p.area) })),
  buildings: facts.buildings.map((b) => ({
    ...b,
    floorArea: exact(b.floorArea),
    countedFloorArea: exact(b.countedFloorArea),
    footprint: exact(b.footprint),
  })),
});

const exact = (input: Input<Figure>): Input<Figure> =>
  input.state === 'value' ? known({ ...input.value, resolution: 0 }) : input;

/** The roundest whole number from `low` to `high`: the one that ends in most noughts, of those the lowest. */
export function roundest(low: number, high: number): number {
  let found = low;
  for (let step = 10; step <= high; step *= 10) {
    const next = Math.ceil(low / step) * step;
    if (next <= high) found = next;
  }
  return found;
}
