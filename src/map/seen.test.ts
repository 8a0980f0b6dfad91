import { describe, expect, it } from 'vitest';
import { layers } from './layers.ts';
import { seenOn, signsOf } from './seen.ts';
import { initialState } from './view.ts';

const drawn = (id: string, properties: Record<string, unknown> = {}) => ({ layer: { id }, properties });

describe('the signs that are seen', () => {
  it('are told once, in the order of the legend', () => {
    const seen = signsOf([
      drawn('park-glyph', { outcome: 'pass' }),
      drawn('park-glyph', { outcome: 'fail' }),
      drawn('blocks', { lc: 'res' }),
      drawn('blocks', { lc: 'ind' }),
      drawn('blocks', { lc: 'ind', status: 'idle' }),
      drawn('park-fill'),
      drawn('listed-line'),
      drawn('land-mark'),
      drawn('proposed-line'),
    ]);
    expect(seen).toEqual({
      classes: ['ind', 'res'],
      // The state of a parcel is a sign only where its texture is drawn.
      states: [],
      outcomes: ['fail', 'pass'],
      selectedPark: false,
      otherParks: true,
      listed: true,
      proposed: ['chosen', 'mark'],
    });
    expect(signsOf([drawn('state-idle', { status: 'idle' })]).states).toEqual(['idle']);
  });

  it('are asked of layers the map has', () => {
    let asked: readonly string[] = [];
    const map = { queryRenderedFeatures: ({ layers }: { layers: string[] }) => ((asked = layers), []) };
    seenOn(map as unknown as Parameters<typeof seenOn>[0]);
    const ids = layers(initialState('light', 'zh')).map(({ id }) => id);
    expect(asked.filter((id) => !ids.includes(id))).toEqual([]);
    expect(asked.length).toBeGreaterThan(7);
  });
});
