import { expect, type Page } from '@playwright/test';

/** The tool in hand has come, and the land around with it: until then it takes nothing. */
export async function landIsTold(page: Page): Promise<void> {
  await expect(page.getByRole('toolbar', { name: /^(?!选择).+：选项$/ })).toBeVisible();
  await expect(page.getByText('正在读取周边地块……')).toHaveCount(0);
}
