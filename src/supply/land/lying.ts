import { pairsNearby } from '../../domain/geometry/boxes/nearby.ts';
import type { Layer } from '../../domain/geometry/columns/layer.ts';
import { boundsOf } from '../../domain/geometry/measure/measures.ts';
import { Lie } from '../../domain/land/lie.ts';
import type { Steps } from '../../domain/steps.ts';

type IsAsked = (a: number, b: number) => boolean;

/**
 * By row the rows of one site with it 相邻, as the law tells it, a step a pair; `isAsked` leaves out pairs that are of no
 * interest.
 */
export function* nearSteps(layer: Layer, isAsked: IsAsked = () => true): Steps<readonly (readonly number[])[]> {
  const lie = new Lie(layer);
  const near: number[][] = Array.from({ length: layer.size }, () => []);
  for (const [a, b] of pairsNearby(layer, [...near.keys()], ROOM_M)!) {
    if (isAsked(a, b) && lie.near(a, b)) {
      near[a].push(b);
      near[b].push(a);
    }
    yield;
  }
  return near;
}

/** More than parcels of one site lie apart; what does is asked of `Lie`. */
const ROOM_M = 1;
const DEGREE_M = 111_320;

/** The middle of what is drawn, in metres: near enough for what lies beside what. */
export function middlesOf(layer: Layer): (row: number) => readonly [x: number, y: number] {
  const narrow = layer.size === 0 ? 1 : Math.cos((boundsOf(layer, 0)[1] * Math.PI) / 180);
  return (row) => {
    const [west, south, east, north] = boundsOf(layer, row);
    return [((west + east) / 2) * DEGREE_M * narrow, ((south + north) / 2) * DEGREE_M];
  };
}
