import wasm from 'highs/runtime?url';
import { answering } from '../city/planning/solving/answering.ts';
import type { ToSolver } from '../city/planning/solving/messages.ts';
import { openHighs } from '../supply/plan/solver/highs.ts';

const hear = answering(
  () => openHighs({ locateFile: () => wasm }),
  (message) => self.postMessage(message),
);

self.addEventListener('message', ({ data }: MessageEvent<ToSolver>) => hear(data));
