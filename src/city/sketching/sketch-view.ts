import type { Bounds } from '../../domain/geometry/columns/bounds.ts';
import { boundsOf } from '../../domain/geometry/measure/measures.ts';
import type { Key } from '../../domain/land/change.ts';
import { isIndustrialStorey } from '../../domain/land/building-facts.ts';
import type { BuildingFacts, ParcelFacts } from '../../domain/land/facts.ts';
import type { Figure, Input } from '../../domain/land/figure.ts';
import type { Building, Parcel } from '../../domain/land/model.ts';
import { heightOf, storeyCount } from '../../domain/land/storeys.ts';
import type { SquareMetres } from '../../domain/quantity/units.ts';
import { landUsesOf } from '../../policy/land-uses.ts';
import { buildingsOn } from '../../desk/intents/buildings-on.ts';
import type { City } from '../city.ts';
import type { Judgement } from '../judgement.ts';

/** A figure with its basis, as far as it is known. */
type LineFigure = Pick<Figure, 'value' | 'basis' | 'resolution'> | null;

/** A building of the park, as its table shows it. */
interface BuildingLine extends Pick<
  Building,
  'id' | 'name' | 'use' | 'storeyHeightM' | 'storeyHeightsM' | 'floorAreaBelowM2' | 'held'
> {
  readonly key: Key;
  /** Of the parcels it stands on, each once. */
  readonly parcels: readonly Key[];
  /** 现状建筑: its record says so, or says nothing and came with the file. */
  readonly existing: boolean;
  /** Above ground; null where it is not known. */
  readonly storeys: number | null;
  /** All storeys one upon the other, m; null where it is not known. */
  readonly heightM: number | null;
  /** Its storeys above 8 m count twice for the plot ratio. */
  readonly industrial: boolean;
  /** Which of these are stated in its record, so that the outline and storeys do not tell them. */
  readonly stated: { readonly floorArea: boolean; readonly footprint: boolean };
  /** m², of its parts inside the park. */
  readonly footprint: LineFigure;
  readonly floorArea: LineFigure;
  readonly counted: LineFigure;
  /** Share of its outline inside the parcels of the park, 0–1. */
  readonly insideShare: number;
}

/** A parcel of the park, as its table shows it. */
interface ParcelLine extends Pick<Parcel, 'id' | 'name' | 'landClass' | 'status' | 'phase'> {
  readonly key: Key;
  /** 镇（街道） it lies in; '' where that is not known. */
  readonly township: string;
  /** 分园 it belongs to; null where sites are not told. */
  readonly site: number | null;
  readonly area: LineFigure;
  readonly planeM2: SquareMetres | null;
  readonly sigmaM2?: SquareMetres;
  /** It was in the file; what is drawn was not. */
  readonly ofFile: boolean;
  /** Its boundary gives an area. */
  readonly valid: boolean;
  readonly buildings: number;
}

/** What the sketch desk shows of a park beside its card. */
export interface SketchView {
  readonly key: Key;
  readonly parcels: readonly ParcelLine[];
  readonly buildings: readonly BuildingLine[];
  /** Existing buildings that were cleared, and can be kept after all. */
  readonly cleared: readonly { readonly key: Key; readonly id: string; readonly name?: string }[];
}

export function sketchView(city: City, judgement: Judgement, key: Key): SketchView {
  const { parcels, buildings, sites } = judgement.facts(key);
  const siteOf = new Map(
    sites.state === 'value' ? sites.value.flatMap((site) => site.parcelIds.map((id) => [id, site.number])) : [],
  );
  const byId = new Map(parcels.map((own) => [own.parcel.id, own]));
  const landUses = landUsesOf(judgement.law.pack);
  const parts = new Map<Key, BuildingFacts[]>();
  for (const own of buildings) parts.set(own.key, [...(parts.get(own.key) ?? []), own]);
  return {
    key,
    parcels: parcels.map((own) => ({
      ...parcelLine(city, own, siteOf.get(own.parcel.id) ?? null),
      township: judgement.places(key, [own.parcel]).townshipNames.join('、'),
    })),
    buildings: [...parts].map(([building, own]) => {
      const on = own.map(({ parcelId }) => byId.get(parcelId)!);
      const industrial = on.some((parcel) => isIndustrialStorey(own[0].building, parcel, landUses));
      return { ...buildingLine(city, building, own, on.map((parcel) => parcel.key)), industrial }; // prettier-ignore
    }),
    cleared: clearedOn(
      city,
      parcels.map((own) => own.key),
    ),
  };
}

function parcelLine(city: City, own: ParcelFacts, site: number | null): Omit<ParcelLine, 'township'> {
  const { parcel, key, area, planeM2, planeSigmaM2, valid } = own;
  const { id, name, landClass, status, phase } = parcel;
  return {
    key,
    id,
    ...defined({ name, landClass, status, phase, sigmaM2: planeSigmaM2 }),
    site,
    area: lineFigure(area),
    planeM2,
    ofFile: city.land.table('parcel').first(key) !== undefined,
    valid,
    buildings: buildingsOn(city.placed, key).length,
  };
}

function buildingLine(
  city: City,
  key: Key,
  parts: readonly BuildingFacts[],
  parcels: readonly Key[],
): Omit<BuildingLine, 'industrial'> {
  const [{ building }] = parts;
  const { id, name, use, storeyHeightM, storeyHeightsM, floorAreaBelowM2, held, floorAreaM2, footprintM2 } = building;
  const height = heightOf(building);
  return {
    key,
    id,
    ...defined({ name, use, storeyHeightM, storeyHeightsM, floorAreaBelowM2, held }),
    parcels: [...new Set(parcels)],
    existing: building.existing ?? city.land.table('building').first(key) !== undefined,
    storeys: storeyCount(building),
    heightM: typeof height === 'number' ? height : null,
    stated: { floorArea: floorAreaM2 !== undefined, footprint: footprintM2 !== undefined },
    footprint: summed(parts.map((part) => part.footprint)),
    floorArea: summed(parts.map((part) => part.floorArea)),
    counted: summed(parts.map((part) => part.countedFloorArea)),
    insideShare: Math.min(
      1,
      parts.reduce((sum, part) => sum + part.insideShare, 0),
    ),
  };
}

const lineFigure = (input: Input<Figure>): LineFigure =>
  input.state === 'value'
    ? defined({ value: input.value.value, basis: input.value.basis, resolution: input.value.resolution })
    : null;

/** Parts of one building added up; null where one is not known. */
function summed(inputs: readonly Input<Figure>[]): LineFigure {
  const known = inputs.map(lineFigure).filter((one) => one !== null);
  if (known.length < inputs.length || known.length === 0) return null;
  return known.reduce((sum, one) => ({
    value: sum.value + one.value,
    basis: sum.basis === one.basis ? sum.basis : 'plane',
    ...defined({
      resolution:
        sum.resolution === undefined || one.resolution === undefined ? undefined : sum.resolution + one.resolution,
    }),
  }));
}

/** Buildings of the file that are gone, and stood where these parcels are or named one of them. */
function clearedOn({ land, placed }: City, parcels: readonly Key[]): SketchView['cleared'] {
  const table = land.table('building');
  const ids = new Set(parcels.map((key) => land.table('parcel').record(key)!.id));
  const boxes = parcels.map((key) => placed.box('parcel', key)).filter((box) => box !== null);
  return table.gone().flatMap((key) => {
    const { record, shape } = table.first(key)!;
    const isHere =
      record.parcelId === undefined
        ? shape.partStart[1] > 0 && boxes.some((box) => meet(box, boundsOf(shape, 0) as Bounds))
        : ids.has(record.parcelId);
    return isHere ? [{ key, id: record.id, ...defined({ name: record.name }) }] : [];
  });
}

const meet = (a: Bounds, b: Bounds): boolean => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];

const defined = <T extends object>(members: T): T =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;
