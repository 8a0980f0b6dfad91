/** The windows of this browser: how they take turns on a draft and hear of each other. */
export interface Windows {
  /** Does work on a draft while no other window does. */
  alone<T>(draft: string, work: () => Promise<T>): Promise<T>;
  /** This window works on a draft from now on, and on no other; null: on none. */
  open(draft: string | null): void;
  /** How many other windows work on it; `hear` is told once one of them does no more. */
  others(draft: string): Promise<number>;
  /** Tells the other windows that a draft is another than it was, or that who works on it has changed. */
  tell(draft: string): void;
  /** Hears what others tell; one listener. */
  hear(listener: (draft: string) => void): void;
}

const inTurn = (draft: string): string => `yuantu draft ${draft}: turn`;
const atWork = (draft: string): string => `yuantu draft ${draft}: open in `;

/**
 * By locks, which the browser gives back however a window ends, and a channel. Where a browser has neither (a page that is not
 * served by a safe way), each window is alone: a draft two of them change is then told apart when it is kept.
 */
export function browserWindows(): Windows | null {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks as LockManager | undefined;
  if (!locks || typeof BroadcastChannel === 'undefined') return null;
  const channel = new BroadcastChannel('yuantu drafts');
  const own = crypto.randomUUID();
  /** Other windows whose end is waited for. */
  const watched = new Set<string>();
  let leave: () => void = () => undefined;
  let hear: (draft: string) => void = () => undefined;
  channel.onmessage = ({ data }: MessageEvent<string>) => hear(data);

  /** Its lock is given to who waits for it once that window is gone, or works on something else. */
  function watch(draft: string, window: string): void {
    if (watched.has(window)) return;
    watched.add(window);
    void locks!.request(window, () => {
      watched.delete(window);
      hear(draft);
    });
  }

  return {
    alone: (draft, work) => locks.request(inTurn(draft), work),
    open(draft) {
      leave();
      if (draft === null) return;
      const left = new Promise<void>((done) => (leave = done));
      void locks.request(atWork(draft) + own, () => {
        channel.postMessage(draft);
        return left;
      });
    },
    async others(draft) {
      const { held = [] } = await locks.query();
      const windows = held.flatMap(({ name = '' }) => (name.startsWith(atWork(draft)) ? [name] : []));
      const others = windows.filter((name) => name !== atWork(draft) + own);
      for (const other of others) watch(draft, other);
      return others.length;
    },
    tell: (draft) => channel.postMessage(draft),
    hear: (listener) => (hear = listener),
  };
}
