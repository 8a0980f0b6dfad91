import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ringArea } from '../../domain/geometry/edit/shapes.ts';
import type { DrawGiven, ToolEvent, TypedField } from './contract.ts';
import { draw } from './draw.ts';
import { anyEvent, isSoundShape, run } from './test-events.ts';
import { anyBoundaries, at, box, click, move, parcel, ring, sceneOf } from './test-scene.ts';
import { apart, azimuthOf } from './vectors.ts';

const given: DrawGiven = { outline: 'polygon', as: 'new', of: null };
const bare = sceneOf();
const typed = (field: TypedField, text: string): ToolEvent => ({ type: 'typed', field, text });
const finish: ToolEvent = { type: 'command', command: 'finish' };
const back: ToolEvent = { type: 'command', command: 'back' };
const flip: ToolEvent = { type: 'command', command: 'flip' };
const square = [click(0, 0), click(40, 0), click(40, 30), click(0, 30)];

describe('polygons', () => {
  it('are closed by Enter, by a double click, and by a click on the first vertex', () => {
    const shape = [[box(0, 0, 40, 30)]];
    for (const end of [finish, click(0, 30, {}, 2), click(0.4, 0.3)]) {
      const { results, state } = run(draw, given, [...square, end], bare);
      expect(results).toEqual([{ what: 'shape', act: { code: 'drawn', params: {} }, shape }]);
      expect(state).toEqual(draw.begin(given));
    }
  });

  it('that cross themselves say where and are not closed', () => {
    const events = [click(0, 0), click(20, 20), click(20, 0), click(0, 20), finish];
    const { results, state } = run(draw, given, events, bare);
    expect(results).toEqual([]);
    expect(state.points).toHaveLength(4);
    const { faults, finishable } = draw.ghost(state, bare);
    expect(finishable).toBe(false);
    expect(faults.some(({ code, at: p }) => code === 'self-crossing' && p && apart(p, at(10, 10)) < 1e-3)).toBe(true);
  });

  it('take the last vertex back', () => {
    const { state } = run(draw, given, [...square, back], bare);
    expect(state.points).toEqual(box(0, 0, 40, 30).slice(0, 3));
    expect(run(draw, given, [...square, back, back, back, back, back], bare).state.points).toEqual([]);
  });

  it('snap to the very vertices of a neighbour', () => {
    const odd = ring([0.123456789, 0.98765], [33.3333333, 0.1], [31.7, 27.123]);
    const scene = sceneOf([parcel(1, odd)]);
    const events = [click(0, 1.2), click(-20, 40), click(31.5, 27.4), click(33.5, 0), finish];
    const { results } = run(draw, given, events, scene);
    const [own] = results[0].what === 'shape' ? results[0].shape[0] : [];
    expect(own[0]).toEqual(odd[0]);
    expect(own.slice(2)).toEqual([odd[2], odd[1]]);
  });
});

describe('typed numbers', () => {
  it('are enough for a whole outline, with no pointer at all', () => {
    const [east, north] = at(5, 6);
    const edge = (length: string, azimuth: string) => [typed('length', length), typed('azimuth', azimuth), finish];
    const events = [
      typed('east', `${east}`),
      typed('north', `${north}`),
      finish,
      ...edge('30', '90'),
      ...edge('20', '0'),
    ];
    const { results } = run(draw, given, [...events, finish], bare);
    expect(results).toMatchObject([{ shape: [[ring([5, 6], [35, 6], [35, 26])]] }]);
  });

  it('a length with an azimuth is that length in that direction', () => {
    const length = fc.integer({ min: 1, max: 100_000 }).map((cm) => cm / 100);
    const degrees = fc.integer({ min: 0, max: 35_999 }).map((d) => d / 100);
    fc.assert(
      fc.property(length, degrees, (l, d) => {
        const events = [click(0, 0), typed('length', `${l}`), typed('azimuth', `${d}`), finish];
        const { points } = run(draw, given, events, bare).state;
        expect(Math.abs(apart(points[0], points[1]) - l)).toBeLessThan(2e-8);
        expect(points[1][0] - points[0][0]).toBeCloseTo(l * Math.sin((d * Math.PI) / 180), 7);
        expect(points[1][1] - points[0][1]).toBeCloseTo(l * Math.cos((d * Math.PI) / 180), 7);
      }),
    );
  });

  it('a length alone goes where the pointer points; 157.00 m is 157.00 m', () => {
    const { state } = run(draw, given, [click(0, 0), typed('length', '157.00 m'), move(30, 40), finish], bare);
    expect(apart(state.points[0], state.points[1])).toBeCloseTo(157, 7);
    expect(azimuthOf(state.points[0], state.points[1])).toBeCloseTo(azimuthOf(at(0, 0), at(30, 40)), 6);
  });

  it('a turn is the angle to the last edge on the pointer’s side, or on the side of its sign', () => {
    const turned = (text: string, y: number) => {
      const events = [click(0, 0), click(40, 0), move(60, y), typed('turn', text), typed('length', '10'), finish];
      return run(draw, given, events, bare).state.points[2];
    };
    expect(turned('90', 5)).toEqual(at(40, 10));
    expect(turned('90', -5)).toEqual(at(40, -10));
    expect(turned('-90', -5)).toEqual(at(40, 10));
    expect(apart(turned('59°59′60', 5), at(40, 0))).toBeGreaterThan(9); // no angle: it goes to the pointer
    expect(apart(turned('60°0′0″', 5), at(35, 10 * Math.sin(Math.PI / 3)))).toBeLessThan(1e-7);
  });

  it('Δ and coordinates, alone and with a length', () => {
    const place = (...fields: [TypedField, string][]) =>
      run(draw, given, [click(0, 0), move(9, 9), ...fields.map((f) => typed(...f)), finish], bare).state.points[1];
    expect(place(['deltaEast', '30'], ['deltaNorth', '-40'])).toEqual(at(30, -40));
    expect(place(['east', '38467930'], ['north', '3846940'])).toEqual(at(30, 40));
    expect(apart(place(['deltaEast', '30'], ['length', '50']), at(30, 40))).toBeLessThan(1e-7);
    expect(place(['east', '38467930'])).toEqual(at(30, 9));
  });

  it('what cannot hold or be read is said, and sets nothing', () => {
    const { state } = run(draw, given, [click(0, 0), typed('deltaEast', '30'), typed('length', '20'), finish], bare);
    expect(state.points).toHaveLength(1);
    expect(state.fault?.code).toBe('no-such-point');
    const said = (field: TypedField, text: string) => run(draw, given, [typed(field, text)], bare).state.fault?.code;
    expect(said('length', 'abc')).toBe('not-a-number');
    expect(said('azimuth', '12°61′')).toBe('not-an-angle');
    expect(said('length', '-3')).toBe('not-positive');
  });
});

it('ortho holds the edge in hand to the last one', () => {
  const events = [click(0, 0), click(30, 10), move(25, 42, { shift: true })];
  const { state } = run(draw, given, events, bare);
  const turn = azimuthOf(at(30, 10), state.hand!.at) - azimuthOf(at(0, 0), at(30, 10));
  expect(Math.abs(turn / 15 - Math.round(turn / 15))).toBeLessThan(1e-6);
  const square90 = run(draw, given, [click(0, 0), click(30, 0), click(31, 20)], sceneOf([], { ortho: 90 }));
  expect(square90.state.points[2]).toEqual(at(30, 20));
});

describe('rectangles', () => {
  it('by two corners, to the width and height that are typed', () => {
    const events = [click(0, 0), move(-5, 7), typed('deltaEast', '40'), typed('deltaNorth', '30'), finish];
    const { results } = run(draw, { ...given, outline: 'rectangle' }, events, bare);
    expect(results).toMatchObject([{ shape: [[ring([0, 0], [-40, 0], [-40, 30], [0, 30])]] }]);
  });

  it('by a side and a depth', () => {
    const events = [click(0, 0), click(30, 40), move(-9, 20), typed('length', '20'), finish];
    const { results } = run(draw, { ...given, outline: 'three-points' }, events, bare);
    const [corners] = results[0].what === 'shape' ? results[0].shape[0] : [];
    expect(Math.abs(ringArea(corners))).toBeCloseTo(1000, 5);
    expect(apart(corners[2], at(14, 52))).toBeLessThan(1e-7);
  });
});

describe('holes and parts', () => {
  const of = parcel(3, box(0, 0, 40));

  it('go into the record, and the next one into what it has become', () => {
    const hole = (x: number) => [click(x, 10), click(x + 5, 15)];
    const cut = run(draw, { outline: 'rectangle', as: 'hole', of }, [...hole(5), ...hole(20)], bare);
    expect(cut.results.map((r) => (r.what === 'redraw' ? r.own.shape[0].length : 0))).toEqual([2, 3]);
    const part = run(draw, { outline: 'rectangle', as: 'part', of }, [click(50, 0), click(60, 10)], bare);
    expect(part.results).toMatchObject([
      { what: 'redraw', own: { key: 3, shape: [[box(0, 0, 40)], [box(50, 0, 10)]] } },
    ]);
  });

  it('are refused where they do not lie', () => {
    for (const [as, x] of [
      ['hole', 60],
      ['hole', 38],
      ['part', 38],
    ] as const) {
      const { results, state } = run(draw, { outline: 'rectangle', as, of }, [click(x, 10), click(x + 5, 15)], bare);
      expect(results).toEqual([]);
      expect(draw.ghost(state, bare).faults).not.toEqual([]);
    }
  });
});

it('follows borders between two clicks, the other way round when flipped', () => {
  const scene = sceneOf([parcel(1, box(0, 0, 40, 10)), parcel(2, box(40, 0, 40, 10))], { trace: true });
  const traced = (...events: ToolEvent[]) =>
    run(draw, given, [click(0, 0), ...events, click(80, 10)], scene).state.points;
  expect(traced()).toEqual(ring([0, 0], [0, 10], [40, 10], [80, 10]));
  expect(traced(flip)).toEqual(ring([0, 0], [40, 0], [80, 0], [80, 10]));
  expect(run(draw, given, [click(20, 0), click(60, 10)], scene).state.points).toHaveLength(4);
  const apartFrom = sceneOf([parcel(1, box(0, 0, 40, 10)), parcel(2, box(50, 0, 40, 10))], { trace: true });
  const none = run(draw, given, [click(0, 0), move(90, 10)], apartFrom).state;
  expect([none.via, none.fault?.code]).toEqual([[], 'no-border']);
});

it('whatever happens it does not throw, gives sound shapes alone, can be written down, and Escape starts anew', () => {
  const anyGiven = fc.record({
    outline: fc.constantFrom('polygon', 'rectangle', 'three-points'),
    as: fc.constantFrom('new', 'line', 'part', 'hole'),
    of: fc.constantFrom(null, parcel(99, box(-20, -20, 40))),
  });
  const settings = fc.record({ ortho: fc.constantFrom(0, 15, 90), trace: fc.boolean() });
  fc.assert(
    fc.property(anyGiven, anyBoundaries, settings, fc.array(anyEvent, { maxLength: 30 }), (by, land, set, events) => {
      const scene = sceneOf(land, set);
      const { state, results } = run(draw, by, events, scene);
      for (const result of results)
        if (result.what === 'shape') expect(isSoundShape(result.shape)).toBe(true);
        else if (result.what === 'redraw') expect(isSoundShape(result.own.shape)).toBe(true);
      expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      expect(draw.step(state, { type: 'cancel' }, scene).state).toEqual(draw.begin(state.given));
    }),
    { numRuns: 1000 },
  );
});

it('an outline of a hair’s breadth is none, wherever it lies', () => {
  const of = parcel(99, box(-20, -20, 40));
  const hole = { outline: 'three-points', as: 'hole', of } as const;
  const { state, results } = run(draw, hole, [click(0, 21), click(0, 0), click(0.0002, 0)], sceneOf([]));
  expect(results).toEqual([]);
  expect(state.fault?.code ?? 'too-few-points').toBe('too-few-points');
});
