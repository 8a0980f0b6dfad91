import { expect, test, type Page } from '@playwright/test';
import { addFloor, at, openFewParks, quietPage, readPark, unsaved } from './few-parks.ts';

/* Drafts: kept, continued, shared by two windows; and what is said where nothing is kept. */

const said = (page: Page) => page.locator('.app > p[role=status]');
/** Who else works on the draft, as the foot says. */
const sharing = (page: Page) => page.getByRole('contentinfo').getByText(/个窗口在同一草案/);
const card = (page: Page) => page.locator('li').filter({ hasText: 'parks.geojson' });

async function mend(page: Page, park: number, count: number): Promise<void> {
  await readPark(page, park);
  await addFloor(page).click();
  await expect(unsaved(page)).toHaveText(`有 ${count} 处改动未存`);
}

test('two windows on one draft see what the other does, lose nothing, and undo no step that was not seen', async ({
  page,
  context,
}) => {
  await quietPage(page);
  await openFewParks(page);
  await mend(page, 0, 1);

  const other = await context.newPage();
  await quietPage(other);
  await other.goto(at('desk=sketch'));
  await expect(card(other)).toContainText('第0园');
  await expect(card(other).locator('svg path').first()).toHaveAttribute('d', /^M\d/);
  await expect(card(other)).toContainText(/\d+\.\d{4}\s*亩/);
  await other.getByRole('button', { name: '继续：第0园' }).click();
  await expect(sharing(page)).toHaveText('另有 1 个窗口在同一草案');
  await expect(sharing(other)).toHaveText('另有 1 个窗口在同一草案');

  await other.evaluate((hash) => (location.hash = hash), at('park=P1').slice(2));
  await addFloor(other).click();
  await expect(unsaved(other)).toHaveText('有 2 处改动未存');
  await expect(unsaved(page)).toHaveText('有 2 处改动未存');
  await expect(said(page)).toHaveText(/^另一个窗口：第1园/);

  // Both at the same moment: each is done, in one order, which both show.
  await readPark(page, 2);
  await readPark(other, 3);
  await Promise.all([addFloor(page).click(), addFloor(other).click()]);
  await expect(unsaved(page)).toHaveText('有 4 处改动未存');
  await expect(unsaved(other)).toHaveText('有 4 处改动未存');
  const last = (own: Page) => own.getByRole('button', { name: /^撤销/ }).getAttribute('title');
  await expect.poll(async () => (await last(page)) === (await last(other))).toBe(true);

  // What the other window did last is called by its name before it is undone.
  await page.keyboard.press('Control+z');
  await expect(unsaved(page)).toHaveText('有 3 处改动未存');
  await expect(unsaved(other)).toHaveText('有 3 处改动未存');

  await other.close();
  await expect(sharing(page)).toHaveCount(0);
});

const refuses = () => {
  Object.defineProperty(IDBFactory.prototype, 'open', {
    value: () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  });
};

test('where the browser keeps nothing it is said at the start of a sketch, and at the first change with a file to save', async ({
  page,
}) => {
  await page.addInitScript(refuses);
  await quietPage(page);
  await openFewParks(page);
  await page.goto(at('desk=sketch'));
  await expect(page.getByRole('alert').filter({ hasText: '浏览器不允许在本机保存' })).toBeVisible();
  await readPark(page, 0);
  await addFloor(page).click();
  const alert = page.getByRole('alert').filter({ hasText: '改动没有存到本机' });
  await expect(alert).toContainText('无痕窗口');

  // Leaving would lose it: the browser asks.
  const asked = page.waitForEvent('dialog');
  void page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();

  const saving = page.waitForEvent('download');
  await alert.getByRole('button', { name: /\.ytp/ }).click();
  expect((await saving).suggestedFilename()).toBe('parks.ytp');
  await expect(alert).toHaveCount(0);
});

test('a device without room says so, and keeps all of it once there is room again', async ({
  page,
  context,
  baseURL,
}) => {
  await quietPage(page);
  await openFewParks(page);
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: baseURL!, quotaSize: 1 });
  await readPark(page, 0);
  await addFloor(page).click();
  const alert = page.getByRole('alert').filter({ hasText: '改动没有存到本机' });
  await expect(alert).toContainText('本机存储已满');
  await session.send('Storage.overrideQuotaForOrigin', { origin: baseURL! });
  await mend(page, 1, 2);
  await expect(alert).toHaveCount(0);
  await expect(page.getByRole('contentinfo')).toContainText('已存到本机');

  // Everything is kept: the browser lets go without a word.
  let asked = false;
  page.on('dialog', (dialog) => {
    asked = true;
    void dialog.accept();
  });
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
  expect(asked).toBe(false);
  const next = await context.newPage();
  await quietPage(next);
  await next.goto(at('desk=sketch'));
  await expect(card(next)).toContainText('2 步');
});
