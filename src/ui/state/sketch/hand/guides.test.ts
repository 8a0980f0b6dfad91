import { describe, expect, it } from 'vitest';
import type { KeptGuide } from '../../../../client/drafts/draft.ts';
import { Guides } from './guides.svelte.ts';

const guide = (x: number): KeptGuide => ({ crs: 4526, shape: [[[[x, 0], [x + 1, 0], [x, 1]]]] }); // prettier-ignore

/** Guides beside land of so many steps, and what of them is kept. */
function desk() {
  const land = { depth: 0 };
  const kept: number[][] = [];
  const xs = (list: readonly KeptGuide[]) => list.map(({ shape }) => shape[0][0][0][0]);
  const guides = new Guides(
    { list: async () => [], keep: async (list) => (kept.push(xs(list)), null) },
    () => land.depth,
  );
  return { land, kept, guides, now: () => xs(guides.list) };
}

describe('guides', () => {
  it('are undone and done again between the steps of the land, and kept as they are then', () => {
    const { land, kept, guides, now } = desk();
    guides.add(guide(1));
    land.depth = 1;
    guides.add(guide(2));
    guides.clear();
    land.depth = 2;
    // The land was changed last.
    expect([guides.canBack, guides.back(), now()]).toEqual([false, null, []]);
    land.depth = 1;
    expect([guides.back(), now()]).toEqual(['clear', [1, 2]]);
    expect([guides.back(), now()]).toEqual(['add', [1]]);
    expect(guides.back()).toBeNull();
    land.depth = 0;
    expect([guides.back(), now(), guides.back()]).toEqual(['add', [], null]);
    expect([guides.forth(), now(), guides.canForth]).toEqual(['add', [1], false]);
    land.depth = 1;
    expect([guides.forth(), guides.forth(), now(), guides.forth()]).toEqual(['add', 'clear', [], null]);
    expect(kept).toEqual([[1], [1, 2], [], [1, 2], [1], [], [1], [1, 2], []]);
  });

  it('are not done again once something else was done', () => {
    const { guides, now } = desk();
    guides.add(guide(1));
    guides.back();
    guides.add(guide(2));
    expect([guides.forth(), now()]).toEqual([null, [2]]);
    guides.back();
    guides.landChanged();
    expect([guides.forth(), now()]).toEqual([null, []]);
  });
});
