import type { SupplyPlan, SupplyRow } from '../../domain/land/model.ts';
import type { Label } from './rule.ts';

/** Where something is from, and how sure it is: below 1 it is a setting to be confirmed. */
interface Sourced {
  readonly source: string;
  readonly confidence: number;
}

/** A use 用途 of a supply plan's list. */
export interface SupplyUse extends Label {
  readonly code: string;
  /** The use it is a kind of. */
  readonly under?: string;
  /** Classes of the planning guide 2023 that are of this use, by how their codes begin. */
  readonly guide: readonly string[];
  /** 经营性 */
  readonly business?: true;
  /** 住宅 */
  readonly housing?: true;
  /** 工矿仓储 */
  readonly industry?: true;
}

type UseListName = NonNullable<SupplyPlan['uses']>;

/** An event of the assessment 考核 of clause 28. */
export interface AssessmentKind extends Label, Sourced {
  readonly id: string;
  /** Months from one to the next. */
  readonly every: number;
  /** Days after the end of its period. */
  readonly due: number;
}

/** What the ledger 台账 of supply plans is made by. */
export interface LedgerSettings {
  readonly uses: Readonly<Record<UseListName, Sourced & { readonly uses: readonly SupplyUse[] }>>;
  /** The list of a plan that is begun. */
  readonly list: UseListName;
  /** Words of 供应方式 by what they mean; the first that fits counts. */
  readonly modes: Readonly<Partial<Record<NonNullable<SupplyRow['supplyMode']>, readonly string[]>>>;
  readonly rolling: Sourced & { readonly months: number };
  /** Words of a remark that tell a row of a small-enterprise park. */
  readonly parkWords: readonly string[];
  /** Day of the next month by which a monthly report is due. */
  readonly reports: Sourced & { readonly due: number };
  readonly calendar: readonly AssessmentKind[];
}
