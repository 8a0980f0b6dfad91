import { describe, expect, it } from 'vitest';
import { layouts } from '../layouts.ts';
import { DEFAULT_CONDITIONS, DEFAULT_WISHES } from '../shape/settings.ts';
import type { Layout } from '../shape/layout.ts';
import type { LayoutSite, Point, Ring } from '../shape/site.ts';
import { invented, siteOf } from '../test-sites.ts';
import { turningFaults } from '../test-turning-checker.ts';
import { deadEnds } from './dead-ends.ts';
import { stripOf } from './strips.ts';
import { ended } from './turning.ts';
import { away, Frame } from '../land/frame.ts';

const box = (x0: number, y0: number, x1: number, y1: number): Point[] => [[x0, y0], [x1, y0], [x1, y1], [x0, y1]]; // prettier-ignore
const told = (roads: readonly Ring[], entrance: Point) =>
  deadEnds(roads, entrance)
    .map(({ road, lengthM }) => [road, Math.round(lengthM)])
    .toSorted(([a], [b]) => a - b);

describe('roads that end blind', () => {
  // From the street at the origin north for 100 m, and across its end.
  const street = box(-3, 0, 3, 100);
  it('are measured from their ends to where one can go two ways', () => {
    expect(told([street], [0, 0])).toEqual([[0, 100]]);
    expect(told([street, box(-50, 96, 50, 100)], [0, 0])).toEqual([[1, 47], [1, 47]]); // prettier-ignore
    // A corner is no place with two ways: the way round it is one.
    expect(told([street, box(-2, 96, 50, 100)], [0, 0])).toEqual([[1, 147 - 4 - 4 + 4]]);
    // Round and back to the street there is none.
    expect(told([street, box(-2, 96, 50, 100), box(46, 10, 50, 100), box(0, 10, 50, 14)], [0, 0])).toEqual([]);
  });

  it('are those of its first side and its fourth of a piece round a bend', () => {
    const bend: Ring = [[0, 1], [0, 5], [3.5, 3.5], [5, 0], [1, 0]]; // prettier-ignore
    expect(stripOf(bend)).toMatchObject({ from: [0, 3], to: [3, 0] });
  });

  const endings = (walls: readonly Ring[], kept: readonly Ring[] = []) => ({
    entrance: [0, 0] as Point,
    laneM: 4,
    turningM: 12,
    walls,
    kept,
    frameOf: (angle: number) => new Frame(siteOf([box(-100, 0, 100, 200)], 1), angle, away(walls, 1)),
  });
  const hall = box(10, 20, 40, 90);

  it('have a place to turn where it is free, are told where it is not, and lead to nothing in vain', () => {
    const free = ended([street], endings([hall]));
    expect(free.blind).toBe(0);
    expect(free.roads).toHaveLength(2);
    const [place] = free.roads.slice(1);
    expect(Math.hypot(place[1][0] - place[0][0], place[1][1] - place[0][1])).toBeCloseTo(12, 6);
    // Walls on both sides and at the end leave no square.
    const shut = [hall, box(-40, 20, -4, 120), box(4, 20, 8, 120), box(-4, 101, 8, 120)];
    expect(ended([street], endings(shut))).toMatchObject({ blind: 1, roads: [street] });
    // A lane past nothing is drawn in.
    const idle = ended([box(-3, 0, 3, 30), box(-60, 26, 3, 30)], endings([box(14, 0, 40, 20)]));
    expect(Math.min(...idle.roads.flat().map(([x]) => x))).toBeGreaterThan(-5);
  });

  it('go round a building that stands where they end', () => {
    const stands = box(-60, 105, 60, 120);
    const across = box(-90, 150, 90, 154);
    const roads = [street, across, box(-90, 4, -86, 154), box(86, 4, 90, 154), box(-90, 4, 90, 8)];
    const round = ended(roads, endings([stands], [stands]));
    expect(round.blind).toBe(0);
    expect(round.roads.length).toBeGreaterThan(roads.length + 1);
  });
});

describe('lanes of layouts', () => {
  const laid = (site: LayoutSite, setbackM: number): Layout[] => [
    ...layouts(
      { ...site, setbacksM: site.rings.map((ring) => ring.map(() => setbackM)) },
      DEFAULT_CONDITIONS,
      DEFAULT_WISHES,
    ),
  ];

  it('end nowhere blind after 40 m, and where no lane has room along the boundary it is told', () => {
    const site = invented(3);
    for (const layout of laid(site, 6)) {
      expect(layout.figures.blind, layout.family).toBe(0);
      expect(turningFaults(layout), layout.family).toEqual([]);
    }
    const narrow = laid(invented(1), 3).filter(({ figures }) => figures.blind > 0);
    expect(narrow.length).toBeGreaterThan(0);
    for (const { misses, figures } of narrow)
      expect(misses).toContainEqual({ what: 'blind', value: figures.blind, asked: 0, bound: 'max' });
  });

  it('are seen by the checker where they end blind', () => {
    // Of the first layout the lane along one side goes: what came to it ends there.
    const [layout] = laid(siteOf([box(0, 0, 240, 160)]), 6);
    const beyond = (ring: Ring): boolean => ring.every(([, y]) => y < 150);
    const without = { ...layout, roads: layout.roads.filter(beyond) };
    expect(without.roads.length).toBeLessThan(layout.roads.length);
    expect(turningFaults(layout)).toEqual([]);
    expect(turningFaults(without)).not.toEqual([]);
  });
});
