import type { MultiPolygon, Position } from '../../domain/geometry/layer.ts';
import type { Label } from './collect.ts';
import { boxOf, indexOf, type Shape } from './nest.ts';

/** Where a vertical ray from the point crosses the rings an odd number of times, the point is inside. */
export function isInside(outline: MultiPolygon, [x, y]: Position): boolean {
  let inside = false;
  for (const rings of outline)
    for (const ring of rings)
      for (let v = 1; v < ring.length; v++) {
        const [[ax, ay], [bx, by]] = [ring[v - 1], ring[v]];
        if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
      }
  return inside;
}

/** For every shape the texts whose place is in it, each text once where it says the same. */
export function labelsIn(shapes: readonly Shape[], labels: readonly Label[]): string[][] {
  const found = shapes.map(() => new Set<string>());
  const index = indexOf(shapes.map(({ outline }) => boxOf(outline.flat(2))));
  for (const { at, text } of labels)
    for (const s of index?.search(at[0], at[1], at[0], at[1]) ?? [])
      if (isInside(shapes[s].outline, at)) found[s].add(text);
  return found.map((texts) => [...texts]);
}

/** A point well inside: the middle of the longest stretch that a level line through the middle of the box has inside. */
export function labelPoint(outline: MultiPolygon): Position {
  const rings = outline.flat();
  const [, south, , north] = boxOf(rings[0]);
  const y = (south + north) / 2;
  const crossings: number[] = [];
  for (const ring of rings)
    for (let v = 1; v < ring.length; v++) {
      const [[ax, ay], [bx, by]] = [ring[v - 1], ring[v]];
      if (ay > y !== by > y) crossings.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
    }
  crossings.sort((a, b) => a - b);
  let best: Position = [rings[0][0][0], y];
  let widest = 0;
  for (let k = 0; k + 1 < crossings.length; k += 2)
    if (crossings[k + 1] - crossings[k] > widest) {
      widest = crossings[k + 1] - crossings[k];
      best = [(crossings[k] + crossings[k + 1]) / 2, y];
    }
  return best;
}
