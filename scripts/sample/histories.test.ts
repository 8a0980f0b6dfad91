import { describe, expect, it } from 'vitest';
import type { Parcel } from '../../src/domain/land/model.ts';
import { HISTORY_END, historyOf } from './histories.ts';
import { random } from './random.ts';
import { withEvidence } from './with-evidence.ts';
import { featureText } from './write.ts';

const states: readonly Parcel['status'][] = ['in-use', 'idle', 'low-efficiency', 'approved-not-supplied', 'vacant'];

describe('histories of parcels', () => {
  it('are the same every time, end in the state they are asked for, and tell of nothing after their end', () => {
    for (let i = 0; i < 400; i++) {
      const status = states[i % states.length];
      const [one, two] = [0, 1].map(() => historyOf(status, true, random(`H${i}`)));
      expect(two).toEqual(one);
      expect(one.truth).toBe({ idle: 'suspected-idle', vacant: 'not-supplied' }[status as string] ?? status);
      expect(one.record).not.toHaveProperty('status');
      for (const [field, value] of Object.entries(one.record))
        if (/On$/.test(field)) expect([field, String(value) <= HISTORY_END]).toEqual([field, true]);
    }
  });

  it('take the place of what the file says of the use of land; the truth goes another way', () => {
    const land = (id: string, more: object = {}) =>
      featureText({ kind: 'parcel', id, landClass: { system: 'planning-guide-2023', code: '100101' }, status: 'idle', taxPerMuWan: 3, costWan: 5, ...more }, null); // prettier-ignore
    const house = (parcelId: string) =>
      featureText({ kind: 'building', id: `${parcelId}-1`, parcelId, storeys: 1 }, null);
    const truths = new Map<string, string>();
    const texts = [...withEvidence([land('A'), house('A'), land('B', { parkId: 'P' }), house('B')], (id, truth) => void truths.set(id, truth))]; // prettier-ignore
    const told = texts.map((text) => (JSON.parse(text) as { properties: Record<string, unknown> }).properties);
    // What stands on idle land goes with it; land of a park stays as it is.
    expect(told.map(({ id }) => id)).toEqual(['A', 'B', 'B-1']);
    expect(told[0]).toMatchObject({ costWan: 5 });
    expect(told[0]).not.toHaveProperty('status');
    expect(told[0]).not.toHaveProperty('taxPerMuWan');
    expect(told[1]).toMatchObject({ status: 'idle', taxPerMuWan: 3 });
    expect([...truths]).toEqual([['A', 'suspected-idle']]);
    expect(JSON.stringify(told)).not.toContain('truth');
  });
});
