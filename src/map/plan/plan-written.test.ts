import type { Geometry } from 'geojson';
import { expect, it } from 'vitest';
import { nothingShown } from '../shown.ts';
import { changedSources } from '../sources.ts';
import type { Plan } from '../tools/contract.ts';

const square = (x: number): Geometry => ({ type: 'Polygon', coordinates: [[[x, 0], [x + 1, 0], [x + 1, 1], [x, 1], [x, 0]]] }); // prettier-ignore
const [land, first, second] = [square(0), square(2), square(4)];
const slab = { fromM: 0, toM: 6, isTwice: false };

/** A plan made anew, as it is each time something is tried. */
function planned(storeys: number, at = first): Plan {
  const mass = { heightM: 6 * storeys, slabs: Array.from({ length: storeys }, () => slab) };
  const plain = { existing: false, parcelKey: 1 };
  return {
    parcels: [{ key: 1, geometry: land, label: 'D1', role: 'in' }],
    buildings: [
      { ...plain, key: 2, geometry: at, label: '1#', storeys: '3 层', ...(storeys !== 3 && { change: `3→${storeys} 层` }), selected: true, mass },
      { ...plain, key: 3, geometry: second, label: '2#', selected: false, mass: { heightM: 6, slabs: [slab] } },
    ],
    marks: [{ at: [0, 0], outcome: 'fail' }],
    sites: null,
  } as unknown as Plan; // prettier-ignore
}

const anew = (before: Plan, after: Plan) => {
  const shown = { ...nothingShown, plan: before };
  return [...changedSources(shown, { ...shown, plan: after }).keys()];
};

it('of a storey that is tried what stands in hand and its name are drawn anew, and nothing that is as it was', () => {
  expect(anew(planned(3), planned(3))).toEqual([]);
  expect(anew(planned(3), planned(4))).toEqual(['planBuildingNames', 'massInHand']);
  // Moved, names of land keep clear of where it stands now.
  expect(anew(planned(3), planned(3, square(3)))).toEqual(['planParcelNames', 'planBuildings', 'planBuildingNames', 'massInHand']); // prettier-ignore
});
