import type { PlaneCrs } from '../../domain/geodesy/crs.ts';
import type { Shape } from '../../domain/geometry/edit/frame.ts';
import { ringArea } from '../../domain/geometry/edit/shapes.ts';
import type { Layer } from '../../domain/geometry/columns/layer.ts';
import { problemsOf } from '../../domain/geometry/valid/validity.ts';
import { isIndustrialStorey, isProduction } from '../../domain/land/building-facts.ts';
import type { Key } from '../../domain/land/change.ts';
import type { LandUses } from '../../domain/land/land-use.ts';
import type { Building, Parcel } from '../../domain/land/model.ts';
import { floorAreas, massOf, storeyCount } from '../../domain/land/storeys.ts';
import { ok, refuse, type Refusal, type Result } from '../../domain/outcome.ts';
import { countedStoreys } from '../../layout/building.ts';
import type { Layout } from '../../layout/shape/layout.ts';
import type { LayoutConditions } from '../../layout/shape/settings.ts';
import type { LaidBuilding, LayoutSite, StandingBuilding } from '../../layout/shape/site.ts';
import type { IntentOf } from '../intent.ts';
import { buildingsOn } from '../intents/buildings-on.ts';
import { editOf } from '../intents/intents.ts';
import { parcelUnder } from '../intents/on-parcel.ts';
import { listed, type IntentRefusal } from '../intents/operation.ts';
import type { LandAround } from '../land-around.ts';
import { drawingPlane, planeShape } from '../stored-shape.ts';
import { overlapsWith } from '../tools/overlaps.ts';
import { conditionsOf } from './conditions.ts';
import { sidesOf, type Side } from './sides.ts';
import { stays, type LayingWishes } from './wishes.ts';

/** A building that is there: kept, or in the way of what is laid out. */
interface BuildingThere {
  readonly key: Key;
  /** 现状 */
  readonly existing: boolean;
  readonly isKept: boolean;
  readonly parts: readonly StandingBuilding[];
}

/** Land to be laid out, on its plane: a parcel, or several that adjoin. */
export interface LandToLay {
  readonly parcels: readonly { readonly key: Key; readonly record: Parcel }[];
  readonly site: LayoutSite;
  readonly sides: readonly Side[];
  readonly crs: PlaneCrs;
  readonly conditions: LayoutConditions;
  readonly buildings: readonly BuildingThere[];
  /** Storeys over 8 m are wished for, which count twice on some of the parcels only: there the plot ratio will be higher than the layout's. */
  readonly countsUnlike: boolean;
}

/**
 * Whether storeys of a building higher than 8 m count twice 计两层, as the judgement has it; of several parcels where they do on all of
 * them: what counts once on some would pass for more than it is.
 */
type CountsTwice = (building: Pick<Building, 'use'>) => boolean;

/** What is laid out but for amenities. */
const FACTORY: Pick<Building, 'use'> = { use: 'production' };

export type LayingRefusal =
  | Refusal<
      | 'no-such-record' // {kind, id}
      | 'layout-without-boundary' // {id}: not drawn, or broken
    >
  | IntentRefusal;

/**
 * The land of these parcels as a layout needs it; 规划条件 of their records take the place of the national indices.
 * @param landUses of the law by which what is taken of it is judged
 */
export function landToLay(
  around: LandAround,
  keys: readonly Key[],
  wishes: LayingWishes,
  landUses: LandUses,
): Result<LandToLay, LayingRefusal> {
  const table = around.land.table('parcel');
  const parcels: { readonly key: Key; readonly record: Parcel }[] = [];
  for (const key of keys) {
    const [record, shape] = [table.record(key), table.shape(key)];
    if (!record || !shape) return refuse('no-such-record', { kind: 'parcel', id: `#${key + 1}` });
    if (shape.partStart[1] === 0 || problemsOf(shape, 0).some(({ severity }) => severity === 'broken'))
      return refuse('layout-without-boundary', { id: record.id });
    parcels.push({ key, record });
  }
  const whole = wholeOf(around, keys);
  if (!whole.ok) return whole;
  const { record, shape } = whole.value;
  const crs = drawingPlane(shape);
  const land = planeShape(shape, 0, crs);
  const whereTwice = (building: Pick<Building, 'use'>) =>
    parcels.filter((one) => isIndustrialStorey(building, { parcel: one.record }, landUses));
  const countsTwice: CountsTwice = (building) => whereTwice(building).length === parcels.length;
  const isTall = countedStoreys(2, wishes.heights, { isIndustrial: true }) > 2;
  const countsUnlike = isTall && !countsTwice(FACTORY) && whereTwice(FACTORY).length > 0;
  const buildings = buildingsThere(around, keys, crs, wishes.kept, countsTwice);
  const { sides, site } = siteOf(land, wishes, countsTwice);
  const standing = buildings.flatMap(({ isKept, parts }) => (isKept ? parts : []));
  const locked = site.locked.filter((one) => !standing.some((other) => sharesGround(one, other)));
  const conditions = conditionsOf(record);
  return ok({ parcels, site: { ...site, standing, locked }, sides, crs, conditions, buildings, countsUnlike });
}

/** What was locked stays only where nothing stands by now: land may be another since. */
function sharesGround({ ring }: StandingBuilding, other: StandingBuilding): boolean {
  const there = { table: 'building', key: 0, shape: [[other.ring]] } as const;
  return (overlapsWith([[ring]], { meeting: () => [there] }, { table: 'building' }) ?? []).length > 0;
}

/** Several as they were one: with its boundary, and its conditions as a merger has them. */
function wholeOf(
  around: LandAround,
  keys: readonly Key[],
): Result<{ readonly record: Parcel; readonly shape: Layer }, LayingRefusal> {
  const table = around.land.table('parcel');
  if (keys.length === 1) return ok({ record: table.record(keys[0])!, shape: table.shape(keys[0])! });
  const merged = editOf(around, { do: 'merge', parcels: keys });
  if (!merged.ok) return merged;
  const [{ record, shape }] = merged.value.change.tables.parcel!.put!;
  return ok({ record, shape });
}

function siteOf(
  land: Shape,
  wishes: LayingWishes,
  countsTwice: CountsTwice,
): { readonly site: LayoutSite; readonly sides: readonly Side[] } {
  const rings = land.flat() as LayoutSite['rings'];
  const sides = sidesOf(
    rings,
    land.flatMap((part) => part.map((_, i) => i > 0)),
  );
  const setbacksM = rings.map((ring) => ring.map(() => wishes.setbackM));
  sides.forEach(({ ring, edges }, s) => {
    for (const edge of edges) setbacksM[ring][edge] = wishes.sideSetbacksM[s] ?? wishes.setbackM;
  });
  const entrance = wishes.entranceSide === null ? null : (sides[wishes.entranceSide]?.at ?? null);
  const isIndustrial = countsTwice(FACTORY);
  // The class of the land may be another since they were locked.
  const locked = wishes.locked.map((one) => ({ ...one, countedM2: countedOf(one, countsTwice) }));
  return { sides, site: { rings, setbacksM, entrance, isIndustrial, standing: [], locked } };
}

/** Those that name one of the parcels, and those that name none and stand on one. */
function buildingsThere(
  around: LandAround,
  parcels: readonly Key[],
  crs: PlaneCrs,
  kept: LayingWishes['kept'],
  countsTwice: CountsTwice,
): BuildingThere[] {
  const table = around.land.table('building');
  return [...new Set(parcels.flatMap((parcel) => buildingsOn(around, parcel)))].flatMap((key) => {
    const [record, shape] = [table.record(key)!, table.shape(key)];
    if (!shape || shape.partStart[1] === 0) return [];
    const { parcelId, existing = table.first(key) !== undefined } = record;
    if (parcelId === undefined && !parcels.includes(parcelUnder(around, shape) ?? -1)) return [];
    const isKept = stays({ kept }, { key, existing });
    return [{ key, existing, isKept, parts: partsOf(record, planeShape(shape, 0, crs), countsTwice) }];
  });
}

const groundOf = ([outer, ...holes]: Shape[number]): number =>
  holes.reduce((area, hole) => area - Math.abs(ringArea(hole)), Math.abs(ringArea(outer)));

/** 计容 of a building of an earlier layout. */
const countedOf = ({ use, storeyHeightsM, footprintM2 }: LaidBuilding, countsTwice: CountsTwice): number =>
  floorAreas({ id: '', storeyHeightsM }, footprintM2, countsTwice({ use }))?.counted ?? 0;

/** What stands, ring by ring; its floor is the first one's. Storeys that the record does not know are one. */
function partsOf(record: Building, shape: Shape, countsTwice: CountsTwice): StandingBuilding[] {
  const isFactory = isProduction(record);
  const footprintM2 = record.footprintM2 ?? shape.reduce((sum, part) => sum + groundOf(part), 0);
  const areas = floorAreas(record, footprintM2, countsTwice(record));
  const { total, counted } = areas ?? { total: footprintM2, counted: footprintM2 };
  return shape.map(([ring], part) => ({
    ring: ring as StandingBuilding['ring'],
    use: isFactory ? 'production' : 'amenity',
    storeys: storeyCount(record) ?? 1,
    heightM: massOf(record, isFactory).heightM,
    floorM2: part === 0 ? total : 0,
    countedM2: part === 0 ? counted : 0,
  }));
}

/** A layout taken 采用: its buildings as ordinary ones, in place of those that do not stay. */
export function drawingOf(layout: Layout, { crs, parcels, buildings }: LandToLay): IntentOf<'draw-buildings'> {
  const parcelId = parcels.length === 1 ? parcels[0].record.id : undefined;
  return {
    do: 'draw-buildings',
    crs: crs.epsg,
    outlines: layout.buildings.map(({ ring, use, storeys, storeyHeightsM }) => ({
      shape: [[ring.map(([x, y]) => [x, y] as [number, number])]],
      fields: { ...(parcelId !== undefined && { parcelId }), use, storeys, storeyHeightsM: [...storeyHeightsM] },
    })),
    gone: buildings.filter(({ isKept }) => !isKept).map(({ key }) => key),
    note: {
      code: 'laid-out',
      params: {
        id: listed(parcels.map(({ record }) => record.id)),
        family: layout.family,
        count: layout.buildings.length,
      },
    },
  };
}
