import { describe, expect, it } from 'vitest';
import { City } from '../../src/city/city.ts';
import { labelsOf } from '../../src/policy/labels.ts';
import { gapsText } from '../../src/texts/index.ts';
import { readFiles } from '../../src/formats/index.ts';
import { bytes, collection, jurisdiction, parcel, park, rectangle, zone } from '../helpers/city.ts';
import { readPack } from './cases.ts';

/* A park inside a development zone of the file counts to the zone and to no district, whatever the zone is called. */

const pack = readPack('zhengzhou-draft');
const inside = rectangle(0, 0, 300, 300);
const plot = rectangle(50, 50, 200, 150);

async function judgementOf(...features: Parameters<typeof collection>) {
  return (await cityOf(...features)).judge({ pack, date: '2024-06-30' });
}
async function cityOf(...features: Parameters<typeof collection>) {
  const file = await readFiles([{ name: 'a.geojson', bytes: bytes(collection(...features)) }], { fields: pack.fields });
  if (!file.ok) throw new Error(file.refusal.code);
  return City.open(file.value.project)!;
}
const built = park({ stage: 'operating', year: 2024, districtCode: '410105' });
const land = (fields = {}) => parcel('A', plot, { districtCode: '410105', townshipCode: '410105001', ...fields });
const counts = (judgement: Awaited<ReturnType<typeof judgementOf>>) =>
  Object.fromEntries(
    judgement
      .targets()
      .filter(({ year, completed }) => year === 2024 && completed !== 0)
      .map(({ jurisdiction, completed }) => [jurisdiction, completed]),
  );

describe('a park inside a development zone of the file', () => {
  it.each([
    ['its code', { id: '410172' }, '410172'],
    ['its name', { id: 'Z-1', name: '郑州高新技术产业开发区' }, '410172'],
    ['its short name', { id: 'Z-1', name: '高新区' }, '410172'],
    ['another of its names', { id: 'Z-1', name: ' 郑州市经开区 ' }, '410171'],
    ['its name as its id', { id: '航空港区' }, '410173'],
    ['郑东新区', { id: '7', name: '郑东新区' }, 'zhengdong'],
  ])('counts to the zone of the list by %s', async (_, fields, code) => {
    const judgement = await judgementOf(built, land(), zone(inside, { zoneType: 'development', ...fields }));
    expect(counts(judgement)).toEqual({ [code]: 1 });
    expect(judgement.jurisdictions().filter(({ ofFile }) => ofFile)).toEqual([]);
  });

  it.each([
    ['a name of its own', { id: 'Z-1', name: '澄州经济开发区' }, 'Z-1', '澄州经济开发区'],
    ['no name', { id: 'Z-1' }, 'Z-1', 'Z-1'],
    ['the code of a district as its id', { id: '410105', name: '澄州经济开发区' }, 'zone:410105', '澄州经济开发区'],
  ])('counts to a jurisdiction of its own where it has %s, and that is said', async (_, fields, code, name) => {
    const judgement = await judgementOf(built, land(), zone(inside, { zoneType: 'development', ...fields }));
    expect(counts(judgement)).toEqual({ [code]: 1 });
    const own = judgement.jurisdictions().filter(({ ofFile }) => ofFile);
    expect(own).toMatchObject([{ id: code, name }]);
    // The targets of a zone are its targets.
    const zoneRule = own[0].findings.find(({ rule }) => rule === 'target.zone')!;
    expect(zoneRule.measured.map(({ value }) => value)).toEqual([1, 1]);
  });

  it('counts to it where a town lies over it too, whichever comes first in the file and holds more', async () => {
    const town = zone(rectangle(-100, -100, 900, 900), { id: 'town', zoneType: 'characteristic-town' });
    const own = zone(rectangle(0, 0, 300, 150), { id: '高新区', zoneType: 'development' });
    for (const zones of [
      [town, own],
      [own, town],
    ])
      expect(counts(await judgementOf(built, land(), ...zones))).toEqual({ 410172: 1 });
  });

  it('counts to it when only its record names the zone, by any of its names', async () => {
    for (const zoneId of ['410172', '高新区', '郑州高新区'])
      expect(counts(await judgementOf(built, land({ zoneId })))).toEqual({ 410172: 1 });
  });

  it('counts to it where the file has a list of jurisdictions that leaves it out', async () => {
    const list = jurisdiction({ code: '410105', category: 'urban-district' });
    const judgement = await judgementOf(
      built,
      land(),
      list,
      zone(inside, { id: 'Z', name: '高新区', zoneType: 'development' }),
    );
    expect(counts(judgement)).toEqual({ 410172: 1 });
  });

  it('counts to it where the list of the file has its code and not what it is', async () => {
    const list = [jurisdiction({ code: '410105', category: 'urban-district' }), jurisdiction({ code: '410172' })];
    expect(counts(await judgementOf(built, land({ zoneId: '410172' }), ...list))).toEqual({ 410172: 1 });
  });
});

describe('a park in any other zone', () => {
  it('counts to its district', async () => {
    const town = zone(inside, { id: 'Z-1', name: '小镇', zoneType: 'characteristic-town' });
    expect(counts(await judgementOf(built, land(), town))).toEqual({ 410105: 1 });
  });

  it('cannot be told where no one says what zone it is', async () => {
    const judgement = await judgementOf(built, land({ zoneId: 'Z-9' }));
    expect(counts(judgement)).toEqual({ 410105: null });
    const [row] = judgement.targets().filter((t) => t.jurisdiction === '410105' && t.year === 2024);
    expect(row.missing).toContainEqual({ kind: 'park', id: 'P', field: 'zoneId' });
  });

  it('asks for the type of a zone that the file describes without one', async () => {
    const county = { districtCode: '410122', townshipCode: '410122100', status: 'idle' };
    for (const own of [{ ...county, zoneId: 'Z9' }, county]) {
      const fresh = park({ stage: 'operating', year: 2024, origin: 'new', parkType: 'manufacturing' });
      const city = await cityOf(fresh, land(own), zone(inside, { id: 'Z9' }));
      const judgement = city.judge({ pack, date: '2024-06-30' });
      const gap = { kind: 'zone', id: 'Z9', field: 'zoneType' } as const;
      const [row] = judgement.targets().filter((t) => t.jurisdiction === '410122' && t.year === 2024);
      expect(row.missing).toContainEqual(gap);
      const findings = city.parks.flatMap((own) => judgement.findings(own));
      const missing = findings.flatMap((finding) => [...finding.missing, ...(finding.further ?? [])]);
      expect(missing).toContainEqual(gap);
      expect(missing.filter(({ field }) => field === 'zoneId')).toEqual([]);
      expect(gapsText('zh', [{ ...gap, ids: ['Z9'] }], labelsOf(pack))).toBe('开发区 Z9 的区域类型');
    }
  });
});
