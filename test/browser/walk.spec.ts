import { expect, test, type Page } from '@playwright/test';
import { test as kept } from './kept.ts';

const head = `[属性描述]
坐标系=2000国家大地坐标系
几度分带=3
投影类型=高斯克吕格
计量单位=米
带号=38
[地块坐标]
`;
const crossing = `4,,V2,自交,面,,,,@
J1,1,3847600,38406600
J2,1,3847850,38406866.7
J3,1,3847850,38406600
J4,1,3847600,38406866.7
`;
const overlay = `<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>甲</name><Polygon><outerBoundaryIs>
<LinearRing><coordinates>113.6,34.7 113.603,34.7 113.603,34.703 113.6,34.703 113.6,34.7</coordinates></LinearRing>
</outerBoundaryIs></Polygon></Placemark></Document></kml>`;

const give = (page: Page, name: string, text: string) =>
  page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) });

async function open(page: Page, lang = 'zh') {
  await page.goto(`/#lang=${lang}`);
  await expect(page.getByRole('button', { name: /小微企业园/ }).first()).toBeVisible();
}

/** How much of the middle of the map has the accent colour, 0 to 1. */
async function accentInTheMiddle(page: Page): Promise<number> {
  const box = (await page.locator('.maplibregl-canvas').boundingBox())!;
  const clip = { x: box.x + box.width / 2 - 30, y: box.y + box.height / 2 - 30, width: 60, height: 60 };
  const shot = (await page.screenshot({ clip })).toString('base64');
  const blank = await page.context().newPage();
  await blank.setContent('<canvas></canvas>');
  const share = await blank.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let hits = 0;
    for (let i = 0; i < data.length; i += 4) if (data[i] === 27 && data[i + 1] === 79 && data[i + 2] === 143) hits++;
    return (4 * hits) / data.length;
  }, shot);
  await blank.close();
  return share;
}

test('a problem of a boundary is listed, flown to and ringed', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  await open(page);
  await give(page, 'broken.txt', head + crossing);
  await page.getByText('逐处查看 1 处问题').click();
  const place = page.getByRole('button', { name: /自交 界线自相交/ });
  expect(await accentInTheMiddle(page)).toBe(0);
  await place.click();
  await expect(place).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/,1[89]\.\d+/);
  await expect.poll(() => accentInTheMiddle(page)).toBeGreaterThan(0.02);
});

kept('a filter on land leaves its land on the map', async ({ page }) => {
  await open(page);
  const legend = page.locator('.legend');
  await expect(legend.getByText('不符合')).toBeVisible();
  // From so far away no texture is drawn.
  await expect(legend.getByText('批而未供')).toHaveCount(0);
  await page.getByRole('button', { name: /登记闲置/ }).click();
  await expect(legend.getByText('清单里的宗地：登记闲置')).toBeVisible();
  await expect(page).toHaveURL(/filter=idle/);
  await page.getByRole('textbox').first().fill('1');
  await expect(page).toHaveURL(/q=1&filter=idle/);
  await page.getByRole('textbox').first().fill('');
  await expect(legend.getByText('不符合')).toHaveCount(0);
  // Where the window has no room for it, it is a button.
  await page.setViewportSize({ width: 1099, height: 800 });
  await expect(legend.getByText('清单里的宗地：登记闲置')).toHaveCount(0);
  await legend.getByRole('button', { name: '图例' }).click();
  await expect(legend.getByText('清单里的宗地：登记闲置')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('button', { name: /^全部/ })).toHaveAttribute('aria-pressed', 'true');
  await expect(page).not.toHaveURL(/filter=/);
});

test('after a reload the open file is asked for, and what was said of it holds', async ({ page }) => {
  await open(page);
  await give(page, 'gaode.ovkml', overlay);
  await page.getByRole('button', { name: '按 GCJ-02 换算后再读' }).click();
  const converted = page.getByText(/已按确认由 ?GCJ-02/);
  await expect(converted).toBeAttached();
  await page.reload();
  await expect(page.getByText(/刷新前打开的是 gaode\.ovkml/)).toBeVisible();
  await give(page, 'gaode.ovkml', overlay);
  await expect(converted).toBeAttached();
  await expect(page.getByText(/刷新前打开的是/)).toHaveCount(0);
});

kept('a day is written and typed the same in English', async ({ page }) => {
  await open(page, 'en');
  await page
    .getByRole('button', { name: /小微企业园/ })
    .first()
    .click();
  const day = page.getByLabel('Judged on');
  await expect(day).toHaveValue(/^\d{4}-\d{2}-\d{2}$/);
  await day.fill('2023/6/1');
  await day.press('Enter');
  await expect(page).toHaveURL(/date=2023-06-01/);
  await expect(day).toHaveValue('2023-06-01');
  await day.fill('2023-02-30');
  await day.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Enter a date that exists');
  await expect(day).toHaveValue('2023-06-01');
});

kept('what a fingertip presses is 44 px, and letters twice as large stay within a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await page
    .getByRole('button', { name: /小微企业园/ })
    .first()
    .click();
  await expect(page.getByRole('button', { name: /^第 \d+ 条/ }).first()).toBeVisible();
  // A chip of the law and the grip of the sheet reach further than they are drawn.
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a, select, summary')]
      .filter((node) => node.checkVisibility() && getComputedStyle(node, '::after').position !== 'absolute')
      .map((node) => ({ name: node.innerText || node.ariaLabel, box: node.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 44 || box.height < 44)
      .map(({ name }) => name),
  );
  expect(small).toEqual([]);
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));
});

kept('a park taken from the list and a day are each a step: back undoes them one by one', async ({ page }) => {
  await open(page);
  await page.getByText('鹿角坪智造小微企业园').first().click();
  await expect(page).toHaveURL(/park=P49/);
  await page.locator('input[type=date]').first().fill('2026-01-05');
  await expect(page).toHaveURL(/date=2026-01-05/);
  await page.goBack();
  await expect(page).not.toHaveURL(/date=/);
  await expect(page).toHaveURL(/park=P49/);
  await page.goBack();
  await expect(page).not.toHaveURL(/park=/);
  await expect(page.getByText('百工铝制品小微企业园').first()).toBeVisible();
});
