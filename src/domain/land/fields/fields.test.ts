import { describe, expect, it } from 'vitest';
import { fits } from './fits.ts';
import { fieldsOfKind, nested, recordKinds } from './kinds.ts';
import type { Field, FieldType, FieldUnit } from './type.ts';

const rows = recordKinds.flatMap((kind) =>
  Object.entries(fieldsOfKind(kind)).map(([field, row]) => [`${kind}.${field}`, field, row] as const),
);
const core = (type: FieldType): FieldType => (type.is === 'nullable' || type.is === 'list' ? core(type.of) : type);
const unitOf = (row: Field): FieldUnit | undefined => {
  const type = core(row);
  return 'unit' in type ? type.unit : undefined;
};

/** The end of a name says the unit; the longer end first. */
const ends: readonly (readonly [RegExp, FieldUnit])[] = [
  [/YuanPerM2Month$/, 'yuanPerM2Month'],
  [/YuanPerM2$/, 'yuanPerM2'],
  [/PerMuWan$/, 'wanYuanPerMu'],
  [/PerTceWan$/, 'wanYuanPerTce'],
  [/Wan$/, 'wanYuan'],
  [/(?<!Per100)M2$/, 'm2'],
  [/M$/, 'm'],
  [/Share$/, 'share'],
  [/Years$/, 'year'],
  [/Year$|^year$/, 'calendarYear'],
  [/Months$/, 'month'],
  [/Days$/, 'day'],
];
const money: readonly (FieldUnit | undefined)[] = [
  'wanYuan',
  'wanYuanPerMu',
  'wanYuanPerTce',
  'yuanPerM2',
  'yuanPerM2Month',
];

describe('the table of fields', () => {
  it.each(rows)('%s is in the unit its name says, and a date where it says on', (_, field, row) => {
    const said = ends.find(([end]) => end.test(field))?.[1];
    const own = unitOf(row);
    expect(said ?? (own === 'count' || own === 'storey' || own === 'share' ? own : undefined)).toBe(own);
    if (/On$/.test(field)) expect(core(row).is).toBe('date');
  });

  it('shows the public no money, no lease, no buyer and no free text of an office', () => {
    const open = rows.filter(([, , { isPublic }]) => isPublic);
    // But the rent a park asks of whoever comes.
    const told = ['park.rentYuanPerM2Month'];
    expect(open.filter(([, , row]) => money.includes(unitOf(row))).map(([name]) => name)).toEqual(told);
    const closed =
      /^lease\.|buyer|usedBy|soldOn|notice|finding|dispos|delay|Reason$|reservedBy|pprovalNo|^parcel\.flag/;
    expect(open.filter(([name]) => closed.test(name)).map(([name]) => name)).toEqual([]);
  });

  it('has every record within a record by its kind', () => {
    expect(nested).toEqual({
      units: 'unit',
      commonParts: 'commonPart',
      leases: 'lease',
      conditions: 'condition',
      states: 'planState',
      ceilings: 'supplyCeiling',
      steps: 'supplyStep',
      preApplication: 'preApplication',
      monthlyFigures: 'monthlyReport',
    });
    expect(new Set(recordKinds).size).toBe(17);
  });
});

describe('a range', () => {
  const far = fieldsOfKind('condition').far;
  it.each([
    [{ min: 1 }, true],
    [{ max: 1, maxExclusive: true }, true],
    [{ min: 1, max: 1 }, true],
    [{ min: 1, max: 1, maxExclusive: true }, false],
    [{ min: 2, max: 1 }, false],
    [{}, false],
    [{ min: 1, note: '' }, false],
  ])('%j fits: %s', (value, does) => expect(fits(value, far)).toBe(does));
});
