import { expect, it } from 'vitest';
import { placedRoofs, roofsOf } from './roofs.ts';
import type { PlannedBuilding } from './contract.ts';
import { screenAt } from './screen.ts';

const [LON, LAT] = [113.7, 34.7];
const metre = 1 / 111_000;
/** 60 by 30 m, so many metres to the east of the middle. */
function buildingAt(east: number, name: string, selected = false): PlannedBuilding {
  const corner = (x: number, y: number) => [LON + (east + x) * metre * 1.2, LAT + y * metre];
  const ring = [corner(0, 0), corner(60, 0), corner(60, 30), corner(0, 30), corner(0, 0)];
  return {
    geometry: { type: 'Polygon', coordinates: [ring] },
    mass: { slabs: [], heightM: 18, assumed: null, isHigh: false },
    label: name,
    roof: [`${name} 3 层 · 18.0 m`, '1 层计两层'],
    selected,
  } as unknown as PlannedBuilding;
}
const box = { width: 900, height: 600 };
const widthOf = (text: string) => 7 * text.length;
const written = (zoom: number, ...buildings: PlannedBuilding[]) =>
  placedRoofs(roofsOf(buildings), screenAt({ lon: LON, lat: LAT, zoom, pitch: 50, bearing: -20 }, 900, 600), box, widthOf).map(({ lines }) => lines.join()).sort(); // prettier-ignore

it('roofs have their words where they are seen large enough, else their number, and no two in one place; what is in hand has them anyway', () => {
  const [a, b] = [buildingAt(0, '1#'), buildingAt(80, '2#')];
  const wordsOf = (name: string) => `${name} 3 层 · 18.0 m,1 层计两层`;
  expect(written(17, a, b)).toEqual([wordsOf('1#'), wordsOf('2#')]);
  // Words twice as wide as a roof of 48 px would lie over the one beside it.
  expect(written(15.5, a, b)).toEqual(['1#', '2#']);
  expect(written(17, a, buildingAt(10, '2#'))).toHaveLength(1);
  // From afar numbers would be all that is seen.
  expect(written(14, a, b)).toEqual([]);
  expect(written(14, a, buildingAt(80, '2#', true))).toEqual([wordsOf('2#')]);
});
