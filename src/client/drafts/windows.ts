/** The windows of this browser: how they take turns on a draft and hear of each other. */
export interface Windows {
  /** Does work on a draft while no other window does. */
  alone<T>(draft: string, work: () => Promise<T>): Promise<T>;
  /** This window works on a draft from now on, and on no other; null: on none. */
  open(draft: string | null): void;
  /** How many other windows work on it, where this one does or not. */
  others(draft: string, isOpenHere: boolean): Promise<number>;
  /** Tells the other windows that a draft is another than it was, or that who works on it has changed. */
  tell(draft: string): void;
  /** Hears what others tell; one listener. */
  hear(listener: (draft: string) => void): void;
}

const inTurn = (draft: string): string => `yuantu draft ${draft}: turn`;
const atWork = (draft: string): string => `yuantu draft ${draft}: open`;

/**
 * By locks, which the browser gives back however a window ends, and a channel. Where a browser has neither (a page that is not
 * served by a safe way), each window is alone: a draft two of them change is then told apart when it is kept.
 */
export function browserWindows(): Windows | null {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks as LockManager | undefined;
  if (!locks || typeof BroadcastChannel === 'undefined') return null;
  const channel = new BroadcastChannel('yuantu drafts');
  let leave: () => void = () => undefined;
  return {
    alone: (draft, work) => locks.request(inTurn(draft), work),
    open(draft) {
      leave();
      if (draft === null) return;
      const left = new Promise<void>((done) => (leave = done)).then(() => channel.postMessage(draft));
      void locks.request(atWork(draft), { mode: 'shared' }, () => {
        channel.postMessage(draft);
        return left;
      });
    },
    async others(draft, isOpenHere) {
      const { held = [] } = await locks.query();
      const all = held.filter(({ name }) => name === atWork(draft)).length;
      return Math.max(0, all - (isOpenHere ? 1 : 0));
    },
    tell: (draft) => channel.postMessage(draft),
    hear: (listener) => (channel.onmessage = ({ data }: MessageEvent<string>) => listener(data)),
  };
}
