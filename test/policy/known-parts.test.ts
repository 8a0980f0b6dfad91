import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { City } from '../../src/city/city.ts';
import { readFiles } from '../../src/formats/index.ts';
import type { Finding } from '../../src/policy/shape/finding.ts';
import { labelsOf } from '../../src/policy/labels.ts';
import { sayFinding } from '../../src/texts/findings.ts';
import { sayNote } from '../../src/texts/file-notes.ts';
import { readPack } from './cases.ts';

const pack = readPack('zhengzhou-draft');

async function judged(name: string) {
  const bytes = new Uint8Array(readFileSync(new URL(`files/${name}`, import.meta.url)));
  const file = await readFiles([{ name, bytes }], { fields: pack.fields });
  if (!file.ok) throw new Error(file.refusal.code);
  const city = City.open(file.value.project)!;
  const judgement = city.judge({ pack, date: '2026-05-20' });
  const [park] = city.parks;
  const findings = judgement.findings(park);
  const found = (rule: string): Finding => findings.find((f) => f.rule === rule)!;
  return {
    notes: file.value.notes,
    buildings: file.value.project.buildings.records,
    found,
    facts: judgement.facts(park),
  };
}

describe('floor area of which one building is not measured', () => {
  // 200 × 300 m of land, a factory of 180 × 200 m with 4 storeys, a shed without storeys: 144 000 m² and 2.4 at least.
  it('is enough where the rest of it is', async () => {
    const { found } = await judged('floor-at-least.geojson');
    const rules = ['scale.manufacturing', 'far.minimum'].map(found);
    expect(rules.map(({ outcome, missing }) => ({ outcome, missing }))).toEqual(
      rules.map(() => ({ outcome: 'pass', missing: [] })),
    );
    expect(rules.map(({ measured }) => measured.at(-1)!.end)).toEqual(['at-least', 'at-least']);
    const [ratio] = found('far.minimum').measured;
    expect(ratio.value).toBeCloseTo(2.4, 3);
    expect(sayFinding('zh', found('far.minimum'), labelsOf(pack))).toContain('容积率 至少 2.4');
  });
});

describe('storeys beyond reason', () => {
  it.each([
    ['storeys-1e9.geojson', 1_000_000_000],
    ['storeys-5e9.geojson', 5_000_000_000],
  ])('%s: are named, kept as they are written, and not computed with', async (name, storeys) => {
    const { notes, buildings, found, facts } = await judged(name);
    const [note] = notes.filter(({ code }) => code === 'field-beyond-reason');
    expect(note.params).toEqual({ kind: 'building', id: 'B', field: 'storeys', value: String(storeys), most: 200 });
    const said = sayNote('zh', note, { ...labelsOf(pack), landClasses: pack.landClasses });
    expect(said).toContain(`建筑 B 的地上层数填的是 ${storeys / 1e9},000,000,000，超出合理范围（至多 200）`);
    expect(buildings.get(0)).toMatchObject({ extra: { storeys原文: storeys } });
    expect(buildings.get(0).storeys).toBeUndefined();
    expect(found('scale.manufacturing').outcome).not.toBe('fail');
    expect(facts.figures.floorArea).toMatchObject({ state: 'unknown', missing: [{ id: 'B', field: 'storeys' }] });
  });
});
