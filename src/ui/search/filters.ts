import type { Labels } from '../../texts/index.ts';
import { industryNames } from '../../texts/labels.ts';
import { fold, STATUSES, type ParcelColumns } from '../../domain/land/parcel-columns.ts';
import type { ParkView, ProjectView } from '../../city/view.ts';

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
export function parkMatches(view: ParkView, filter: ParkFilter): boolean {
  const { parkType, stage } = view.park;
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
export const parkText = (view: ParkView, labels: Labels): string =>
  fold(
    [view.park.name, view.park.id, view.districtName, ...view.townshipNames, ...industriesOf(view, labels)]
      .filter(Boolean)
      .join('|'),
  );

const industriesOf = ({ park }: ParkView, labels: Labels) =>
  (['zh', 'en'] as const).flatMap((language) => industryNames(park.industries ?? [], labels, language));

export interface Township {
  readonly name: string;
  readonly bounds: readonly [number, number, number, number];
}

/** Township names with their bounds, from the map's own data. */
export function townshipsOf(project: ProjectView): Township[] {
  return project.map.townships.features.flatMap((feature) => {
    const name: unknown = feature.properties?.name;
    const { geometry } = feature;
    if (typeof name !== 'string' || !name) return [];
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [];
    return [{ name, bounds: boundsOfNumbers(geometry.coordinates.flat(Infinity) as unknown as number[]) }];
  });
}

function boundsOfNumbers(numbers: readonly number[]): [number, number, number, number] {
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < numbers.length; i += 2) {
    bounds[0] = Math.min(bounds[0], numbers[i]);
    bounds[1] = Math.min(bounds[1], numbers[i + 1]);
    bounds[2] = Math.max(bounds[2], numbers[i]);
    bounds[3] = Math.max(bounds[3], numbers[i + 1]);
  }
  return bounds;
}
