import type { Land } from '../../domain/land/land.ts';
import type { LedgerResult } from './books.ts';
import { carryOver } from './carry-over.ts';
import type { LedgerDeed } from './deed.ts';
import { recordStep, takeBackStep } from './life.ts';
import { recordApplication } from './pre-application.ts';
import { adjust, editPlan, makePlan, removePlan, setState } from './plans.ts';
import { addRows, editRow, promote, removeRows } from './rows.ts';

/** What is wanted of the ledger 台账, as one change of the land: all of it or nothing. */
export function ledgerEdit(land: Land, deed: LedgerDeed): LedgerResult {
  switch (deed.do) {
    case 'make-plan':
      return makePlan(land, deed);
    case 'edit-plan':
      return editPlan(land, deed);
    case 'remove-plan':
      return removePlan(land, deed);
    case 'add-rows':
      return addRows(land, deed);
    case 'edit-row':
      return editRow(land, deed);
    case 'remove-rows':
      return removeRows(land, deed);
    case 'promote':
      return promote(land, deed);
    case 'step':
      return recordStep(land, deed);
    case 'take-back-step':
      return takeBackStep(land, deed);
    case 'pre-application':
      return recordApplication(land, deed);
    case 'carry-over':
      return carryOver(land, deed);
    case 'adjust':
      return adjust(land, deed);
    case 'state':
      return setState(land, deed);
  }
}
