import { measured, type MeasuredBoundary } from '../geometry/measure/measured.ts';
import type { Bounds } from '../geometry/columns/bounds.ts';
import { boundsOf } from '../geometry/measure/measures.ts';
import { anyOverlap, intersectionAreaM2, unionAreaM2 } from '../geometry/overlap/overlap.ts';
import type { Metres, SquareMetres } from '../quantity/units.ts';
import { buildingFacts, buildingOutline, type BuildingOutline } from './building-facts.ts';
import type { BuildingFacts, ParcelFacts } from './facts.ts';
import { isBuiltAlike, isSameShelved, remembering, type BuiltOn, type Remembering } from './ground-memory.ts';
import type { LandIndex } from './land-index.ts';
import type { LandUses } from './land-use.ts';
import { Lie, type RoadsNear } from './lie.ts';
import type { Building, Parcel, Project } from './model.ts';
import { parcelFacts, withAreaPull } from './parcel-facts.ts';
import type { Key } from './change.ts';
import { memoized } from './memoized.ts';
import { sitesOf, type SitesOfPark } from './sites.ts';

/** How the parcels of a park lie, whatever else their records say. */
export interface Standing extends SitesOfPark {
  /** Ground under more than one of the parcels, as often as it is counted too much; null where that cannot be told. */
  readonly overlapM2: SquareMetres | null;
  /** Rows of the buildings on them, each with the parcel that comes first. */
  readonly buildings: readonly (readonly [row: number, first: ParcelFacts])[];
}

/**
 * The drawn land a park stands on: what its facts are made from. What is measured is remembered by row, so that records
 * tried in place of those of the file cost no geometry again.
 */
export class Ground {
  readonly project: Project;
  readonly landUses: LandUses;
  readonly lie: Lie;
  readonly #index: LandIndex;
  readonly #vertexSigmaM?: Metres;
  readonly #ownRoads: readonly number[];
  readonly #boundaries = new Map<number, MeasuredBoundary>();
  readonly #parcels = new WeakMap<Parcel, ParcelFacts>();
  readonly #standings = new Map<string, { readonly parcels: readonly ParcelFacts[]; readonly standing: Standing }>();
  readonly #overlaps = new Map<string, SquareMetres | null>();
  readonly #boxes: Readonly<Record<'parcels' | 'buildings', Bounds[]>> = { parcels: [], buildings: [] };
  readonly #remembering: Remembering;
  readonly #buildings = new WeakMap<Building, BuildingOn>();
  #last: readonly ParcelFacts[] = [];

  /** `vertexSigmaM` as for `parcelFacts`. */
  constructor(
    project: Project,
    index: LandIndex,
    parkId: string,
    landUses: LandUses,
    vertexSigmaM?: Metres,
    known: Remembering = remembering(project),
  ) {
    this.project = project;
    this.landUses = landUses;
    this.lie = new Lie(project.parcels.layer, known);
    this.#remembering = known;
    this.#index = index;
    this.#vertexSigmaM = vertexSigmaM;
    const { records } = project.parcels;
    this.#ownRoads = (index.parcelsOfPark.get(parkId) ?? []).filter((row) => isRoad(records.get(row), landUses));
  }

  /** Facts of parcels with these records; the same array where they are the same as the last time. */
  parcels(records: readonly { readonly row: number; readonly parcel: Parcel }[]): readonly ParcelFacts[] {
    const found = records.map(({ row, parcel }) => this.parcel(row, parcel));
    if (found.length !== this.#last.length || found.some((p, i) => p !== this.#last[i])) this.#last = found;
    return this.#last;
  }

  parcel(row: number, parcel: Parcel = this.project.parcels.records.get(row)): ParcelFacts {
    const known = this.#parcels.get(parcel);
    if (known?.row === row) return known;
    const found = this.#parcelFacts(row, parcel);
    this.#parcels.set(parcel, found);
    return found;
  }

  #parcelFacts(row: number, parcel: Parcel): ParcelFacts {
    const { parcels } = this.project;
    const own = parcels.records.get(row);
    // The area is as it was unless the record says otherwise of it.
    if (parcel !== own && tellsAreaAs(own, parcel)) return { ...this.parcel(row), parcel };
    const { memory, parcel: shelved } = this.#remembering;
    const [drawn, vertexSigmaM] = [shelved(row), this.#vertexSigmaM];
    const before = memory.parcels.get(parcel);
    if (before?.facts.row === row && before.vertexSigmaM === vertexSigmaM && isSameShelved(before.drawn, drawn))
      return before.facts;
    const boundary = memoized(this.#boundaries, row, () => measured(parcels.layer, row));
    const facts = withAreaPull(parcels.layer, parcelFacts(parcels, row, vertexSigmaM, boundary, parcel), vertexSigmaM);
    memory.parcels.set(parcel, { drawn, vertexSigmaM, facts });
    return facts;
  }

  standing(parcels: readonly ParcelFacts[]): Standing {
    const key = parcels.map((p) => p.row).join();
    const known = this.#standings.get(key);
    if (known?.parcels.every((p, i) => p === parcels[i])) return known.standing;
    const isAlike = known?.parcels.every((p, i) => p.area === parcels[i].area && p.valid === parcels[i].valid);
    const overlapM2 = this.overlapM2(parcels);
    const overlapOf = overlapM2 === 0 ? () => 0 : this.overlapM2;
    const standing = {
      ...(isAlike ? known!.standing : sitesOf(parcels, this.lie, this.#roadsAround(parcels), overlapOf)),
      overlapM2,
      buildings: this.#buildingsOn(parcels),
    };
    this.#standings.set(key, { parcels, standing });
    return standing;
  }

  /** A building with this record as far as it lies in each of the parcels, `first` before the others. */
  building(
    row: number,
    record: Building | undefined,
    parcels: readonly ParcelFacts[],
    first: ParcelFacts,
  ): readonly BuildingFacts[] {
    const building = record ?? this.project.buildings.records.get(row);
    const known = this.#buildings.get(building);
    if (known?.parcels === parcels) return known.facts;
    // The parcel a building names comes first, so that where parcels overlap the building is its.
    const order = [first];
    for (const p of parcels)
      if (p !== first && (p.parcel.id === building.parcelId || (p.valid && this.#isNear(row, p.row)))) order.push(p);
    const { memory, building: shelvedBuilding, parcel } = this.#remembering;
    const on: BuiltOn = {
      row,
      key: this.keyOf(row),
      drawn: shelvedBuilding(row),
      landUses: this.landUses,
      parcels: order.map(({ parcel: { id, landClass }, valid, row: of }) => ({
        id,
        landClass,
        valid,
        drawn: parcel(of),
      })),
    };
    const before = memory.built.get(building);
    const facts =
      before && isBuiltAlike(before.on, on) ? before.facts : buildingFacts(building, row, this, order, this.landUses);
    if (facts !== before?.facts) memory.built.set(building, { on, facts });
    this.#buildings.set(building, { parcels, facts });
    return facts;
  }

  readonly keyOf = (row: number): Key => this.project.buildings.keys?.[row] ?? row;

  readonly outline = (row: number): BuildingOutline => {
    const { memory, building } = this.#remembering;
    return memory.outlines.remembered(building(row), () => buildingOutline(this.project, row));
  };

  readonly insideM2 = (row: number, of: number): SquareMetres => {
    if (!this.#isNear(row, of)) return 0;
    const { buildings, parcels } = this.project;
    const { memory, building, parcel } = this.#remembering;
    return memory.inside.remembered(building(row), parcel(of), () =>
      intersectionAreaM2(buildings.layer, row, parcels.layer, of),
    );
  };

  /** Whether the boxes of a building and a parcel meet, borders included. */
  #isNear(building: number, parcel: number): boolean {
    const own = this.#box('buildings', building);
    const other = this.#box('parcels', parcel);
    return own[0] <= other[2] && other[0] <= own[2] && own[1] <= other[3] && other[1] <= own[3];
  }

  #box(table: 'parcels' | 'buildings', row: number): Bounds {
    return (this.#boxes[table][row] ??= boundsOf(this.project[table].layer, row));
  }

  /** Roads of no park, and those of this one that are not among its parcels as tried. */
  #roadsAround(parcels: readonly ParcelFacts[]): RoadsNear {
    const left = this.#ownRoads.filter((row) => parcels.every((p) => p.row !== row));
    if (left.length === 0) return this.#index.roadsNear;
    return (...box) => [...this.#index.roadsNear(...box), ...left];
  }

  /** Ground under more than one of these parcels, as `Standing.overlapM2`. */
  readonly overlapM2 = (parcels: readonly ParcelFacts[]): SquareMetres | null => {
    const drawn = parcels.filter((p) => p.valid).map((p) => p.row);
    return memoized(this.#overlaps, drawn.join(), () => this.#overlapOf(drawn));
  };

  #overlapOf(drawn: readonly number[]): SquareMetres | null {
    const { layer } = this.project.parcels;
    if (drawn.length < 2 || !anyOverlap(layer, drawn, this.lie.outline)) return 0;
    const together = this.lie.pairs(drawn) && unionAreaM2(layer, drawn);
    if (together === null) return null;
    return drawn.reduce((sum, row) => sum + unionAreaM2(layer, [row])!, 0) - together;
  }

  /** Buildings named by the parcels, and those that name none but stand on one of them. */
  #buildingsOn(parcels: readonly ParcelFacts[]): Standing['buildings'] {
    const rows = new Map<number, ParcelFacts>();
    for (const p of parcels) {
      for (const row of this.#index.buildingsOfParcel.get(p.parcel.id) ?? []) rows.set(row, p);
      if (p.valid)
        for (const row of this.#index.unnamedBuildingsIn(...boundsOf(this.project.parcels.layer, p.row)))
          if (!rows.has(row)) rows.set(row, p);
    }
    return [...rows];
  }
}

interface BuildingOn {
  readonly parcels: readonly ParcelFacts[];
  readonly facts: readonly BuildingFacts[];
}

const isRoad = ({ landClass }: Parcel, landUses: LandUses): boolean =>
  landClass !== undefined && landUses.isRoad(landClass);

const tellsAreaAs = (a: Parcel, b: Parcel): boolean =>
  a.id === b.id &&
  a.statedAreaM2 === b.statedAreaM2 &&
  a.areaResolutionM2 === b.areaResolutionM2 &&
  a.areaBasis === b.areaBasis &&
  a.boundaryErrorM === b.boundaryErrorM;
