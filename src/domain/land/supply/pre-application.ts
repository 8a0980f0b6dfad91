import type { SupplyRow } from '../model.ts';
import { datedSteps, isGiven, stateOf, type RowState } from './row-life.ts';

/** 用地预申请: a firm promises a price 申请, the bureau accepts 受理; or it comes to nothing 撤销. */
export type ApplicationStep = 'applied' | 'accepted' | 'dropped';

/** Not on sale: an auction can still be asked for. */
const BEFORE_SALE: ReadonlySet<RowState> = new Set(['planned', 'failed', 'terminated']);

/** What can be recorded of a row's pre-application now; nothing of land that is given without an auction. */
export function nextApplications(row: SupplyRow): readonly ApplicationStep[] {
  if (isGiven(row) || !BEFORE_SALE.has(stateOf(row))) return [];
  if (!row.preApplication) return ['applied'];
  return row.preApplication.acceptedOn === undefined ? ['accepted', 'dropped'] : ['dropped'];
}

/** 撤销 puts it back among the reserve 储备 it came from: nothing has followed its acceptance. */
export const goesBackToReserve = (row: SupplyRow): boolean =>
  row.preApplication?.fromReserve === true && !row.reserve && datedSteps(row).length === 0;

/** The row as a plan holds it that is published with it, or of another year: it is no reserve's any more. */
export function asOwn(row: SupplyRow): SupplyRow {
  if (!row.preApplication?.fromReserve) return row;
  const preApplication = { ...row.preApplication };
  delete preApplication.fromReserve;
  return { ...row, preApplication };
}
