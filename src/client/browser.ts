import { createLocalClient, type WorkerLike } from './local.ts';
import type { Client } from './client.ts';

/** The local client over a real module worker of this page. */
export const createBrowserClient = (): Client =>
  createLocalClient(
    () =>
      new Worker(new URL('../workers/project.worker.ts', import.meta.url), { type: 'module' }) as unknown as WorkerLike,
  );
