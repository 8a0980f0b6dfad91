import { expect, it, vi } from 'vitest';
import type { Intent } from '../../../desk/intent.ts';
import type { Repair } from '../../../policy/shape/finding.ts';
import { RepairPreview, type PreviewPage } from './repair-preview.svelte.ts';

const storey = (id: string): Repair => ({
  code: 'add-storey',
  steps: [{ kind: 'storeys', id, by: 1, byM2: 9 }],
  outcome: 'pass',
  breaks: [],
});
const reason: Repair = {
  code: 'record',
  steps: [{ kind: 'record', of: 'park', id: 'P', field: 'farLimitReason' }],
  outcome: 'relaxed',
  breaks: [],
};

/** A page on which what is asked and tried is written down; `answered` lets the change come. */
function page() {
  const tried: (Intent | null)[] = [];
  const mend = vi.fn((asked: Parameters<PreviewPage['mend']>[0]) =>
    Promise.resolve({
      ok: true as const,
      value: { base: 0, note: { code: 'mend' as const, params: { rule: asked.rule } }, tables: {} },
    }),
  );
  return { tried, mend, preview: new RepairPreview({ park: 7, mend, try: (intent) => tried.push(intent) }) };
}

it('tries what is pointed at once the pointer rests, and lets go of it', async () => {
  vi.useFakeTimers();
  const { tried, mend, preview } = page();
  preview.show('far', storey('B1'));
  await vi.advanceTimersByTimeAsync(20);
  // Passed over.
  preview.leave('far', storey('B1'));
  preview.show('far', storey('B2'));
  expect(preview.shows('far', storey('B2'))).toBe(true);
  await vi.advanceTimersByTimeAsync(200);
  expect(mend).toHaveBeenCalledTimes(1);
  expect(tried).toMatchObject([{ do: 'change', change: { note: { params: { rule: 'far' } } } }]);
  preview.leave('far', storey('B1'));
  expect(preview.shows('far', storey('B2'))).toBe(true);
  preview.leave('far', storey('B2'));
  expect(tried.at(-1)).toBeNull();
  vi.useRealTimers();
});

it('stands in for what a person is still to say, and leaves what is in hand alone', async () => {
  vi.useFakeTimers();
  const { tried, mend, preview } = page();
  preview.end();
  expect(tried).toEqual([]);
  preview.show('far', reason);
  await vi.advanceTimersByTimeAsync(200);
  expect(mend.mock.calls[0][0].answers).toEqual({ 0: '…' });
  vi.useRealTimers();
});
