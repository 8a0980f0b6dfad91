import type { Feature, Position } from 'geojson';
import type { PlaneCrs } from '../../domain/geodesy/crs.ts';
import { landCrs, planeCrsOf, toPlane } from '../../domain/geodesy/zones.ts';
import { ringsOf } from '../../domain/geometry/draw/drawn-rings.ts';
import { pointInside } from '../../domain/geometry/lines/point-inside.ts';
import type { LandClass } from '../../domain/land/model.ts';
import { multiples, roundStep } from '../../domain/quantity/round-step.ts';

/** mm of paper from the upper left corner of the frame. */
type Point = readonly [x: number, y: number];

interface DrawnParcel {
  readonly id: string;
  readonly path: string;
  readonly landClass: LandClass | null;
  /** Of the park; else it is a road beside it. */
  readonly isOwn: boolean;
  /** Where its number stands, and how wide it may be there, mm. */
  readonly at: Point | null;
  readonly room: number;
}

interface DrawnBuilding {
  readonly path: string;
  readonly at: Point | null;
  readonly storeys: number | null;
  readonly room: number;
}

/** A sheet of the park on the plane of its land, to a round scale. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** 1 : so many. */
  readonly scale: number;
  readonly crs: PlaneCrs;
  readonly parcels: readonly DrawnParcel[];
  readonly buildings: readonly DrawnBuilding[];
  readonly gridM: number;
  /** Eastings and northings of the grid, metres, and where they run. */
  readonly eastings: readonly { readonly metres: number; readonly at: number }[];
  readonly northings: readonly { readonly metres: number; readonly at: number }[];
}

interface LandFile {
  readonly crs?: { readonly properties?: { readonly name?: string } };
  readonly features: readonly Feature[];
}

type Rings = readonly (readonly Position[])[];

/** Within the margins of A4, less the numbers of the grid. */
const WIDTH_MM = 168;
/** With what stands above it the map is on the first page. */
const MOST_HEIGHT_MM = 112;
const LEAST_HEIGHT_MM = 70;
const MARGIN_MM = 8;
const SCALES = [200, 300, 500, 800, 1000, 1500, 2000, 2500, 3000, 4000, 5000, 8000, 10_000, 15_000, 20_000, 25_000, 50_000, 100_000, 200_000]; // prettier-ignore

/** The plane the file is in, or that of the land its degrees lie in. */
function planeOf({ crs, features }: LandFile): { readonly declared: boolean; readonly crs: PlaneCrs } | null {
  const epsg = /(\d+)$/.exec(crs?.properties?.name ?? '')?.[1];
  const declared = epsg === undefined ? null : planeCrsOf(Number(epsg));
  if (declared) return { declared: true, crs: declared };
  const first = features
    .flatMap((own) => ringsOf(own.geometry))
    .at(0)
    ?.at(0);
  return first ? { declared: false, crs: landCrs(first[0]) } : null;
}

/** Null where no parcel of the park is drawn. */
export function sheetOf(land: readonly object[], park: string): Sheet | null {
  const files = land as readonly LandFile[];
  const crs = planeOf(files[0])?.crs;
  if (!crs) return null;
  const drawn = files.flatMap((file) => {
    const isPlane = planeOf(file)?.declared;
    const onPlane = (at: Position): Position => (isPlane ? at : toPlane(crs, at[0], at[1]));
    return file.features.map(({ properties, geometry }) => ({
      properties: properties ?? {},
      rings: ringsOf(geometry).map((ring) => ring.map(onPlane)),
    }));
  });
  const isOwn = ({ properties }: (typeof drawn)[number]) => properties.parkId === park;
  const parcels = drawn.filter(({ properties, rings }) => properties.kind === 'parcel' && rings.length > 0);
  const box = boxOf(parcels.filter(isOwn).flatMap(({ rings }) => rings.flat()));
  if (!box) return null;
  const frame = frameOf(box);
  const { on, scale } = frame;
  const place = (rings: Rings) => placeIn(rings, on, scale);
  return {
    ...frame,
    crs,
    parcels: parcels.map((own) => ({
      id: String(own.properties.id),
      path: pathOf(own.rings, on),
      landClass: (own.properties.landClass as LandClass | undefined) ?? null,
      isOwn: isOwn(own),
      ...place(own.rings),
    })),
    buildings: drawn
      .filter(({ properties, rings }) => properties.kind === 'building' && rings.length > 0)
      .map((own) => ({
        path: pathOf(own.rings, on),
        storeys: (own.properties.storeys as number | undefined) ?? null,
        ...place(own.rings),
      })),
  };
}

type Box = readonly [west: number, south: number, east: number, north: number];

function boxOf(points: readonly Position[]): Box | null {
  if (points.length === 0) return null;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));
  return [least(xs), least(ys), most(xs), most(ys)];
}

type On = (at: Position) => Point;

function frameOf([west, south, east, north]: Box) {
  const [width, height] = [east - west, north - south];
  const fits = (n: number) =>
    (width * 1000) / n <= WIDTH_MM - 2 * MARGIN_MM && (height * 1000) / n <= MOST_HEIGHT_MM - 2 * MARGIN_MM;
  const scale = SCALES.find(fits) ?? SCALES[SCALES.length - 1];
  const perMm = scale / 1000;
  const heightMm = Math.min(MOST_HEIGHT_MM, Math.max(LEAST_HEIGHT_MM, height / perMm + 2 * MARGIN_MM + 6));
  const left = (west + east) / 2 - (WIDTH_MM / 2) * perMm;
  const top = (south + north) / 2 + (heightMm / 2) * perMm;
  const on: On = ([x, y]) => [(x - left) / perMm, (top - y) / perMm];
  const gridM = roundStep(30 * perMm);
  return {
    width: WIDTH_MM,
    height: heightMm,
    scale,
    on,
    gridM,
    eastings: multiples(left, left + WIDTH_MM * perMm, gridM).map((m) => ({ metres: m, at: on([m, top])[0] })),
    northings: multiples(top - heightMm * perMm, top, gridM).map((m) => ({ metres: m, at: on([left, m])[1] })),
  };
}

/** To a hundredth of a mm. */
const pathOf = (rings: Rings, on: On): string =>
  rings
    .map(
      (ring) =>
        `M${ring
          .map((at) =>
            on(at)
              .map((mm) => Math.round(mm * 100) / 100)
              .join(' '),
          )
          .join('L')}Z`,
    ) // prettier-ignore
    .join('');

/** Where a word has room inside, and how much. */
function placeIn(rings: Rings, on: On, scale: number): { readonly at: Point | null; readonly room: number } {
  const at = pointInside(rings);
  const box = boxOf(rings.flat());
  if (!at || !box) return { at: null, room: 0 };
  return { at: on(at), room: (Math.min(box[2] - box[0], 3 * (box[3] - box[1])) * 1000) / scale };
}
