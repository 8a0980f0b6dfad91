import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { areasOf } from '../../src/domain/geometry/measures.ts';
import type { ReadOptions } from '../../src/formats/contract.ts';
import { readFiles } from '../../src/formats/index.ts';
import { packNamed } from '../../src/workers/policy-packs.ts';

/** With the dictionary that the command and the page read by. */
const { fields } = packNamed('zhengzhou-draft');

const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(`bureau/${name}`, import.meta.url)));

async function read(name: string, options: ReadOptions = {}) {
  const result = await readFiles([{ name, bytes: bytesOf(name) }], { fields, ...options });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  const { records, layer } = result.value.project.parcels;
  return {
    parcels: records.map(({ id, name: called, statedAreaM2 }, row) => ({
      id,
      called,
      statedAreaM2,
      m2: Number(areasOf(layer, row).planeM2.toFixed(2)),
    })),
    codes: result.value.notes.map(({ code }) => code),
  };
}

describe('a Shapefile with rows marked deleted', () => {
  it('has the parcels that GDAL 3.6.2 finds', async () => {
    const { parcels, codes } = await read('s03_deleted.shp.zip');
    expect(parcels.map(({ id, m2 }) => ({ id, m2 }))).toEqual([
      { id: 'A-1', m2: 30_000 },
      { id: 'A-2', m2: 15_000 },
    ]);
    expect(codes).toContain('rows-deleted');
    expect((await read('deleted-row-p.shp.zip')).parcels.map(({ id }) => id)).toEqual(['A', 'C']);
  });
});
