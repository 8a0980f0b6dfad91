import type { MultiPolygon, Position } from '../../domain/geometry/columns/layer.ts';
import type { Label } from './found.ts';
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

/** For every shape the labels whose place is in it, each once where it says the same. */
export function labelsIn(shapes: readonly Shape[], labels: readonly Label[]): (readonly string[])[][] {
  const found = shapes.map(() => new Map<string, readonly string[]>());
  const index = indexOf(shapes.map(({ outline }) => boxOf(outline.flat(2))));
  for (const { at, lines } of labels)
    for (const s of index?.search(at[0], at[1], at[0], at[1]) ?? [])
      if (isInside(shapes[s].outline, at)) found[s].set(lines.join('\n'), lines);
  return found.map((texts) => [...texts.values()]);
}
