import type { SupplyPlan } from '../../domain/land/model.ts';
import type { SupplyUse } from '../../policy/shape/ledger.ts';
import { usesOf } from '../../policy/supply-uses.ts';
import type { BookedRow, LedgerSource } from './booked.ts';

/** Responsible units of rows: jurisdictions in their order, then others such as the reserve centre as they come, then none. */
export function unitsOf(
  { units }: Pick<LedgerSource, 'units'>,
  rows: readonly BookedRow[],
): readonly (string | null)[] {
  const own = new Set(rows.map(({ unit }) => unit));
  const others = [...own].filter((unit) => unit !== null && !units.includes(unit));
  return [...units.filter((unit) => own.has(unit)), ...others, ...(own.has(null) ? [null] : [])];
}

/** A column or line of uses: those of the list that are no kind of another, kinds that occur, and what is of none. */
export interface UseGroup {
  /** Null: the use is not stated, or not of the list. */
  readonly code: string | null;
  readonly has: (row: BookedRow) => boolean;
  /** It is part of another group, and adds nothing to the sum of all. */
  readonly isKind: boolean;
}

export function useGroups(
  { pack }: Pick<LedgerSource, 'pack'>,
  plan: Pick<SupplyPlan, 'uses'>,
  rows: readonly BookedRow[],
  isMeant: (use: SupplyUse) => boolean = () => true,
): readonly UseGroup[] {
  const uses = usesOf(pack, plan.uses);
  const known = new Set(uses.map(({ code }) => code));
  const of = (code: string) => uses.filter((use) => use.code === code || use.under === code).map((use) => use.code);
  const groups = uses.filter(isMeant).flatMap(({ code, under }): UseGroup[] => {
    const isKind = under !== undefined && uses.some((use) => use.code === under && isMeant(use));
    const codes = new Set(of(code));
    const has = ({ row }: BookedRow) => row.use !== undefined && codes.has(row.use);
    return under !== undefined && !rows.some(has) ? [] : [{ code, has, isKind }];
  });
  const hasNone = ({ row }: BookedRow) => row.use === undefined || !known.has(row.use);
  return rows.some(hasNone) ? [...groups, { code: null, has: hasNone, isKind: false }] : groups;
}

export const areaOf = (rows: readonly BookedRow[]): number => rows.reduce((sum, { areaM2 }) => sum + (areaM2 ?? 0), 0);
