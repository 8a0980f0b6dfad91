import { expect, test, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readFiles } from '../../src/formats/index.ts';
import { quietPage } from './few-parks.ts';

const head = `[属性描述]
坐标系=2000国家大地坐标系
几度分带=3
投影类型=高斯克吕格
计量单位=米
带号=38
精度=0.001
转换参数=,,,,,,
[地块坐标]
`;
const parcel = `4,6.6675,V1,巩义,面,,,,@
J1,1,3847300.000,38406600.000
J2,1,3847550.000,38406600.000
J3,1,3847550.000,38406866.700
J4,1,3847300.000,38406866.700
`;

async function city(page: Page) {
  await page.goto('/');
  await expect(page.getByText(/60 个园区/).first()).toBeVisible();
}

/** The page without map and sample city, which a file of one's own has no need of. */
async function bare(page: Page) {
  await quietPage(page);
  await page.goto('/');
  await expect(page.getByText(/取不到示例城市/)).toBeVisible();
}

/** Drops a file on the page as a person would, through a real DataTransfer. */
const drop = (page: Page, name: string, text: string) => dropAll(page, [[name, text]]);

async function dropAll(page: Page, files: readonly (readonly [name: string, text: string])[]) {
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const [name, text] of given) data.items.add(new File([text], name));
    return data;
  }, files);
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('body', type, { dataTransfer: transfer });
}

test('a broken file is refused by its line and the open city stays; a surveyor’s is read here and goes nowhere', async ({
  page,
}) => {
  const sent: string[] = [];
  page.on('request', (r) => r.method() !== 'GET' && sent.push(r.url()));
  await city(page);
  await drop(page, 'bad.txt', head + parcel.replace('3847550.000,38406600', '38475x0.000,38406600'));
  await expect(page.getByText(/第 12 行/).first()).toBeVisible();
  await expect(page.getByText(/60 个园区/).first()).toBeVisible();
  await drop(page, 'v1.txt', head + parcel);
  const row = page.getByRole('button', { name: /巩义|V1/ }).first();
  await expect(row).toBeVisible();
  await row.click();
  await expect(page.getByText('66,675.00').first()).toBeVisible();
  await expect(page.getByText('66,660.71').first()).toBeVisible();
  await expect(page.getByText('示例数据')).toHaveCount(0);
  expect(sent).toEqual([]);
});

test('a file that does not say its zone asks for it', async ({ page }) => {
  await bare(page);
  const square = [
    [467000, 3846000],
    [467300, 3846000],
    [467300, 3846300],
    [467000, 3846300],
    [467000, 3846000],
  ];
  const geojson = {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: { 编号: 'A' }, geometry: { type: 'Polygon', coordinates: [square] } }],
  };
  await drop(page, 'plane.geojson', JSON.stringify(geojson));
  await page.getByRole('button', { name: /4547/ }).first().click();
  await expect(page.getByText(/134\.9\d|135\.0/).first()).toBeVisible();
});

test('the precision of the points is stated, changed and taken back on an open file', async ({ page }) => {
  await bare(page);
  await drop(page, 'v1.txt', head + parcel.replace('6.6675', ''));
  await page
    .getByRole('button', { name: /巩义|V1/ })
    .first()
    .click();
  const card = page.getByRole('article');
  await expect(card.getByText('66,675.00').first()).toBeVisible();
  await expect(card).not.toContainText('±');
  // The keyboard reaches it: the line folds open, the choice is a list.
  await page.locator('summary', { hasText: '界址点精度 未说明' }).focus();
  await page.keyboard.press('Enter');
  const choice = page.getByLabel('界址点精度（坐标中误差）');
  await expect(page.getByText(/文件写明精度 0\.001 m/)).toBeVisible();
  await choice.focus();
  await choice.selectOption({ label: '±0.05 m' });
  // 0.05 m × the diagonal of 250 m × 266.7 m.
  await expect(card).toContainText('±18.28');
  await expect(card).toContainText('±0.0274');
  // The card that was judged anew does not take the focus away.
  await expect(choice).toBeFocused();
  await choice.selectOption({ label: '1:2000 底图（±0.4 m）' });
  await expect(card).toContainText('±146.22');
  await choice.selectOption('other');
  await page.getByLabel('中误差（米）').fill('0.01');
  await page.keyboard.press('Enter');
  await expect(card).toContainText('±3.66');
  await choice.selectOption('');
  await expect(card).not.toContainText('±');
  await expect(card.getByText('66,675.00').first()).toBeVisible();
});

test('a drawing whose layers lie over each other asks which holds the parcels, one of lines that fork whether all they enclose are', async ({
  page,
}) => {
  await bare(page);
  const outline = (layer: string, x: number, y: number, size: number) =>
    [0, 'LWPOLYLINE', 8, layer, 70, 1, 10, x, 20, y, 10, x + size, 20, y, 10, x + size, 20, y + size, 10, x, 20, y + size]; // prettier-ignore
  const plot = outline('JIE', 38406600, 3847300, 100);
  const frame = outline('TUKUANG', 38406500, 3847200, 400);
  const all = [0, 'SECTION', 2, 'ENTITIES', ...plot, ...frame, 0, 'ENDSEC', 0, 'EOF', ''];
  await drop(page, 'plan.dxf', all.join('\n'));
  await page.getByRole('button', { name: 'JIE', exact: true }).click();
  await expect(page.getByText('10,000.00').first()).toBeVisible();
  await page.locator('details.file summary').click();
  const layer = page.getByLabel('宗地所在的图层');
  await expect(layer).toHaveValue('JIE');
  await layer.selectOption('全部图层');
  await expect(page.getByText('160,000.00').first()).toBeVisible();

  const line = (x: number, y: number, to: number, up: number) =>
    [0, 'LINE', 8, 'JZX', 10, 38406600 + x, 20, 3847300 + y, 11, 38406600 + to, 21, 3847300 + up]; // prettier-ignore
  const square = (x: number) => [line(x, 0, x + 50, 0), line(x + 50, 0, x + 50, 50), line(x + 50, 50, x, 50), line(x, 50, x, 0)]; // prettier-ignore
  const forked = [0, 'SECTION', 2, 'ENTITIES', ...[0, 50].flatMap(square).flat(), 0, 'ENDSEC', 0, 'EOF', ''];
  await drop(page, 'lines.dxf', forked.join('\n'));
  await page.getByRole('button', { name: '把图层“JZX”围成的面全部读作地块' }).click();
  await expect(page.locator('#list').getByRole('button')).toHaveCount(2);
  await expect(page.getByText('图层“JZX”围成的面已全部读作地块')).toBeAttached();
});

test('files dropped together are one layer, each that cannot be read is named and the others can be opened', async ({
  page,
}) => {
  await bare(page);
  const plot = (name: string, north: number) =>
    [name, head + parcel.replace('6.6675,V1,巩义', ',,').replaceAll('38473', `38${north}`)] as const;
  await dropAll(page, [
    plot('东地块.txt', 473),
    plot('西地块.txt', 483),
    ['坏的.txt', `${head}4,,,,面,,,,@\nJ1,1,38x,2\n`],
  ]);
  await expect(page.getByText('文件 坏的.txt')).toBeVisible();
  await page.getByRole('button', { name: '不读这 1 个，打开其余 2 个' }).click();
  const list = page.locator('#list');
  await expect(list.getByRole('button')).toHaveCount(2);
  await list.getByRole('button', { name: /西地块/ }).click();
  await expect(page.getByRole('article')).toContainText('来源文件 西地块.txt');
});

test('a geodatabase of a survey, zipped: the layer is chosen, districts and idle land are seen, a GeoPackage goes out; its folder dropped is the same', async ({
  page,
}, { outputDir }) => {
  await bare(page);
  const zip = readFileSync(new URL('clerk.gdb.zip', import.meta.url));
  const file = path.join(outputDir, '三调.gdb.zip');
  mkdirSync(outputDir, { recursive: true });
  writeFileSync(file, zip);
  await dropPath(page, file);
  const chooseLayer = () => page.getByRole('button', { name: 'DLTB 地类图斑' }).click();
  await chooseLayer();
  const list = page.locator('#list').getByRole('button');
  await expect(list).toHaveCount(12);

  await page.evaluate(() => (location.hash = '#lang=zh&desk=supply'));
  await expect(page.locator('.drawer header')).toContainText('3 宗');
  const panel = page.getByRole('region', { name: '土地认定' });
  for (const [district, idle] of [
    ['中原区', '1'],
    ['金水区', '2'],
  ])
    // prettier-ignore
    await expect(panel.getByRole('row', { name: district })).toContainText(idle);

  await page.getByRole('button', { name: /三调\.gdb\.zip/ }).click();
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByText('GeoPackage', { exact: true }).click()]); // prettier-ignore
  const read = await readFiles([{ name: 'a.gpkg', bytes: new Uint8Array(readFileSync(await saved.path())) }], {});
  if (!read.ok) throw new Error(read.refusal.code);
  const { records } = read.value.project.parcels;
  expect(records.get(0)).toMatchObject({ id: '410105211000000001', districtCode: '410105', statedAreaM2: 7999.62 });
  expect(records.length).toBe(12);

  await page.evaluate(() => (location.hash = '#lang=zh&desk=public'));
  const folder = path.join(outputDir, '三调.gdb');
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(unzipSync(zip))) writeFileSync(path.join(outputDir, name), bytes);
  await dropPath(page, folder);
  await chooseLayer();
  await expect(page.getByRole('button', { name: /三调\.gdb/ }).first()).not.toContainText('.zip');
  await expect(list).toHaveCount(12);
});

/** Drops what lies on the disk, a folder too, as the system does it. */
async function dropPath(page: Page, given: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path.resolve(given)], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 700, y: 400, data });
  await session.detach();
}
