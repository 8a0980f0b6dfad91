import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Land } from '../../src/domain/land/land.ts';
import { readFiles } from '../../src/formats/index.ts';
import { layerAreas } from '../../src/domain/geometry/measure/measures.ts';
import { problemsOf } from '../../src/domain/geometry/valid/validity.ts';
import { proposeRepair, repairedFiles } from '../../src/city/boundary-repair.ts';

const bytes = new Uint8Array(readFileSync(new URL('../../data/examples/broken.txt', import.meta.url)));

async function projectOf(files: readonly { name: string; bytes: Uint8Array }[]) {
  const read = await readFiles(files, {});
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.project;
}

describe('repairing what is open', () => {
  it('proposes areas before and after, and changes nothing', async () => {
    const project = await projectOf([{ name: 'broken.txt', bytes }]);
    const before = structuredClone(project.parcels.layer);
    const proposal = proposeRepair(Land.of(project))!;
    expect(proposal.effects.length).toBeGreaterThan(0);
    expect(project.parcels.layer).toEqual(before);
  });
  it('gives a file to open and one like the first, both sound and of the areas proposed', async () => {
    const project = await projectOf([{ name: 'broken.txt', bytes }]);
    const result = await repairedFiles(Land.of(project), 'broken.txt');
    if (!result?.ok) throw new Error('not repaired');
    expect(result.value.save.name).toBe('broken-repaired.txt');
    for (const files of [result.value.open, [result.value.save]]) {
      const { parcels } = await projectOf(files);
      const broken = [...parcels.records].flatMap((_, row) =>
        problemsOf(parcels.layer, row).filter((problem) => problem.severity === 'broken'),
      );
      expect(broken).toEqual([]);
      const areas = layerAreas(parcels.layer).planeM2;
      for (const { id, areaAfterM2 } of proposeRepair(Land.of(project))!.effects)
        expect(areas[[...parcels.records].findIndex((record) => record.id === id)]).toBeCloseTo(areaAfterM2!, 3);
    }
  });
  it('a Shapefile comes zipped', async () => {
    const project = await projectOf([{ name: 'broken.txt', bytes }]);
    const result = await repairedFiles(Land.of(project), 'land.shp');
    expect(result?.ok && result.value.save.name).toBe('land-repaired.zip');
  });
});
