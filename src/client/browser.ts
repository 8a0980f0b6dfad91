import type { Client } from './client.ts';
import { deviceDrafts } from './drafts/device-drafts.ts';
import { browserWindows } from './drafts/windows.ts';
import { deviceWork } from './kept-work.ts';
import { createLocalClient, type WorkerLike } from './local.ts';

/**
 * A module worker of this page. One that dies without a word (no memory left) is told by the lock it held: the browser
 * hands it to the next who asks. It is asked for once the worker speaks, which it does only with the lock in its hand.
 */
function start(): WorkerLike {
  const name = crypto.randomUUID();
  const worker = new Worker(new URL('../workers/project.worker.ts', import.meta.url), { type: 'module', name });
  const watch = () =>
    void navigator.locks?.request(name, () => {
      worker.dispatchEvent(new ErrorEvent('error', { message: 'the worker ended without a word' }));
    });
  worker.addEventListener('message', watch, { once: true });
  return worker as unknown as WorkerLike;
}

/** The local client over real workers. */
export const createBrowserClient = (): Client =>
  createLocalClient(start, deviceDrafts(), browserWindows(), deviceWork());
