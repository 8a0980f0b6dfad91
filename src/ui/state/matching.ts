import type { ParcelView, ParkView, ProjectView } from '../../client/view.ts';

/** 筛选: by kind and stage of park, or by the state of land. */
export const parkFilters = ['manufacturing', 'service', 'operating', 'building', 'planned'] as const;
export const landFilters = ['idle', 'low-efficiency', 'approved-not-supplied', 'broken'] as const;
export type ParkFilter = (typeof parkFilters)[number];
export type LandFilter = (typeof landFilters)[number];
export type Filter = 'all' | ParkFilter | LandFilter;

export const isLandFilter = (filter: Filter): filter is LandFilter =>
  (landFilters as readonly string[]).includes(filter);

/** `planned` holds every stage before the works: idea, planned, approved. */
export function parkMatches(view: ParkView, filter: ParkFilter): boolean {
  const { parkType, stage } = view.park;
  if (filter === 'manufacturing' || filter === 'service') return parkType === filter;
  if (filter === 'operating' || filter === 'building') return stage === filter;
  return stage === 'idea' || stage === 'planned' || stage === 'approved';
}

export const parcelMatches = (view: ParcelView, filter: LandFilter): boolean =>
  filter === 'broken' ? view.facts.problems.length > 0 : view.parcel.status === filter;

export const idsOfParcels = (views: readonly ParcelView[]): ReadonlySet<string> =>
  new Set(views.map(({ parcel }) => parcel.id));

/** Folds case, width (ＬＸ－１２ = LX-12) and spaces, so that what is typed finds what is meant. */
export const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

export const parkText = (view: ParkView): string =>
  fold(
    [view.park.name, view.park.id, view.districtName, ...view.townshipNames, ...(view.park.industries ?? [])]
      .filter(Boolean)
      .join('|'),
  );

export const parcelText = (view: ParcelView): string => fold(`${view.parcel.id}|${view.parcel.name ?? ''}`);

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

/** Land classes and states of use that the map of a project shows. */
export function drawnKeys(project: ProjectView | null): {
  classes: ReadonlySet<unknown>;
  states: ReadonlySet<unknown>;
} {
  const features = project?.map.parcels.features ?? [];
  const values = (key: string) => new Set(features.map(({ properties }): unknown => properties?.[key]));
  return { classes: values('lc'), states: values('status') };
}
