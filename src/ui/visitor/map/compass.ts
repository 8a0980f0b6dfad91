import { bearing } from '@turf/bearing';
import type { Position } from 'geojson';

/** Eighth of the compass in which `to` lies from `from`, 0 north, clockwise: a word, no figure. */
export const eighthOf = (from: Position, to: Position): number => (Math.round(bearing(from, to) / 45) + 8) % 8;
