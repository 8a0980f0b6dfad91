import type { SupplyPlan } from '../../domain/land/model.ts';
import { useOfClass } from '../../policy/supply-uses.ts';
import type { BookedRow, LedgerParcel, LedgerSource } from './booked.ts';
import type { LedgerTable } from './shape.ts';
import { area, summed, tableOf, text, columnSaying } from './table.ts';

/** 未纳入计划: parcels that are to be supplied in the year by their own record or that of their planned park, and in no row of the plan. */
export function absentTable(
  source: LedgerSource,
  year: number,
  { uses }: Pick<SupplyPlan, 'uses'>,
  rows: readonly BookedRow[],
): LedgerTable {
  const held = new Set(rows.flatMap(({ row }) => row.parcelIds ?? []));
  const parks = new Map(source.parks.map(({ record }) => [record.id, record]));
  const parkOf = ({ record }: LedgerParcel) => (record.parkId === undefined ? undefined : parks.get(record.parkId));
  const isOfYear = (parcel: LedgerParcel) => parcel.record.planYear === year || isPlannedPark(parkOf(parcel), year);
  const isMeant = (parcel: LedgerParcel) =>
    !held.has(parcel.record.id) && !isSupplied(parcel, source.date) && isOfYear(parcel);
  return tableOf<LedgerParcel>({
    id: 'absent',
    things: source.planned.filter(isMeant),
    line: ({ key, record }) => ({ kind: 'parcel', key, id: record.id }),
    columns: [
      columnSaying({ id: 'serial', holds: 'number', unit: 'count' }, (_, n) => n + 1),
      columnSaying({ id: 'unit', holds: 'code', of: 'unit' }, (parcel) => parcel.unit),
      columnSaying(text('township'), (parcel) => parcel.township),
      columnSaying(text('number'), ({ record }) => record.id),
      columnSaying(text('park'), (parcel) => parkOf(parcel)?.name ?? parcel.record.parkId ?? null),
      summed(area('area'), (parcel) => parcel.areaM2),
      columnSaying(
        { id: 'use', holds: 'code', of: 'use' },
        ({ record }) => useOfClass(source.pack, uses, record.landClass)?.code ?? null,
      ),
      columnSaying({ id: 'plan-year', holds: 'number', unit: 'calendarYear' }, ({ record }) => record.planYear ?? null),
      columnSaying({ id: 'why', holds: 'code', of: 'why-absent' }, ({ record }) =>
        record.planYear === year ? 'plan-year' : 'planned-park',
      ),
    ],
  });
}

const isPlannedPark = (park: LedgerSource['parks'][number]['record'] | undefined, year: number): boolean =>
  park?.stage === 'planned' && park.year === year;

const isSupplied = ({ record: { suppliedOn } }: LedgerParcel, date: string): boolean =>
  suppliedOn !== undefined && suppliedOn <= date;
