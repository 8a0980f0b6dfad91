/* The solver in a thread of its own, so that the command hears Ctrl-C and shows how far it is; like the command it runs TypeScript. */
import { parentPort } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const [{ answering }, { openHighs }] = await Promise.all([
  import('../city/planning/solving/answering.ts'),
  import('../supply/plan/solver/highs.ts'),
]);
const hear = answering(openHighs, (message) => parentPort.postMessage(message));
parentPort.on('message', hear);
