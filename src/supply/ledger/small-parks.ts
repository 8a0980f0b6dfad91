import { isForPark, isPlanned, type BookedRow, type LedgerSource } from './booked.ts';
import { areaOf, unitsOf } from './groups.ts';
import type { LedgerTable } from './shape.ts';
import { area, count, summed, tableOf, text, columnSaying } from './table.ts';

interface ParkRows {
  readonly unit: string | null;
  /** Its name or id; null of rows that only their remark tells. */
  readonly park: string | null;
  readonly rows: readonly BookedRow[];
}

/** 小微企业园用地小计: parks are no use of their own, so this sheet is ours. A line a park, unit by unit. */
export function smallParks(source: LedgerSource, all: readonly BookedRow[]): LedgerTable {
  const rows = all.filter((own) => isPlanned(own) && isForPark(own, source.pack));
  // Two parks may be called alike.
  const parkOf = ({ row }: BookedRow) => row.parkName ?? row.parkId ?? null;
  const things = unitsOf(source, rows).flatMap((unit) => {
    const own = rows.filter((row) => row.unit === unit);
    return [...new Set(own.map(parkOf))].map((park): ParkRows => {
      const ofPark = own.filter((row) => parkOf(row) === park);
      return { unit, park: ofPark[0].park, rows: ofPark };
    });
  });
  return tableOf<ParkRows>({
    id: 'small-parks',
    isOurs: true,
    things,
    line: () => null,
    columns: [
      columnSaying({ id: 'unit', holds: 'code', of: 'unit' }, ({ unit }) => unit),
      columnSaying(
        text('township'),
        ({ rows: own }) => own.find(({ township }) => township !== null)?.township ?? null,
      ),
      columnSaying(text('park'), ({ park }) => park),
      summed(count('rows'), ({ rows: own }) => own.length),
      summed(area('area'), ({ rows: own }) => areaOf(own)),
      summed(area('new-area'), ({ rows: own }) => areaOf(own.filter(({ row }) => row.isNew === true))),
      summed(area('stock-area'), ({ rows: own }) => areaOf(own.filter(({ row }) => row.isNew === false))),
      summed(area('supplied-area'), ({ rows: own }) => areaOf(own.filter(({ suppliedOn }) => suppliedOn !== null))),
    ],
  });
}
