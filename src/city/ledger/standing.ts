import { Books } from '../../desk/ledger/books.ts';
import type { Land } from '../../domain/land/land.ts';
import type { SupplyRow } from '../../domain/land/model.ts';
import { byVersion } from '../../domain/land/supply/plan-life.ts';
import { hasEnded, stateOf } from '../../domain/land/supply/row-life.ts';

/** Ids of parcels that a year's plan has in rows that are no supply of it. */
export interface Standing {
  /** 储备 */
  readonly reserve: readonly string[];
  /** 撤回 or 结转 */
  readonly ended: readonly string[];
}

/** How rows of the newest version of the year's plan stand; none where there is no plan. */
export function standingOf(land: Land, year: number): Standing {
  const books = new Books(land);
  const plan = books.plans.map((own) => own.plan).filter((own) => own.year === year).sort(byVersion).at(-1); // prettier-ignore
  const rows = plan ? books.rowsIn(plan).map(({ row }) => row) : [];
  const held = (isSo: (row: SupplyRow) => boolean) => rows.filter(isSo).flatMap(({ parcelIds = [] }) => parcelIds);
  const isOver = (row: SupplyRow) => hasEnded(stateOf(row));
  return { reserve: held((row) => row.reserve === true && !isOver(row)), ended: held(isOver) };
}
