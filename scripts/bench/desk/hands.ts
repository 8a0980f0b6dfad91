import type { CDPSession, Locator, Page } from '@playwright/test';

/** What is done at the table, by its name in the report. */
export type Hands = Readonly<Record<string, () => Promise<unknown>>>;

/** So many turns of the wheel, steps of the thumb, presses of a key. */
const TIMES = 60;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export async function boxOf(of: Locator): Promise<Box> {
  const box = await of.boundingBox();
  if (!box) throw new Error('the list is not shown');
  return box;
}

/** Scrolling, as a person does it. */
export function scrolling(page: Page, cdp: CDPSession, { x, y, width, height }: Box): Hands {
  const wheel = async () => {
    for (let turn = 0; turn < TIMES; turn++)
      await cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x: x + 200, y: y + 150, deltaX: 0, deltaY: turn % 10 === 9 ? 3000 : 240 }); // prettier-ignore
  };
  /** Beside the arrows at the ends of the bar. */
  const ends = 22;
  const thumb = async () => {
    await page.mouse.move(x + width - 4, y + ends);
    await page.mouse.down();
    for (let step = 1; step <= TIMES; step++)
      await page.mouse.move(x + width - 4, y + ends + ((height - 2 * ends) * step) / TIMES);
    await page.mouse.up();
  };
  return { 'the wheel': wheel, 'the thumb of the bar, from end to end': thumb };
}

const press = (page: Page, key: string, times: number) => async () => {
  for (let n = 0; n < times; n++) await page.keyboard.press(key);
};

/** Keys, choosing, filters and orders; they go on from one another. */
export function working(page: Page): Hands {
  const grid = page.getByRole('grid');
  const sort = (column: string) => async () => {
    for (let n = 0; n < 3; n++) await grid.getByRole('button', { name: column, exact: true }).click();
  };
  const words = page.getByLabel('筛选宗地');
  const select = (label: string, index: number) => () => page.getByLabel(label).selectOption({ index });
  return {
    'the arrow keys': async () => {
      await page.locator('[data-place]').nth(3).click();
      await press(page, 'ArrowDown', TIMES)();
    },
    'page after page by keys': press(page, 'PageDown', TIMES),
    'a range chosen by Shift and arrows, with its sum': press(page, 'Shift+ArrowDown', TIMES),
    'all chosen': press(page, 'Control+a', 1),
    'one of all left out, and taken in': press(page, 'Space', 10),
    'none chosen': press(page, 'Escape', 1),
    'words typed, the first letter of all': async () => {
      await words.click();
      await page.keyboard.type('g');
    },
    'words typed on': () => page.keyboard.type('0123'),
    'words deleted': () => words.fill(''),
    'sorted by number, up, down and back': sort('宗地'),
    'by township': sort('镇（街道）'),
    'by area': sort('亩'),
    'by how long it has been so': sort('依据'),
    'filtered by class': select('筛选类别', 1),
    'and no more': select('筛选类别', 0),
  };
}

/** Over the table a list of the same size that has nothing in it. */
export async function emptyList(page: Page): Promise<Locator> {
  await page.evaluate(() => {
    const list = document.querySelector('.flags > .box') as HTMLElement;
    const { left, top, width, height } = list.getBoundingClientRect();
    const empty = document.createElement('div');
    empty.className = 'empty-list';
    empty.style.cssText = `position:fixed;left:${left}px;top:${top}px;width:${width}px;height:${height}px;overflow:auto;z-index:99;background:#fff;scrollbar-width:thin`;
    const inner = document.createElement('div');
    inner.style.height = `${list.scrollHeight}px`;
    empty.append(inner);
    document.body.append(empty);
  });
  return page.locator('.empty-list');
}
