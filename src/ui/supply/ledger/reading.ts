import type { LedgerNames, LedgerTable, LedgerTableId } from '../../../supply/ledger/shape.ts';
import type { App } from '../../state/app.svelte.ts';
import { isByUse, type LedgerWriting, type ShownUnit } from '../../state/supply/ledger/shown-columns.ts';

/** Tables whose lines are rows of the plan that is read. */
export const ROW_TABLES: ReadonlySet<LedgerTableId> = new Set(['parcels', 'housing', 'reserve', 'pre-applications']);

/** What the ledger is written with; null until it is told. */
export function writingOf({ supply, settings }: App): LedgerWriting | null {
  const { view, tab, comparison } = supply.ledger;
  const names = tab === 'comparison' ? comparison?.names : view?.names;
  return names ? writingWith(settings, names) : null;
}

export function writingWith({ language, texts }: App['settings'], names: LedgerNames): LedgerWriting {
  const { noUse, isNew, quarter, yes } = texts.supplyLedger;
  return { language, names, noUse, quarter, isNew: (value) => isNew[`${value}`], yes: (value) => yes[`${value}`] };
}

/** Tables with columns for every use are wide: they have one unit. */
export function unitOf({ supply }: App, table: LedgerTable): ShownUnit {
  const { unit, wideUnit } = supply.ledger;
  return isByUse(table) ? wideUnit : unit;
}
