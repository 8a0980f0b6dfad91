import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Opened } from '../../src/city/opened.ts';
import { openProject } from '../../src/city/open-project.ts';
import { earliestDay, lawOn } from '../../src/workers/policy-packs.ts';
import { bytes, collection, parcel, park, rectangle } from '../helpers/city.ts';
import { yuantu } from '../helpers/command.ts';

const today = '2026-11-22';
const law = (date?: string) => {
  const found = lawOn(date, today);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
};
/** 250 m × 266.7 m: 0.0125 亩 above 100 亩; σ of a rectangle is σ_v × its diagonal. */
const city = bytes(
  collection(park({ origin: 'extended' }), parcel('A', rectangle(0, 0, 250, 266.7), { floorAreaM2: 90_000 })),
);
const precision = { from: 'stated', precisionM: 0.05 } as const;

async function opened(more: Partial<Parameters<typeof openProject>[0]> = {}): Promise<Opened> {
  const result = await openProject({ files: [{ name: 'a.geojson', bytes: city }], ...law(), ...more });
  if (!result.ok) throw new Error(result.refusal.code);
  await result.value.judgeAll();
  return result.value;
}
const borderlineOf = (opened: Opened) =>
  Object.fromEntries(opened.park(0)!.findings.map((f) => [f.rule, f.borderline ?? null]));

describe('a project that is open, judged anew', () => {
  it('says with a stated precision what the command says with --precision', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'yuantu-'));
    const file = path.join(folder, 'a.geojson');
    writeFileSync(file, city);
    const command = JSON.parse((await yuantu('check', file, '--precision', '0.05', '--json')).out);
    rmSync(folder, { recursive: true });
    const plain = await opened();
    const page = await plain.judgedAnew({ ...law(), precision });
    const findings: { rule: string; borderline?: unknown }[] = command.parks[0].findings;
    expect(borderlineOf(page)).toEqual(Object.fromEntries(findings.map((f) => [f.rule, f.borderline ?? null])));
    expect(borderlineOf(page)['scale.manufacturing']).toMatchObject([{ on: 'precision' }]);
    expect(borderlineOf(plain)['scale.manufacturing']).toBeNull();
    const sigma = page.land.parcel(0, page.judgement.vertexSigmaM)?.facts.planeSigmaM2;
    expect(sigma).toBeCloseTo(0.05 * Math.hypot(250, 266.7), 3);
  });

  it('is the same whether the precision is stated before or after it is read, and without it again', async () => {
    const plain = await opened();
    const before = await opened({ precision });
    const after = await plain.judgedAnew({ ...law(), precision });
    expect(after.view).toEqual(before.view);
    expect((await after.judgedAnew(law())).view).toEqual(plain.view);
    // Repairs weigh the same error.
    const repairs = ({ city, judgement }: Opened) => judgement.repairs(city.parks[0]);
    expect(repairs(after)).toEqual(repairs(before));
  });

  it('keeps what was read and measured', async () => {
    const plain = await opened();
    const { view, land, city } = await plain.judgedAnew({ ...law('2021-06-01'), precision });
    expect([land, city]).toEqual([plain.land, plain.city]);
    expect(view.parcels).toEqual(plain.view.parcels);
    expect(view).toMatchObject({ date: '2021-06-01', precision });
  });
});

describe('the day of judgement', () => {
  it('picks the pack as the command does', () => {
    expect(law('2021-06-01').pack.id).toBe('zhengzhou-2021');
    expect(law('2022-01-01').pack.id).toBe('zhengzhou-draft');
    expect(law()).toMatchObject({ date: today, pack: { id: 'zhengzhou-draft' } });
  });

  it('is refused before every pack, with the first day there is one', () => {
    const refused = lawOn('2020-12-31', today);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'no-policy-then', params: { date: '2020-12-31' } } });
    expect(lawOn(earliestDay()!, today).ok).toBe(true);
  });

  it('is the day rules count from', async () => {
    const plain = await opened();
    const trace = (o: Opened) => JSON.stringify(o.park(0)!.findings.map(({ rule }) => o.trace(0, rule)));
    expect((await plain.judgedAnew(law('2029-06-01'))).view.date).toBe('2029-06-01');
    // With no rules there are no findings, and the land stays.
    const old = await plain.judgedAnew(law('2021-06-01'));
    expect(old.park(0)?.findings).toEqual([]);
    expect(old.park(0)?.facts.figures).toEqual(plain.park(0)?.facts.figures);
    expect(trace(await old.judgedAnew(law()))).toBe(trace(plain));
  });
});
