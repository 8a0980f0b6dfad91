import type { FromKeeper, ToKeeper } from './offline-line.ts';
import { followUnkept, unkeptParts } from './unkept-parts.ts';

/** How it came out: so many files did not come, and whether the device has no room. */
export interface Kept {
  readonly failed: number;
  readonly full: boolean;
}

/** The keeper of the published map's files 离线: the service worker beside the page. */
export class OfflineKeeper {
  readonly #container: ServiceWorkerContainer;

  private constructor(container: ServiceWorkerContainer) {
    this.#container = container;
  }

  /** Null where the browser has none, or the page is not one that was published. */
  static async begin(
    container: ServiceWorkerContainer | undefined = navigator.serviceWorker,
  ): Promise<OfflineKeeper | null> {
    if (!container) return null;
    try {
      await container.register('sw.js');
      await container.ready;
      return new OfflineKeeper(container);
    } catch {
      return null;
    }
  }

  onFull(call: () => void): void {
    this.#container.addEventListener('message', ({ data }: MessageEvent<FromKeeper>) => {
      if (data.kind === 'full') call();
    });
  }

  /**
   * Keeps what the page of this version is made of so far, and what was already on its way: from then on the keeper sees
   * for itself what is asked for.
   */
  async keep(version: string): Promise<Kept> {
    const told = new Set<string>();
    const kept = await this.#tell(version, told);
    // A part is noted when the page has it, which is after its entry in the list of what came.
    followUnkept(() => void this.#tell(version, told));
    const stands = performance.now();
    const observer = new PerformanceObserver((list) => {
      if (list.getEntries().some(({ startTime }) => startTime < stands)) void this.#tell(version, told);
    });
    observer.observe({ type: 'resource' });
    const { failed, full } = await this.#tell(version, told);
    return { failed: kept.failed + failed, full: kept.full || full };
  }

  /** Tells of what has come and was not told of before. */
  async #tell(version: string, told: Set<string>): Promise<Kept> {
    const isNew = (key: string) => !told.has(key) && told.add(key);
    // Parts of an archive are told of by their ranges; which data are those of now is never kept.
    const addresses = performance
      .getEntriesByType('resource')
      .map(({ name }) => name.split('#')[0])
      .filter((name) => !/\.pmtiles$|\/now\.json$/.test(name) && isNew(name));
    const parts = unkeptParts().filter(({ address, range }) => isNew(`${address} ${range}`));
    if (addresses.length + parts.length === 0) return { failed: 0, full: false };
    return this.#ask({ version, addresses, parts });
  }

  /** Lets go of all that is kept, cards and map, but for what the page needs to open. */
  forget(version: string): Promise<Kept> {
    const entries = performance.getEntriesByType('resource').map(({ name }) => name.split('#')[0]);
    const addresses = entries.filter((name) => !/\.pmtiles$|\/now\.json$|\/parks\/[^/]+\.json$/.test(name));
    return this.#ask({ version, addresses: [...new Set(addresses)], parts: [], anew: true });
  }

  async #ask(message: ToKeeper): Promise<Kept> {
    const { active } = await this.#container.ready;
    const { port1, port2 } = new MessageChannel();
    return new Promise((done) => {
      port1.addEventListener('message', ({ data }: MessageEvent<Kept>) => done(data), { once: true });
      port1.start();
      active!.postMessage(message, [port2]);
    });
  }
}
