import type { MapScale } from '../../domain/land/sheets/map-frames.ts';
import type { Paper } from '../../formats/report/paper.ts';

/** Parts of a report 报告, in its order. */
export const REPORT_PARTS = [
  'about',
  'identity',
  'indicators',
  'conditions',
  'balance',
  'parcels',
  'buildings',
  'units',
  'leases',
  'firms',
  'findings',
  'repairs',
  'schemes',
  'gaps',
  'points',
  'map',
] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

/** What of a report is wanted, and on which paper. */
export interface ReportOptions {
  readonly parts: readonly ReportPart[];
  readonly paper: Paper;
  /** Of the map sheets; null: the largest at which the park is on one. */
  readonly scale: MapScale | null;
}

export const usualOptions: ReportOptions = {
  parts: REPORT_PARTS,
  paper: { size: 'A4', isLying: false },
  scale: null,
};
