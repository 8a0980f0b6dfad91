import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { expect, test, type Locator } from '@playwright/test';

/* A person's whole way: from an empty desk to a park of two sites with buildings of which nothing is missed; from idle land to a signed evidence file. */

test('a park of two sites is drawn, built and judged to its end, in counted steps', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  let steps = 0;
  /** What a person does at once: a click, a key, a text typed. */
  const step = async (act: () => Promise<unknown>) => {
    steps++;
    await act();
  };
  const key = (name: string) => step(() => page.keyboard.press(name));
  const type = (text: string) => step(() => page.keyboard.type(text));
  const press = (target: Locator) => step(() => target.click());
  const inspector = page.locator('#inspector');
  const said = page.locator('.app > p[role=status]');
  const strip = page.getByRole('toolbar', { name: '：选项' });
  const map = page.locator('.maplibregl-canvas');
  const at = async (x: number, y: number) => {
    const box = (await map.boundingBox())!;
    const [px, py] = [box.x + x, box.y + y];
    await page.mouse.move(px - 8, py - 8);
    await page.mouse.move(px, py, { steps: 3 });
    return [px, py] as const;
  };
  const click = async (x: number, y: number) => {
    const [px, py] = await at(x, y);
    await step(() => page.mouse.click(px, py));
  };

  // Fields at the edge of a town of the sample city, about a metre a pixel.
  await page.goto('/#lang=zh&desk=sketch&at=113.70,34.70,16');
  await expect(page.getByRole('button', { name: /^从地块挑选.*点选地图/ })).toBeEnabled();
  await expect(map).toBeVisible();
  await map.focus();

  await key('r');
  const east = strip.getByRole('textbox', { name: 'Y（东）', exact: true });
  await expect(east).toBeVisible();
  for (const [x, y, width, depth] of [
    [300, 200, '260', '260'],
    [650, 200, '100', '160'],
  ] as const) {
    await click(x, y);
    await at(x + 90, y + 60);
    await type(width);
    await key('Tab');
    await type(depth);
    await key('Enter');
    await expect(said).toHaveText(/^已完成：画 草绘-/);
    await expect(inspector.getByText(x === 300 ? '101.4000' : '125.4000').first()).toBeVisible();
  }

  await key('d');
  for (const [name, text] of [
    ['面宽', '50'],
    ['进深', '100'],
    ['层数', '6'],
    ['层高', '4.5'],
  ] as const) {
    const box = strip.getByRole('textbox', { name, exact: true });
    await step(() => box.fill(text));
    await box.blur();
  }
  for (const [n, [x, y]] of [
    [315, 320],
    [385, 320],
    [455, 320],
    [315, 440],
    [385, 440],
  ].entries()) {
    await click(x, y);
    await expect(page.getByRole('tab', { name: `建筑 ${n + 1}` })).toBeVisible();
  }
  await expect(inspector.getByText('150,000', { exact: false }).first()).toBeVisible();
  await key('Escape');
  // Nothing of what was in hand stays on the map.
  await expect.poll(() => page.locator('.tool-overlay').evaluate((own: HTMLCanvasElement) => own.width)).toBe(0);

  const gap = (name: string) => page.locator('[data-gap]').filter({ hasText: name });
  const fill = async (name: string, value: { select: string } | { text: string } | { button: string }) => {
    const row = gap(name);
    if ('select' in value) await step(() => row.locator('select').selectOption(value.select));
    else if ('text' in value) await step(() => row.locator('input').fill(value.text));
    await press(row.getByRole('button', { name: 'button' in value ? value.button : '填入', exact: true }));
    await expect(row).toHaveCount(0);
  };
  await fill('建设方式', { select: 'new' });
  await fill('用地性质', { select: '100101' });
  await fill('主导产业', { text: '装备制造' });
  await fill('立项日期', { text: '2026-03-01' });
  await fill('自持年限', { text: '50' });
  await fill('土地使用权年限', { text: '50' });
  await fill('纳入郑州市重点支持建设', { button: '否' });

  // Two sites that lie apart want a reason on record; an authority decides on it.
  const apart = inspector.locator('li').filter({ has: page.getByRole('heading', { name: '宗地相邻', exact: true }) });
  await press(
    apart.locator('li, .repair').filter({ hasText: '写明宗地不相邻原因' }).getByRole('button', { name: '应用' }).last(),
  );
  await step(() => page.getByRole('textbox', { name: '宗地不相邻原因' }).fill('主园东侧为规划道路，次园隔路布置'));
  // What it would come of is shown meanwhile, and shown still while the button is held as long as a hand does.
  await expect(inspector.getByText('试算')).toBeVisible();
  await step(() => page.getByRole('form').getByRole('button', { name: '采用' }).click({ delay: 150 }));

  const counts = inspector.getByText('对照政策').locator('..');
  await expect(counts).toContainText('需认定');
  await expect(counts).not.toContainText(/不符合|未达原则性要求/);
  // What is left is known from a later stage on: nothing can be filled in now.
  await expect(inspector.getByText('以后才需要')).toBeVisible();
  await expect(page.locator('[data-gap]:visible')).toHaveCount(0);
  expect(steps).toBeLessThanOrEqual(38);
});

test('idle land becomes a park with scenarios, one taken over, a report and a signed evidence file, in counted steps', async ({
  page,
  browser,
}, info) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.addInitScript(() => {
    window.print = () => void window.dispatchEvent(new Event('beforeprint'));
  });
  const key = info.outputPath('office.pem');
  execFileSync('openssl', ['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-out', key]);
  let steps = 0;
  const step = async <T>(act: () => Promise<T>): Promise<T> => (steps++, act());
  const press = (name: string) => step(() => page.keyboard.press(name));
  const click = (target: Locator) => step(() => target.click());
  const said = page.locator('.app > p[role=status]');
  const inspector = page.locator('#inspector');
  const laidOut = inspector.getByText(/^排出 \d+ 种方案/);

  // Idle land, by the list of the public map; what is selected there begins a park.
  await page.goto('/#lang=zh');
  await click(page.getByRole('button', { name: /^登记闲置/ }));
  await click(page.getByRole('button', { name: /^D01774/ }).first());
  await expect(page.getByRole('heading', { name: 'D01774' })).toBeVisible();
  await press('2');
  await click(page.getByRole('button', { name: /^用所选宗地.*D01774/ }));
  await expect(inspector.getByRole('heading', { name: '草绘园-1' })).toBeVisible();

  // Two layouts, each a scenario; the second stands in place of the buildings of the first.
  await press('Shift+L');
  await expect(laidOut).toBeVisible();
  await click(inspector.getByRole('button', { name: '作为新方案' }));
  await expect(said).toHaveText(/^已完成：排布 D01774/);
  await press('Shift+L');
  await expect(laidOut).toBeVisible();
  await step(async () => {
    const wish = inspector.getByRole('textbox', { name: '期望容积率' });
    await wish.fill('2');
    await wish.press('Enter');
  });
  await expect(inspector.getByText(/^2\.\d\d$/).first()).toBeVisible();
  await expect(laidOut).toBeVisible();
  await click(inspector.getByRole('button', { name: /^条式/ }).first());
  await click(inspector.getByRole('button', { name: '作为新方案' }));
  await expect(said).toHaveText(/^已完成：排布 D01774：条式/);

  // Compared with each other; one is taken over with its reason.
  await press('Shift+A');
  const panel = page.getByRole('article', { name: '方案对照' });
  await step(() => panel.getByRole('checkbox', { name: '对照底稿' }).uncheck());
  const size = panel.getByRole('region', { name: '结论' }).getByRole('row', { name: /生产制造类园区规模/ });
  await expect(size).toHaveText(/需认定\s*[\d,.]+\s*m²\s*符合\s*[\d,.]+\s*m²/);
  const floorArea = /符合\s*([\d,.]+)/.exec(await size.innerText())![1];
  await click(panel.getByRole('button', { name: '采用方案二', exact: true }));
  await step(() => page.keyboard.type('建筑面积过十万平方米'));
  await press('Enter');
  await expect(said).toHaveText('已采用方案二，现在是底稿');
  await press('Escape');

  await press('Control+Alt+r');
  const report = page.getByRole('dialog', { name: '报告' });
  await expect(report.getByRole('img', { name: /的平面图，1:2 000/ })).toBeVisible();
  await expect(report.getByRole('row', { name: /^方案 采用“方案二”/ })).toBeVisible();
  await expect(report.getByRole('cell', { name: floorArea, exact: true }).first()).toBeVisible();
  for (const format of ['Word', 'Excel']) {
    const saving = page.waitForEvent('download');
    await click(report.getByRole('button', { name: format }));
    await saving;
  }
  await click(report.getByRole('button', { name: '打印 / PDF' }));
  await expect(page.locator('.sheet svg').first()).toBeAttached();
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await press('Escape');
  await expect(report).toHaveCount(0);

  await press('Control+Shift+d');
  const choosing = page.waitForEvent('filechooser');
  const saving = page.waitForEvent('download');
  await click(page.getByText('证据文件（签名…）'));
  await step(async () => (await choosing).setFiles(key));
  const file = info.outputPath('park.html');
  await (await saving).saveAs(file);
  const offline = await browser.newContext({ offline: true });
  const opened = await offline.newPage();
  await step(() => opened.goto(pathToFileURL(file).href));
  await expect(opened.getByRole('heading', { name: '核验一致' })).toBeVisible();
  await expect(opened.getByText('有效。请与出具单位公布的密钥指纹核对')).toBeVisible();
  await expect(opened.getByText(/采用“方案二”（\d{4}-\d\d-\d\d）：建筑面积过十万平方米/)).toBeVisible();
  expect(steps).toBeLessThanOrEqual(25);
  await offline.close();

  // Who receives it and has the product need not trust the program in the file.
  await page.bringToFront();
  // The browser may give a key of a page that was behind another window no leave to open a dialog: a person presses again.
  await expect(async () => {
    const given = page.waitForEvent('filechooser', { timeout: 5000 });
    await page.keyboard.press('Control+Alt+e');
    await (await given).setFiles(file);
  }).toPass();
  const check = page.getByRole('dialog', { name: /^核验证据文件/ });
  await expect(check.getByRole('heading', { name: '核验一致' })).toBeVisible();
  await expect(check.getByText('页面程序')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(check).toHaveCount(0);
});
