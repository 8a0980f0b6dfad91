import type { Locator, Page } from '@playwright/test';
import path from 'node:path';

/** 不用 by the clock: from the hand to the frame that shows the plan that is made around it. */
export interface Dropped {
  readonly city: string;
  readonly parks: number;
  /** Milliseconds by what was done, the least first. */
  readonly ms: Readonly<Record<'clicked' | 'dragged', readonly number[]>>;
}

/** So often each: parks by their ✕, then parcels out of a park. */
const CLICKS = 5;
const DRAGS = 3;
/** The first plan is sought for so long, seconds: one of those that are offered. */
const SOUGHT = '10';
/** Between them, as of a person who looks: the search around a park has a second. */
const PAUSE_MS = 1500;

/** The city that is open at the page, of which a plan is made and parks, then parcels, are left out one after another. */
async function dropped(page: Page, city: string): Promise<Dropped> {
  await page.locator('body').press('8');
  await page.getByLabel('求解时间').selectOption(SOUGHT);
  await page.getByRole('button', { name: '求解', exact: true }).click();
  // Until all is said of it too: a person reads it before something is left out.
  await page.getByRole('button', { name: '续算' }).waitFor();
  const parks = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;
  const [clicked, dragged]: number[][] = [[], []];
  for (let n = 0; n < CLICKS + DRAGS; n++) {
    const row = page.locator(`[data-place="${n % 6}"]`);
    const label = await row.locator('span').first().innerText();
    if (n < CLICKS) {
      await page.evaluate(watch, { label, by: 'click' });
      await row.getByRole('button').click();
    } else await dragOut(page, row, label);
    const seen = await page.evaluate(() => (globalThis as unknown as { seenAfter: Promise<number> }).seenAfter);
    (n < CLICKS ? clicked : dragged).push(seen);
    await page.waitForTimeout(PAUSE_MS);
  }
  const rising = (ms: number[]) => ms.toSorted((a, b) => a - b);
  return { city, parks, ms: { clicked: rising(clicked), dragged: rising(dragged) } };
}

/** The first parcel of a park is dragged out of the list it stands in. */
async function dragOut(page: Page, row: Locator, label: string): Promise<void> {
  await row.click();
  const parcel = page.getByRole('tabpanel').getByRole('listitem').first();
  await parcel.scrollIntoViewIfNeeded();
  const { x, y, height } = (await parcel.boundingBox())!;
  await page.mouse.move(x + 60, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x - 200, y + height / 2, { steps: 8 });
  await page.evaluate(watch, { label, by: 'pointerup' });
  await page.mouse.up();
}

/** Runs in the page: from the next such event until a frame is drawn in which the park is gone from the table and its sum is another. */
function watch({ label, by }: { readonly label: string; readonly by: string }): void {
  const sum = () => document.querySelector('.drawer header')?.textContent;
  const isThere = () =>
    [...document.querySelectorAll('[data-place] > :first-child')].some((cell) => cell.textContent === label);
  const before = sum();
  (globalThis as unknown as { seenAfter: Promise<number> }).seenAfter = new Promise((seen) => {
    document.addEventListener(
      by,
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

/** In a page of its own, where nothing else was done: the sample city, which opens by itself, or that of a file. */
export async function droppedOf(
  page: Page,
  { address, file, city }: { readonly address: string; readonly file?: string; readonly city: string },
): Promise<Dropped> {
  await page.goto(`${address}/#lang=zh`);
  if (file) {
    await page.locator('input[type=file]').first().setInputFiles(file);
    await page.getByText(path.basename(file)).first().waitFor();
  }
  await page.locator('body').press('3');
  await page.locator('[data-place]').first().waitFor();
  const told = await dropped(page, city);
  await page.close();
  return told;
}

/** In words: the middle one and the longest. */
export function droppedText({ city, parks, ms: { clicked, dragged } }: Dropped): string {
  const told = (ms: readonly number[]) =>
    `${ms.length} times, median ${ms[Math.floor(ms.length / 2)].toFixed(0)} ms, most ${ms.at(-1)!.toFixed(0)} ms`;
  return `by the clock until the plan made around it is seen, in a plan of ${parks} parks of ${city}: 不用 clicked ${told(clicked)}; a parcel dragged out of its park ${told(dragged)}`;
}
