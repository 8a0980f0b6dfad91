import type { PlaneCrs } from '../../geodesy/crs.ts';
import { joinedColumns, joinedStarts } from './joined.ts';
import type { Layer, SurveyedCoordinates } from './layer.ts';

/**
 * The features of all layers, one layer after the other. Surveyed coordinates stay where all were surveyed in one zone;
 * with and without the zone number in front is one zone, and the first layer's way of writing it is taken. Else they are
 * left out, and the degrees (0.1 mm) stand for them.
 */
export function concatLayers(layers: readonly Layer[]): Layer {
  const drawn = layers.filter(({ size }) => size > 0);
  const surveyed = oneSurvey(drawn);
  return {
    size: drawn.reduce((sum, { size }) => sum + size, 0),
    lonLat: joinedColumns(drawn.map(({ lonLat }) => lonLat)),
    vertexStart: joinedStarts(drawn.map(({ vertexStart }) => vertexStart)),
    ringStart: joinedStarts(drawn.map(({ ringStart }) => ringStart)),
    partStart: joinedStarts(drawn.map(({ partStart }) => partStart)),
    ...(surveyed && { surveyed }),
  };
}

/** Were the layers that hold a boundary all surveyed in one zone, so that their coordinates can stand in one column? */
export function oneSurvey(layers: readonly Layer[]): SurveyedCoordinates | null {
  const drawn = layers.filter(({ lonLat }) => lonLat.length > 0);
  const all = drawn.flatMap(({ surveyed }) => (surveyed ? [surveyed] : []));
  if (all.length === 0 || all.length < drawn.length) return null;
  const { crs } = all[0];
  if (all.some((other) => other.crs.zone !== crs.zone || other.crs.width !== crs.width)) return null;
  return { crs, eastNorth: joinedColumns(all.map((other) => writtenIn(other, crs))) };
}

/** Eastings with the zone number in front or without, as `crs` has them. */
function writtenIn({ crs: own, eastNorth }: SurveyedCoordinates, crs: PlaneCrs): Float64Array {
  if (own.prefixed === crs.prefixed) return eastNorth;
  const shift = (crs.prefixed ? 1 : -1) * crs.zone * 1_000_000;
  // Millionths of a metre are finer than any file states and coarser than what doubles of 38 000 000 lose.
  return eastNorth.map((value, i) => (i % 2 === 0 ? Math.round((value + shift) * 1e6) / 1e6 : value));
}
