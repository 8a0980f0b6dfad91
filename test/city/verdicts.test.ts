import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Opened } from '../../src/city/opened.ts';
import { openProject } from '../../src/city/open-project.ts';
import { readPack } from '../policy/cases.ts';
import { gunzip } from '../../src/workers/gunzip.ts';

const law = { pack: readPack('zhengzhou-draft'), date: '2026-11-22' };
const bytes = gunzip(readFileSync(new URL('../../data/sample/city.geojson.gz', import.meta.url)));

describe('parks of the sample city, shown before they are judged', () => {
  let opened: Opened;
  beforeAll(async () => {
    const result = await openProject({ files: [{ name: 'city.geojson', bytes }], ...law });
    if (!result.ok) throw new Error(result.refusal.code);
    opened = result.value;
  }, 60_000);

  it('have all that records say, and nothing that is still to be found', async () => {
    const { parks } = opened.view;
    const judged = await opened.lines(opened.city.parks);
    const found = { outcome: null, landM2: null, plotRatio: null, sites: [] };
    expect(parks).toEqual(judged.map((line) => ({ ...line, ...found })));
    expect(judged.filter(({ outcome }) => outcome === null)).toEqual([]);
    expect(opened.view.parks).toEqual(judged);
  });

  it('are judged as they are asked for; the rest waits', async () => {
    const anew = await openProject({ files: [{ name: 'city.geojson', bytes }], ...law });
    if (!anew.ok) throw new Error(anew.refusal.code);
    const wanted = [...opened.city.parks].filter((_, i) => i % 7 === 3).reverse();
    const lines = await anew.value.lines([...wanted, 10_000]);
    expect(lines).toEqual(await opened.lines(wanted));
    const shown = anew.value.view.parks.filter(({ outcome }) => outcome !== null).map(({ key }) => key);
    expect(shown).toEqual([...wanted].reverse());
  });

  it('are judged no further once nobody waits', async () => {
    const anew = await openProject({ files: [{ name: 'city.geojson', bytes }], ...law });
    if (!anew.ok) throw new Error(anew.refusal.code);
    const signal = AbortSignal.abort();
    await expect(anew.value.lines(opened.city.parks, { signal })).rejects.toThrow('cancelled');
    expect(anew.value.view.parks.filter(({ outcome }) => outcome !== null).length).toBeLessThan(2);
  });

  it('are all counted wherever all are asked about', async () => {
    const anew = await openProject({ files: [{ name: 'city.geojson', bytes }], ...law });
    if (!anew.ok) throw new Error(anew.refusal.code);
    expect(anew.value.tallies()).toEqual(opened.tallies());
  });
});
