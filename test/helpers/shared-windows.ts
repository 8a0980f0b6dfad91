import type { Windows } from '../../src/client/drafts/windows.ts';

/** The windows of one browser without a browser: turns as its locks give them, and a channel that is heard later. */
export class Browser {
  readonly #turns = new Map<string, Promise<unknown>>();
  readonly #open = new Map<Windows, string | null>();
  readonly #listeners = new Map<Windows, (draft: string) => void>();

  window(): Windows {
    const own: Windows = {
      alone: (draft, work) => {
        const done = (this.#turns.get(draft) ?? Promise.resolve()).then(work);
        this.#turns.set(
          draft,
          done.catch(() => undefined),
        );
        return done;
      },
      open: (draft) => void this.#open.set(own, draft),
      others: (draft) => Promise.resolve([...this.#open].filter(([at, is]) => at !== own && is === draft).length),
      tell: (draft) => {
        for (const [at, hear] of this.#listeners) if (at !== own) setTimeout(() => hear(draft));
      },
      hear: (listener) => void this.#listeners.set(own, listener),
    };
    return own;
  }
}
