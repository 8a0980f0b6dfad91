import type { LEDGER_TABLES } from '../../../supply/ledger/shape.ts';

/** Tables in the order in which a year is worked at: the plan first, then what was and what is to come. */
export const LEDGER_TAB_IDS: readonly (typeof LEDGER_TABLES)[number][] = [
  'parcels',
  'progress',
  'summary',
  'business',
  'housing',
  'reserve',
  'pre-applications',
  'rolling',
  'small-parks',
  'execution',
  'execution-units',
  'carry-over',
  'absent',
  'calendar',
  'monthly-reports',
];
