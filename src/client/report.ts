import type { ReportAsk, ReportReply } from './report-line.ts';

/** A report as a file, written in a worker of its own, which ends with it; ended by the signal with an `AbortError`. */
export function writtenReport(ask: ReportAsk, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(new URL('../workers/report.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')), { once: true });
    worker.addEventListener('error', ({ message }) => reject(new Error(message || 'the worker ended')));
    worker.addEventListener('message', ({ data }: MessageEvent<ReportReply>) => {
      if (data.kind === 'written') resolve(data.bytes);
      else reject(new Error(data.message));
    });
    worker.postMessage(ask);
  }).finally(() => worker.terminate());
}
