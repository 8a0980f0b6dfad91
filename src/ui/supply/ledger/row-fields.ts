import type { NewRow } from '../../../desk/ledger/deed.ts';
import { fieldsOfKind } from '../../../domain/land/fields/kinds.ts';
import type { FieldType } from '../../../domain/land/fields/type.ts';
import type { SupplyRow } from '../../../domain/land/model.ts';
import { formOf } from '../../../domain/land/written-bounds/form.ts';
import { readConditions } from '../../../domain/land/written-bounds/several.ts';
import { readBounds } from '../../../domain/land/written-bounds/read.ts';
import type { LedgerColumnId, LedgerNames } from '../../../supply/ledger/shape.ts';
import { ledgerAreaUnits } from '../../../texts/ledger.ts';
import type { AreaUnit } from '../../state/supply/ledger/shown-columns.ts';
import { typedValue, type Wanted } from '../../parts/records/typed-value.ts';

/** The field of a row that a column shows; `of`: the record in the row that holds it. */
interface RowField {
  readonly of?: 'conditions' | 'preApplication';
  readonly field: string;
}

const fields: Readonly<Partial<Record<LedgerColumnId, RowField>>> = {
  unit: { field: 'unit' },
  number: { field: 'number' },
  parcels: { field: 'parcelIds' },
  park: { field: 'parkName' },
  location: { field: 'location' },
  area: { field: 'areaM2' },
  use: { field: 'use' },
  'is-new': { field: 'isNew' },
  'land-source': { field: 'landSource' },
  mode: { field: 'supplyMode' },
  quarter: { field: 'quarter' },
  'announce-month': { field: 'announceMonth' },
  far: { of: 'conditions', field: 'far' },
  density: { of: 'conditions', field: 'density' },
  'building-coefficient': { of: 'conditions', field: 'buildingCoefficient' },
  green: { of: 'conditions', field: 'green' },
  height: { of: 'conditions', field: 'heightM' },
  'ancillary-land': { of: 'conditions', field: 'ancillaryLand' },
  'ancillary-floor': { of: 'conditions', field: 'ancillaryFloor' },
  term: { of: 'conditions', field: 'termYears' },
  industry: { of: 'conditions', field: 'industry' },
  investment: { field: 'agreedInvestmentPerMuWan' },
  output: { field: 'agreedOutputPerMuWan' },
  tax: { field: 'agreedTaxPerMuWan' },
  'start-price': { field: 'startPriceWan' },
  deposit: { field: 'depositWan' },
  'promised-price': { of: 'preApplication', field: 'promisedWan' },
  'applied-on': { of: 'preApplication', field: 'on' },
  'accepted-on': { of: 'preApplication', field: 'acceptedOn' },
  remark: { field: 'remark' },
};

/** A row of the plan can be changed in this column. */
export const isRowField = (id: LedgerColumnId): boolean => fields[id] !== undefined;

const kindOf = { conditions: 'condition', preApplication: 'preApplication' } as const;

/** The type of the field behind a column. */
export function typeOf(id: LedgerColumnId): FieldType | null {
  const own = fields[id];
  return own ? fieldsOfKind(own.of ? kindOf[own.of] : 'supplyRow')[own.field] : null;
}

/** What the field holds now, as one types it. */
export function typedText(
  row: SupplyRow,
  id: LedgerColumnId,
  shown: string,
  names: LedgerNames,
  language: 'zh' | 'en',
): string {
  const own = fields[id];
  if (!own) return '';
  const value = valueIn(row, own);
  if (value === undefined || value === null) return '';
  if (id === 'unit') return names.units[String(value)]?.[language] ?? String(value);
  if (Array.isArray(value)) return value.join('、');
  // Areas and bounds are typed as they are shown.
  if (id === 'area' || typeOf(id)?.is === 'range') return shown;
  return String(value);
}

/** In a choice: the value that is chosen now. */
export function chosenValue(row: SupplyRow, id: LedgerColumnId): string {
  const own = fields[id];
  const value = own ? valueIn(row, own) : undefined;
  return value === undefined || value === null ? '' : String(value);
}

const valueIn = (row: SupplyRow, { of, field }: RowField): unknown =>
  ((of ? row[of] : row) as Readonly<Record<string, unknown>> | undefined)?.[field];

export type RowChange =
  | { readonly ok: true; readonly fields: Partial<NewRow> }
  | { readonly ok: false; readonly wanted: Wanted | { readonly is: 'bounds' } };

/** What is typed into a column of a row, as the fields it changes; nothing typed takes the field away. */
export function rowChange(
  row: SupplyRow,
  id: LedgerColumnId,
  typed: string,
  { areaUnit, names }: { readonly areaUnit: AreaUnit | null; readonly names: LedgerNames },
): RowChange {
  const own = fields[id]!;
  const text = typed.normalize('NFKC').trim();
  if (text === '') return { ok: true, fields: withValue(row, own, undefined) };
  const type = typeOf(id)!;
  if (type.is === 'range') {
    const bounds = readBounds(text, formOf(type));
    if (bounds) return { ok: true, fields: withValue(row, own, bounds) };
    const several = readConditions(text, type.condition);
    return several
      ? { ok: true, fields: { conditions: { ...row.conditions, ...several } } }
      : { ok: false, wanted: { is: 'bounds' } };
  }
  if (id === 'unit') return { ok: true, fields: withValue(row, own, unitOf(text, names)) };
  if (type.is === 'boolean') return { ok: true, fields: withValue(row, own, text === 'true') };
  if (type.is === 'one-of') return { ok: true, fields: withValue(row, own, text) };
  // Written as it is typed: what a number or a day is read from is not.
  if (type.is === 'text') return { ok: true, fields: withValue(row, own, typed.trim()) };
  const said = typedValue(type, id === 'area' ? withUnit(text, areaUnit) : text);
  return said.ok ? { ok: true, fields: withValue(row, own, said.value) } : said;
}

/** A figure alone is in the unit of its column. */
const withUnit = (text: string, unit: AreaUnit | null): string =>
  unit && /^[\d.,\s]+$/.test(text) ? `${text}${ledgerAreaUnits[unit].zh}` : text;

/** Of a jurisdiction its code, by its name or the code itself; another unit is its own name. */
const unitOf = (text: string, { units }: LedgerNames): string =>
  Object.entries(units).find(([, { zh, en }]) => zh === text || en === text)?.[0] ?? text;

function withValue(row: SupplyRow, { of, field }: RowField, value: unknown): Partial<NewRow> {
  if (!of) return { [field]: value };
  const record: Record<string, unknown> = { ...row[of], [field]: value };
  if (value === undefined) delete record[field];
  return { [of]: Object.keys(record).length > 0 ? record : undefined };
}
