import type { FeatureCollection, Geometry } from 'geojson';
import { collection, empty, feature } from '../features.ts';
import type { LaidGround } from '../tools/contract.ts';

/** What of the land a layout takes, one feature each, by what it `is`. */
export function laidGround(ground: LaidGround | null): FeatureCollection {
  if (!ground) return empty;
  const all = (is: string, shapes: readonly Geometry[]) => shapes.map((shape) => feature(shape, { is }));
  const { land, ways, yards, parking, kept, side } = ground;
  return collection([
    ...all('land', [land]),
    ...all('yard', yards),
    ...all('way', ways),
    ...all('parking', parking),
    ...all('kept', kept),
    ...all('side', side ? [side] : []),
  ]);
}
