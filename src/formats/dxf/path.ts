import type { Position } from '../../domain/geometry/columns/layer.ts';
import { arcPoints, type BulgeVertex } from './bulge.ts';
import { arcEdges, type Edge } from './curves.ts';
import { pointOf, type Entity } from './drawing.ts';
import { numberOf } from './groups.ts';
import { moved, type Motion } from './motion.ts';
import { verticesOf } from './outline.ts';

/**
 * What a line that does not close is made of: a LINE, an ARC, a polyline; null for others (MLINE, open ellipses and splines),
 * and where a coordinate is no number.
 */
export function pathOf(entity: Entity): readonly Edge[] | null {
  const { item } = entity;
  const edges = edgesOf(entity);
  if (item.type === 'ARC' && !(numberOf(item, 40, NaN) > 0)) return null;
  const isNumber = ({ at, to, bulge }: Edge) => [...at, ...to, bulge].every(Number.isFinite);
  return edges.length > 0 && edges.every(isNumber) ? edges : null;
}

function edgesOf(entity: Entity): readonly Edge[] {
  const { item } = entity;
  switch (item.type) {
    case 'LINE':
      return [{ at: pointOf(item, 10), bulge: 0, to: pointOf(item, 11) }];
    case 'ARC':
      return arcEdges(pointOf(item, 10), numberOf(item, 40, NaN), numberOf(item, 50, 0), numberOf(item, 51, 360));
    case 'LWPOLYLINE':
    case 'POLYLINE':
      return edgesThrough(verticesOf(entity));
    default:
      return [];
  }
}

const edgesThrough = (vertices: readonly BulgeVertex[]): Edge[] =>
  vertices.slice(1).map(({ at: to }, v) => ({ ...vertices[v], to }));

/** The same moved: an arc stays one where every direction is stretched alike, else it runs through points. */
export function movedPath(edges: readonly Edge[], motion: Motion, chordError: number): readonly Edge[] {
  const [a, b, c, d] = motion;
  const near = (p: number, q: number) => Math.abs(p - q) <= 1e-9 * (Math.abs(p) + Math.abs(q));
  const sense = near(a, d) && near(b, -c) ? 1 : near(a, -d) && near(b, c) ? -1 : 0;
  const at = (p: Position) => moved(motion, p);
  return edges.map((edge) => {
    const ends = { at: at(edge.at), to: at(edge.to) };
    if (edge.bulge === 0 || sense !== 0) return { ...ends, bulge: sense * edge.bulge || 0 };
    return { ...ends, bulge: 0, via: arcPoints(edge.at, edge.to, edge.bulge, chordError).map(at) };
  });
}

export const turnedEdge = ({ at, to, bulge, via }: Edge): Edge => ({
  at: to,
  to: at,
  bulge: -bulge || 0,
  ...(via && { via: [...via].reverse() }),
});
