import type { CDPSession, Page } from '@playwright/test';

/** What a piece of work at the page cost its main thread. */
export interface Frames {
  /** Processor time of the longest task, ms: on a busy machine the only one that is ours. */
  readonly longest: number;
  /** Tasks of more processor time than a frame has, and than a person feels. */
  readonly overFrame: number;
  readonly overFelt: number;
  /** Of all tasks together. */
  readonly sum: number;
  /** Milliseconds from one frame to the next, by the clock: half of them are no longer. */
  readonly gap: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of processor time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const FRAME_MS = 1000 / 60;
const FELT_MS = 50;
const CATEGORIES = ['toplevel', 'disabled-by-default-devtools.timeline'];
/** What was begun is drawn by then. */
const REST_MS = 600;

/** Frames of the page and tasks of its main thread while something is done. */
export async function framesOf(page: Page, cdp: CDPSession, work: () => Promise<unknown>): Promise<Frames> {
  await page.waitForTimeout(REST_MS);
  const events: TraceEvent[] = [];
  const hear = ({ value }: { readonly value: readonly unknown[] }) => void events.push(...(value as TraceEvent[]));
  cdp.on('Tracing.dataCollected', hear);
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: CATEGORIES } });
  await page.evaluate(watch);
  await work();
  await page.waitForTimeout(REST_MS);
  const gaps = await page.evaluate(() => (globalThis as unknown as { frameGaps: number[] }).frameGaps);
  const ended = new Promise((end) => cdp.once('Tracing.tracingComplete', end));
  await cdp.send('Tracing.end');
  await ended;
  cdp.off('Tracing.dataCollected', hear);
  const tasks = tasksOfMain(events);
  return {
    longest: Math.max(0, ...tasks),
    overFrame: tasks.filter((ms) => ms > FRAME_MS).length,
    overFelt: tasks.filter((ms) => ms > FELT_MS).length,
    sum: tasks.reduce((sum, ms) => sum + ms, 0),
    gap: gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? 0,
  };
}

/** Runs in the page. */
function watch(): void {
  const seen = globalThis as unknown as { frameGaps: number[] };
  const gaps: number[] = (seen.frameGaps = []);
  let last = performance.now();
  const tick = (now: number) => {
    if (seen.frameGaps !== gaps) return;
    gaps.push(now - last);
    last = now;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}

function tasksOfMain(events: readonly TraceEvent[]): readonly number[] {
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const isMain = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf),
  );
  // A task is told by each of the categories once, under the same name.
  return events
    .filter(
      (event) =>
        event.ph === 'X' && event.name.endsWith('ThreadControllerImpl::RunTask') && isMain.has(threadOf(event)),
    )
    .map(({ tdur = 0 }) => tdur / 1000);
}
