import { placeOf, writtenM2 } from '../../desk/plates/floor.ts';
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
import { valueOn } from '../../policy/in-force.ts';
import type { City } from '../city.ts';
import type { Judgement } from '../judgement.ts';

export interface FloorPlansAsked {
  readonly building: Key;
  readonly storey: number;
  /** Null: the plate alone is asked for, not how it could be divided. */
  readonly wishes: FloorWishes | null;
}

/** A storey to be divided, and ways to do it. */
export interface FloorPlansView {
  readonly building: Building;
  /** Of the parcel it names. */
  readonly parkId?: string;
  /** Metres of the building's frame, counterclockwise. */
  readonly ring: Ring;
  readonly plateM2: number;
  readonly storeys: number;
  /** No unit is to be smaller, by the law and the storeys of the building; 0: it says nothing. */
  readonly leastM2: number;
  readonly proposals: readonly PlateProposal[];
}

/** 楼层平面: the plate of a storey and proposals for it; nothing is drawn. */
export function floorPlans(
  { land }: Pick<City, 'land'>,
  { law }: Pick<Judgement, 'law'>,
  { building: key, storey, wishes }: FloorPlansAsked,
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
  const leastM2 = leastOf(law, storeys);
  const proposals = wishes
    ? plateProposals(ring, { ...wishes, leastM2: leastM2 || wishes.bayM ** 2 }, placeOf(building, storey))
    : [];
  return ok({
    building,
    parkId: parkOf(land, building),
    ring,
    plateM2: writtenM2(ringArea(ring)),
    storeys,
    leastM2,
    proposals,
  });
}

/** Storeys of a low building 低层, at most; the clause's own word (GB 50352: not above 10 m). */
const LOW_STOREYS = 2;

/** 单元最小面积 of clause 11 on the day the land is judged. */
function leastOf({ pack, date }: Judgement['law'], storeys: number): number {
  const id = storeys <= LOW_STOREYS ? 'unit.low' : 'unit.high';
  const rule = pack.rules.find((own) => own.id === id);
  return rule?.test.kind === 'each' ? (valueOn(rule.test.value, date) ?? 0) : 0;
}

function parkOf(land: City['land'], { parcelId }: Building): string | undefined {
  const parcels = land.table('parcel');
  const key = parcelId === undefined ? undefined : parcels.called(parcelId);
  return key === undefined ? undefined : parcels.record(key)?.parkId;
}
