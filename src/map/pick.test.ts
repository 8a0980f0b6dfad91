import { describe, expect, it } from 'vitest';
import { choose, nothing } from './pick.ts';

const hit = (layer: string, properties: Record<string, unknown>) => ({ layer: { id: layer }, properties });
const parcel = { ...hit('blocks', { lc: 'ind' }), id: 0 };

describe('picking', () => {
  it('takes a park before the parcel under it', () => {
    expect(choose([hit('park-fill', { id: 's1', parkId: 'k1' })], [parcel])).toEqual({ parkId: 'k1', parcel: null });
  });

  it('reads the park of a glyph from its id and of a site from its parkId', () => {
    expect(choose([hit('park-glyph', { id: 'k2' })], []).parkId).toBe('k2');
    expect(choose([hit('site-fill', { id: 's1', parkId: 'k3' })], []).parkId).toBe('k3');
  });

  it('takes the parcel where no park is, and nothing where nothing is', () => {
    expect(choose([], [parcel])).toEqual({ parkId: null, parcel: 0 });
    expect(choose([], [])).toEqual(nothing);
  });
});
