import { readNow } from '../../../client/published.ts';
import type { OfflineKeeper } from '../../../client/offline.ts';
import type { NowFile } from '../../../publish/shape/published.ts';

/** How often an open page looks for newer data, ms. */
const EVERY = 10 * 60_000;

/** Whether there is a network, whether newer data are there, and what keeps the page's files. */
export class Offline {
  /** Newer data than the page shows. */
  newer = $state.raw<NowFile | null>(null);
  lost = $state(false);
  /** The device has no room for what was to be kept. */
  full = $state(false);
  /** Undefined as long as it is not known whether this browser has one. */
  keeper = $state.raw<OfflineKeeper | null>();
  readonly version: string;

  constructor(version: string) {
    this.version = version;
  }

  /** Looks now and from time to time, until the end that is returned. */
  begin(): () => void {
    const look = () => void this.look();
    const timer = setInterval(look, EVERY);
    const heard = new AbortController();
    const { signal } = heard;
    addEventListener('online', look, { signal });
    addEventListener('offline', () => (this.lost = true), { signal });
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look(), { signal });
    look();
    void this.#keep();
    return () => {
      clearInterval(timer);
      heard.abort();
    };
  }

  async look(): Promise<void> {
    const now = await readNow('');
    this.lost = !now.ok && now.refusal.code === 'unreachable';
    if (now.ok) this.newer = now.value.version === this.version ? null : now.value;
  }

  async #keep(): Promise<void> {
    const keeper = await import('../../../client/offline.ts')
      .then((part) => part.OfflineKeeper.begin())
      .catch(() => null);
    if (!keeper) return void (this.keeper = null);
    keeper.onFull(() => (this.full = true));
    const { full } = await keeper.keep(this.version);
    this.full ||= full;
    this.keeper = keeper;
  }
}

/** Whole days from one day to another, YYYY-MM-DD. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000);
