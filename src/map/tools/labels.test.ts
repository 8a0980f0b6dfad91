import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placedLabels, type Around, type ScreenLabel } from './labels.ts';

const around: Around = {
  width: 800,
  height: 600,
  middle: { x: 400, y: 300 },
  hand: null,
  hint: null,
  widthOf: (text, font) => text.length * (font === 'strong' ? 9 : 7),
};
const edge = (ax: number, ay: number, bx: number, by: number, role: 'live' | 'edge' = 'edge'): ScreenLabel => ({
  role,
  ends: [
    { x: ax, y: ay },
    { x: bx, y: by },
  ],
  words: { figure: '157.00', unit: 'm' },
});
const one = (label: ScreenLabel, more: Partial<Around> = {}) => placedLabels([label], { ...around, ...more })[0];

describe('a figure of an edge', () => {
  it('stands along it, outside, and can be read', () => {
    const below = one(edge(200, 500, 600, 500));
    expect([below.x, below.turn]).toEqual([400, 0]);
    expect(below.y).toBeGreaterThan(500);
    const left = one(edge(200, 100, 200, 500));
    expect(left.x).toBeLessThan(200);
    expect(left.turn).toBeCloseTo(-Math.PI / 2);
    expect(one(edge(200, 500, 200, 100)).turn).toBeCloseTo(-Math.PI / 2);
  });

  it('is left out where the edge is shorter than it', () => {
    expect(one(edge(200, 500, 230, 500))).toBeUndefined();
  });

  it('stands on what is seen of an edge that leaves the map', () => {
    expect(one(edge(-4000, 500, 600, 500)).x).toBe(300);
    expect(one(edge(-4000, -50, 600, -50))).toBeUndefined();
  });

  it('of the edge in hand is a plate that never stands steep, and has the angle beside it', () => {
    const plate = one({ ...edge(600, 100, 640, 500, 'live'), angle: '90.0°' });
    expect(Math.abs(plate.turn)).toBeLessThanOrEqual(Math.PI / 4);
    expect(plate.pieces.map(({ text }) => text)).toEqual(['157.00', 'm', '∠ 90.0°']);
    expect(plate.x - plate.width / 2).toBeGreaterThan(620);
  });

  it('of the edge in hand is written though there is no room, away from the hand where it can be', () => {
    expect(one(edge(400, 300, 401, 300, 'live'))).toBeUndefined();
    const hand = { x: 440, y: 300 };
    const plate = one(edge(400, 300, 440, 300, 'live'), { hand });
    expect(plate).toBeDefined();
    expect(Math.abs(plate.y - 300)).toBeGreaterThan(14);
  });
});

describe('the box beside the hand', () => {
  it('is not written over, though it lies along the whole edge', () => {
    const hint = { left: 422, top: 288, right: 560, bottom: 312 };
    const plate = one(edge(400, 300, 520, 300, 'live'), { hand: { x: 400, y: 300 }, hint });
    expect(Math.abs(plate.y - 300)).toBeGreaterThanOrEqual(12 + 14);
  });
});

describe('what is wrong', () => {
  it('is said beside its place, where the hand and its box are not', () => {
    const fault: ScreenLabel = { role: 'fault', ends: [{ x: 300, y: 300 }], words: { figure: '界线自相交' } };
    expect(one(fault).x).toBeGreaterThan(312);
    expect(one(fault, { hint: { left: 310, top: 288, right: 500, bottom: 312 } }).x).toBeLessThan(288);
    expect(one(fault).isFault).toBe(true);
  });
});

describe('many figures', () => {
  it('do not lie over each other, stand upright and keep to the map, whatever is drawn', () => {
    const spot = fc.record({ x: fc.integer({ min: -200, max: 1000 }), y: fc.integer({ min: -200, max: 800 }) });
    const label = fc.record({
      role: fc.constantFrom('edge' as const, 'live' as const),
      ends: fc.tuple(spot, spot),
      words: fc.constant({ figure: '157.00', unit: 'm' }),
    });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 12 }), (labels) => {
        const placed = placedLabels(labels, around);
        for (const { turn } of placed) expect(Math.abs(turn)).toBeLessThanOrEqual(Math.PI / 2 + 1e-9);
        const edges = placed.filter(({ role }) => role === 'edge');
        // Corners of one inside the turned box of another: an oracle that knows nothing of upright boxes.
        for (const a of edges)
          for (const b of edges)
            if (a !== b)
              for (const [sx, sy] of [
                [1, 1],
                [1, -1],
                [-1, 1],
                [-1, -1],
                [0, 0],
              ] as const) {
                // prettier-ignore
                const [cos, sin] = [Math.cos(a.turn), Math.sin(a.turn)];
                const [dx, dy] = [(sx * a.width) / 2, (sy * a.height) / 2];
                const [x, y] = [a.x + dx * cos - dy * sin - b.x, a.y + dx * sin + dy * cos - b.y];
                const [u, v] = [x * Math.cos(b.turn) + y * Math.sin(b.turn), y * Math.cos(b.turn) - x * Math.sin(b.turn)]; // prettier-ignore
                expect(Math.abs(u) < b.width / 2 - 1e-6 && Math.abs(v) < b.height / 2 - 1e-6).toBe(false);
              }
      }),
    );
  });
});
