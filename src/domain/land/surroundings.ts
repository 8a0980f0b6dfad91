import { boundsOf } from '../geometry/measures.ts';
import { overlapsOf } from '../geometry/overlap.ts';
import { buildingFacts } from './building-facts.ts';
import type { BuildingFacts, ParcelFacts, ParkFacts, Site, SiteGap } from './facts.ts';
import type { Input } from './figure.ts';
import type { LandIndex } from './land-index.ts';
import type { LandUses } from './land-use.ts';
import type { Metres } from '../quantity/units.ts';
import type { Parcel, Project } from './model.ts';
import { Lie } from './lie.ts';
import { parcelFacts, withAreaPull } from './parcel-facts.ts';
import { sitesOf } from './sites.ts';
import { townshipNames } from './township.ts';

/** A parcel the park might take in, and how the park would lie with it. */
export interface Candidate {
  readonly parcel: ParcelFacts;
  readonly buildings: readonly BuildingFacts[];
  /** It shares a border with a parcel of the park 相邻. */
  readonly adjacent: boolean;
  readonly sites: Input<readonly Site[]>;
  readonly gaps: readonly SiteGap[];
}

/** What lies around a park and could be used to mend it; computed from geometry once, for one park. */
export interface Surroundings {
  /** Idle, low-efficiency, vacant or planned land of the townships the park lies in, its neighbours among them; none of another park. */
  readonly candidates: readonly Candidate[];
  /** How the park would lie without each of its parcels, by id. */
  readonly without: Readonly<
    Record<string, { readonly sites: Input<readonly Site[]>; readonly gaps: readonly SiteGap[] }>
  >;
}

export const noSurroundings: Surroundings = { candidates: [], without: {} };

/** Land that stands free to be taken in, by its status; what is in use or has no status is left to its owners. */
const free: ReadonlySet<Parcel['status']> = new Set([
  'idle',
  'low-efficiency',
  'vacant',
  'approved-not-supplied',
  'planned',
] as const);

/** The nearest so many are looked at: each costs a look at the border of every parcel of the park. */
const looked = 40;

/** Free parcels of the park's townships, and how the park would lie with each, and without each of its own; `vertexSigmaM` as for `parcelFacts`. */
export function surroundingsOf(
  project: Project,
  index: LandIndex,
  facts: ParkFacts,
  landUses: LandUses,
  vertexSigmaM?: Metres,
): Surroundings {
  const { parcels } = project;
  const lie = new Lie(parcels.layer);
  const sitesWith = (own: readonly ParcelFacts[]) => sitesOf(own, lie, index.roadsNear);
  const without = facts.parcels.map(
    (gone) => [gone.parcel.id, sitesWith(facts.parcels.filter((p) => p !== gone))] as const,
  );
  const candidates = freeRows(project, facts, landUses).flatMap((row): Candidate[] => {
    const parcel = withAreaPull(parcels.layer, parcelFacts(parcels, row, vertexSigmaM), vertexSigmaM);
    const rows = facts.parcels.filter((p) => p.valid).map((p) => p.row);
    if (!parcel.valid || overlapsOf(parcels.layer, [...rows, row]).some(({ a, b }) => a === row || b === row))
      return [];
    const buildings = (index.buildingsOfParcel.get(parcel.parcel.id) ?? []).flatMap((b) =>
      buildingFacts(project, b, [parcel], landUses),
    );
    const { sites, gaps } = sitesWith([...facts.parcels, parcel]);
    const own = sites.state === 'value' ? sites.value.find((s) => s.parcelIds.includes(parcel.parcel.id)) : undefined;
    return [{ parcel, buildings, adjacent: (own?.parcelIds.length ?? 0) > 1, sites, gaps }];
  });
  return { candidates, without: Object.fromEntries(without) };
}

/** Rows of free parcels of no park in the park's townships, the nearest first. */
function freeRows({ parcels, townships }: Project, facts: ParkFacts, landUses: LandUses): readonly number[] {
  const { records, layer } = parcels;
  const { codeOf } = townshipNames(townships.records);
  const here = new Set(facts.parcels.flatMap(({ parcel: { townshipCode: name } }) => (name ? codeOf(name) : [])));
  const bounds = facts.parcels.filter((p) => p.parts > 0).map((p) => boundsOf(layer, p.row));
  const centres = bounds.map(([w, s, e, n]) => [(w + e) / 2, (s + n) / 2]);
  const distance = (row: number): number => {
    const [w, s, e, n] = boundsOf(layer, row);
    return Math.min(...centres.map(([x, y]) => Math.hypot(x - (w + e) / 2, y - (s + n) / 2)));
  };
  return records
    .flatMap((p, row) => {
      const isRoad = p.landClass !== undefined && landUses.isRoad(p.landClass);
      const isFree = p.parkId === undefined && free.has(p.status) && !isRoad;
      const isDrawn = layer.partStart[row + 1] > layer.partStart[row];
      return isFree && isDrawn && p.townshipCode !== undefined && here.has(codeOf(p.townshipCode))
        ? [{ row, near: distance(row) }]
        : [];
    })
    .sort((a, b) => a.near - b.near)
    .slice(0, looked)
    .map(({ row }) => row);
}
