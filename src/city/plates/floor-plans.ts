import { placeOf, writtenM2 } from '../../desk/plates/floor.ts';
import { kindName, kindOfUnit } from '../../desk/plates/marks.ts';
import { storeysAlike } from '../../desk/plates/steps.ts';
import { plateProposals, type FloorRefusal, type FloorWishes, type PlateProposal } from '../../desk/plates/wishes.ts';
import { planeShape } from '../../desk/stored-shape.ts';
import { ringArea } from '../../domain/geometry/edit/shapes.ts';
import { zoneOfFeature } from '../../domain/geometry/plane/project.ts';
import type { Key } from '../../domain/land/change.ts';
import type { Building } from '../../domain/land/model.ts';
import { storeyCount } from '../../domain/land/storeys.ts';
import { ok, refuse, type Result } from '../../domain/outcome.ts';
import { framedPlate } from '../../layout/plate/frame.ts';
import type { Ring } from '../../layout/shape/site.ts';
import type { City } from '../city.ts';
import type { Judgement } from '../judgement.ts';
import { plateLaw, type PlateLaw } from './plate-law.ts';

export interface FloorPlansAsked {
  readonly building: Key;
  readonly storey: number;
  /** Storeys that are alike are divided with it: a way has to do above the ground floor too. */
  readonly alike?: boolean;
  /** Null: the plate alone is asked for, not how it could be divided. */
  readonly wishes: FloorWishes | null;
}

/** A storey to be divided, and ways to do it. */
export interface FloorPlansView {
  readonly building: Building;
  /** Of the parcel it names. */
  readonly parkId?: string;
  /** Ids of units that leases of the park name, of this building or of one they do not say. */
  readonly leased: readonly string[];
  /** Metres of the building's frame, counterclockwise. */
  readonly ring: Ring;
  readonly plateM2: number;
  readonly storeys: number;
  /** No unit of the building's own use is to be smaller; 0: the law says nothing. */
  readonly leastM2: number;
  readonly law: PlateLaw;
  readonly proposals: readonly PlateProposal[];
}

/** 楼层平面: the plate of a storey and proposals for it; nothing is drawn. */
export function floorPlans(
  { land }: Pick<City, 'land'>,
  judgement: Judgement,
  { building: key, storey, alike, wishes }: FloorPlansAsked,
): Result<FloorPlansView, FloorRefusal> {
  const table = land.table('building');
  const building = table.record(key);
  if (!building) return refuse('no-such-record', { kind: 'building', id: `#${key + 1}` });
  const id = building.name ?? building.id;
  const storeys = storeyCount(building);
  if (storeys === null) return refuse('storeys-unknown', { id });
  if (storey < 1 || storey > storeys) return refuse('no-such-storey', { id, storey, storeys });
  const { layer, row } = table.drawn(key);
  const shape = planeShape(layer, row, zoneOfFeature(layer, row));
  if (shape.length !== 1 || shape[0].length !== 1) return refuse('no-plate', { id });
  const ring = framedPlate(shape[0][0] as Ring);
  const park = parkOf(land, building);
  const law = plateLaw(judgement, building, key, park);
  const leastM2 = law.least[kindName(kindOfUnit({}, building))]?.areaM2 ?? 0;
  // Above the ground floor no unit has a door of its own to the outside.
  const strictest = alike ? Math.max(...storeysAlike(building, storey, storeys)) : storey;
  const proposals = wishes
    ? plateProposals(ring, { ...wishes, leastM2: leastM2 || wishes.bayM ** 2 }, placeOf(building, strictest))
    : [];
  const own = park === null ? undefined : land.table('park').record(park);
  return ok({
    building,
    parkId: own?.id,
    leased: (own?.leases ?? []).flatMap(({ buildingId = building.id, unitId }) =>
      buildingId === building.id && unitId !== undefined ? [unitId] : [],
    ),
    ring,
    plateM2: writtenM2(ringArea(ring)),
    storeys,
    leastM2,
    law,
    proposals,
  });
}

/** Of the parcel it names; null where that is of none. */
function parkOf(land: City['land'], { parcelId }: Building): Key | null {
  const parcels = land.table('parcel');
  const key = parcelId === undefined ? undefined : parcels.called(parcelId);
  const parkId = key === undefined ? undefined : parcels.record(key)?.parkId;
  return (parkId === undefined ? undefined : land.table('park').called(parkId)) ?? null;
}
