import { describe, expect, it } from 'vitest';
import type { Client } from '../../../client/client.ts';
import { DrawnParks } from './drawn-parks.svelte.ts';
import type { ParkToDraw } from './parks-on-map.ts';

const park = (id: string, label: string, ...sites: number[][]): ParkToDraw => ({
  ...{ id, label, sites },
  isChosen: false,
  isLocked: false,
});

function drawnParks(answers: () => boolean = () => true) {
  const asked: number[][][] = [];
  const siteShapes = ({ sites }: { readonly sites: number[][] }) => {
    asked.push(sites);
    if (!answers()) return Promise.reject(new Error('gone'));
    return Promise.resolve(
      sites.map(([key]) => ({ at: [key, key], shape: { type: 'Point', coordinates: [key, key] } })),
    );
  };
  const open: { project: { parcels: unknown } } = { project: { parcels: {} } };
  const drawn = new DrawnParks(open as never, { siteShapes } as unknown as Pick<Client, 'siteShapes'>);
  return { drawn, asked, open };
}

describe('parks that are drawn', () => {
  it('stay the same objects where the same is asked for again, so that the map lays none out anew', async () => {
    const { drawn, asked } = drawnParks();
    await drawn.show([park('a', '27', [1], [2])], [{ key: 3, is: 'banned' }]);
    const { parks, marks } = drawn;
    expect(parks.map(({ sites }) => sites.map(({ at }) => at))).toEqual([[[1, 1], [2, 2]]]); // prettier-ignore
    expect(marks).toEqual([{ at: [3, 3], is: 'banned' }]);
    await drawn.show([park('a', '27', [1], [2])], [{ key: 3, is: 'banned' }]);
    expect(drawn.parks).toBe(parks);
    expect(drawn.marks).toBe(marks);
    expect(asked).toEqual([[[1], [2], [3]]]);
    await drawn.show([park('a', '28', [1], [2])], [{ key: 3, is: 'banned' }]);
    expect(drawn.parks.map(({ label }) => label)).toEqual(['28']);
  });

  it('are drawn anew where the land is another, and once outlines that did not come are there', async () => {
    let isThere = false;
    const { drawn, asked, open } = drawnParks(() => isThere);
    await drawn.show([park('a', '27', [1])], []);
    expect(drawn.parks).toEqual([]);
    isThere = true;
    await drawn.show([park('a', '27', [1])], []);
    expect(drawn.parks).toHaveLength(1);
    open.project.parcels = {};
    await drawn.show([park('a', '27', [1])], []);
    expect(asked).toHaveLength(3);
  });
});
