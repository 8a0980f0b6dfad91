import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { OutlineBuilder } from '../features/outlines.ts';
import { mostRingPoints } from '../limits.ts';
import { mostRings } from '../rings.ts';
import { otherType, polygon, multiPolygon, type WkbFault } from '../wkb/read.ts';
import { BrokenFlatbuffer, type Table } from './flatbuffer.ts';

/** The geometry of a feature (its types are numbered as those of WKB) as one feature of `builder`. */
export function readGeometry(table: Table | null, common: number, builder: OutlineBuilder): Result<null, WkbFault> {
  const type = table?.uint8(6, common) || common;
  if (table && type !== polygon && type !== multiPolygon) return otherType(type);
  // The parts of a multipolygon are polygons; a writer may leave their type out.
  const parts = !table ? [] : type === polygon ? [table] : table.tables(7);
  let rings = 0;
  for (const part of parts) {
    if (part.vector(1, 8).byteLength > 16 * mostRingPoints) return refuse('too-many-points', { most: mostRingPoints });
    rings += addPolygon(part, builder);
    if (rings > mostRings) return refuse('damaged', { detail: 'too-many-rings', most: mostRings });
  }
  builder.endFeature();
  return ok(null);
}

/** Coordinates in one run; `ends` are the vertices after the last of each ring, left out where there is one ring. */
function addPolygon(table: Table, builder: OutlineBuilder): number {
  const ends = table.vector(0, 4);
  const xy = table.vector(1, 8);
  const points = xy.byteLength / 16;
  if (!Number.isInteger(points)) throw new BrokenFlatbuffer();
  if (points === 0) return 0;
  const rings = ends.byteLength === 0 ? 1 : ends.byteLength / 4;
  for (let r = 0, v = 0; r < rings; r++) {
    const end = ends.byteLength === 0 ? points : ends.getUint32(4 * r, true);
    if (end <= v || end > points || (r === rings - 1 && end !== points)) throw new BrokenFlatbuffer();
    for (; v < end; v++) builder.point(xy.getFloat64(16 * v, true), xy.getFloat64(16 * v + 8, true));
    builder.endRing();
  }
  builder.endPart();
  return rings;
}
