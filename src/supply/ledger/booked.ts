import type { Key } from '../../domain/land/change.ts';
import type { Parcel, Park, SupplyPlan, SupplyRow } from '../../domain/land/model.ts';
import { lastStep, nextSteps, stateOf, suppliedOn } from '../../domain/land/supply/row-life.ts';
import type { Pack } from '../../policy/shape/pack.ts';
import type { RowView } from './shape.ts';

/** A parcel as the ledger knows it. */
export interface LedgerParcel {
  readonly key: Key;
  readonly record: Parcel;
  /** Registered, else on the plane; null where neither is known. */
  readonly areaM2: number | null;
  /** 责任单位 */
  readonly unit: string | null;
  readonly township: string | null;
}

export interface LedgerPark {
  readonly key: Key;
  readonly record: Park;
  readonly unit: string | null;
}

/** What a ledger is made of: the records, and what the land and the law say of them. */
export interface LedgerSource {
  /** YYYY-MM-DD */
  readonly date: string;
  readonly pack: Pick<Pack, 'ledger' | 'landClassOf'>;
  /** `now`: where the plan is told of as it was on a day, what it is by now. */
  readonly plans: readonly { readonly key: Key; readonly plan: SupplyPlan; readonly now?: SupplyPlan }[];
  readonly rows: readonly { readonly key: Key; readonly row: SupplyRow }[];
  readonly parks: readonly LedgerPark[];
  readonly parcel: (id: string) => LedgerParcel | undefined;
  /** Parcels with a plan year, and those of planned parks. */
  readonly planned: readonly LedgerParcel[];
  /** Codes of the jurisdictions, in their order. */
  readonly units: readonly string[];
}

/** A row with what its parcels and the day say of it. */
export interface BookedRow extends RowView {
  readonly parts: readonly LedgerParcel[];
  readonly township: string | null;
}

/** The rows of a plan as they stand on the day, in the order of the file. */
export function bookedRows(source: LedgerSource, { id }: SupplyPlan): readonly BookedRow[] {
  const own = source.rows.filter(({ row }) => row.planId === id);
  // Of two parks of one id the first of the file.
  const names = new Map(source.parks.toReversed().map(({ record }) => [record.id, record.name]));
  return own.map((row) => booked(source, row, names));
}

function booked(
  source: LedgerSource,
  { key, row }: LedgerSource['rows'][number],
  parkNames: ReadonlyMap<string, string | undefined>,
): BookedRow {
  const parts = (row.parcelIds ?? []).flatMap((id) => source.parcel(id) ?? []);
  const isWhole =
    parts.length > 0 && parts.length === row.parcelIds!.length && parts.every((own) => own.areaM2 !== null);
  const ofParcels = isWhole ? parts.reduce((sum, own) => sum + own.areaM2!, 0) : null;
  return {
    key,
    row,
    parts,
    state: stateOf(row, source.date),
    stateOn: lastStep(row, source.date)?.on ?? null,
    suppliedOn: suppliedOn(row, source.date),
    next: nextSteps(row),
    areaM2: row.areaM2 ?? ofParcels,
    areaFrom: row.areaM2 !== undefined ? 'row' : ofParcels === null ? null : 'parcels',
    parcels: parts.map((own) => own.key),
    unit: row.unit ?? parts.find((own) => own.unit !== null)?.unit ?? null,
    township: parts.find((own) => own.township !== null)?.township ?? null,
    park: row.parkName ?? (row.parkId === undefined ? null : (parkNames.get(row.parkId) ?? row.parkId)),
  };
}

/** A row without what only the ledger's own tables ask. */
export const viewOf = ({ parts: _, township: __, ...view }: BookedRow): RowView => view;

/** 储备 rows are in no total until they are promoted. */
export const isPlanned = ({ row }: Pick<BookedRow, 'row'>): boolean => row.reserve !== true;

/** Is its land for a small-enterprise park? It names one, or its remark says so. */
export const isForPark = ({ row }: BookedRow, { ledger }: LedgerSource['pack']): boolean =>
  row.parkId !== undefined ||
  row.parkName !== undefined ||
  ledger.parkWords.some((word) => row.remark?.includes(word) === true);
