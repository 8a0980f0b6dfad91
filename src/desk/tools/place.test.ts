import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areasOf } from '../../domain/geometry/measure/measures.ts';
import { surveyedLayer } from '../../domain/geometry/plane/project.ts';
import type { PlaceGiven, ToolCommand, ToolEvent, TypedField } from './contract.ts';
import { measure } from './measure.ts';
import { place } from './place.ts';
import { anyEvent, isSoundShape, run } from './test-events.ts';
import { anyBoundaries, at, box, click, CRS, move, parcel, press, release, ring, sceneOf } from './test-scene.ts';
import { apart, azimuthOf } from './vectors.ts';

const of = parcel(1, box(0, 0, 20, 10));
const other = parcel(2, ring([60.123456, 5.98765], [90, 0], [90, 30]));
const scene = sceneOf([of, other]);
const typed = (field: TypedField, text: string): ToolEvent => ({ type: 'typed', field, text });
const command = (name: ToolCommand): ToolEvent => ({ type: 'command', command: name });
const finish = command('finish');
const shapesOf = (by: PlaceGiven['by'], ...events: ToolEvent[]) =>
  run(place, { by, of }, events, scene).results.flatMap((r) =>
    r.what === 'redraw' ? [r.own.shape] : r.what === 'copies' ? r.shapes : [],
  );

describe('moving', () => {
  it('from a vertex to a vertex puts it there to the last digit, by clicks or by a drag', () => {
    const byClicks = shapesOf('move', click(20.3, 0.2), click(60, 6.1));
    const byDrag = shapesOf('move', press(20.3, 0.2), move(50, 3), move(60, 6.1), release(60, 6.1));
    for (const [shape] of [byClicks, byDrag]) {
      expect(shape[0][0][1]).toEqual(other.shape[0][0][0]);
      expect(apart(shape[0][0][0], shape[0][0][1])).toBeCloseTo(20, 7);
    }
  });

  it('by typed Δ, without a pointer; the next move goes on from there', () => {
    const by = [typed('deltaEast', '7.5'), typed('deltaNorth', '-2'), finish];
    expect(shapesOf('move', ...by, ...by)).toEqual([[[box(7.5, -2, 20, 10)]], [[box(15, -4, 20, 10)]]]);
  });
});

describe('turning', () => {
  it('by a typed angle about the centre, clockwise; four right angles are the shape itself', () => {
    const quarter = [typed('turn', '90'), finish];
    const [once] = shapesOf('rotate', ...quarter);
    expect(once).toEqual([[ring([5, 15], [5, -5], [15, -5], [15, 15])]]);
    expect(shapesOf('rotate', ...quarter, ...quarter, ...quarter, ...quarter).at(-1)).toEqual(of.shape);
  });

  it('about a pivot from one direction to another', () => {
    const [shape] = shapesOf('rotate', click(0, 0), click(20, 0), click(-30, 40, { alt: true }));
    expect(azimuthOf(at(0, 0), shape[0][0][1])).toBeCloseTo(azimuthOf(at(0, 0), at(-30, 40)), 6);
    expect(shape[0][0][0]).toEqual(at(0, 0));
  });
});

describe('copying', () => {
  it('makes one a click, from the same base point', () => {
    expect(shapesOf('copy', click(0, 0), click(0, 20), click(0, 40))).toEqual([
      [[box(0, 20, 20, 10)]],
      [[box(0, 40, 20, 10)]],
    ]);
  });

  it('along a path by spacing, or so many to its end', () => {
    const along = [click(0, 0), click(0, 45)];
    expect(shapesOf('along', ...along, typed('spacing', '15'), finish)).toEqual([15, 30, 45].map((y) => [[box(0, y, 20, 10)]])); // prettier-ignore
    expect(shapesOf('along', ...along, typed('count', '2'), finish)).toEqual([22.5, 45].map((y) => [[box(0, y, 20, 10)]])); // prettier-ignore
    const bent = shapesOf('along', ...along, click(30, 45), typed('spacing', '25'), finish);
    expect(bent).toEqual([[[box(0, 25, 20, 10)]], [[box(5, 45, 20, 10)]], [[box(30, 45, 20, 10)]]]);
    expect(run(place, { by: 'along', of }, [...along, typed('count', '9999'), finish], scene).state.fault?.code).toBe('too-many-copies'); // prettier-ignore
  });
});

it('measures lengths, angles, the total, and areas on both bases', () => {
  const { results } = run(measure, null, [click(0, 0), click(40, 0), click(40, 30), finish], sceneOf());
  const [result] = results;
  if (result.what !== 'measured') throw new Error('nothing was measured');
  const areas = areasOf(surveyedLayer([[[ring([0, 0], [40, 0], [40, 30], [0, 0])]]], CRS), 0);
  expect(result.measures).toMatchObject([
    { kind: 'length', lengthM: 40, azimuthDeg: 90 },
    { kind: 'length', lengthM: 30, azimuthDeg: 0 },
    { kind: 'angle', degrees: 90, at: at(40, 0) },
    { kind: 'total', lengthM: 70 },
    { kind: 'area', planeM2: 600, ellipsoidM2: areas.ellipsoidM2 },
  ]);
});

it('whatever happens they do not throw and give sound shapes alone; Escape starts anew', () => {
  const by = fc.constantFrom<PlaceGiven['by']>('move', 'rotate', 'copy', 'along');
  fc.assert(
    fc.property(by, anyBoundaries, fc.array(anyEvent, { maxLength: 25 }), (how, land, events) => {
      const around = sceneOf(land);
      const { state, results } = run(place, { by: how, of }, events, around);
      for (const result of results)
        if (result.what === 'redraw') expect(isSoundShape(result.own.shape)).toBe(true);
        else if (result.what === 'copies') expect(result.shapes.every(isSoundShape)).toBe(true);
      expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      expect(place.step(state, { type: 'cancel' }, around).state).toEqual(place.begin(state.given));
      const measured = run(measure, null, events, around);
      expect(measure.step(measured.state, { type: 'cancel' }, around).state).toEqual(measure.begin(null));
    }),
    { numRuns: 300 },
  );
});
