import { pointInside } from '../../../domain/geometry/lines/point-inside.ts';
import type { MapFrame } from '../../../domain/land/sheets/map-frames.ts';
import type { PlaneParts, SheetLand } from '../../../domain/land/sheets/sheet-land.ts';
import { textWidth, type DrawnText, type Line, type Mark, type Point } from '../drawing.ts';
import { clippedLine, clippedRing, isInside } from './clip.ts';
import { freeGround, type Reach } from './free-ground.ts';
import type { Labels } from './labels.ts';
import { besideFill, BUILDING, INK, LINES, ownFill, PAPER, QUIET } from './look.ts';
import { onFrame, ringsOn, type OnFrame } from './on-frame.ts';
import type { MapWords } from './words.ts';

/** Land of others, that of the park, buildings, borders: what lies under the grid and the words. */
export function landMarks(land: SheetLand, frame: MapFrame): Mark[] {
  const on = onFrame(frame);
  const { size } = land;
  const fills = (shapes: readonly PlaneParts[], fill: string): Mark[] => {
    const rings = shapes.flatMap((parts) => ringsOn(parts, on).map((ring) => clippedRing(ring, size)));
    const drawn = rings.filter((ring) => ring.length > 2);
    return drawn.length > 0 ? [{ is: 'area', rings: drawn, fill }] : [];
  };
  const edges = (shapes: readonly PlaneParts[], line: Line): Mark[] => {
    const lines = shapes.flatMap((parts) =>
      ringsOn(parts, on).flatMap((ring) => clippedLine([...ring, ring[0]], size)),
    );
    return lines.length > 0 ? [{ is: 'lines', lines, line }] : [];
  };
  return [
    ...land.beside.flatMap((other) => fills([other.parts], besideFill(other))),
    ...edges(
      land.beside.map(({ parts }) => parts),
      LINES.beside,
    ),
    ...land.parcels.flatMap((own) => fills([own.parts], ownFill(own))),
    ...land.buildings.flatMap(({ parts }) => fills([parts], BUILDING)),
    ...edges(
      land.buildings.map(({ parts }) => parts),
      LINES.building,
    ),
    ...land.parcels.flatMap(({ parts }) => edges([parts], LINES.border)),
  ];
}

/** mm of letters. */
const SIZES = { id: 2.6, area: 2.2, storeys: 1.9, site: 2.6 };
const SITE_RADIUS = 2.3;
/** mm from the number of a parcel up to the middle of that of its site, and down to that of its area. */
const SITE_DISTANCE = SIZES.id + SITE_RADIUS + 0.4;
const AREA_BELOW = 3.1;
/** mm round a text. */
const AIR = 0.3;

/** Numbers and areas of parcels, off the buildings as far as there is ground, storeys of buildings, numbers of sites, each where it has room. */
export function landLabels(land: SheetLand, frame: MapFrame, words: MapWords, labels: Labels): void {
  const on = onFrame(frame);
  const sites = new Set<number>();
  const built = land.buildings.flatMap(({ parts }) => ringsOn(parts, on));
  for (const { id, parts } of land.parcels) {
    const place = placeIn(parts, on, land);
    if (!place) continue;
    const said = words.areaOf(id);
    const hasArea = said !== '' && place.room > textWidth(said, SIZES.area) && place.height > 9;
    const site = words.siteOf(id);
    const isFirst = site !== null && !sites.has(site);
    const [x, y] = groundOf(place, built, reachOf(id, hasArea ? said : '', isFirst));
    if (isFirst) {
      sites.add(site);
      const beside = labels.circleNear([x, y], SITE_DISTANCE, SITE_RADIUS);
      labels.marks.push({ is: 'circle', at: beside, radius: SITE_RADIUS, fill: INK });
      labels.marks.push({ ...text(String(site), beside, SIZES.site, PAPER), isBold: true });
    }
    const own: DrawnText = { ...text(id, [x, y], SIZES.id, INK), isBold: true, hasHalo: true };
    const area: DrawnText = { ...text(said, [x, y + AREA_BELOW], SIZES.area, INK), hasHalo: true };
    if (place.room < textWidth(id, SIZES.id) || !(hasArea && labels.put(own, area))) labels.put(own);
  }
  for (const building of land.buildings) buildingLabel(building, placeIn(building.parts, on, land), labels);
}

/** How far the number of a parcel reaches with its area below it and, of the first of a site, the number of that above. */
function reachOf(id: string, area: string, isFirst: boolean): Reach {
  return {
    up: isFirst ? SITE_DISTANCE + SITE_RADIUS + AIR : SIZES.id / 2 + AIR,
    down: area === '' ? SIZES.id / 2 + AIR : AREA_BELOW + SIZES.area / 2 + AIR,
    aside: Math.max(textWidth(id, SIZES.id), textWidth(area, SIZES.area)) / 2 + AIR,
  };
}

/** Where these stand on no building, else where only the number of the site does, else in the middle. */
function groundOf({ at, rings }: Place, built: readonly (readonly Point[])[], reach: Reach): Point {
  const alone = { ...reach, up: SIZES.id / 2 + AIR };
  return freeGround(rings, built, at, reach) ?? freeGround(rings, built, at, alone) ?? at;
}

/** Number and storeys one above the other, else the storeys alone. */
function buildingLabel({ name, storeys }: SheetLand['buildings'][number], place: Place | null, labels: Labels): void {
  if (!place || place.room < 5 || place.height < 3) return;
  const [x, y] = place.at;
  const line = (said: string, dy: number): DrawnText => ({
    ...text(said, [x, y + dy], SIZES.storeys, QUIET),
    hasHalo: true,
  });
  const above = name !== undefined && place.height > 6 && place.room > textWidth(name, SIZES.storeys) ? name : null;
  const height = storeys === null ? null : `${storeys}F`;
  if (above !== null && height !== null && labels.put(line(above, -1.3), line(height, 1.3))) return;
  const alone = height ?? above;
  if (alone !== null) labels.put(line(alone, 0));
}

const text = (said: string, at: Point, mm: number, colour: string): DrawnText =>
  ({ is: 'text', text: said, at, align: 'middle', mm, colour }) as const;

interface Place {
  readonly at: Point;
  /** What the sheet shows of the feature. */
  readonly rings: readonly (readonly Point[])[];
  readonly room: number;
  readonly height: number;
}

/** Where a word stands in what the sheet shows of a feature, and how much room there is, mm. */
function placeIn(parts: PlaneParts, on: OnFrame, { size }: SheetLand): Place | null {
  const rings = ringsOn(parts, on).map((ring) => clippedRing(ring, size));
  const closed = rings.filter((ring) => ring.length > 2).map((ring) => [...ring, ring[0]]);
  const at = closed.length > 0 ? pointInside(closed) : null;
  if (!at || !isInside(at, size)) return null;
  const points = closed.flat();
  const span = (axis: 0 | 1) => Math.max(...points.map((p) => p[axis])) - Math.min(...points.map((p) => p[axis]));
  return { at, rings: rings.filter((ring) => ring.length > 2), room: span(0), height: span(1) };
}
