import type { Key } from '../../domain/land/change.ts';
import type { ApplicationStep } from '../../domain/land/supply/pre-application.ts';
import type { SupplyPlan, SupplyRow, SupplyStep } from '../../domain/land/model.ts';

/*
 * What is done to the ledger 台账, as plain data; each becomes one change that can be undone, or is refused in words.
 * Days are YYYY-MM-DD. Plans and rows are meant by key.
 */
export type LedgerDeed =
  | MakePlan
  | EditPlan
  | RemovePlan
  | AddRows
  | EditRow
  | RemoveRows
  | Promote
  | RecordStep
  | TakeBackStep
  | RecordApplication
  | CarryOver
  | Adjust
  | SetState;

export type DeedOf<D extends LedgerDeed['do']> = Extract<LedgerDeed, { readonly do: D }>;

/** A row that is to be; its id, where none is given, follows from the plan's. */
export type NewRow = Omit<SupplyRow, 'id' | 'planId' | 'steps' | 'continues' | 'extra'> & { readonly id?: string };

/** 编制: the first version of a year's plan, with rows. */
interface MakePlan {
  readonly do: 'make-plan';
  readonly year: number;
  readonly name?: string;
  readonly uses: NonNullable<SupplyPlan['uses']>;
  readonly rows: readonly NewRow[];
}
interface EditPlan {
  readonly do: 'edit-plan';
  readonly plan: Key;
  readonly fields: Partial<Pick<SupplyPlan, 'name' | 'documentNo' | 'uses' | 'ceilings'>>;
}
/** Of a draft alone, with its rows. */
interface RemovePlan {
  readonly do: 'remove-plan';
  readonly plan: Key;
}
interface AddRows {
  readonly do: 'add-rows';
  readonly plan: Key;
  readonly rows: readonly NewRow[];
}
interface EditRow {
  readonly do: 'edit-row';
  readonly row: Key;
  readonly fields: Partial<NewRow>;
}
interface RemoveRows {
  readonly do: 'remove-rows';
  readonly rows: readonly Key[];
}
/** 储备转正: a reserve row becomes one of the plan. */
interface Promote {
  readonly do: 'promote';
  readonly rows: readonly Key[];
}
interface RecordStep extends Pick<SupplyStep, 'reason' | 'priceWan' | 'documentNo'> {
  readonly do: 'step';
  readonly rows: readonly Key[];
  readonly step: Exclude<NonNullable<SupplyStep['step']>, 'carried-over'>;
  readonly on: string;
}
/** The last step was recorded by mistake. */
interface TakeBackStep {
  readonly do: 'take-back-step';
  readonly row: Key;
}
/** 用地预申请, of rows of a published plan too. */
interface RecordApplication {
  readonly do: 'pre-application';
  readonly rows: readonly Key[];
  readonly what: ApplicationStep;
  /** Of 申请 and 受理. */
  readonly on?: string;
  /** Of 申请: the price that is promised. */
  readonly promisedWan?: number;
}
/** 结转: into a draft of the year after; without `rows` all of last year's plan that is not supplied and has not ended. */
interface CarryOver {
  readonly do: 'carry-over';
  readonly plan: Key;
  readonly rows?: readonly Key[];
  readonly on: string;
  readonly reason: string;
}
/** 年中调整: the next version of a published plan, with its rows. */
interface Adjust {
  readonly do: 'adjust';
  readonly plan: Key;
  readonly reason: string;
  readonly on: string;
}
/** 报批, 批准, 公布; back to the draft with a reason. */
interface SetState {
  readonly do: 'state';
  readonly plan: Key;
  readonly state: 'draft' | 'submitted' | 'approved' | 'published';
  readonly on: string;
  readonly reason?: string;
  readonly documentNo?: string;
}
