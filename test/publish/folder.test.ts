import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FirstFile, IdleFile, ParkFile, SupplyFile } from '../../src/publish/shape/published.ts';
import { figureText } from '../../src/ui/visitor/rows/shown.ts';
import { parcel, park, rectangle } from '../helpers/city.ts';
import { plainParcel, smallCity } from './small-city.ts';
import { TestFolder } from './folder-of.ts';

let folder: TestFolder;
beforeEach(() => void (folder = new TestFolder()));
afterEach(() => folder.remove());

/** The city with fields of one park as given. */
function withPark(id: string, fields: object) {
  const city = smallCity();
  for (const { properties } of city.features)
    if (properties?.kind === 'park' && properties.id === id) Object.assign(properties, fields);
  return city;
}

describe('a published folder', () => {
  it('names what lies in it and is none of its own: it would go public too', async () => {
    expect((await folder.publish(smallCity())).err).not.toContain('一并公开');
    writeFileSync(path.join(folder.dir, '台账.xlsx'), 'internal');
    expect((await folder.publish(smallCity())).err).toMatch(/一并公开了：台账\.xlsx/);
  });

  it('has the list, cards, words in both languages and pages that need no script', async () => {
    const settings = folder.settings(
      'title: { zh: 测试市园区, en: Parks of Test }\nmapApproval: 测S(2026)1号\naddress: https://maps.example/parks\nnames: { 测试镇: Test Town }\n',
    );
    const ran = await folder.publish(smallCity(), '--settings', settings);
    expect(ran.code).toBe(0);
    const first = folder.data<FirstFile>('first.json');
    expect(first).toMatchObject({
      title: { zh: '测试市园区', en: 'Parks of Test' },
      mapApproval: '测S(2026)1号',
      address: 'https://maps.example/parks/',
      townships: [{ code: '410181001', name: { zh: '测试镇', en: 'Test Town' } }],
      has: { idle: true, supply: true, check: true, tiles: true },
    });
    expect(first.parks).toMatchObject({ id: ['P1', '园 二'], nameEn: ['', 'Tingtao Service Park'], sites: [2, 1], freeM2: [1200, null] }); // prettier-ignore
    const [p1, p2] = first.parks.slug;
    expect([p1, /^[a-z0-9]+(-[a-z0-9]+)*$/.test(p2)]).toEqual(['p1', true]);
    const card = folder.data<ParkFile>('parks/p1.json');
    expect(card.kinds.map(({ zh }) => zh)).toEqual(['生产制造类', '新建', '已建成', '测试镇', '一园两址']);
    // 311.123 × 222.456 m² and the registered 30 125.13 m² in 亩.
    expect(card.figures[0].value.zh).toBe(`${((311.123 * 222.456 + 30_125.13) * 0.0015).toFixed(2)} 亩`);
    expect(folder.data<IdleFile>('idle.json').land).toMatchObject([{ id: 'C1', kind: 'idle', areaMu: 15 }]);
    const titles = folder.data<SupplyFile>('supply.json').tables.map(({ title }) => title.zh);
    expect(titles).toContain('国有建设用地供应计划汇总表 · 用途');
    const files = folder.files();
    const page = files.get(`park/${p1}/index.html`)!.toString();
    for (const said of [
      '长庚装备园',
      '测试镇一号路 1 号',
      '1,200 m²',
      'href="tel:00000000001"',
      '审图号：测S(2026)1号',
    ])
      expect(page).toContain(said);
    const linked = JSON.parse(/ld\+json">(.*?)<\/script>/.exec(page)![1]) as object;
    expect(linked).toMatchObject({ '@type': 'Place', name: '长庚装备园', url: 'https://maps.example/parks/park/p1/' });
    const english = files.get(`en/park/${p2}/index.html`)!.toString();
    expect(english).toContain('<h1>Tingtao Service Park</h1>');
    expect(english).toContain('Test Town');
    expect(files.get('sitemap.xml')!.toString().match(/<loc>/g)).toHaveLength(7);
    expect(files.get('robots.txt')!.toString()).toContain('Sitemap: https://maps.example/parks/sitemap.xml');
  });

  it('writes a figure in the list as on the card, and never as what a clause asks for where it is not that', async () => {
    await folder.publish(smallCity(park({ id: 'P3', name: '差一点园', stage: 'operating' }), parcel('A3', rectangle(0, 1800, 333.31, 200.01), { parkId: 'P3' }))); // prettier-ignore
    const first = folder.data<FirstFile>('first.json');
    const written = first.parks.slug.map((_, row) => `${figureText(first, 'landM2', row)} 亩`);
    expect(written).toEqual(first.parks.slug.map((slug) => folder.data<ParkFile>(`parks/${slug}.json`).figures[0].value.zh)); // prettier-ignore
    // 66 665.33 m², not 100 亩.
    expect(written[2]).toBe('99.998 亩');
  });

  it('is the same to the last byte when the same city is published again', async () => {
    await folder.publish(smallCity());
    const before = folder.files();
    await folder.publish(smallCity());
    expect([...folder.files().keys()]).toEqual([...before.keys()]);
    for (const [name, bytes] of folder.files()) expect([name, bytes.equals(before.get(name)!)]).toEqual([name, true]);
  });

  it('keeps the versions before, tells what changed, and takes away the page of what is published no longer', async () => {
    await folder.publish(smallCity());
    const { version: old } = folder.json<{ version: string }>('now.json');
    await folder.publish(withPark('P1', { contactPhone: '000-00000002' }));
    expect(folder.files().get('feed.xml')!.toString()).toContain('招商电话：000-00000001 → 000-00000002');
    const ran = await folder.publish(withPark('P1', { freeAreaM2: 0, contactPhone: undefined }));
    expect(ran.code).toBe(0);
    expect(existsSync(path.join(folder.dir, 'data', old, 'parks/p1.json'))).toBe(true);
    const feed = folder.files().get('feed.xml')!.toString();
    expect(feed).toContain('可租售面积：1,200 m² → 暂无可租售面积；招商电话：不再公布');
    expect(feed).not.toContain('000-0000000');
    expect(feed.match(/<entry>/g)).toHaveLength(2);

    const gone = await folder.publish(withPark('P1', { published: false }), '--keep', '1');
    expect(gone.err).toContain(old);
    expect(folder.files().get('feed.en.xml')!.toString()).toContain('长庚装备园: no longer published');
    expect(folder.files().get('feed.xml')!.toString()).not.toContain('1,200 m²');
    const names = [...folder.files().keys()];
    expect(names.filter((name) => /p1(\/|\.)/.test(name))).toEqual([]);
    expect(new Set(names.flatMap((name) => /^data\/([0-9a-f]{16})\//.exec(name)?.[1] ?? [])).size).toBe(1);
  });

  it('of data alone leaves the page that is there whole, and opens it with the new data', async () => {
    await folder.publish(smallCity());
    const { version: old } = folder.json<{ version: string }>('now.json');
    const put = (name: string, text: string) => writeFileSync(path.join(folder.dir, name), text);
    mkdirSync(path.join(folder.dir, 'assets'));
    put('assets/page-1.js', 'page');
    put('data/versions.json', JSON.stringify([{ version: old, assets: ['assets/page-1.js'] }]));
    put('index.html', `<!--published:head--><meta name="yuantu:version" content="${old}"><!--/published:head-->`);
    for (const freeAreaM2 of [1, 2]) await folder.publish(withPark('P1', { freeAreaM2 }), '--keep', '1');
    const { version } = folder.json<{ version: string }>('now.json');
    const page = folder.files().get('index.html')!.toString();
    expect([page.includes(version), page.includes(old)]).toEqual([true, false]);
    expect(existsSync(path.join(folder.dir, 'assets/page-1.js'))).toBe(true);
  });

  it('shows a parcel without its flag where that is not published', async () => {
    await folder.publish(smallCity(plainParcel('C3', 0, { status: 'low-efficiency' }), plainParcel('C4', 200, { status: 'idle', flagPublished: true, flagDecision: 'disputed', flagClass: 'suspected-idle' }))); // prettier-ignore
    expect(folder.data<IdleFile>('idle.json').land.map(({ id }) => id)).toEqual(['C1']);
  });

  it('offers land that a park can be made of by its class, and none that belongs to one', async () => {
    const flagged = { status: 'idle', flagPublished: true };
    const of = (code: string) => ({ ...flagged, landClass: { system: 'planning-guide-2023', code } });
    await folder.publish(smallCity(plainParcel('住', 0, of('0701')), plainParcel('商', 100, of('0901')), plainParcel('仓', 200, of('110101')), plainParcel('研', 400, of('0802')), plainParcel('园内', 300, { ...flagged, parkId: 'P1' }))); // prettier-ignore
    expect(folder.data<IdleFile>('idle.json').land.map(({ id }) => id)).toEqual(['C1', '研']);
  });
});

describe('refuses in one line', () => {
  it.each([
    ['thinM: 0.2', 'thinM'],
    ['feedback: javascript:alert(1)', 'mailto:'],
    ['titel: 图', 'titel'],
    ['title: [a', '1'],
  ])('settings of %s', async (text, said) => {
    const ran = await folder.publish(smallCity(), '--settings', folder.settings(text));
    expect([ran.code, ran.out, ran.err.trim().split('\n').length]).toEqual([2, '', 1]);
    expect(ran.err).toContain(said);
    expect(existsSync(folder.dir)).toBe(false);
  });
});
