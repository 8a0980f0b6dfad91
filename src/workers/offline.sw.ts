import type { FromKeeper, ToKeeper } from '../client/offline-line.ts';
import { Keeper } from './offline/keeper.ts';

const worker = self as unknown as ServiceWorkerGlobalScope;
const { scope } = worker.registration;

async function tell(message: FromKeeper): Promise<void> {
  for (const client of await worker.clients.matchAll({ includeUncontrolled: true })) client.postMessage(message);
}

const keeper = new Keeper({
  caches: worker.caches,
  fetch: (request) => fetch(request),
  scope,
  onFull: () => void tell({ kind: 'full' }),
  patience: 4000,
});

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const answer = keeper.answer(event.request);
  if (answer) event.respondWith(answer);
});
worker.addEventListener('message', (event) => {
  const asked = event.data as ToKeeper;
  const [port] = event.ports;
  // A page that was loaded past its keeper, on purpose or before there was one, goes through it from now on.
  event.waitUntil(
    worker.clients
      .claim()
      .then(() => (asked.anew ? keeper.forget() : undefined))
      .then(() => keeper.keep(asked))
      .then((kept) => port?.postMessage(kept)),
  );
});
