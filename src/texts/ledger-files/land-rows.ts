import type { WrittenRows } from '../../supply/ledger/row-land.ts';
import { ledgerColumns } from '../ledger.ts';
import type { FormAsked } from './form.ts';
import type { LedgerFileInput } from './asked.ts';
import { formAsked } from './asked.ts';
import { fieldNames } from './words.ts';

/** Land of the rows with what a map in another program says of it. Names are short: a Shapefile takes ten bytes. */
export function landRows(input: LedgerFileInput): WrittenRows {
  const { ledger, language } = input;
  const asked = formAsked(input, ledger.names);
  const names = fieldNames[language];
  return {
    parcelField: names.parcel,
    rows: ledger.rows.map(({ row, state, parcels, unit, park, areaM2, areaFrom }) => ({
      number: row.number ?? row.id,
      parcels,
      areaM2: areaFrom === 'row' ? areaM2 : null,
      fields: known([
        [names.use, row.use === undefined ? undefined : asked.wordOf('use', row.use)],
        [names.unit, unit === null ? undefined : asked.wordOf('unit', unit)],
        [names.quarter, row.quarter],
        [names.mode, row.supplyMode === undefined ? undefined : asked.wordOf('mode', row.supplyMode)],
        [names.isNew, newWord(row.isNew, asked)],
        [names.state, asked.wordOf('row-state', state)],
        [names.park, park ?? undefined],
      ]),
    })),
  };
}

type Field = readonly [name: string, value: string | number | undefined];

const known = (fields: readonly Field[]): Record<string, string | number> =>
  Object.fromEntries(fields.filter((field): field is [string, string | number] => field[1] !== undefined));

function newWord(isNew: boolean | undefined, { language }: FormAsked): string | undefined {
  if (isNew === undefined) return undefined;
  return ledgerColumns[isNew ? 'new-area' : 'stock-area'][language];
}
