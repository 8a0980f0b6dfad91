import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { TablePoint } from './points.ts';

export interface TableRings {
  readonly rings: readonly (readonly Position[])[];
  /** Rings that do not come back to their first point. */
  readonly open: number;
  readonly lastOpen: boolean;
  /** Closing points that bear another ring number than their ring, by the line they stand in. */
  readonly strayClosings: readonly number[];
}

const same = ([ax, ay]: Position, [bx, by]: Position): boolean => ax === bx && ay === by;

/** Points as rings: a new one where the ring number changes or the last came back to its first point. */
export function tableRingsOf(points: readonly TablePoint[]): TableRings {
  const rings: Position[][] = [];
  const strayClosings: number[] = [];
  let open = 0;
  let current: Position[] = [];
  let ring = '';
  let closed = true;
  for (const [p, point] of points.entries()) {
    const stray = !closed && point.ring !== ring && isClosing(point, points[p + 1], current);
    if (stray) strayClosings.push(point.line);
    if (closed || (point.ring !== ring && !stray)) {
      if (!closed) open++;
      current = [];
      rings.push(current);
      ring = point.ring;
    }
    current.push(point.at);
    closed = current.length > 3 && same(current[0], current[current.length - 1]);
  }
  return { rings, open: closed ? open : open + 1, lastOpen: !closed, strayClosings };
}

/** A point alone in a ring number of its own, where the ring before it began: it closes that ring. */
const isClosing = (point: TablePoint, next: TablePoint | undefined, before: readonly Position[]): boolean =>
  before.length >= 3 && same(point.at, before[0]) && next?.ring !== point.ring;
