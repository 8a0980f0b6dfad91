import type { TargetRow } from './targets.ts';

export interface JurisdictionProgress {
  readonly code: string;
  readonly name: string;
  /** By year, the earliest first. */
  readonly years: readonly TargetRow[];
  /** The last of them: where it stands now. */
  readonly now: TargetRow;
}

/** Rows of all years, by jurisdiction in the order they come in. */
export function byJurisdiction(rows: readonly TargetRow[]): JurisdictionProgress[] {
  const found = new Map<string, TargetRow[]>();
  for (const row of rows) {
    const years = found.get(row.jurisdiction);
    if (years) years.push(row);
    else found.set(row.jurisdiction, [row]);
  }
  return [...found].map(([code, years]) => ({ code, name: years[0].name, years, now: years[years.length - 1] }));
}
