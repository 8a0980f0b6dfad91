import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Progress } from './progress.ts';
import type { Output } from './terminal.ts';

let shown: string[] = [];
const screen = (isTTY: boolean): Output => ({ isTTY, write: (text) => shown.push(text) });
beforeEach(() => {
  shown = [];
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

it('shows long work on a terminal, now and then, and takes the line away', () => {
  const progress = new Progress('en', screen(true));
  const measuring = progress.stage('measuring');
  measuring(0.1);
  progress.clear();
  expect(shown).toEqual([]); // over before anyone waits
  vi.advanceTimersByTime(500);
  measuring(0.254);
  measuring(0.256);
  vi.advanceTimersByTime(100);
  measuring(0.5);
  progress.clear();
  progress.clear();
  expect(shown).toEqual([
    '\r\u001b[Kexamining and measuring boundaries 25 % …',
    '\r\u001b[Kexamining and measuring boundaries 50 % …',
    '\r\u001b[K',
  ]);
});

it('says nothing into a file or a pipe', () => {
  const progress = new Progress('zh', screen(false));
  vi.advanceTimersByTime(5000);
  progress.stage('reading', true)(0.5);
  progress.clear();
  expect(shown).toEqual([]);
});
