import type { Browser, Page } from '@playwright/test';

/** 不用 by the clock: from the click to the frame that shows the plan that is made around it. */
export interface Dropped {
  readonly city: string;
  readonly parks: number;
  /** Milliseconds, the least first. */
  readonly ms: readonly number[];
}

const CLICKS = 24;
/** The first plan is sought for so long, seconds: one of those that are offered. */
const SOUGHT = '10';
/** Between clicks, as of a person who looks: the search around a park has a second. */
const PAUSE_MS = 2500;

/** The city that is open at the page, of which a plan is made and parks are left out one after another, each by its ✕. */
export async function dropped(page: Page, city: string, clicks = CLICKS): Promise<Dropped> {
  await page.locator('body').press('8');
  await page.getByLabel('求解时间').selectOption(SOUGHT);
  await page.getByRole('button', { name: '求解', exact: true }).click();
  const rest = page.getByRole('button', { name: '续算' });
  await rest.waitFor();
  const parks = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;
  const ms: number[] = [];
  for (let n = 0; n < clicks; n++) {
    const row = page.locator(`[data-place="${n % 6}"]`);
    const label = await row.locator('span').first().innerText();
    await page.evaluate(watch, label);
    await row.getByRole('button').click();
    ms.push(await page.evaluate(() => (globalThis as unknown as { seenAfter: Promise<number> }).seenAfter));
    await page.waitForTimeout(PAUSE_MS);
  }
  return { city, parks, ms: ms.toSorted((a, b) => a - b) };
}

/** Runs in the page: from the next click until a frame is drawn in which the park is gone from the table and its sum is another. */
function watch(label: string): void {
  const sum = () => document.querySelector('.drawer header')?.textContent;
  const isThere = () =>
    [...document.querySelectorAll('[data-place] > :first-child')].some((cell) => cell.textContent === label);
  const before = sum();
  (globalThis as unknown as { seenAfter: Promise<number> }).seenAfter = new Promise((seen) => {
    document.addEventListener(
      'click',
      ({ timeStamp }) => {
        const look = () => {
          if (isThere() || sum() === before) requestAnimationFrame(look);
          // What is there before a frame is drawn is seen once the next one begins.
          else requestAnimationFrame((now) => seen(now - timeStamp));
        };
        requestAnimationFrame(look);
      },
      { capture: true, once: true },
    );
  });
}

/** The sample city, which the page opens by itself. */
export async function droppedOfSample(browser: Browser, address: string): Promise<Dropped> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', reducedMotion: 'reduce' }); // prettier-ignore
  page.setDefaultTimeout(300_000);
  await page.addInitScript('globalThis.__name = (own) => own');
  await page.goto(`${address}/#lang=zh&desk=supply`);
  await page.locator('[data-place]').first().waitFor();
  const told = await dropped(page, 'the sample city');
  await page.close();
  return told;
}

/** In words: half of the clicks took no longer, and nineteen of twenty. */
export function droppedText({ city, parks, ms }: Dropped): string {
  const share = (part: number) => ms[Math.ceil(part * ms.length) - 1].toFixed(0);
  return `不用 clicked, by the clock until the plan made around it is seen, ${ms.length} times in a plan of ${parks} parks of ${city}: half within ${share(0.5)} ms, 95 % within ${share(0.95)} ms, the longest ${share(1)} ms`;
}
