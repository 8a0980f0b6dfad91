import { isDirect, isOld, type Head } from './head.ts';
import { checkKind, passEnd } from './lines.ts';
import { Points, type Range } from './points.ts';
import type { Scanner } from './scan.ts';
import { stop } from '../refused.ts';

/** A polygon as it stands in the file: by its points, by lines, or made of other polygons. */
export interface Polygon {
  readonly id: string;
  /** Of its kind of feature 要素代码. */
  readonly code: string;
  /** Rings by their own points. */
  readonly rings?: readonly Range[];
  /** Numbers of lines, a minus before those that run backwards, 0 between rings. */
  readonly lines?: readonly string[];
  readonly polygons?: readonly string[];
}

/** How a polygon of 3.0 is given: by points, or by what follows (21, 22). */
const BY_POINTS = 1;
const OF_LINES = 21;
const OF_POLYGONS = 22;

export function readPolygons(scanner: Scanner, head: Head, points: Points, polygons: Polygon[]): void {
  const read = isOld(head) ? (isDirect(head) ? directOld : byLinesOld) : readNew;
  for (let id = scanner.within('polygon'); id !== null; id = scanner.within('polygon')) {
    const code = scanner.must();
    scanner.must();
    polygons.push({ id, code, ...read(scanner, points, id) });
    passEnd(scanner);
  }
}

type Shape = Omit<Polygon, 'id' | 'code'>;

function readNew(scanner: Scanner, points: Points, id: string): Shape {
  const kind = scanner.count();
  label(scanner);
  if (kind === BY_POINTS)
    return {
      rings: Array.from({ length: smallCount(scanner) }, () => {
        checkKind(scanner, id);
        return ring(scanner, points);
      }),
    };
  const made = scanner.count();
  if (made === OF_LINES) return { lines: numbers(scanner) };
  if (made === OF_POLYGONS) return { polygons: numbers(scanner) };
  return stop('unsupported', { name: scanner.name, what: 'vct-curve', type: `${id}: ${made}` });
}

function directOld(scanner: Scanner, points: Points): Shape {
  label(scanner);
  return { rings: [ring(scanner, points)] };
}

function byLinesOld(scanner: Scanner): Shape {
  label(scanner);
  return { lines: numbers(scanner) };
}

/** The place of its label 标识点, which is not read. */
const label = (scanner: Scanner): void => void scanner.must();

/** Rings come one by one: no count makes a list longer than the file. */
const smallCount = (scanner: Scanner): number => Math.min(scanner.count(), 1_000_000);

function ring(scanner: Scanner, points: Points): Range {
  const first = points.size;
  scanner.points(scanner.count(), points);
  return { first, end: points.size };
}

/** As many numbers as the line before says, eight a line or fewer. */
function numbers(scanner: Scanner): readonly string[] {
  const count = scanner.count();
  const found: string[] = [];
  while (found.length < count) {
    const line = scanner.must();
    for (const number of scanner.cells(line)) if (number !== '') found.push(number);
    if (!/\d/.test(line)) scanner.wrong(line, 'vct-count');
  }
  return found;
}
