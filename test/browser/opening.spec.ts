import { expect, test, type Page } from '@playwright/test';

const plot = `[属性描述]
坐标系=2000国家大地坐标系
几度分带=3
投影类型=高斯克吕格
计量单位=米
带号=38
[地块坐标]
4,,V1,东地块,面,,,,@
J1,1,3847300,38406600
J2,1,3847550,38406600
J3,1,3847550,38406866.7
J4,1,3847300,38406866.7
`;

const give = (page: Page, name: string, text: string) =>
  page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

test('after a reload the sample city is whole, and the file comes back with the parcel that was read', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.getByText(/60 个园区/).first()).toBeVisible();
  await give(page, 'v1.txt', plot);
  await page.getByRole('button', { name: /东地块/ }).click();
  await expect(page).toHaveURL(/at=[^&]*,1[78]\.\d+&parcel=V1/);
  await page.reload();
  await expect(page.getByText(/60 个园区/).first()).toBeVisible();
  await expect(page).toHaveURL(/at=[^&]*,1[01]\.\d+(?!.*parcel)/);
  await give(page, 'v1.txt', plot);
  await expect(page.getByRole('heading', { name: '东地块' })).toBeVisible();
  // Back leads out of the file and forward into it, which is still in the page's memory.
  await page.goBack();
  await page.goBack();
  await expect(page.getByText(/60 个园区/).first()).toBeVisible();
  await expect(page.getByText('示例数据', { exact: true })).toBeVisible();
  await page.goForward();
  await page.goForward();
  await expect(page.getByRole('heading', { name: '东地块' })).toBeVisible();
  await expect(page).toHaveURL(/at=[^&]*,1[78]\.\d+&parcel=V1/);
  // A worker that dies without a word is said and replaced; what was open answers again.
  const worker = page.workers().find((own) => own.url().includes('project.worker'))!;
  // It may be said for less than the time between two looks, so the page is watched, from before the worker ends.
  const watched = await page.evaluateHandle(() => {
    const watch = { said: false };
    new MutationObserver(() => {
      watch.said ||= /意外停止，正在重新读取/.test(document.body.textContent);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    return watch;
  });
  await worker.evaluate(() => self.close());
  await expect.poll(() => watched.evaluate(({ said }) => said)).toBe(true);
  await expect(page.getByText(/意外停止，正在重新读取/)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /东地块/ }).click();
  await expect(page.getByRole('heading', { name: '东地块' })).toBeVisible();
});

test('a file refused while the sample city is still read leaves the city, and why is read wherever one is', async ({
  page,
}) => {
  await page.goto('/', { waitUntil: 'commit' });
  await page.locator('input[type=file]').first().waitFor({ state: 'attached' });
  await give(page, 'plan.dwg', 'AC1027');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('plan.dwg');
  await expect(page.getByText(/60 个园区/).first()).toBeVisible();
  await expect(alert).toContainText('plan.dwg');
  await page.getByRole('button', { name: '政策', exact: true }).click();
  await give(page, 'other.dwg', 'AC1027');
  await expect(alert).toContainText('other.dwg');
  await expect(alert).toBeInViewport();
});
