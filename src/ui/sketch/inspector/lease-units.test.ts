import { describe, expect, it } from 'vitest';
import type { Building, Lease } from '../../../domain/land/model.ts';
import type { Labels } from '../../../texts/labels.ts';
import { leaseUnitEdit, withLetUnits } from './lease-units.ts';
import { memberColumns } from './member-columns.ts';
import { memberLists, memberRows } from './member-rows.ts';

const labels = { fields: {}, values: { 'use.production': { zh: '生产', en: 'production' } } } as unknown as Labels;
const building: Building = {
  id: 'B1',
  name: '1#',
  units: [
    { id: '201', storey: 2, floorAreaM2: 480 },
    { id: '101', storey: 1, floorAreaM2: 500, use: 'production' },
  ],
};
const table = (...leases: Lease[]) => {
  const view = { key: 7, park: { id: 'P', leases }, facts: { buildings: [{ building }] } };
  const rows = memberRows(memberLists('lease', view as unknown as Parameters<typeof memberLists>[1]));
  const columns = withLetUnits(memberColumns('lease', 'zh', labels, rows), 'zh', labels, [{ building }]);
  const of = (id: string) => columns.find((column) => column.id === id)!;
  return { rows, columns, unit: of('unitId'), area: of('floorAreaM2') };
};
const choiceOf = ({ rows, unit }: ReturnType<typeof table>) => {
  const edit = unit.edit!(rows[0])!;
  if (edit.kind !== 'choice') throw new Error(edit.kind);
  return edit;
};

describe('the unit in the table of leases', () => {
  it('is chosen from the units of the park, and gives the lease its building too', () => {
    const own = table({ id: 'L1', sublet: false });
    expect(own.columns.map(({ id }) => id)).not.toContain('buildingId');
    expect(own.unit.text(own.rows[0])).toBe('—');
    const { choices, value } = choiceOf(own);
    expect(value).toBe('');
    expect(choices.map(({ name }) => name)).toEqual([
      '—',
      '1# 101 · 1 层 · 500.00 m² · 生产',
      '1# 201 · 2 层 · 480.00 m²',
    ]);
    const leases = [{ id: 'L1', sublet: false, buildingId: 'B1', unitId: '201' }];
    expect(leaseUnitEdit(own.rows[0], choices[2].value)).toEqual({
      ok: true,
      intent: { do: 'fields', table: 'park', keys: [7], fields: { leases } },
    });
    const named = table(leases[0]);
    expect(named.unit.text(named.rows[0])).toBe('1# 201');
    expect(leaseUnitEdit(named.rows[0], choiceOf(named).value).intent).toBeNull();
    expect(leaseUnitEdit(named.rows[0], '').intent).toMatchObject({
      fields: { leases: [{ id: 'L1', sublet: false }] },
    });
  });

  it('that is gone is told beside it, stays chosen, and is kept by whoever only looks', () => {
    const own = table({ id: 'L1', buildingId: 'B1', unitId: '103' });
    expect([own.unit.text(own.rows[0]), own.unit.amiss!(own.rows[0])]).toEqual(['1# 103', '已不存在']);
    const { choices, value } = choiceOf(own);
    expect(choices.find((choice) => choice.value === value)!.name).toBe('1# 103 已不存在');
    expect(leaseUnitEdit(own.rows[0], value).intent).toBeNull();
  });

  it('is a building by its name where the lease names no unit, and stays so for whoever only looks', () => {
    const own = table({ id: 'L1', buildingId: 'B1' });
    expect(own.unit.text(own.rows[0])).toBe('1#');
    const { choices, value } = choiceOf(own);
    expect(choices.find((choice) => choice.value === value)!.name).toBe('1# 未写单元');
    expect(leaseUnitEdit(own.rows[0], value).intent).toBeNull();
    expect(leaseUnitEdit(own.rows[0], '').intent).toMatchObject({ fields: { leases: [{ id: 'L1' }] } });
  });

  it('of more than one building is told so, where it stays chosen too', () => {
    const built = ['B1', 'B2'].map((id) => ({ building: { id, units: [{ id: '101' }] } }));
    const own = table({ id: 'L1', unitId: '101' });
    const unit = withLetUnits(own.columns, 'zh', labels, built).find(({ id }) => id === 'unitId')!;
    expect(unit.amiss!(own.rows[0])).toBe('2 幢建筑都有，请选');
    expect(unit.edit!(own.rows[0])).toMatchObject({
      choices: expect.arrayContaining([{ value: 'left', name: '101 2 幢建筑都有，请选' }]),
    });
  });

  it('smaller than what is let is told beside the area', () => {
    const own = table(
      { id: 'L1', buildingId: 'B1', unitId: '101', floorAreaM2: 512.5 },
      { id: 'L2', buildingId: 'B1', unitId: '201', floorAreaM2: 480 },
    );
    expect(own.rows.map((row) => own.area.amiss!(row))).toEqual(['超出单元 12.50', null]);
    expect(own.area.sum).toBe('992.50');
  });
});
