import { pairsOf } from './lie.ts';
import type { Park, Project } from './model.ts';

/**
 * Parks with so many parcels on each other that neither their sites nor the ground they cover together is told, of which
 * a person is to know; rows in `broken` are not looked at.
 */
export function crowdedParks({ parks, parcels }: Project, broken: ReadonlySet<number>): readonly Park[] {
  const { records, layer } = parcels;
  const rowsOf = new Map<string, number[]>(parks.map(({ id }) => [id, []]));
  const parkOf = records.field('parkId');
  for (let row = 0; row < records.length; row++) {
    const parkId = parkOf(row);
    const isDrawn = layer.partStart[row + 1] > layer.partStart[row];
    if (parkId !== undefined && isDrawn && !broken.has(row)) rowsOf.get(parkId)?.push(row);
  }
  return parks.filter(({ id }) => pairsOf(layer, rowsOf.get(id)!) === null);
}
