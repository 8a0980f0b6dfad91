import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepped } from './pointer-machine.ts';
import { RESTING } from './pointer-state.ts';
import type { Signal, Told } from './signal.ts';

interface Hand {
  readonly id?: number;
  readonly kind?: 'mouse' | 'touch' | 'pen';
  readonly button?: number;
  readonly handle?: boolean;
  readonly ms?: number;
  readonly shift?: boolean;
  readonly buttons?: number;
}
const contact = (x: number, y: number, { id = 1, kind = 'mouse', ms = 0, shift = false }: Hand) => ({ id, kind, x, y, ms, alt: false, shift }); // prettier-ignore
const down = (x: number, y: number, hand: Hand = {}): Signal => ({ type: 'down', button: hand.button ?? 0, handle: hand.handle ?? false, ...contact(x, y, hand) }); // prettier-ignore
const move = (x: number, y: number, hand: Hand = {}): Signal => ({ type: 'move', buttons: hand.buttons ?? 1, ...contact(x, y, hand) }); // prettier-ignore
const up = (x: number, y: number, hand: Hand = {}): Signal => ({ type: 'up', ...contact(x, y, hand) });
const lost = (id = 1): Signal => ({ type: 'lost', id });
const cross = (dx: number, dy: number): Signal => ({ type: 'cross', dx, dy, alt: false, width: 400, height: 300 });

function run(...signals: readonly Signal[]): Told[] {
  let state = RESTING;
  return signals.flatMap((signal) => {
    const step = stepped(state, signal);
    state = step.state;
    return step.told;
  });
}
const types = (told: readonly Told[]): string[] => told.map((one) => (one.type === 'click' ? `click ${one.count}` : one.type)); // prettier-ignore

describe('a mouse', () => {
  it('that hovers tells where it is', () => {
    expect(run(move(5, 6, { buttons: 0, shift: true }))).toEqual([
      { type: 'move', at: { x: 5, y: 6, kind: 'mouse', alt: false, shift: true } },
    ]);
  });

  it('clicks where it went down, though it strayed a little', () => {
    const told = run(down(10, 10), move(12, 11), up(13, 11));
    expect(types(told)).toEqual(['move', 'press', 'release', 'click 1']);
    expect(told.every((one) => 'at' in one && one.at?.x === 10)).toBe(true);
  });

  it('clicks twice only at one place and soon', () => {
    const twice = (ms: number, x: number) => types(run(down(9, 9), up(9, 9), down(x, 9, { ms }), up(x, 9, { ms }))).at(-1); // prettier-ignore
    expect(twice(300, 11)).toBe('click 2');
    expect(twice(500, 11)).toBe('click 1');
    expect(twice(300, 30)).toBe('click 1');
  });

  it('drags what lies there, and then does not click', () => {
    const told = run(down(10, 10, { handle: true }), move(30, 10), move(50, 10), up(50, 10));
    expect(types(told)).toEqual(['move', 'press', 'move', 'move', 'release']);
  });

  it('moves the map by a long drag elsewhere, by another button and with Space', () => {
    const pan = [{ type: 'pan', dx: 30, dy: 0 }];
    expect(run(down(10, 10), move(40, 10), up(40, 10))).toEqual(pan);
    expect(run(down(10, 10, { button: 1, handle: true }), move(40, 10, { buttons: 4 }), up(40, 10))).toEqual(pan);
    expect(run(down(10, 10, { button: 2 }), move(40, 10, { buttons: 2 }), up(40, 10))).toEqual(pan);
    const space: Signal = { type: 'space', isDown: true };
    expect(run(space, down(10, 10, { handle: true }), move(40, 10), up(40, 10))).toEqual(pan);
  });

  it('lets go when its button is up while another is down, and outside the window', () => {
    const told = run(down(10, 10, { handle: true }), move(40, 10), move(41, 10, { buttons: 2 }), move(60, 10, { buttons: 0 })); // prettier-ignore
    expect(types(told)).toEqual(['move', 'press', 'move', 'release', 'move']);
  });

  it('drops what it drags when it is taken away or Esc is pressed, and does no more until it is up', () => {
    expect(types(run(down(10, 10, { handle: true }), move(40, 10), lost()))).toEqual(['move', 'press', 'move', 'drop']);
    const escaped = run(down(10, 10, { handle: true }), move(40, 10), { type: 'escape' }, move(60, 10), up(60, 10));
    expect(types(escaped)).toEqual(['move', 'press', 'move', 'drop']);
    expect(types(run({ type: 'escape' }))).toEqual(['cancel']);
  });
});

describe('fingers', () => {
  const finger = (id: number, more: Hand = {}): Hand => ({ id, kind: 'touch', ...more });

  it('one taps a point, drags a handle, and moves the map elsewhere', () => {
    expect(types(run(down(10, 10, finger(1)), move(15, 12, finger(1)), up(15, 12, finger(1))))).toEqual(['move', 'press', 'release', 'click 1']); // prettier-ignore
    expect(types(run(down(10, 10, finger(1, { handle: true })), move(40, 10, finger(1)), up(40, 10, finger(1))))).toEqual(['move', 'press', 'move', 'release']); // prettier-ignore
    expect(run(down(10, 10, finger(1)), move(40, 10, finger(1)), up(40, 10, finger(1)))).toEqual([{ type: 'pan', dx: 30, dy: 0 }]); // prettier-ignore
  });

  it('two move the map and zoom it, and drop what the first had', () => {
    const told = run(
      down(100, 100, finger(1, { handle: true })),
      down(200, 100, finger(2)),
      move(300, 100, finger(2)),
      up(300, 100, finger(2)),
      move(110, 100, finger(1)),
      up(110, 100, finger(1)),
    );
    expect(told.slice(2)).toEqual([
      { type: 'drop' },
      { type: 'pan', dx: 50, dy: 0 },
      { type: 'zoom', by: 1, around: { x: 200, y: 100 } },
      { type: 'pan', dx: 10, dy: 0 },
    ]);
  });

  it('of the hand that holds a pen do nothing, before, while and just after', () => {
    const pen = { id: 9, kind: 'pen' } as const;
    const told = run(
      down(10, 200, finger(1)),
      down(50, 50, { ...pen, ms: 20 }),
      move(40, 200, finger(1)),
      down(12, 220, finger(2)),
      up(50, 50, { ...pen, ms: 40 }),
      up(10, 200, finger(1)),
      down(12, 210, finger(3, { ms: 200 })),
      up(12, 210, finger(3, { ms: 220 })),
    );
    expect(types(told)).toEqual(['move', 'press', 'release', 'click 1']);
    expect(told.every((one) => 'at' in one && one.at && 'kind' in one.at && one.at.kind === 'pen')).toBe(true);
  });
});

describe('keys', () => {
  it('show the crosshair in the middle, move it, click and click again', () => {
    const told = run(cross(1, 0), cross(10, 0), { type: 'cross-click', alt: false }, { type: 'cross-click', alt: false }); // prettier-ignore
    expect(told[0]).toEqual({ type: 'crosshair', at: { x: 200, y: 150 } });
    expect(told[2]).toEqual({ type: 'crosshair', at: { x: 210, y: 150 } });
    expect(types(told.slice(4))).toEqual(['move', 'press', 'release', 'click 1', 'move', 'press', 'release', 'click 2']); // prettier-ignore
  });

  it('move the map once the crosshair is at the edge', () => {
    const told = run(cross(0, 0), cross(500, 0));
    expect(told[2]).toEqual({ type: 'pan', dx: -340, dy: 0 });
    expect(told[3]).toEqual({ type: 'crosshair', at: { x: 360, y: 150 } });
  });

  it('take hold and set down; a mouse that moves takes the crosshair away', () => {
    const grab: Signal = { type: 'cross-grab', alt: false };
    const told = run(cross(0, 0), grab, cross(10, 0), grab, move(7, 7, { buttons: 0 }));
    expect(types(told)).toEqual(['crosshair', 'move', 'move', 'press', 'crosshair', 'move', 'release', 'crosshair', 'move']); // prettier-ignore
    expect(told.at(-2)).toEqual({ type: 'crosshair', at: null });
  });
});

const at = { x: fc.integer({ min: 0, max: 60 }), y: fc.integer({ min: 0, max: 60 }) };
const anyContact = fc.record({
  ...at,
  id: fc.integer({ min: 1, max: 4 }),
  ms: fc.integer({ min: 0, max: 2000 }),
  alt: fc.boolean(),
  shift: fc.boolean(),
});
/** A pointer has one kind for its life. */
const KINDS = ['mouse', 'touch', 'touch', 'pen'] as const;
const anySignal: fc.Arbitrary<Signal> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(anyContact, fc.integer({ min: 0, max: 2 }), fc.boolean()).map(([c, button, handle]): Signal => ({ type: 'down', button, handle, ...c, kind: KINDS[c.id - 1] })) }, // prettier-ignore
  { weight: 8, arbitrary: fc.tuple(anyContact, fc.integer({ min: 0, max: 7 })).map(([c, buttons]): Signal => ({ type: 'move', buttons, ...c, kind: KINDS[c.id - 1] })) }, // prettier-ignore
  { weight: 4, arbitrary: anyContact.map((c): Signal => ({ type: 'up', ...c, kind: KINDS[c.id - 1] })) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }).map(lost) },
  { weight: 2, arbitrary: fc.tuple(fc.integer({ min: -90, max: 90 }), fc.integer({ min: -90, max: 90 })).map(([dx, dy]): Signal => ({ type: 'cross', dx, dy, alt: false, width: 60, height: 60 })) }, // prettier-ignore
  { weight: 3, arbitrary: fc.constantFrom<Signal>({ type: 'cross-click', alt: false }, { type: 'cross-grab', alt: true }, { type: 'escape' }, { type: 'looked' }, { type: 'blur' }, { type: 'space', isDown: true }, { type: 'space', isDown: false }) }, // prettier-ignore
);

describe('whatever comes in', () => {
  it('every press has its release before the next, of one kind, and a click comes right after both', () => {
    fc.assert(
      fc.property(fc.array(anySignal, { maxLength: 60 }), (signals) => {
        // In the end the window goes to the back: nothing hangs.
        const told = run(...signals, { type: 'blur' });
        let pressed: string | null = null;
        told.forEach((one, i) => {
          const before = told[i - 1];
          if (one.type === 'press') {
            expect(pressed).toBeNull();
            pressed = one.at.kind;
          } else if (one.type === 'release') {
            expect(pressed).toBe(one.at.kind);
            pressed = null;
          } else if (one.type === 'drop') {
            expect(pressed).not.toBeNull();
            pressed = null;
          } else if (one.type === 'click') expect(before).toEqual({ type: 'release', at: one.at });
          else if (one.type === 'pan' || one.type === 'zoom') expect(Object.values(one).flat()).not.toContain(NaN);
          else if (one.type === 'cancel') expect(pressed).toBeNull();
        });
        expect(pressed).toBeNull();
      }),
      { numRuns: 3000 },
    );
  });

  it('after all pointers are up the next click is heard', () => {
    fc.assert(
      fc.property(fc.array(anySignal, { maxLength: 40 }), (signals) => {
        const raised = [1, 2, 3, 4].map((id): Signal => ({
          type: 'up',
          ...contact(0, 0, { id, kind: KINDS[id - 1] }),
        }));
        const told = run(...signals, ...raised, { type: 'space', isDown: false }, down(30, 30, { ms: 9000 }), up(30, 30, { ms: 9010 })); // prettier-ignore
        expect(types(told).at(-1)).toBe('click 1');
      }),
      { numRuns: 2000 },
    );
  });
});
