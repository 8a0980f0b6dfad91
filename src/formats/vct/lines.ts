import { isOld, type Head } from './head.ts';
import type { Points, Range } from './points.ts';
import type { Scanner } from './scan.ts';
import { stop } from '../refused.ts';

/** Kind of a piece of line that goes through its points 折线; arcs and splines have others. */
const POLYLINE = 11;
/** A line that is made of other lines, and has no points of its own. */
const MADE_OF_LINES = 100;

/** Lines by their number, in whose points boundaries run. */
export type Lines = ReadonlyMap<string, Range>;

/** Of 3.0 number, code, style, kind, pieces (kind, points), 0; of older files number, code, layer, kind, points. */
export function readLines(scanner: Scanner, head: Head, points: Points, lines: Map<string, Range>): void {
  const old = isOld(head);
  for (let id = scanner.within('line'); id !== null; id = scanner.within('line')) {
    scanner.must();
    scanner.must();
    const kind = scanner.count();
    if (!old && kind === MADE_OF_LINES) {
      while (scanner.must() !== '0');
      continue;
    }
    const first = points.size;
    for (let piece = old ? 1 : scanner.count(); piece > 0; piece--) {
      if (!old) checkKind(scanner, id);
      scanner.points(scanner.count(), points);
    }
    lines.set(id, { first, end: points.size });
    passEnd(scanner);
  }
}

export function checkKind(scanner: Scanner, id: string): void {
  const kind = scanner.count();
  if (kind !== POLYLINE) stop('unsupported', { name: scanner.name, what: 'vct-curve', type: `${id}: ${kind}` });
}

/** The 0 that ends a feature, which older files leave out. */
export function passEnd(scanner: Scanner): void {
  const line = scanner.must();
  if (line !== '0') scanner.back(line);
}
