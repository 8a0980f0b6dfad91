import type { PlaneCrs } from '../../domain/geodesy/crs.ts';
import { problemsOf } from '../../domain/geometry/valid/validity.ts';
import type { Key } from '../../domain/land/change.ts';
import type { Parcel } from '../../domain/land/model.ts';
import { ok, refuse, type Refusal, type Result } from '../../domain/outcome.ts';
import { ringArea } from '../../domain/geometry/edit/shapes.ts';
import type { Layout } from '../../layout/shape/layout.ts';
import {
  DEFAULT_CONDITIONS,
  type Bounded,
  type LayoutConditions,
  type LayoutWishes,
} from '../../layout/shape/settings.ts';
import type { LayoutSite, StandingBuilding } from '../../layout/shape/site.ts';
import type { IntentOf } from '../intent.ts';
import type { LandAround } from '../land-around.ts';
import { drawingPlane, planeShape } from '../stored-shape.ts';

/** A parcel to be laid out, on its plane. */
export interface ParcelToLay {
  readonly site: LayoutSite;
  readonly crs: PlaneCrs;
  readonly conditions: LayoutConditions;
}

export type LayingRefusal = Refusal<
  | 'no-such-record' // {kind, id}
  | 'layout-without-boundary' // {id}: not drawn, or broken
>;

/** How the land is taken: the setback of every edge, and whether what stands on it stays. */
export interface LayingWishes extends LayoutWishes {
  readonly setbackM: number;
  readonly keepBuildings: boolean;
}

/** The land of one parcel as a layout needs it; 规划条件 of its record take the place of the national indices. */
export function parcelToLay(around: LandAround, key: Key, wishes: LayingWishes): Result<ParcelToLay, LayingRefusal> {
  const table = around.land.table('parcel');
  const parcel = table.record(key);
  const shape = table.shape(key);
  if (!parcel || !shape) return refuse('no-such-record', { kind: 'parcel', id: `#${key + 1}` });
  if (shape.partStart[1] === 0 || problemsOf(shape, 0).some(({ severity }) => severity === 'broken'))
    return refuse('layout-without-boundary', { id: parcel.id });
  const crs = drawingPlane(shape);
  const rings = planeShape(shape, 0, crs).flat() as LayoutSite['rings'];
  const standing = wishes.keepBuildings ? standingOn(around, parcel, crs) : [];
  return ok({
    site: { rings, setbacksM: rings.map((ring) => ring.map(() => wishes.setbackM)), entrance: null, standing },
    crs,
    conditions: conditionsOf(parcel),
  });
}

function standingOn(around: LandAround, parcel: Parcel, crs: PlaneCrs): StandingBuilding[] {
  const table = around.land.table('building');
  return around.buildingsOfParcel(parcel.id).flatMap((key) => {
    const shape = table.shape(key);
    if (!shape || shape.partStart[1] === 0) return [];
    const { storeys = 1, floorAreaM2 } = table.record(key)!;
    return planeShape(shape, 0, crs).map(([ring], part) => ({
      ring: ring as StandingBuilding['ring'],
      storeys,
      floorM2: part === 0 ? (floorAreaM2 ?? storeys * Math.abs(ringArea(ring))) : 0,
    }));
  });
}

function conditionsOf({ conditions = {} }: Parcel): LayoutConditions {
  const of = (own: Partial<Bounded> | undefined, otherwise: Bounded): Bounded =>
    own ? { min: own.min ?? null, max: own.max ?? null } : otherwise;
  return {
    ...DEFAULT_CONDITIONS,
    plotRatio: of(conditions.far, DEFAULT_CONDITIONS.plotRatio),
    density: of(conditions.density, DEFAULT_CONDITIONS.density),
    coefficient: of(conditions.buildingCoefficient, DEFAULT_CONDITIONS.coefficient),
    green: of(conditions.green, DEFAULT_CONDITIONS.green),
    heightM: of(conditions.heightM, DEFAULT_CONDITIONS.heightM),
    amenityLand: of(conditions.ancillaryLand, DEFAULT_CONDITIONS.amenityLand),
    amenityFloor: of(conditions.ancillaryFloor, DEFAULT_CONDITIONS.amenityFloor),
    ...(conditions.parkingPer100M2 !== undefined && {
      parkingPerHundredM2: { production: conditions.parkingPer100M2, amenity: conditions.parkingPer100M2 },
    }),
  };
}

/** A layout taken 采用: its buildings as ordinary ones of the parcel. */
export const drawingOf = (layout: Layout, { crs }: ParcelToLay, parcelId: string): IntentOf<'draw-buildings'> => ({
  do: 'draw-buildings',
  crs: crs.epsg,
  outlines: layout.buildings.map(({ ring, use, storeys, storeyHeightsM }) => ({
    shape: [[ring.map(([x, y]) => [x, y] as [number, number])]],
    fields: { parcelId, use, storeys, storeyHeightsM: [...storeyHeightsM] },
  })),
});
