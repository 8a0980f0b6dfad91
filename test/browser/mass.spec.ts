import { expect, test } from '@playwright/test';
import { goTo, serious } from './kept.ts';

/* 体量 on the sketch desk: seen from aslant, a building raised by its handle with pointer and keys, flat again at the same place. */

const PLACE = '113.75976,34.78195,15.50';

test('the mass view raises a building by hand and is left where it was', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 1440, height: 900 },
    // The wheel turns as far as it says.
    deviceScaleFactor: 1,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const said = page.locator('.app > p[role=status]');
  const map = page.locator('.maplibregl-canvas');
  await goTo(page, `desk=sketch&park=P16&at=${PLACE}`);
  await expect(page.locator('#inspector article')).toBeVisible();
  await expect(map).toBeVisible();
  await map.focus();
  await page.keyboard.press('Shift+V');
  await expect(page.getByRole('button', { name: '体量', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/,15\.50,50,-20/);
  await page.keyboard.press('.');
  await page.keyboard.press(';');
  await expect(page).toHaveURL(/,15\.50,60,-5/);

  // The building is chosen in its table, the handle stands over its roof.
  await page.locator('.drawer').getByRole('tab').first().click();
  await page.getByRole('row', { name: /^1# / }).getByText('1#').click();
  const handle = page.getByRole('slider', { name: /^1# 层数/ });
  await expect(handle).toHaveAttribute('aria-valuenow', '3');
  await expect(handle).toHaveAttribute('aria-valuetext', /^3 层 · 17\.1 m，.*1 层计两层/);
  await page.keyboard.press('[');
  await expect(page.locator('.drawer .body')).toHaveAttribute('inert', /.*/);
  expect(await serious(page)).toEqual([]);
  // The map grows as the drawer goes, and the handle with it: it is taken hold of once it stands still.
  await handle.hover();
  const box = (await handle.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let up = 1; up < 100; up += 1) {
    await page.mouse.move(x, y - up);
    if ((await handle.getAttribute('aria-valuenow')) === '5') break;
  }
  // Figures of what is tried, here and in the inspector: (128 376 + 2 × 3 446.98) m² of 74 666.68.
  await expect(handle).toHaveAttribute(
    'aria-valuetext',
    /^3→5 层 · 26\.1 m，工业用地容积率 1\.719→1\.812，符合.*高于 24 m/,
  );
  await expect(page.locator('#inspector .tried')).toBeVisible();
  await page.mouse.up();
  await expect(said).toHaveText(/^已完成：.*1#.*2 层/);
  await expect(handle).toHaveAttribute('aria-valuenow', '5');
  await expect(handle).toHaveAttribute('aria-valuetext', /^5 层 · 26\.1 m/);
  // A click takes the body that is seen: the ground below its roof lies behind it.
  const roof = (await page.locator('.handle').boundingBox())!;
  await page.mouse.click(x - 260, y + 120);
  await expect(handle).toBeHidden();
  // The map has its body as high as it is by now once it is taken.
  await expect(async () => {
    await page.mouse.click(roof.x, roof.y - 12);
    await expect(handle).toHaveAttribute('aria-valuenow', '5', { timeout: 1000 });
  }).toPass();
  // The wheel tries too, and Escape leaves it as it was, wherever the focus is: with Alt let go nothing is done.
  await map.focus();
  await page.mouse.move(x, 200);
  await page.keyboard.down('Alt');
  await page.mouse.wheel(0, -200);
  await expect(handle).toHaveAttribute('aria-valuenow', '7');
  await page.keyboard.press('Escape');
  await expect(handle).toHaveAttribute('aria-valuenow', '5');
  await page.keyboard.up('Alt');
  // Beside the panel of scenarios the map follows all the same; keys are a step each.
  await page.keyboard.press('Shift+A');
  await expect(page.getByRole('heading', { name: '方案对照' })).toBeFocused();
  await handle.focus();
  await page.keyboard.press('ArrowDown');
  await expect(handle).toHaveAttribute('aria-valuenow', '4');
  await page.keyboard.press('Control+z');
  await expect(handle).toHaveAttribute('aria-valuenow', '5');
  await page.keyboard.press('Control+z');
  await expect(said).toHaveText(/^已撤销：.*1#.*2 层/);
  await expect(handle).toHaveAttribute('aria-valuenow', '3');
  await map.focus();
  const place = /at=([^&]+),60,-5&/.exec(page.url())![1];
  await page.keyboard.press('Shift+V');
  await expect(handle).toBeHidden();
  await expect(page).toHaveURL(new RegExp(`at=${place}&`.replaceAll('.', '\\.')));
  await context.close();
});
