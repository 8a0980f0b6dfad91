import { describe, expect, it } from 'vitest';
import type { Point, Ring } from '../shape/site.ts';
import { divided } from './divide.ts';
import { framedPlate } from './frame.ts';
import { missesOf } from './exits.ts';
import { gridOf } from './grid.ts';
import { outlineOf } from './outline.ts';
import { partAreaM2, partRings, type PlatePlan } from './plan.ts';
import { plateProposals } from './proposals.ts';
import { unitsOfBand } from './runs.ts';
import { withoutSlivers } from './slivers.ts';
import { CORE_PLACES, CORRIDORS, USUAL_PLATE_WISHES, type PlateWishes, type StoreyPlace } from './settings.ts';
import { awayM, drawnM2, shutUnits, tilingFaults, type DrawnPart } from './test-plate-checker.ts';

const UPPER: StoreyPlace = { isGround: false, storeys: 4, isHigh: false };
const GROUND: StoreyPlace = { ...UPPER, isGround: true };
const usual: PlateWishes = { ...USUAL_PLATE_WISHES, leastM2: 300 };

const box = (w: number, d: number): Ring => [[0, 0], [w, 0], [w, d], [0, d]]; // prettier-ignore

/** Mulberry32: the same numbers on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const drawn = (plan: PlatePlan): DrawnPart[] =>
  plan.parts.map(({ kind }, part) => ({ kind, rings: partRings(plan, part) }));

/** A plate of any make: mostly rectangles, then L and U shapes, slanted sides, stars; turned and moved. */
function anyPlate(random: () => number): Ring {
  const [w, d] = [20 + 90 * random(), 14 + 46 * random()];
  const kind = random();
  const [a, b] = [w * (0.2 + 0.5 * random()), d * (0.2 + 0.5 * random())];
  const local: Ring =
    kind < 0.4
      ? box(w, d)
      : kind < 0.55
        ? [[0, 0], [w, 0], [w, b], [a, b], [a, d], [0, d]] // prettier-ignore
        : kind < 0.7
          ? [[0, 0], [w, 0], [w, d], [w * 0.7, d], [w * 0.7, b], [w * 0.3, b], [w * 0.3, d], [0, d]] // prettier-ignore
          : [[0, 0], [w, 3 * random()], [w - 6 * random(), d], [4 * random(), d - 5 * random()]]; // prettier-ignore
  const star = kind >= 0.85;
  const count = 5 + Math.floor(9 * random());
  const ring = star
    ? Array.from({ length: count }, (_, i): Point => {
        const [angle, radius] = [(2 * Math.PI * i) / count, 12 + 30 * random()];
        return [radius * Math.cos(angle), radius * Math.sin(angle)];
      })
    : local;
  const turn = random() < 0.3 ? 0 : 2 * Math.PI * random();
  return ring.map(([x, y]): Point => [
    500_000 + x * Math.cos(turn) - y * Math.sin(turn),
    3_800_000 + x * Math.sin(turn) + y * Math.cos(turn),
  ]);
}

describe('a plate divided', () => {
  it('is tiled exactly, whatever its form, with whole bays between walls', () => {
    const random = randomFrom(7);
    let plans = 0;
    for (let n = 0; n < 90; n++) {
      const ring = framedPlate(anyPlate(random));
      const wishes = { ...usual, bayM: [6, 8.4, 9, 12][n % 4], leastM2: n % 2 ? 300 : 500 };
      const place = n % 3 ? UPPER : GROUND;
      for (const { plan, misses } of plateProposals(ring, wishes, place)) {
        plans++;
        const parts = drawn(plan);
        expect(tilingFaults({ plate: ring, parts, random }), `plate ${n}`).toEqual([]);
        const from = Math.min(...ring.map(([u]) => u));
        for (const point of parts.flatMap(({ rings }) => rings.flat())) {
          const bays = (point[0] - from) / wishes.bayM;
          expect(Math.abs(bays - Math.round(bays)) < 1e-3 || awayM(ring, point) < 1e-6).toBe(true);
        }
        // What is said of ways in and of areas is so by another arithmetic.
        const shut = misses.filter(({ code }) => code === 'unreached').map(({ part }) => part);
        expect(shut, `plate ${n}`).toEqual(shutUnits(parts, ring, place.isGround));
        const small = misses.filter(({ code }) => code === 'below-least').map(({ part }) => part);
        expect(small).toEqual(
          parts.flatMap(({ kind, rings }, i) => (kind === 'unit' && drawnM2(rings) < wishes.leastM2 - 1e-6 ? [i] : [])),
        );
        plan.parts.forEach((_, i) => expect(partAreaM2(plan, i)).toBeCloseTo(drawnM2(parts[i].rings), 6));
      }
    }
    expect(plans).toBeGreaterThan(250);
  });

  it('has no slivers where a corner of the plate lies beside a line of the corridor', () => {
    const random = randomFrom(5);
    const [long, deep] = [84, 36];
    let beside = 0;
    for (const line of [16.8, 19.2, 33.6])
      for (const off of [0, 0.0005, -0.003, 0.2])
        for (const [from, to] of [
          [20, 40],
          [0, 16.8],
        ]) {
          // prettier-ignore
          const at = line + off;
          const cut: Point[] = [[to, deep], [to, at], [from, at], [from, deep]]; // prettier-ignore
          const all: Point[] = [[0, 0], [long, 0], [long, deep], ...cut, [0, deep]]; // prettier-ignore
          const ring = all.filter(([u, v], i) => {
            const next = all[(i + 1) % all.length];
            return !((u === 0 || u === long) && v === deep && cut.some(([cu, cv]) => cu === u && cv === at)) && (u !== next[0] || v !== next[1]); // prettier-ignore
          });
          for (const { plan } of plateProposals(ring, usual, UPPER)) {
            beside++;
            const parts = drawn(plan);
            expect(tilingFaults({ plate: ring, parts, random }), `${at} ${from}`).toEqual([]);
            for (const { rings } of parts)
              for (const axis of [0, 1] as const) {
                const along = rings.flat().map((point) => point[axis]);
                expect(Math.max(...along) - Math.min(...along), `${at} ${from}`).toBeGreaterThan(1);
              }
          }
        }
    expect(beside).toBeGreaterThan(60);
  });

  it('of a usual building has no unit that is too small or cannot be entered, in several ways', () => {
    const random = randomFrom(3);
    for (let n = 0; n < 30; n++) {
      const ring = box(Math.round(50 + 50 * random()), Math.round(24 + 24 * random()));
      const found = plateProposals(ring, { ...usual, leastM2: n % 2 ? 500 : 300 }, UPPER);
      expect(found.length, JSON.stringify(ring)).toBeGreaterThanOrEqual(2);
      const codes = found[0].misses.map(({ code }) => code);
      expect(codes, JSON.stringify(ring)).not.toContain('below-least');
      expect(codes).not.toContain('unreached');
      expect(found[0].unitShare).toBeGreaterThan(0.6);
    }
  });

  it('has the fewest units too small or shut that any walls between bays could leave', () => {
    const random = randomFrom(11);
    for (let n = 0; n < 60; n++) {
      const bays = 2 + Math.floor(8 * random());
      const grid = gridOf(
        box(bays * 6, 20),
        Array.from({ length: bays - 1 }, (_, i) => 6 * (i + 1)),
        [],
      );
      const cells = grid.cells.map((_, i) => i).filter(() => random() > 0.15);
      const doors = new Set(cells.filter(() => random() < 0.4));
      const isReached = (own: readonly number[]) => own.some((cell) => doors.has(cell));
      const leastM2 = 120 + 500 * random();
      const bad = (units: readonly (readonly number[])[]): number =>
        units.reduce((sum, own) => sum + (isReached(own) ? 0 : 1000) + (own.length * 120 < leastM2 - 1e-6 ? 1 : 0), 0);
      const found = unitsOfBand(grid, cells, { leastM2, unitM2: leastM2, isReached });
      expect(found.flat().toSorted((a, b) => a - b)).toEqual(cells);
      let best = Infinity;
      for (let walls = 0; walls < 2 ** (bays - 1); walls++) {
        const units: number[][] = [];
        cells.forEach((cell, i) => {
          const joined = i > 0 && cells[i - 1] === cell - 1 && !(walls & (1 << (cell - 1)));
          if (joined) units.at(-1)!.push(cell);
          else units.push([cell]);
        });
        best = Math.min(best, bad(units));
      }
      expect(bad(found)).toBe(best);
    }
  });

  it('is the same for a building that was moved, turned, or is drawn clockwise', () => {
    const outline: Ring = [[0, 0], [60, 0], [60, 24], [0, 24]]; // prettier-ignore
    const turned = outline.map(([x, y]): Point => [432_100 + x * 0.8 - y * 0.6, 3_812_345 + x * 0.6 + y * 0.8]);
    expect(framedPlate(turned)).toEqual(framedPlate(outline));
    expect(drawnM2([framedPlate(outline.toReversed())])).toBe(1440);
  });

  it('every way there is can be asked for by itself', () => {
    for (const corridor of CORRIDORS)
      for (const corePlace of CORE_PLACES) {
        const plan = divided(box(84, 36), 84 * 36, usual, UPPER, { corridor, corePlace, cores: 2, unitM2: 400 })!;
        expect(plan.parts.filter(({ kind }) => kind === 'core')).toHaveLength(2);
        expect(plan.parts.filter(({ kind }) => kind === 'corridor')).toHaveLength(corridor === 'none' ? 0 : 1);
        const cores = plan.parts.reduce((sum, { kind }, i) => sum + (kind === 'core' ? partAreaM2(plan, i) : 0), 0);
        expect(cores / (84 * 36)).toBeGreaterThan(0.08);
        expect(cores / (84 * 36)).toBeLessThan(0.13);
      }
  });

  it('tells of a slice in a 丙 building that it needs a second exit, and not of the same in 丁 and 戊', () => {
    // Two slices of 300 m², each beside the one core.
    const choice = { corridor: 'none', corePlace: 'spread', cores: 1, unitM2: 300 } as const;
    const wishes = { ...usual, bayM: 6 };
    const plan = divided(box(36, 22), 792, wishes, UPPER, choice)!;
    const codes = (hazard: 'C' | 'DE', place = UPPER) =>
      missesOf(plan, { leastM2: 300, hazard }, place).map(({ code }) => code);
    expect(codes('C').filter((code) => code === 'second-exit').length).toBeGreaterThan(0);
    expect(codes('DE')).not.toContain('second-exit');
    expect(codes('C', GROUND)).not.toContain('second-exit');
  });

  it('has slivers beside one another in one part, whichever comes first', () => {
    const cell = (u: number, v: number) => ({ ring: [[u, 0], [u + 0.5, 0], [u + 0.5, v], [u, v]] }); // prettier-ignore
    const sides = [[{ with: 1, lengthM: 4 }], [{ with: 0, lengthM: 4 }, { with: 2, lengthM: 6 }], [{ with: 1, lengthM: 6 }]]; // prettier-ignore
    const grid = { cells: [cell(0, 4), cell(0.5, 6), cell(1, 6)], sides };
    const plan = { grid, parts: [0, 1, 2].map((own) => ({ kind: 'unit', cells: [own] })) } as unknown as PlatePlan;
    expect(withoutSlivers(plan).parts.map(({ cells }) => cells)).toEqual([[0, 1, 2]]);
  });

  it('joins cells round a core to one unit with a hole', () => {
    const grid = gridOf(box(30, 30), [10, 20], [10, 20]);
    const core = grid.cells.findIndex(({ bay, row }) => bay === 1 && row === 1);
    const rings = outlineOf(grid, grid.cells.map((_, i) => i).filter((i) => i !== core)); // prettier-ignore
    expect(rings).toHaveLength(2);
    expect(drawnM2(rings)).toBeCloseTo(800, 9);
    expect(rings.map((ring) => ring.length)).toEqual([4, 4]);
  });
});
