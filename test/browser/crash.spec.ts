import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, expect, test as base, type Browser, type Page } from '@playwright/test';
import { addFloor, at, fewParks, openFewParks, PARKS, quietPage, readPark, steps, unsaved } from './few-parks.ts';

/*
 * A page is killed in the middle of its work, and so is the whole browser: what it had answered is there when the draft is
 * opened again, byte for byte as a page has it that did the same without any accident.
 */

const KILLS = Number(process.env.YUANTU_KILLS ?? 4);
const SEED = Number(process.env.YUANTU_SEED ?? 1);

type Act = { readonly does: 'mend'; readonly park: number } | { readonly does: 'undo' | 'redo' };

/** 32 bits of a linear congruence (Numerical Recipes): the same accidents each time. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What the page could be asked next, told from what was done. */
class Done {
  readonly acts: Act[] = [];
  readonly #done: number[] = [];
  readonly #undone: number[] = [];

  get unsaved(): number {
    return this.#done.length;
  }

  next(random: (below: number) => number): Act {
    const whole = Array.from({ length: PARKS }, (_, i) => i).filter((i) => !this.#done.includes(i));
    const possible: Act[] = [
      ...whole.map((park): Act => ({ does: 'mend', park })),
      ...(this.#done.length > 1 ? ([{ does: 'undo' }, { does: 'undo' }] as const) : []),
      ...(this.#undone.length > 0 ? ([{ does: 'redo' }, { does: 'redo' }] as const) : []),
    ];
    return possible[random(possible.length)];
  }

  add(act: Act): void {
    this.acts.push(act);
    if (act.does === 'mend') {
      this.#done.push(act.park);
      this.#undone.length = 0;
    } else if (act.does === 'undo') this.#undone.push(this.#done.pop()!);
    else this.#done.push(this.#undone.pop()!);
  }
}

async function begin(page: Page, act: Act): Promise<void> {
  if (act.does !== 'mend') return page.keyboard.press(act.does === 'undo' ? 'Control+z' : 'Control+Shift+z');
  await readPark(page, act.park);
  await addFloor(page).click();
}

/** Done, and answered. */
async function doAct(page: Page, act: Act, done: Done): Promise<void> {
  await begin(page, act);
  done.add(act);
  await expect(unsaved(page)).toHaveText(`有 ${done.unsaved} 处改动未存`);
}

/** A browser of our own, whose processes can be killed. */
class OwnBrowser {
  #process: ChildProcess | null = null;
  #browser: Browser | null = null;
  /** A test that was cut off goes on for a moment, and would begin it anew. */
  #isOver = false;
  readonly #profile: string;
  readonly #args: readonly string[];
  readonly #waitMs: number;

  constructor(profile: string, args: readonly string[], waitMs: number) {
    this.#profile = profile;
    this.#args = args;
    this.#waitMs = waitMs;
  }

  async page(baseURL: string): Promise<Page> {
    if (!this.#browser) await this.#start();
    const [context] = this.#browser!.contexts();
    const page = await context.newPage();
    page.setDefaultTimeout(this.#waitMs);
    await quietPage(page);
    // A context of a browser that runs knows no base of addresses.
    const goto = page.goto.bind(page);
    page.goto = (url, options) => goto(new URL(url, baseURL).href, options);
    return page;
  }

  async #start(): Promise<void> {
    if (this.#isOver) throw new Error('The test has ended.');
    const executable = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
    const args = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${this.#profile}`, ...this.#args];
    const child = spawn(executable, [...args, 'about:blank'], {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      // What a browser that is killed leaves lying goes with its profile.
      env: { ...process.env, TMPDIR: this.#profile },
    });
    this.#process = child;
    const address = await new Promise<string>((found, failed) => {
      let said = '';
      child.stderr!.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const [, ws] = said.match(/DevTools listening on (ws:\S+)/) ?? [];
        if (ws) found(ws);
      });
      child.once('exit', () => failed(new Error(`Chromium ended before it listened: ${said}`)));
    });
    this.#browser = await chromium.connectOverCDP(address);
  }

  /** All its processes at once, as when the power goes. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((end) => child.once('exit', end));
    process.kill(-child.pid!, 'SIGKILL');
    await ended;
    await this.#browser?.close().catch(() => undefined);
    this.#process = this.#browser = null;
  }

  async end(): Promise<void> {
    this.#isOver = true;
    await this.kill();
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The renderer alone, with the page and its worker. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
}

/** Opens the draft from its card; answers how many steps it holds. */
async function reopen(page: Page): Promise<number> {
  await page.goto(at('desk=sketch'));
  const card = page.locator('li').filter({ hasText: fewParks.name });
  // Read before it is opened: the card goes with the list.
  const deeds = Number((await card.textContent())!.match(/(\d+) 步/)![1]);
  await card.getByRole('button', { name: /^继续/ }).click();
  await page.evaluate((hash) => (location.hash = hash), at('').slice(2));
  await unsaved(page).waitFor();
  return deeds;
}

async function savedFile(page: Page): Promise<Buffer> {
  const saving = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  await page.getByRole('option', { name: /\.ytp/ }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await saving).createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The land as a page has it to which nothing happened. */
async function undisturbed(page: Page, acts: readonly Act[]): Promise<Buffer> {
  const done = new Done();
  await quietPage(page);
  await openFewParks(page);
  for (const act of acts) await doAct(page, act, done);
  return savedFile(page);
}

/** Its processes and its profile go when the test has ended, also where that was cut off. */
const test = base.extend<{ ownBrowser: OwnBrowser }>({
  ownBrowser: async ({}, use, { project }) => {
    const profile = await mkdtemp(path.join(tmpdir(), 'yuantu-crash-'));
    const { launchOptions, actionTimeout = 0 } = project.use;
    const browser = new OwnBrowser(profile, launchOptions?.args ?? [], actionTimeout);
    await use(browser);
    await browser.end();
  },
});

test(`of ${KILLS} accidents in the middle of work none loses what was answered`, async ({
  page: other,
  ownBrowser: browser,
  baseURL,
}) => {
  const random = randomFrom(SEED);
  const done = new Done();
  let page = await browser.page(baseURL!);
  await openFewParks(page);
  for (let n = 0; n < KILLS; n++) {
    for (let left = 1 + random(3); left > 0; left--) {
      await doAct(page, done.next(random), done);
    }
    const late = done.next(random);
    const begun = begin(page, late).catch(() => undefined);
    await new Promise((go) => setTimeout(go, random(250)));
    await (n % 2 === 0 ? crash(page) : browser.kill());
    await begun;
    page = await browser.page(baseURL!);
    const kept = await reopen(page);
    // What was not answered yet may have been done all the same.
    expect([done.acts.length, done.acts.length + 1]).toContain(kept);
    if (kept > done.acts.length) done.add(late);
    expect(await steps(page)).toBe(done.unsaved);
  }
  const [saved, model] = [await savedFile(page), await undisturbed(other, done.acts)];
  expect(saved.equals(model)).toBe(true);
});
