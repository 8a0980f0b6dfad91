import type { Key } from '../../domain/land/change.ts';
import type { NumberRange, SupplyPlan, SupplyRow } from '../../domain/land/model.ts';
import type { PlanState } from '../../domain/land/supply/plan-life.ts';
import type { RowState, RowStep } from '../../domain/land/supply/row-life.ts';
import type { Label } from '../../policy/shape/rule.ts';

/*
 * The ledger 台账 of a year as data: the screen, the workbook, the text of the plan and tests read the same objects. Areas
 * are m² as they were measured or stated, never rounded; totals are the sums of the rows that stand in the table. Words
 * stand in `texts/ledger*.ts`, by the ids and codes here; names of uses and units come with the ledger.
 */

/** What a ledger is made of; `ours`: no official form was found, and the table says so. */
export const LEDGER_TABLES = [
  'execution', // 上年度计划执行情况, by use
  'execution-units', // the same by responsible unit
  'progress', // 本年度计划执行情况, by use
  'summary', // 汇总表
  'business', // 经营性用地
  'parcels', // 宗地表
  'housing', // 住宅用地宗地表
  'reserve', // 储备
  'pre-applications', // 用地预申请
  'rolling', // 拟供清单, the next months
  'small-parks', // 小微企业园用地小计, ours
  'carry-over', // 上年度未完成, what was carried over and what was not yet
  'absent', // 未纳入计划的已规划用地
  'calendar', // 考核日程 (28), ours
  'monthly-reports', // 月报 (29), ours
] as const;
export type LedgerTableId = (typeof LEDGER_TABLES)[number] | 'comparison';

/** What stands in the cells of a column. */
export type LedgerColumn = {
  readonly id: LedgerColumnId;
  /** Code of the use it is of, where a table has columns for each: they stand together under its name. Null: use not stated. */
  readonly use?: string | null;
} & (
  | { readonly holds: 'area' } // m²
  | { readonly holds: 'number'; readonly unit: LedgerUnit }
  | { readonly holds: 'text' } // as a person wrote it, or a number of a record
  | { readonly holds: 'code'; readonly of: LedgerWords } // texts or names have its word
  | { readonly holds: 'date' } // YYYY-MM-DD
  | { readonly holds: 'range'; readonly unit: 'ratio' | 'share' | 'm' } // NumberRange
  | { readonly holds: 'flag' }
  | { readonly holds: 'texts' }
  | { readonly holds: 'codes'; readonly of: LedgerWords }
);

export type LedgerUnit =
  'count' | 'wanYuan' | 'wanYuanPerMu' | 'year' | 'calendarYear' | 'quarter' | 'share' | 'm2' | 'ratio';

/** Lists of words a code is of: those of `use`, `unit` and `assessment` are in the ledger's own names. */
export type LedgerWords =
  | 'use'
  | 'unit'
  | 'mode'
  | 'row-state'
  | 'plan-state'
  | 'park-status'
  | 'assessment'
  | 'why-absent'
  | 'row-change'
  | 'row-field';

export type LedgerColumnId =
  | 'serial' // 序号
  | 'unit' // 责任单位
  | 'township' // 镇（街道）
  | 'number' // 编号
  | 'parcels' // 宗地 of the file
  | 'park'
  | 'location'
  | 'area'
  | 'new-area' // 新增
  | 'stock-area' // 存量
  | 'use'
  | 'is-new'
  | 'land-source'
  | 'mode'
  | 'quarter'
  | 'announce-month'
  | 'far'
  | 'density'
  | 'building-coefficient'
  | 'green'
  | 'height'
  | 'term'
  | 'industry'
  | 'investment'
  | 'output'
  | 'tax'
  | 'ancillary-land'
  | 'ancillary-floor'
  | 'start-price'
  | 'deposit'
  | 'price'
  | 'promised-price'
  | 'applied-on'
  | 'accepted-on'
  | 'remark'
  | 'state'
  | 'state-on'
  | 'contracted-on'
  | 'reason'
  | 'rows' // 宗数
  | 'planned-area'
  | 'supplied-area'
  | 'supplied-rows'
  | 'supplied-share' // 完成率
  | 'open-area' // neither supplied nor ended
  | 'failed-area'
  | 'withdrawn-area'
  | 'carried-area'
  | 'late-area' // contracted after the year
  | 'carried-to' // row of the new plan
  | 'plan-year'
  | 'why'
  | 'change'
  | 'fields'
  | 'before-area'
  | 'after-area'
  | 'difference-area'
  | 'on'
  | 'what'
  | 'period'
  | 'status'
  | 'due'
  | 'given'
  | 'missing'
  | 'missing-months'
  | 'report-month'
  | 'started'
  | 'year-investment'
  | 'total-investment'
  | 'planned-floor'
  | 'completed-floor'
  | 'multi-storey-floor'
  | 'let-floor'
  | 'sold-floor'
  | 'firms'
  | 'above-scale-firms'
  | 'technology-firms'
  | 'specialised-firms' // 专精特新
  | 'new-firms'
  | 'employees'
  | 'tax-sum'
  | 'output-sum'
  | 'problems';

/** By what its column holds; null: not known, or nothing to say. */
export type LedgerCell = string | number | boolean | NumberRange | readonly string[] | null;

export interface LedgerLine {
  /** The record it is of; null of a sum. */
  readonly of: { readonly kind: 'supplyRow' | 'parcel' | 'park'; readonly key: Key; readonly id: string } | null;
  /** As many as there are columns. */
  readonly cells: readonly LedgerCell[];
  /** 以内, m²: no more than this is to be supplied, by column; absent where nothing is bounded. */
  readonly most?: readonly (number | null)[];
}

export interface LedgerTable {
  readonly id: LedgerTableId;
  readonly columns: readonly LedgerColumn[];
  readonly rows: readonly LedgerLine[];
  /** 合计: sums of the columns that can be summed; null where none can. */
  readonly totals: LedgerLine | null;
  /** A form of ours: no official one was found. */
  readonly isOurs: boolean;
}

export type { RowState, RowStep };

/** A plan as lists show it. */
export interface PlanHead {
  readonly key: Key;
  readonly plan: SupplyPlan;
  readonly state: PlanState;
  /** Day of the state; null of a plan that never left the draft. */
  readonly stateOn: string | null;
  /** States it can be given now. */
  readonly next: readonly PlanState[];
  /** Rows can be put in, changed and taken out: it is a draft. */
  readonly isOpen: boolean;
  /** It is published, and a new version of it can be begun. */
  readonly isAdjustable: boolean;
  readonly rows: number;
  readonly areaM2: number;
}

/** A row as it stands on the day. */
export interface RowView {
  readonly key: Key;
  readonly row: SupplyRow;
  readonly state: RowState;
  readonly stateOn: string | null;
  /** Day of the contract: from then on it is supplied. */
  readonly suppliedOn: string | null;
  /** Steps that can be recorded now. */
  readonly next: readonly RowStep[];
  /** Stated, else the sum of its parcels; null where neither is known. */
  readonly areaM2: number | null;
  readonly areaFrom: 'row' | 'parcels' | null;
  /** Keys of those of its parcels that are there, for the map. */
  readonly parcels: readonly Key[];
  /** 责任单位: said, else where its parcels count. */
  readonly unit: string | null;
  /** 园区: as the row has it, else the name of the park there is, else its id. */
  readonly park: string | null;
}

/** What is odd and does not stop anything. */
export interface LedgerProblem {
  readonly code:
    | 'area-unknown' // {row}
    | 'use-unknown' // {row, use}: not in the plan's list, or not said
    | 'unit-unknown' // {row}
    | 'parcel-gone' // {row, parcel}: no parcel of the file has this id
    | 'parcel-twice' // {row, other, parcel}: two rows of the plan
    | 'area-differs' // {row, statedM2, parcelsM2}
    | 'row-stray' // {row, plan}: its plan is not in the file
    | 'is-new-unknown' // {row}
    | 'row-overdue' // {row, until}: its last month is over, and it was not announced
    | 'quarter-unknown' // {row}: it comes in no rolling list
    | 'over-ceiling' // {use, unit, areaM2, mostM2}: use and unit empty where it is of all
    | 'steps-odd'; // {row}: steps of a file that no one could have recorded so here
  readonly params: Readonly<Record<string, string | number>>;
}

/** All that is shown of one plan on one day. */
export interface Ledger {
  /** Of the city it was made of. */
  readonly version: number;
  readonly date: string;
  /** All plans there are, by year and version. */
  readonly plans: readonly PlanHead[];
  /** Of the plan, or the year that was asked. */
  readonly year: number;
  /** The one that is shown; null while there is none. */
  readonly plan: PlanHead | null;
  /** Last year's, which the head tells of and rows are carried over from. */
  readonly lastPlan: PlanHead | null;
  readonly rows: readonly RowView[];
  readonly tables: Readonly<Record<(typeof LEDGER_TABLES)[number], LedgerTable>>;
  readonly problems: readonly LedgerProblem[];
  readonly names: LedgerNames;
  /** Months of the rolling list. */
  readonly rollingMonths: number;
}

export interface LedgerNames {
  /** Uses of the plan's list, in its order; `under`: the one it is part of. */
  readonly uses: readonly (Label & { readonly code: string; readonly under?: string })[];
  /** Responsible units by code; one that has no code is its own name. */
  readonly units: Readonly<Record<string, Label>>;
  /** Events of the assessment, by id. */
  readonly assessments: Readonly<Record<string, Label>>;
}

/** Two plans or versions side by side: every row once, then the table of uses. */
export interface LedgerComparison {
  readonly before: PlanHead;
  readonly after: PlanHead;
  /** Rows that differ: `comparison`. */
  readonly rows: LedgerTable;
  readonly uses: LedgerTable;
  readonly same: number;
  readonly names: LedgerNames;
}
