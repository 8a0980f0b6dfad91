import type { Jurisdiction, JurisdictionCategory, ZoneType } from '../../domain/land/model.ts';

/** A jurisdiction 责任单位 that parks count to; `ofFile`: a development zone of the file that the list does not name. */
export interface Seat extends Jurisdiction {
  readonly ofFile?: true;
}

/** Zones as records name them, and where their parks count. */
export interface Seats {
  readonly jurisdictions: readonly Seat[];
  /** Type of a zone by any of its names; undefined where it is not recorded. */
  readonly zones: ReadonlyMap<string, ZoneType | undefined>;
  /** Code of the jurisdiction that a development zone is, by any of its names. */
  readonly seatOf: ReadonlyMap<string, string>;
}

/** What lies around a park: which zones and jurisdictions there are. */
export interface PolicyContext extends Seats {
  /** Category of each jurisdiction by code (6 digits, or a zone's id). */
  readonly categories: ReadonlyMap<string, JurisdictionCategory | undefined>;
  /** Measures set by hand, by name, e.g. the base year of the targets; else the pack's own value. */
  readonly settings: Readonly<Record<string, number>>;
}
