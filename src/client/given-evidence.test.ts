import { expect, test, vi } from 'vitest';
import { checkedGiven } from './given-evidence.ts';

test('a check that was cancelled before its program came starts no worker and tells nothing', async () => {
  const started = vi.fn();
  vi.stubGlobal('Worker', started);
  vi.stubGlobal('document', { querySelector: () => null });
  const tell = vi.fn();
  const watching = { onRead: tell, onStep: tell, signal: AbortSignal.abort() };
  await expect(checkedGiven(new Blob(), watching)).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  expect(started).not.toHaveBeenCalled();
  expect(tell).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
});
