import fc from 'fast-check';
import { union } from 'polyclip-ts';
import { describe, expect, it } from 'vitest';
import { bordersOf, type Borders } from './borders.ts';
import { Chains } from './chains.ts';
import { buildLayer } from '../columns/builder.ts';
import type { MultiPolygon, Position } from '../columns/layer.ts';
import { nestRings } from '../columns/nesting.ts';

const rectangle = (x: number, y: number, w = 1, h = 1): MultiPolygon => [[[[x, y], [x + w, y], [x + w, y + h], [x, y + h], [x, y]]]]; // prettier-ignore
const borders = (...shapes: (MultiPolygon | null)[]): Borders => bordersOf(buildLayer(shapes));
const every = ({ ends }: Borders): number[] => Array.from({ length: ends.length / 2 }, (_, e) => e);
const lines = (b: Borders): Position[][] => new Chains(b).of(every(b));
const lengthOf = (line: readonly Position[]): number =>
  line.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - line[i][0], y - line[i][1]), 0);
const total = (all: readonly Position[][]): number => all.reduce((sum, line) => sum + lengthOf(line), 0);

/** Twice the area of rings whose shells run one way and whose holes the other. */
const areaOf = (shape: MultiPolygon): number =>
  shape.flat().reduce((sum, ring) => {
    const [x0, y0] = ring[0];
    return ring.slice(1).reduce((twice, [x, y], i) => twice + (ring[i][0] - x0) * (y - y0) - (x - x0) * (ring[i][1] - y0), sum); // prettier-ignore
  }, 0);

describe('borders', () => {
  it('are drawn once where two share them', () => {
    const pair = borders(rectangle(0, 0), rectangle(1, 0));
    expect(total(lines(pair))).toBeCloseTo(7, 6);
    expect(lines(pair)).toHaveLength(3);
    expect(every(pair).filter((e) => pair.sides[2 * e + 1] >= 0)).toHaveLength(1);
  });
  it('of n × n squares measure 2n(n + 1), in lines that end only where three or four meet', () => {
    const n = 6;
    const all = lines(borders(...Array.from({ length: n * n }, (_, i) => rectangle(i % n, Math.floor(i / n)))));
    expect(total(all)).toBeCloseTo(2 * n * (n + 1), 5);
    const isCorner = ([x, y]: Position) => [0, n].includes(Math.round(x)) && [0, n].includes(Math.round(y));
    expect(all.flatMap((line) => [line[0], line[line.length - 1]]).filter(isCorner)).toEqual([]);
  });
  it('are one also where each side has drawn them a little otherwise', () => {
    // Two drawings of a corner lie at most 0.8e-7 degrees apart, under the 1e-7 that is one place.
    const off = fc.integer({ min: -28, max: 28 }).map((n) => n * 1e-9);
    fc.assert(
      fc.property(fc.array(fc.tuple(off, off), { minLength: 16, maxLength: 16 }), off, off, (offs, x, y) => {
        const shifted = (shape: MultiPolygon, f: number): MultiPolygon =>
          shape.map((rings) =>
            rings.map((ring) => {
              const open = ring.slice(0, -1).map(([a, b], i): Position => {
                const [dx, dy] = offs[4 * f + i];
                return [a + x + dx, b + y + dy];
              });
              return [...open, open[0]];
            }),
          );
        const squares = [rectangle(0, 0), rectangle(1, 0), rectangle(0, 1), rectangle(1, 1)];
        const four = borders(...squares.map(shifted));
        expect(every(four).filter((e) => four.sides[2 * e + 1] >= 0)).toHaveLength(4);
        expect(every(four)).toHaveLength(12);
        expect(total(lines(four))).toBeCloseTo(12, 5);
      }),
    );
  });
  it('close around what touches nothing', () => {
    const [line] = lines(borders(rectangle(0, 0)));
    expect(line).toHaveLength(5);
    expect(line[0]).toEqual(line[4]);
  });
  it('are one also where one side has more vertices', () => {
    const three = borders(rectangle(0, 0, 1, 3), rectangle(1, 0), rectangle(1, 1), rectangle(1, 2));
    expect(total(lines(three))).toBeCloseTo(8 + 4 + 3, 6);
    expect(every(three).filter((e) => three.sides[2 * e] === 0 && three.sides[2 * e + 1] > 0)).toHaveLength(3);
  });
  it('leave out what has no place, and are none of nothing', () => {
    const [shell] = rectangle(5, 5)[0];
    const nowhere: MultiPolygon = [[shell.map(([x, y], i) => (i === 1 ? [NaN, y] : [x, y]))]];
    expect(total(lines(borders(nowhere)))).toBeCloseTo(2, 6);
    expect(lines(borders(null))).toEqual([]);
    expect(lines(borders())).toEqual([]);
  });
  it('around some of the squares of a grid enclose what polyclip-ts says is their union', () => {
    const chosen = fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }).filter((some) => some.includes(true));
    fc.assert(
      fc.property(chosen, (some) => {
        const squares = some.map((_, i) => rectangle(i % 5, Math.floor(i / 5)));
        const grid = borders(...squares);
        const isIn = (f: number) => f >= 0 && some[f];
        const around = every(grid).filter((e) => isIn(grid.sides[2 * e]) !== isIn(grid.sides[2 * e + 1]));
        const rings = new Chains(grid).of(around);
        const [first, ...others] = squares.filter((_, i) => some[i]) as unknown as [number, number][][][][];
        const peer = union(first, ...others) as unknown as MultiPolygon;
        expect(total(rings)).toBeCloseTo(total(peer.flat() as Position[][]), 5);
        // Rings that touch in a point are cut there, and may enclose the same ground otherwise grouped.
        if (rings.every((ring) => ring[0][0] === ring[ring.length - 1][0] && ring[0][1] === ring[ring.length - 1][1]))
          expect(areaOf(nestRings(rings))).toBeCloseTo(areaOf(peer), 5);
      }),
      { numRuns: 100 },
    );
  });
});
