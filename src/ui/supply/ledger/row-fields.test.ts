import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SupplyRow } from '../../../domain/land/model.ts';
import { areaText, shownText, type LedgerWriting, type ShownColumn } from '../../state/supply/ledger/shown-columns.ts';
import { isRowField, rowChange, typedText, typeOf } from './row-fields.ts';

const names = {
  uses: [{ code: '10', zh: '工矿用地', en: 'industry' }],
  units: { '990101': { zh: '苇塘区', en: 'Weitang' } },
  assessments: {},
};
const writing: LedgerWriting = {
  language: 'zh',
  names,
  noUse: '用途未定',
  isNew: (value) => (value ? '新增' : '存量'),
  yes: String,
  quarter: (n) => `第${n}季度`,
};
const row: SupplyRow = { id: 'R1', conditions: { termYears: 50, far: { min: 1 } } };
const change = (id: Parameters<typeof rowChange>[1], typed: string, areaUnit: 'hectare' | 'mu' | null = null) =>
  rowChange(row, id, typed, { areaUnit, names });

describe('what is typed into a column of a row', () => {
  it('is an area in the unit of its column, unless it names one', () => {
    expect(change('area', '3', 'mu')).toEqual({ ok: true, fields: { areaM2: 2000 } });
    expect(change('area', '1,234.5', 'hectare')).toEqual({ ok: true, fields: { areaM2: 12_345_000 } });
    expect(change('area', '2000 m²', 'mu')).toEqual({ ok: true, fields: { areaM2: 2000 } });
    expect(change('area', 'viel', 'mu')).toMatchObject({ ok: false, wanted: { is: 'number' } });
  });

  it('is a planning condition in any form people write, and leaves the others as they are', () => {
    expect(change('density', '不小于35%')).toEqual({
      ok: true,
      fields: { conditions: { termYears: 50, far: { min: 1 }, density: { min: 0.35 } } },
    });
    expect(change('far', '1.5～2.5')).toMatchObject({ fields: { conditions: { far: { min: 1.5, max: 2.5 } } } });
    expect(change('far', '≥1.5，绿地率≤20%')).toEqual({
      ok: true,
      fields: { conditions: { termYears: 50, far: { min: 1.5 }, green: { max: 0.2 } } },
    });
    expect(change('far', '差不多')).toEqual({ ok: false, wanted: { is: 'bounds' } });
  });

  it('takes a field away where nothing is typed, and with the last condition all of them', () => {
    expect(change('remark', ' ')).toEqual({ ok: true, fields: { remark: undefined } });
    expect(change('far', '')).toEqual({ ok: true, fields: { conditions: { termYears: 50 } } });
    const one: SupplyRow = { id: 'R2', conditions: { termYears: 50 } };
    expect(rowChange(one, 'term', '', { areaUnit: null, names })).toEqual({ ok: true, fields: { conditions: undefined } }); // prettier-ignore
  });

  it('is a unit by its name in either language, its code, or a name that is no jurisdiction', () => {
    for (const typed of ['苇塘区', 'Weitang', '990101'])
      expect(change('unit', typed)).toEqual({ ok: true, fields: { unit: '990101' } });
    expect(change('unit', '市土地储备中心')).toEqual({ ok: true, fields: { unit: '市土地储备中心' } });
  });

  it('is kept as written where it is text', () => {
    expect(change('location', ' 东至甲路，西至乙路 ')).toEqual({
      ok: true,
      fields: { location: '东至甲路，西至乙路' },
    });
  });

  it('has a field of its own type behind every column that can be changed', () => {
    const columns = [
      'unit',
      'number',
      'area',
      'use',
      'mode',
      'far',
      'height',
      'promised-price',
      'accepted-on',
    ] as const;
    for (const id of columns) expect(isRowField(id) && typeOf(id)).toBeTruthy();
    expect(isRowField('state')).toBe(false);
  });
});

describe('what stands in a cell, typed back as it is', () => {
  const column = (id: 'far' | 'height' | 'area', areaUnit: ShownColumn['areaUnit'] = null) =>
    ({
      id,
      place: 0,
      areaUnit,
      column: id === 'area' ? { id, holds: 'area' } : { id, holds: 'range', unit: id === 'far' ? 'ratio' : 'm' },
    }) as unknown as ShownColumn;

  it('is the same bounds', () => {
    const side = fc.integer({ min: 1, max: 400 }).map((n) => n / 10);
    const bounds = fc
      .tuple(side, side, fc.constantFrom(...([[], ['min'], ['max'], ['min', 'max']] as const)), fc.boolean())
      .filter(([a, b, sides]) => sides.length > 0 && a !== b)
      .map(([a, b, sides, isExclusive]) => ({
        ...(sides.includes('min' as never) && { min: Math.min(a, b), ...(isExclusive && { minExclusive: true }) }),
        ...(sides.includes('max' as never) && { max: Math.max(a, b) }),
      }));
    fc.assert(
      fc.property(bounds, fc.constantFrom('far' as const, 'height' as const), (far, id) => {
        const own: SupplyRow = { id: 'R', conditions: { [id === 'far' ? 'far' : 'heightM']: far } };
        const shown = shownText(column(id), [far], writing);
        const typed = typedText(own, id, shown, names, 'zh');
        expect(rowChange(own, id, typed, { areaUnit: null, names })).toEqual({ ok: true, fields: { conditions: own.conditions } }); // prettier-ignore
      }),
    );
  });

  it('is the same area to what is shown of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.constantFrom('hectare' as const, 'mu' as const), (cm2, unit) => {
        const m2 = cm2 / 100;
        const shown = shownText(column('area', unit), [m2], writing);
        expect(shown).toBe(areaText(m2, unit));
        const said = rowChange({ id: 'R' }, 'area', shown, { areaUnit: unit, names });
        const back = said.ok ? said.fields.areaM2! : NaN;
        expect(areaText(back, unit)).toBe(shown);
      }),
    );
  });
});
