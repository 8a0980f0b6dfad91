import type { FromKeeper, ToKeeper } from './offline-line.ts';

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

  /** Keeps what the page of this version is made of so far. */
  async keep(version: string): Promise<Kept> {
    const { active } = await this.#container.ready;
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    // Parts of an archive are kept as they are asked for; which data are those of now is never kept.
    const lasting = entries
      .map(({ name }) => name.split('#')[0])
      .filter((name) => !/\.pmtiles$|\/now\.json$/.test(name));
    const message: ToKeeper = { version, addresses: [...new Set(lasting)] };
    const { port1, port2 } = new MessageChannel();
    return new Promise((done) => {
      port1.addEventListener('message', ({ data }: MessageEvent<Kept>) => done(data), { once: true });
      port1.start();
      active!.postMessage(message, [port2]);
    });
  }
}
