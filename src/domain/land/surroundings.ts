import { boundsOf } from '../geometry/measure/measures.ts';
import { overlapsOf } from '../geometry/overlap/overlap.ts';
import { footprintOf } from './building-facts.ts';
import type { ParcelFacts, ParkFacts } from './facts.ts';
import { Ground } from './ground.ts';
import type { Remembering } from './ground-memory.ts';
import type { LandIndex } from './land-index.ts';
import type { LandUses } from './land-use.ts';
import type { Metres, SquareMetres } from '../quantity/units.ts';
import type { Building, Parcel, Project } from './model.ts';
import { factsOn, type ParkRecords } from './park-facts.ts';
import { townshipNames } from './township.ts';
import { rowsWhere } from './records/records.ts';

/** A parcel the park might take in. */
interface Candidate {
  readonly parcel: ParcelFacts;
  /** It shares a border with a parcel of the park 相邻. */
  readonly adjacent: boolean;
}

/** A park's land with what lies around it, on which changes are tried. */
export interface Surroundings {
  /** Idle, low-efficiency, vacant or planned land of the townships the park lies in, its neighbours among them; none of another park. */
  readonly candidates: readonly Candidate[];
  /** The facts of the park were these its records: the same as of a file that has them. */
  factsWith(records: ParkRecords): ParkFacts;
  /** 基底面积 of a building with this record, stated or drawn in its row; null where it is not known. */
  footprintM2(row: number, building: Building): SquareMetres | null;
}

/** Land that stands free to be taken in, by its status; what is in use or has no status is left to its owners. */
const free: ReadonlySet<Parcel['status']> = new Set([
  'idle',
  'low-efficiency',
  'vacant',
  'approved-not-supplied',
  'planned',
] as const);

/** Whether a parcel is of no park, and stands free to be taken in. */
export const isFree = ({ parkId, status }: Parcel): boolean => parkId === undefined && free.has(status);

/** The nearest so many are looked at: each costs a look at the border of every parcel of the park. */
const looked = 40;

/** The land of a park and around it, measured as far as it is asked for; `vertexSigmaM` as for `parcelFacts`. */
export function surroundingsOf(
  project: Project,
  index: LandIndex,
  facts: ParkFacts,
  landUses: LandUses,
  vertexSigmaM?: Metres,
  known?: Remembering,
): Surroundings {
  const ground = new Ground(project, index, facts.park.id, landUses, vertexSigmaM, known);
  let candidates: readonly Candidate[] | undefined;
  return {
    get candidates() {
      return (candidates ??= candidatesOf(ground, facts));
    },
    factsWith: (records) => factsOn(ground, records),
    footprintM2: (row, building) => footprintOf(building, ground.outline(row)),
  };
}

/** Free parcels of the park's townships that lie over none of its own. */
function candidatesOf(ground: Ground, facts: ParkFacts): readonly Candidate[] {
  const { project, landUses } = ground;
  const rows = facts.parcels.filter((p) => p.valid).map((p) => p.row);
  return freeRows(project, facts, landUses).flatMap((row): Candidate[] => {
    const parcel = ground.parcel(row);
    const isOver = () => overlapsOf(project.parcels.layer, [...rows, row]).some(({ a, b }) => a === row || b === row);
    if (!parcel.valid || isOver()) return [];
    return [{ parcel, adjacent: rows.some((own) => ground.lie.near(own, row)) }];
  });
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
  const [parkOf, statusOf] = [records.field('parkId'), records.field('status')];
  const [classOf, townshipOf] = [records.field('landClass'), records.field('townshipCode')];
  return rowsWhere(records, (row) => {
    if (parkOf(row) !== undefined || !free.has(statusOf(row))) return false;
    const [landClass, township] = [classOf(row), townshipOf(row)];
    const isRoad = landClass !== undefined && landUses.isRoad(landClass);
    const isDrawn = layer.partStart[row + 1] > layer.partStart[row];
    return !isRoad && isDrawn && township !== undefined && here.has(codeOf(township));
  })
    .map((row) => ({ row, near: distance(row) }))
    .sort((a, b) => a.near - b.near)
    .slice(0, looked)
    .map(({ row }) => row);
}
