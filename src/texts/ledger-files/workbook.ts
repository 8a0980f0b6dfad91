import type { FormTable } from '../../formats/report/form.ts';
import type { LedgerTable } from '../../supply/ledger/shape.ts';
import { formAsked, type LedgerFileInput } from './asked.ts';
import { formOf, isByUse, type FormAsked } from './form.ts';

/** Of a table that is wide, a form in each unit. */
const formsOf = (table: LedgerTable, asked: FormAsked): FormTable[] =>
  isByUse(table)
    ? (['hectare', 'mu'] as const).map((areaUnit) => formOf(table, { ...asked, areaUnit }))
    : [formOf(table, asked)];

/** The annual plan as a workbook: every table of the ledger a sheet, in the order in which a plan has them. */
export function ledgerForms(input: LedgerFileInput): readonly FormTable[] {
  const { ledger, comparison } = input;
  const { tables, names } = ledger;
  const asked = formAsked(input, names);
  const before = [
    tables.execution,
    tables['execution-units'],
    tables.progress,
    tables.summary,
    tables.business,
    tables.parcels,
    tables.housing,
    tables.reserve,
    tables['pre-applications'],
    tables.rolling,
    tables['small-parks'],
    tables['carry-over'],
    tables.absent,
  ];
  const compared = comparison ? formsOf(comparison.rows, formAsked(input, comparison.names)) : [];
  const after = [tables.calendar, tables['monthly-reports']];
  return [
    ...before.flatMap((table) => formsOf(table, asked)),
    ...compared,
    ...after.flatMap((table) => formsOf(table, asked)),
  ];
}
