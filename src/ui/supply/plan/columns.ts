import type { ParkColumn } from '../../state/supply/plan/rows.ts';

/** Columns of the table of parks, in their order. */
export const COLUMNS: readonly {
  readonly id: Exclude<ParkColumn, 'plan'> | 'state' | 'drop';
  readonly isNumber?: true;
}[] = [
  { id: 'label' },
  { id: 'place' },
  { id: 'year', isNumber: true },
  { id: 'area', isNumber: true },
  { id: 'sites', isNumber: true },
  { id: 'state' },
  { id: 'verdict' },
  { id: 'cost', isNumber: true },
  { id: 'loss', isNumber: true },
  { id: 'drop', isNumber: true },
];
