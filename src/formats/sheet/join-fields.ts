import { fieldsOfKind } from '../../domain/land/fields/kinds.ts';
import type { Parcel } from '../../domain/land/model.ts';
import type { Rows } from '../exchange/rows.ts';
import { sortFeatures, type Sorted } from '../exchange/sort.ts';
import { asWritten } from '../fields/aside.ts';
import type { Dictionary } from '../fields/dictionary.ts';
import { isNumber } from './find-match.ts';
import { cellAt } from './grid.ts';
import type { JoinedColumn } from './table-join.ts';
import type { TableRows } from './table-rows.ts';

/** Rows of a table as fields of parcels, checked as those of any table are. */
export interface RowFields extends Pick<Sorted, 'notes' | 'columns' | 'unread'> {
  readonly rows: Rows<Parcel>;
}

/** A column that is called like a field and is none, because a person said so, keeps its values under another name. */
const nameOf = (heading: string, dictionary: Dictionary): string =>
  dictionary.saidOf?.('parcel', heading) === null && Object.hasOwn(fieldsOfKind('parcel'), heading)
    ? asWritten(heading)
    : heading;

export function rowFields({ headings, rows }: TableRows, dictionary: Dictionary): RowFields {
  // The parcel has a number: what the table calls it, in whichever column, is not asked.
  const own = headings.map((heading) => (isNumber(heading, dictionary) ? '' : nameOf(heading, dictionary)));
  const features = rows.map((row, r) => {
    const cells = own.map((name, column) => [name, cellAt(row, column)] as const);
    const properties = Object.fromEntries(cells.filter(([name, cell]) => name !== '' && cell !== ''));
    // The row's own number here keeps rows apart that repeat an id; the parcel's id is the one that stays.
    return { type: 'Feature', properties: { ...properties, id: `#${r}` }, geometry: null } as const;
  });
  const { rows: sorted, notes, columns, unread } = sortFeatures(features, dictionary, { table: true });
  return { rows: sorted.parcel, notes, columns, unread };
}

/** What every column was taken for; `meanings` are those of columns that have values. */
export function joinedColumns(
  { headings }: TableRows,
  meanings: Sorted['columns'],
  dictionary: Dictionary,
): readonly JoinedColumn[] {
  const told = new Map(meanings.map((meaning) => [meaning.column, meaning]));
  return headings.flatMap((heading, column): JoinedColumn[] => {
    if (heading === '') return [];
    const own = told.get(heading);
    const isField = !own && nameOf(heading, dictionary) === heading && Object.hasOwn(fieldsOfKind('parcel'), heading);
    return [
      {
        heading,
        column,
        field: isField ? heading : (own?.field ?? null),
        unit: own?.unit ?? null,
        isNumber: isNumber(heading, dictionary),
      },
    ];
  });
}

/** What the table says more of a parcel; `kept` counts what it says otherwise, which stays as the parcel has it. */
export function withRow(parcel: Parcel, row: Parcel): { readonly parcel: Parcel; readonly kept: number } {
  const { id, extra, ...fields } = row;
  void id;
  let kept = 0;
  const absent = (own: object, more: object) =>
    Object.fromEntries(
      Object.entries(more).filter(([name, value]) => {
        const mine = (own as Record<string, unknown>)[name];
        if (mine !== undefined && String(mine) !== String(value)) kept++;
        return mine === undefined;
      }),
    );
  const more = { ...parcel.extra, ...absent(parcel.extra ?? {}, extra ?? {}) };
  const merged = { ...parcel, ...absent(parcel, fields), ...(Object.keys(more).length > 0 ? { extra: more } : {}) };
  return { parcel: merged, kept };
}
