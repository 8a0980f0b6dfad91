import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IntegerSettings, NewColumns, Solver } from '../shape/solver.ts';
import { openHighs } from './highs.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openHighs();
});

const rows = (...bounds: [number, number][]) => ({
  least: Float64Array.from(bounds, ([least]) => least),
  most: Float64Array.from(bounds, ([, most]) => most),
});

/** Columns of which each is `[points, most, [row, value]…]`. */
function columns(...of: [number, number, ...[number, number][]][]): NewColumns {
  const entries = of.map(([, , ...column]) => column);
  return {
    points: Float64Array.from(of, ([points]) => points),
    least: new Float64Array(of.length),
    most: Float64Array.from(of, ([, most]) => most),
    entries: {
      starts: Int32Array.from([0, ...entries.map((_, at) => entries.slice(0, at + 1).flat().length)]),
      rows: Int32Array.from(entries.flat(), ([row]) => row),
      values: Float64Array.from(entries.flat(), ([, value]) => value),
    },
  };
}

const exactly: IntegerSettings = { gap: 0, seconds: Infinity, seed: 1, start: null };

describe('linear programs', () => {
  it('says points, values and what one more of a row is worth', () => {
    // Two products of 3 and 5 points; 4, 12 and 18 hours of three plants (Hillier and Lieberman's Wyndor Glass).
    const program = solver.program();
    program.addRows(rows([-Infinity, 4], [-Infinity, 12], [-Infinity, 18]));
    program.addColumns(columns([3, Infinity, [0, 1], [2, 3]], [5, Infinity, [1, 2], [2, 2]]));
    const solved = program.solve();
    expect(solved.state).toBe('optimal');
    expect(solved.points).toBeCloseTo(36, 9);
    expect([...solved.values]).toEqual([2, 6]);
    [0, 1.5, 1].forEach((price, row) => expect(solved.rowPrices[row]).toBeCloseTo(price, 9));
    program.free();
  });

  it('prices a row that asks for more as a loss', () => {
    const program = solver.program();
    program.addRows(rows([3, Infinity]));
    program.addColumns(columns([-2, Infinity, [0, 1]]));
    const solved = program.solve();
    expect([solved.points, solved.rowPrices[0]]).toEqual([-6, -2]);
    program.free();
  });

  it('goes on where columns, rows and bounds are added or changed', () => {
    const program = solver.program();
    program.addRows(rows([-Infinity, 10]));
    program.addColumns(columns([1, Infinity, [0, 1]]));
    expect(program.solve().points).toBeCloseTo(10, 9);
    program.addColumns(columns([3, 2, [0, 1]]));
    expect(program.solve().points).toBeCloseTo(14, 9);
    program.addRows(rows([-Infinity, 1]));
    program.addColumns(columns([9, Infinity, [0, 1], [1, 1]]));
    expect(program.solve().points).toBeCloseTo(22, 9);
    program.setColumn(1, 0, 0);
    expect(program.solve().points).toBeCloseTo(18, 9);
    program.free();
  });

  it('ends where it is degenerate: the cycling example of Beale', () => {
    const program = solver.program();
    program.addRows(rows([-Infinity, 0], [-Infinity, 0], [-Infinity, 1]));
    program.addColumns(
      columns(
        [0.75, Infinity, [0, 0.25], [1, 0.5]],
        [-150, Infinity, [0, -60], [1, -90]],
        [0.02, Infinity, [0, -0.04], [1, -0.02], [2, 1]],
        [-6, Infinity, [0, 9], [1, 3]],
      ),
    );
    expect(program.solve().points).toBeCloseTo(0.05, 9);
    program.free();
  });

  it('says what cannot be and what has no end', () => {
    const program = solver.program();
    program.addRows(rows([2, Infinity]));
    program.addColumns(columns([1, 1, [0, 1]]));
    expect(program.solve().state).toBe('infeasible');
    program.setColumn(0, 0, Infinity);
    expect(program.solve().state).toBe('unbounded');
    program.free();
  });

  it('is nothing where there is nothing', () => {
    const program = solver.program();
    expect(program.solve()).toMatchObject({ state: 'optimal', points: 0 });
    expect(program.solveWhole(new Uint8Array(0), exactly)).toMatchObject({ state: 'optimal', points: 0, bound: 0 });
    program.free();
  });
});

describe('whole numbers', () => {
  it('of none at all are solved, with nothing to begin with', () => {
    const program = solver.program();
    program.addRows(rows([-Infinity, 10]));
    const none = new Float64Array(0);
    expect(program.solveWhole(new Uint8Array(0), { ...exactly, start: none })).toMatchObject({
      state: 'optimal',
      points: 0,
    });
    program.free();
  });

  const knapsack = fc.record({
    items: fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 40 })), {
      minLength: 1,
      maxLength: 9,
    }),
    room: fc.integer({ min: 0, max: 120 }),
  });

  it('are the best of all sets', () => {
    fc.assert(
      fc.property(knapsack, ({ items, room }) => {
        const program = solver.program();
        program.addRows(rows([-Infinity, room]));
        program.addColumns(columns(...items.map(([points, use]) => [points, 1, [0, use]] as never)));
        const relaxed = program.solve().points;
        const whole = program.solveWhole(new Uint8Array(items.length).fill(1), exactly);
        let best = 0;
        for (let set = 0; set < 1 << items.length; set++) {
          const taken = items.filter((_, at) => (set >> at) & 1);
          const use = taken.reduce((sum, [, u]) => sum + u, 0);
          if (use <= room) best = Math.max(best, taken.reduce((sum, [points]) => sum + points, 0)); // prettier-ignore
        }
        expect(whole.points).toBeCloseTo(best, 6);
        expect(whole.bound).toBeGreaterThanOrEqual(best - 1e-6);
        // The linear program is as it was.
        expect(program.solve().points).toBeCloseTo(relaxed, 9);
        program.free();
      }),
      { numRuns: 60 },
    );
  });

  /** Many items that hardly differ: long enough that the search tells how it goes. */
  const long = () => {
    const program = solver.program();
    program.addRows(rows(...Array.from({ length: 30 }, () => [-Infinity, 700] as [number, number])));
    const use = (item: number, row: number) => 20 + ((item * 7919 + row * 104729 + item * row * 31) % 61);
    const item = (at: number) =>
      [100 + ((at * 37) % 23), 1, ...Array.from({ length: 30 }, (_, row) => [row, use(at, row)])] as never;
    program.addColumns(columns(...Array.from({ length: 60 }, (_, at) => item(at))));
    return program;
  };

  it('begin from what they are given, and end where that is asked for', () => {
    const program = long();
    const start = new Float64Array(60);
    start.fill(1, 0, 8);
    const given = [...start].reduce((sum, value, at) => sum + value * (100 + ((at * 37) % 23)), 0);
    const told: number[] = [];
    const ended = program.solveWhole(new Uint8Array(60).fill(1), {
      ...exactly,
      start,
      onBetter: (values, points) => {
        expect([...values].reduce((sum, value, at) => sum + value * (100 + ((at * 37) % 23)), 0)).toBeCloseTo(
          points,
          6,
        );
        told.push(points);
        return false;
      },
      isStopped: () => told.length >= 2,
    });
    expect(ended.state).toBe('stopped');
    expect(ended.points).toBe(told.at(-1));
    expect(ended.points).toBeGreaterThanOrEqual(given);
    expect(ended.bound).toBeGreaterThanOrEqual(ended.points);
    program.free();
  });

  it('keep their start where no time is left', () => {
    const program = long();
    const start = new Float64Array(60);
    start.fill(1, 0, 8);
    const ended = program.solveWhole(new Uint8Array(60).fill(1), { ...exactly, start, seconds: 0 });
    expect(ended.state).toBe('limit');
    expect(ended.values && [...ended.values].filter((value) => value > 0.5).length).toBeGreaterThanOrEqual(8);
    program.free();
  });

  it('say where there are none', () => {
    const program = solver.program();
    program.addRows(rows([1, 1]));
    program.addColumns(columns([1, 1, [0, 2]]));
    expect(program.solve().points).toBeCloseTo(0.5, 9);
    expect(program.solveWhole(new Uint8Array([1]), exactly)).toMatchObject({ state: 'infeasible', values: null });
    program.free();
  });
});
