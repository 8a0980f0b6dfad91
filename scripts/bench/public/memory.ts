import { readFileSync } from 'node:fs';
import type { CDPSession } from '@playwright/test';

/**
 * Private memory of a page's process, MB: all its own and that of its workers, scripts, tiles and what is laid out, which a
 * heap of scripts does not tell. As Chromium counts it on Linux: resident memory that is no file's, and what is swapped out.
 * What graphics take lies in another process, and so does the browser.
 */
export class PageMemory {
  readonly #browser: CDPSession;
  readonly #before: ReadonlyMap<number, number>;

  private constructor(browser: CDPSession, before: ReadonlyMap<number, number>) {
    this.#browser = browser;
    this.#before = before;
  }

  /** To be asked for before the page is opened. */
  static begin = async (browser: CDPSession): Promise<PageMemory> => new PageMemory(browser, await renderers(browser));

  /** Null where the system does not tell. */
  async megabytes(): Promise<number | null> {
    const now = [...(await renderers(this.#browser))];
    // Some processes stand ready and do nothing: the page's is the one that has worked since.
    const worked = now.map(([id, cpu]) => [id, cpu - (this.#before.get(id) ?? 0)] as const);
    const [[id]] = worked.sort(([, a], [, b]) => b - a);
    try {
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? NaN);
      const sum = kilobytes('RssAnon') + kilobytes('VmSwap');
      return Number.isFinite(sum) ? sum / 1024 : null;
    } catch {
      return null;
    }
  }
}

/** Processes of pages: seconds of the processor each has had. */
async function renderers(browser: CDPSession): Promise<ReadonlyMap<number, number>> {
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  return new Map(processInfo.filter(({ type }) => type === 'renderer').map(({ id, cpuTime }) => [id, cpuTime]));
}
