import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Position } from '../columns/layer.ts';
import { facesOf, pictured, type Face, type ParallelView, type Prism } from './prisms.ts';

const rectangle = (x: number, y: number, w: number, d: number): Position[] => [[x, y], [x + w, y], [x + w, y + d], [x, y + d]]; // prettier-ignore
const prism = (ring: Position[], ...levelsM: number[]): Prism => ({ shape: [[ring]], levelsM });

function isInside(rings: readonly (readonly Position[])[], [x, y]: Position): boolean {
  let inside = false;
  for (const ring of rings)
    ring.forEach(([ax, ay], i) => {
      const [bx, by] = ring[(i + 1) % ring.length];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
    });
  return inside;
}

/** What is seen where: the last that is drawn there. */
const drawnAt = (faces: readonly Face[], at: Position): number | null => faces.findLast(({ rings }) => isInside(rings, at))?.prism ?? null; // prettier-ignore

/** The witness: along the ray of each spot from the eye into the picture, the first solid that is met. */
function metAt(view: ParallelView, prisms: readonly Prism[], [x, y]: Position): number | null {
  const [p, b] = [(view.pitch * Math.PI) / 180, (view.bearing * Math.PI) / 180];
  // From high above down to the ground, in small steps: the place at height h that is pictured there.
  for (let h = 40; h >= 0.05; h -= 0.1) {
    const v = (-y - h * Math.sin(p)) / Math.cos(p);
    const at: Position = [x * Math.cos(b) + v * Math.sin(b), v * Math.cos(b) - x * Math.sin(b)];
    const met = prisms.findIndex(({ shape, levelsM }) => h < levelsM.at(-1)! && shape.some((rings) => isInside(rings, at))); // prettier-ignore
    if (met >= 0) return met;
  }
  return null;
}

/** One building to each place of a grid, so that none lies over another; some are hooks. */
const grid = fc
  .array(
    fc.record({
      w: fc.integer({ min: 3, max: 9 }),
      d: fc.integer({ min: 3, max: 9 }),
      h: fc.integer({ min: 2, max: 35 }),
      isHook: fc.boolean(),
      is: fc.boolean(),
    }),
    { minLength: 9, maxLength: 9 },
  ) // prettier-ignore
  .map((cells) =>
    cells.flatMap(({ w, d, h, isHook, is }, i): Prism[] => {
      const [x, y] = [(i % 3) * 10, Math.floor(i / 3) * 10];
      const hook: Position[] = [[x, y], [x + w, y], [x + w, y + d], [x + w - 1, y + d], [x + w - 1, y + 1], [x, y + 1]]; // prettier-ignore
      return is ? [prism(isHook ? hook : rectangle(x, y, w, d), h / 2, h)] : [];
    }),
  );

describe('prisms seen from aslant', () => {
  it('are seen as rays meet them', () => {
    const view = fc.record({ pitch: fc.integer({ min: 20, max: 65 }), bearing: fc.integer({ min: -180, max: 180 }) });
    fc.assert(
      fc.property(
        grid,
        view,
        fc.array(
          fc.tuple(fc.double({ min: -45, max: 45, noNaN: true }), fc.double({ min: -60, max: 40, noNaN: true })),
          { minLength: 20, maxLength: 20 },
        ),
        (prisms, own, spots) => {
          // prettier-ignore
          const faces = facesOf(own, prisms);
          for (const at of spots) {
            // At an edge the steps of the ray are too coarse to tell.
            const around = [[0.2, 0], [-0.2, 0], [0, 0.2], [0, -0.2]].map(([dx, dy]): Position => [at[0] + dx, at[1] + dy]); // prettier-ignore
            const [met, drawn] = [metAt(own, prisms, at), drawnAt(faces, at)];
            const isSure = around.every((spot) => metAt(own, prisms, spot) === met && drawnAt(faces, spot) === drawn);
            if (isSure) expect(drawn).toBe(met);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('show two walls and a roof of a box that is turned, each storey for itself', () => {
    const faces = facesOf({ pitch: 55, bearing: -20 }, [prism(rectangle(0, 0, 20, 10), 6, 10, 14)]);
    expect(faces.map(({ of }) => of)).toEqual([0, 1, 2, 0, 1, 2, 'roof']);
  });

  it('has what is higher higher in the picture, and north up without a turn', () => {
    const view = { pitch: 50, bearing: 0 };
    const [ground, roof, north] = [pictured(view, [0, 0], 0), pictured(view, [0, 0], 10), pictured(view, [0, 10], 0)];
    expect(roof[1]).toBeLessThan(ground[1]);
    expect(north[1]).toBeLessThan(ground[1]);
    expect(north[0]).toBeCloseTo(ground[0], 12);
  });
});
