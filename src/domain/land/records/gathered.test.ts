import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GatheredRecords } from './gathered-records.ts';
import { GatheredValues } from './gathered-values.ts';
import { TextSet } from './text-set.ts';

/** More than are looked up, and more than are held together. */
const MANY = 20_000;
const columns: Readonly<Record<string, (row: number) => unknown>> = {
  'texts that repeat': (row) => `text ${row % 100}`,
  'texts of their own': (row) => `text ${row}`,
  'texts of their own that some rows lack': (row) => (row % 9 === 0 ? undefined : `地块 ${row}`),
  'texts of their own, long and odd ones among them': (row) =>
    row % 50 === 0 ? 'x'.repeat(250 + (row % 9)) + row : `\ud83c\u00ff${row}`,
  'texts of their own, then a number': (row) => (row === 15_000 ? 7 : `text ${row}`),
  'texts of their own after many that repeat': (row) => (row < 9000 ? `text ${row % 7}` : `text ${row % 6000}`),
  'few numbers, one of them minus zero': (row) => (row === 17_000 ? -0 : row % 3),
  'numbers of their own': (row) => row / 7,
  'numbers that some rows lack': (row) => (row % 5 === 0 || row < 4200 ? undefined : row / 7),
  'numbers that are none': (row) => (row % 2 === 0 ? NaN : -Infinity),
  'numbers, then a text': (row) => (row === 19_999 ? 'none' : row / 7),
  'numbers, then nothing': (row) => (row < 10_000 ? row / 7 : null),
  'zeros of both signs': (row) => (row % 2 === 0 ? 0 : -0),
  'records that say the same': (row) => ({ system: 'survey', code: String(row % 50) }),
  'records of their own': (row) => ({ code: String(row) }),
  'records and the text of one': (row) => (row % 2 === 0 ? { code: '1' } : '{"code":"1"}'),
  lists: (row) => [row % 3, 'a'],
  'all kinds': (row) => [row / 3, `text ${row}`, null, undefined, row % 2 === 0, { far: row }][row % 6],
};

describe('values taken one by one', () => {
  it.each(Object.entries(columns))('%s come back as they were', (_, of) => {
    const values = new GatheredValues();
    for (let row = 0; row < MANY; row++) values.push(of(row));
    expect(values.length).toBe(MANY);
    for (let row = 0; row < MANY; row++) if (!Object.is(values.at(row), of(row))) expect(values.at(row)).toStrictEqual(of(row)); // prettier-ignore
  });

  it('that rows share are one object', () => {
    const values = new GatheredValues();
    for (let row = 0; row < 10; row++) values.push({ system: 'survey', code: String(row % 2) });
    expect(values.at(8)).toBe(values.at(0));
  });
});

it('records with other values of some fields are those that were made one by one, their fields in order', () => {
  interface Plot {
    readonly id: number;
    readonly areaM2?: number;
    readonly basis?: string;
    readonly extra?: Readonly<Record<string, unknown>>;
  }
  const plot = fc.record(
    { id: fc.integer(), areaM2: fc.double(), basis: fc.constantFrom('plane', 'ellipsoid'), extra: fc.dictionary(fc.string(), fc.string(), { minKeys: 1 }) },
    { requiredKeys: ['id'] },
  ); // prettier-ignore
  const change = fc.record({ areaM2: fc.double(), basis: fc.string() }, { requiredKeys: [] });
  fc.assert(
    fc.property(fc.array(fc.tuple(plot, change)), (all) => {
      const records = new GatheredRecords<Plot>();
      for (const [own] of all) records.append(own);
      const amended = records.amended([
        { name: 'areaM2', of: (row) => all[row][1].areaM2 },
        { name: 'basis', of: (row) => all[row][1].basis },
      ]);
      const expected = all.map(([own, { areaM2, basis }]) => {
        const made: Record<string, unknown> = { ...own };
        if (areaM2 !== undefined) delete made.areaM2;
        if (basis !== undefined) delete made.basis;
        return { ...made, ...(areaM2 !== undefined && { areaM2 }), ...(basis !== undefined && { basis }) };
      });
      const text = (own: unknown) => JSON.stringify(own);
      expect([...amended].map(text)).toEqual(expected.map(text));
      expect([...amended]).toEqual(expected);
      expect(amended.map((own, row) => own.areaM2 === amended.field('areaM2')(row) || own.areaM2 !== own.areaM2)).toEqual(expected.map(() => true)); // prettier-ignore
      expect([...records]).toEqual(all.map(([own]) => own));
    }),
  );
});

it('a set of texts tells those that are new from those it has, as any set does', () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 6 }), fc.constantFrom('地块', '\ud83c', '\u00ff', 'x'.repeat(256), 'x'.repeat(255), 'y'.repeat(256))); // prettier-ignore
  fc.assert(
    fc.property(fc.array(text, { maxLength: 400 }), (all) => {
      const [set, peer] = [new TextSet(), new Set<string>()];
      for (const own of all) {
        expect(set.has(own)).toBe(peer.has(own));
        expect(set.add(own)).toBe(!peer.has(own));
        peer.add(own);
      }
      for (const own of peer) expect(set.has(own) && !set.add(own)).toBe(true);
    }),
  );
});

it('a set of texts holds those whose hashes are the same', () => {
  // FNV-1a of pairs of units comes to the same where the first xor the second, multiplied, do: found by trying.
  const hash = (own: string) =>
    [...own].reduce((sum, unit) => Math.imul(sum ^ unit.charCodeAt(0), 0x01000193), 0x811c9dc5);
  const alike = new Map<number, string[]>();
  for (let a = 0x4e00; a < 0x4e00 + 700; a++)
    for (let b = 0x4e00; b < 0x4e00 + 700; b++) {
      const own = String.fromCharCode(a, b);
      const low = hash(own);
      const bits = (low ^ (low >>> 15)) & 0x3fff;
      const group = alike.get(bits);
      if (group) group.push(own);
      else alike.set(bits, [own]);
    }
  const most = [...alike.values()].reduce((best, group) => (group.length > best.length ? group : best), []);
  expect(most.length).toBeGreaterThan(40);
  const set = new TextSet();
  expect(most.map((own) => set.add(own)).every(Boolean)).toBe(true);
  expect(most.map((own) => set.has(own)).every(Boolean)).toBe(true);
  expect(most.map((own) => set.add(own)).some(Boolean)).toBe(false);
});
