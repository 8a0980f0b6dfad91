import { expect, test, type Page } from '@playwright/test';

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

/** Drops files on the page as a person would, through a real DataTransfer. */
async function drop(page: Page, name: string, text: string) {
  const transfer = await page.evaluateHandle(
    ([n, t]) => {
      const data = new DataTransfer();
      data.items.add(new File([t], n));
      return data;
    },
    [name, text],
  );
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('body', type, { dataTransfer: transfer });
}

test.beforeEach(async ({ page }) => {
  await page.goto('/');
  await expect(page.getByText(/60 个园区/).first()).toBeVisible();
});

test('a surveyor’s file dropped on the page is read here and goes nowhere', async ({ page }) => {
  const sent: string[] = [];
  page.on('request', (r) => r.method() !== 'GET' && sent.push(r.url()));
  await drop(page, 'v1.txt', head + parcel);
  const row = page.getByRole('button', { name: /巩义|V1/ }).first();
  await expect(row).toBeVisible();
  await row.click();
  await expect(page.getByText('66,675.00').first()).toBeVisible();
  await expect(page.getByText('66,660.71').first()).toBeVisible();
  await expect(page.getByText('示例数据')).toHaveCount(0);
  expect(sent).toEqual([]);
});

test('a broken file is refused by its line and the open city stays', async ({ page }) => {
  await drop(page, 'bad.txt', head + parcel.replace('3847550.000,38406600', '38475x0.000,38406600'));
  await expect(page.getByText(/第 12 行/).first()).toBeVisible();
  await expect(page.getByText(/60 个园区/).first()).toBeVisible();
});

test('a file that does not say its zone asks for it', async ({ page }) => {
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
