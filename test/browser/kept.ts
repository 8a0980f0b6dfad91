import AxeBuilder from '@axe-core/playwright';
import { test as base, type Page } from '@playwright/test';

/**
 * Tests with one page that is kept from one to the next: opening the sample city costs five seconds of a core, and most
 * tests only look at it. For those that open no file and leave nothing behind that the address does not hold.
 */
export const test = base.extend<object, { kept: Page }>({
  kept: [
    async ({ browser }, use, { project }) => {
      const { baseURL, viewport, contextOptions } = project.use;
      const context = await browser.newContext({ baseURL, viewport, ...contextOptions });
      await use(await context.newPage());
      await context.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ kept, viewport }, use) => {
    await kept.setViewportSize(viewport!);
    await kept.emulateMedia({ media: null, colorScheme: null, reducedMotion: 'reduce' });
    await use(kept);
  },
});

/** Goes to a place of the page; where the page is open already, without reading the city again. */
export const goTo = (page: Page, hash: string) => page.goto(`/#lang=zh&${hash}`);

/**
 * What axe finds serious, and what of headings; `least` moderate: that too. Only violations are worked out: what passes is not asked for; and in the page
 * itself, which has no frames whose findings would have to be put together on another.
 */
export async function serious(page: Page, least: 'serious' | 'moderate' = 'serious'): Promise<string[]> {
  if (page.frames().length > 1) throw new Error('a frame is looked into only where axe puts its findings together');
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations
    .filter(
      ({ id, impact }) => impact === 'serious' || impact === 'critical' || impact === least || id.includes('heading'),
    )
    .map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
}
