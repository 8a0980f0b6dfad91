import type { PlaneCrs } from '../geodesy/crs.ts';
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
    lonLat: joined(drawn.map(({ lonLat }) => lonLat)),
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
  return { crs, eastNorth: joined(all.map((other) => writtenIn(other, crs))) };
}

/** Eastings with the zone number in front or without, as `crs` has them. */
function writtenIn({ crs: own, eastNorth }: SurveyedCoordinates, crs: PlaneCrs): Float64Array {
  if (own.prefixed === crs.prefixed) return eastNorth;
  const shift = (crs.prefixed ? 1 : -1) * crs.zone * 1_000_000;
  // Millionths of a metre are finer than any file states and coarser than what doubles of 38 000 000 lose.
  return eastNorth.map((value, i) => (i % 2 === 0 ? Math.round((value + shift) * 1e6) / 1e6 : value));
}

function joined(columns: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(columns.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const column of columns) {
    all.set(column, at);
    at += column.length;
  }
  return all;
}

/** Offsets of length n + 1 each, one after the other. */
function joinedStarts(columns: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(columns.reduce((sum, { length }) => sum + length - 1, 1));
  let [at, base] = [1, 0];
  for (const starts of columns) {
    for (let i = 1; i < starts.length; i++) all[at++] = base + starts[i];
    base += starts[starts.length - 1];
  }
  return all;
}
