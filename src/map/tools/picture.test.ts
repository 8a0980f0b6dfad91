import { describe, expect, it } from 'vitest';
import { draw } from '../../desk/tools/draw.ts';
import { reshape } from '../../desk/tools/reshape.ts';
import type { Ghost, Measure } from '../../desk/tools/contract.ts';
import { box, click, CRS, move, parcel, press, sceneOf } from '../../desk/tools/test-scene.ts';
import { run } from '../../desk/tools/test-events.ts';
import { toLonLat } from '../../domain/geodesy/zones.ts';
import { isHandle } from './handles.ts';
import { pictureOf } from './picture.ts';

const figureOf = (measure: Measure) => ({
  figure: measure.kind === 'length' ? measure.lengthM.toFixed(2) : measure.kind === 'angle' ? `${measure.degrees.toFixed(1)}°` : 'area', // prettier-ignore
  unit: measure.kind === 'length' ? 'm' : '',
});
const pictured = (ghost: Ghost, more: Partial<Parameters<typeof pictureOf>[0]> = {}) =>
  pictureOf({
    ghost,
    crs: CRS,
    words: { measures: ghost.measures.map(figureOf), snap: null, faults: ghost.faults.map(({ code }) => code), hint: null }, // prettier-ignore
    ...more,
  });

const scene = sceneOf([parcel(1, box(0, 0, 40))]);
const drawing = (...events: Parameters<typeof run>[2]) => {
  const given = { outline: 'polygon', as: 'new', of: null } as const;
  return draw.ghost(run(draw, given, events, scene).state, scene);
};
const corner = [click(100, 100), click(200, 100), move(200, 150)] as const;

describe('the picture of a ghost', () => {
  it('joins the angle of the edge in hand to its length, and marks a right one', () => {
    const { labels, corners } = pictured(drawing(...corner));
    const live = labels.filter(({ role }) => role === 'live');
    expect(live.map(({ words, angle }) => [words.figure, angle])).toEqual([['50.00', '90.0°']]);
    expect(labels.filter(({ role }) => role === 'edge').map(({ words }) => words.figure)).toEqual(['100.00']);
    expect(corners).toHaveLength(1);
    expect(pictured(drawing(...corner.slice(0, 2), move(220, 150))).corners).toHaveLength(0);
  });

  it('puts places into the world: from west to east, from north to south', () => {
    const [line] = pictured(drawing(...corner)).lines;
    const [lon, lat] = toLonLat(CRS, 38_468_000, 3_847_000);
    expect(line.xy[0]).toBeCloseTo((lon + 180) / 360, 12);
    const y = (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2;
    expect(line.xy[1]).toBeCloseTo(y, 12);
    expect(line.xy[2]).toBeGreaterThan(line.xy[0]);
  });

  it('has the hand where it is caught, why, and where it crosses itself', () => {
    const caught = drawing(click(100, 100), move(0.4, 0.3));
    const words = { measures: [], snap: { reason: '端点', of: 'LX-0417 界址点 J1' }, faults: [], hint: null };
    expect(pictured(caught, { words }).snap).toMatchObject({ reason: '端点', of: 'LX-0417 界址点 J1' });
    const crossed = drawing(click(100, 100), click(200, 200), click(200, 100), move(100, 200));
    const { faults, labels } = pictured(crossed);
    expect(faults).toHaveLength(1);
    expect(labels.find(({ role }) => role === 'fault')?.words.figure).toBe('self-crossing');
  });

  it('hatches what is taken already, and writes whose it is inside', () => {
    const overlaps = [{ shape: [[box(10, 10, 5)]], words: 'LX-0417 25.0 m²' }];
    const { fills, labels } = pictured(drawing(...corner), { overlaps });
    expect(fills.map(({ role }) => role)).toEqual(['overlap', 'shape']);
    expect(labels.at(-1)).toMatchObject({ role: 'spot', words: { figure: 'LX-0417 25.0 m²' } });
  });
});

describe('what a drag takes hold of', () => {
  const own = parcel(1, box(0, 0, 40));
  const ghost = (...events: Parameters<typeof run>[2]) => reshape.ghost(run(reshape, own, events, scene).state, scene);
  const pressed = (x: number, y: number, kind: 'mouse' | 'touch' = 'mouse') => {
    const event = press(x, y, { kind });
    return 'pointer' in event ? event.pointer : null!;
  };

  it('is a vertex or an edge of a record, never its inside', () => {
    expect(isHandle(ghost(), pressed(0.5, 0.5))).toBe(true);
    expect(isHandle(ghost(), pressed(20, 0.5))).toBe(true);
    expect(isHandle(ghost(), pressed(20, 20))).toBe(false);
    // A finger is less sure: 24 px of 0.1 m.
    expect(isHandle(ghost(), pressed(20, 2))).toBe(false);
    expect(isHandle(ghost(), pressed(20, 2, 'touch'))).toBe(true);
  });

  it('is nothing of a shape in the making', () => {
    expect(isHandle(drawing(...corner), pressed(100, 100))).toBe(false);
  });
});
