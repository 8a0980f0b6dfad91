import type { Feature } from 'geojson';
import type { Jurisdiction, Project } from '../../domain/land/model.ts';
import { joined, type Coordinates } from './join.ts';
import { feature, ringsOf, shapeOf } from './shapes.ts';

/** Townships as polygons with their names. */
export const townshipFeatures = ({ townships }: Project): Feature[] =>
  townships.records.flatMap((t, row) => {
    const shape = shapeOf(townships.layer, row);
    return shape ? [feature(shape, { name: t.name ?? t.code ?? t.id })] : [];
  });

/** 区县 as the union of the townships that lie in them. Where the union fails the townships stand as they are. */
export function districtFeatures({ townships }: Project, jurisdictions: readonly Jurisdiction[]): Feature[] {
  const names = new Map(jurisdictions.map((j) => [j.code, j.name]));
  const groups = new Map<string, Coordinates[]>();
  townships.records.forEach((t, row) => {
    if (!t.districtCode || !shapeOf(townships.layer, row)) return;
    const parts = groups.get(t.districtCode) ?? [];
    parts.push(ringsOf(townships.layer, row) as Coordinates);
    groups.set(t.districtCode, parts);
  });
  return [...groups].map(([code, parts]) =>
    feature({ type: 'MultiPolygon', coordinates: joined(parts) }, { name: names.get(code) ?? code }),
  );
}
