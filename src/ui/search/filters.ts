import type { Labels } from '../../texts/index.ts';
import { industryNames } from '../../texts/labels.ts';
import { fold, STATUSES, type ParcelColumns } from '../../domain/land/parcel-columns.ts';
import type { ParkLine } from '../../city/view.ts';

/** 筛选: by kind and stage of park, or by the state of land. */
export const parkFilters = ['manufacturing', 'service', 'operating', 'building', 'planned'] as const;
export const landFilters = ['idle', 'low-efficiency', 'approved-not-supplied', 'broken'] as const;
export type ParkFilter = (typeof parkFilters)[number];
export type LandFilter = (typeof landFilters)[number];
export type Filter = 'all' | ParkFilter | LandFilter;

export const isFilter = (text: string | undefined): text is Filter =>
  text === 'all' || ([...parkFilters, ...landFilters] as readonly (string | undefined)[]).includes(text);

export const isLandFilter = (filter: Filter): filter is LandFilter =>
  (landFilters as readonly string[]).includes(filter);

/** `planned` holds every stage before the works: idea, planned, approved. */
export function parkMatches({ parkType, stage }: ParkLine, filter: ParkFilter): boolean {
  if (filter === 'manufacturing' || filter === 'service') return parkType === filter;
  if (filter === 'operating' || filter === 'building') return stage === filter;
  return stage === 'idea' || stage === 'planned' || stage === 'approved';
}

/** Whether the parcel of a row is one the filter leaves. */
export function parcelMatcher({ problems, status }: ParcelColumns, filter: LandFilter): (row: number) => boolean {
  if (filter === 'broken') return (row) => problems[row] > 0;
  const code = STATUSES.indexOf(filter);
  return (row) => status[row] === code;
}

/** How many parcels the filter leaves. */
export function parcelCount(columns: ParcelColumns, filter: LandFilter): number {
  const matches = parcelMatcher(columns, filter);
  let count = 0;
  for (let row = 0; row < columns.size; row++) if (matches(row)) count++;
  return count;
}

/** What a park is found by, its industries in both languages. */
export const parkText = (park: ParkLine, labels: Labels): string =>
  fold(
    [park.name, park.id, park.districtName, ...park.townshipNames, ...industriesOf(park, labels)]
      .filter(Boolean)
      .join('|'),
  );

const industriesOf = ({ industries = [] }: ParkLine, labels: Labels) =>
  (['zh', 'en'] as const).flatMap((language) => industryNames(industries, labels, language));
