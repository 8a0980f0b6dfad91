import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { Boundary, ToolCommand, ToolEvent, ToolResult, TypedField } from './contract.ts';
import { reshape } from './reshape.ts';
import { anyEvent, isSoundShape, run } from './test-events.ts';
import { anyBoundaries, at, box, click, move, parcel, press, release, ring, sceneOf } from './test-scene.ts';
import { apart } from './vectors.ts';

const own = parcel(1, box(0, 0, 40, 30));
const east = parcel(2, box(40, 0, 40, 30));
const scene = sceneOf([own, east]);
const typed = (field: TypedField, text: string): ToolEvent => ({ type: 'typed', field, text });
const command = (name: ToolCommand): ToolEvent => ({ type: 'command', command: name });
const drag = (from: [number, number], to: [number, number]) => [press(...from), move(...to), release(...to)];
const redraw = (result: ToolResult | undefined) => {
  if (result?.what !== 'redraw') throw new Error('nothing was redrawn');
  return result;
};
const done = (...events: ToolEvent[]) => redraw(run(reshape, own, events, scene).results.at(-1));

describe('a vertex', () => {
  it('is dragged, and whoever shares it is named with what it would be', () => {
    const { own: mine, neighbours, act, stuck } = done(...drag([40.2, 30.1], [45.2, 33.1]));
    const to = mine.shape[0][0][2];
    expect(apart(to, at(45, 33))).toBeLessThan(1e-7);
    expect(act).toEqual({ code: 'vertex-moved', params: { number: 3 } });
    expect(neighbours).toEqual([{ table: 'parcel', key: 2, shape: [[[at(40, 0), at(80, 0), at(80, 30), to]]] }]);
    expect(stuck).toEqual([]);
  });

  it('is put on the very vertex of another record', () => {
    const { own: mine } = done(...drag([40, 30], [79.6, 30.3]));
    expect(mine.shape[0][0][2]).toEqual(at(80, 30));
  });

  it('on the next one is one with it, for the neighbour too', () => {
    const { own: mine, neighbours } = done(...drag([40, 30], [40.2, 0.3]));
    expect(mine.shape).toEqual([[ring([0, 0], [40, 0], [0, 30])]]);
    expect(neighbours[0].shape).toEqual([[ring([40, 0], [80, 0], [80, 30])]]);
  });

  it('that would break the neighbour says so', () => {
    const { neighbours, stuck } = done(...drag([40, 30], [100, 10]));
    expect(neighbours).toEqual([]);
    expect(stuck).toEqual([{ table: 'parcel', key: 2 }]);
  });

  it('is not moved by a click, and goes back where it would cross', () => {
    const still = run(reshape, own, [press(40.4, 30.4), release(40.4, 30.4), click(40.4, 30.4)], scene);
    expect(still.results).toEqual([]);
    expect(still.state.chosen).toEqual({ kind: 'vertex', spot: { part: 0, ring: 0, vertex: 2 } });
    const crossed = run(reshape, own, drag([40, 30], [20, -10]), scene);
    expect(crossed.results).toEqual([]);
    expect(crossed.state.fault?.code).toBe('self-crossing');
  });

  it('is chosen by keys and typed: by coordinates, by Δ, by the length of the edge that ends there', () => {
    const third = [command('next'), command('next'), command('next')];
    const placed = (...fields: [TypedField, string][]) =>
      done(...third, ...fields.map((f) => typed(...f)), command('finish')).own.shape[0][0][2];
    expect(placed(['east', '38467944'], ['north', '3846933'])).toEqual(at(44, 33));
    expect(placed(['deltaEast', '1.5'], ['deltaNorth', '-2'])).toEqual(at(41.5, 28));
    expect(apart(placed(['length', '25.00']), at(40, 25))).toBeLessThan(1e-7);
    expect(apart(placed(['azimuth', '45'], ['length', '20']), at(40 + Math.SQRT1_2 * 20, Math.SQRT1_2 * 20))).toBeLessThan(1e-7); // prettier-ignore
  });

  it('is deleted, for the neighbour too; of a triangle none is', () => {
    const { own: mine, neighbours, act } = done(press(40, 30), release(40, 30), command('delete'));
    expect(mine.shape).toEqual([[ring([0, 0], [40, 0], [0, 30])]]);
    expect(neighbours[0].shape).toEqual([[ring([40, 0], [80, 0], [80, 30])]]);
    expect(act).toEqual({ code: 'vertex-deleted', params: { number: 3 } });
    const triangle = parcel(1, ring([0, 0], [40, 0], [0, 30]));
    const none = run(reshape, triangle, [press(0, 0), release(0, 0), command('delete')], sceneOf([triangle]));
    expect(none.results).toEqual([]);
    expect(none.state.fault?.code).toBe('too-few-points');
  });

  it('is made of the middle of an edge, or by a double click, in the neighbour’s border as well', () => {
    const pulled = done(...drag([40, 15], [45, 15]));
    expect(pulled.own.shape[0][0]).toHaveLength(5);
    expect(pulled.act).toEqual({ code: 'vertex-added', params: { number: 3 } });
    expect(pulled.neighbours[0].shape[0][0]).toContainEqual(at(45, 15));
    const put = done(click(40.3, 22), click(40.3, 22, {}, 2));
    expect(put.own.shape[0][0][2]).toEqual(at(40, 22));
    expect(put.neighbours[0].shape[0][0]).toContainEqual(at(40, 22));
  });
});

describe('an edge', () => {
  const sloped = parcel(1, ring([0, 0], [40, 0], [50, 30], [0, 30]));
  const alone = sceneOf([sloped]);
  it('moves in parallel while those beside it keep their directions', () => {
    const { results } = run(reshape, sloped, drag([10, 30], [10, 36]), alone);
    const moved = redraw(results[0]).own.shape[0][0];
    expect(apart(moved[2], at(52, 36))).toBeLessThan(1e-6);
    expect(apart(moved[3], at(0, 36))).toBeLessThan(1e-6);
  });

  it('moves by the distance that is typed, to the pointer’s side', () => {
    const events = [press(10, 30), move(10, 29), typed('length', '6.25'), command('finish')];
    const result = redraw(run(reshape, sloped, events, alone).results[0]);
    expect(result.own.shape[0][0][3]).toEqual(at(0, 23.75));
    expect(result.act).toMatchObject({ code: 'edge-moved', params: { number: 3, to: 4 } });
    expect(result.act.params.distanceM).toBeCloseTo(6.25, 7);
  });

  it('dragged along itself stays: rounding is no step', () => {
    const slanted = parcel(1, ring([0, 0], [37, 11], [30, 41], [-3, 29]));
    for (const by of [0.01, 0.07, 0.23])
      expect(run(reshape, slanted, drag([7.4, 2.2], [7.4 + 37 * by, 2.2 + 11 * by]), sceneOf([slanted])).results).toEqual([]); // prettier-ignore
  });

  it('past where its neighbours meet is not taken', () => {
    const triangle = parcel(1, ring([0, 0], [40, 0], [20, 30]));
    const { results, state } = run(reshape, triangle, drag([10, 0], [10, 35]), sceneOf([triangle]));
    expect(results).toEqual([]);
    expect(state.fault).not.toBeNull();
  });
});

it('whatever happens it does not throw and gives sound shapes alone, neighbours too; Escape starts anew', () => {
  const anyOwn = fc.constantFrom<Boundary>(
    parcel(0, box(-15, -15, 30), box(-5, -5, 6)),
    parcel(0, ring([-9, -9], [12, -8], [14, 11], [2, 3], [-8, 12])),
    { table: 'parcel', key: 0, shape: [[box(-20, -20, 15)], [ring([0, 0], [12, 0], [6, 9])]] },
  );
  fc.assert(
    fc.property(anyOwn, anyBoundaries, fc.array(anyEvent, { maxLength: 30 }), (mine, land, events) => {
      const around = sceneOf([mine, ...land.map((one) => ({ ...one, key: one.key + 1 }))]);
      const { state, results } = run(reshape, mine, events, around);
      for (const result of results) {
        const { own: redrawn, neighbours } = redraw(result);
        for (const { shape } of [redrawn, ...neighbours]) expect(isSoundShape(shape)).toBe(true);
      }
      expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      const last: Boundary = results.length > 0 ? redraw(results.at(-1)).own : mine;
      expect(reshape.step(state, { type: 'cancel' }, around).state).toEqual(reshape.begin(last));
    }),
    { numRuns: 400 },
  );
});

it('what shares a border still shares it when both move', () => {
  const corner = fc.constantFrom<[number, number]>([40, 0], [40, 30]);
  const to = fc.tuple(fc.double({ min: 30, max: 50, noNaN: true }), fc.double({ min: -9, max: 39, noNaN: true }));
  fc.assert(
    fc.property(corner, to, (from, target) => {
      const { results } = run(reshape, own, drag(from, target), scene);
      if (results.length === 0) return;
      const { own: mine, neighbours } = redraw(results[0]);
      if (neighbours.length === 0) return; // it would be broken
      const places = (shape: Boundary['shape']) => shape.flat(2).map(([x, y]: Position) => `${x} ${y}`);
      const common = places(mine.shape).filter((place) => places(neighbours[0].shape).includes(place));
      expect(common).toHaveLength(mine.shape[0][0].length - 2);
    }),
  );
});
