import type { Geometry } from 'geojson';
import type { Intent, IntentOf } from '../../../../desk/intent.ts';
import type { PlaneCrs } from '../../../../domain/geodesy/crs.ts';
import { massOf } from '../../../../domain/land/storeys.ts';
import { planeCrsOf, toLonLat } from '../../../../domain/geodesy/zones.ts';
import type { LaidGround, PlannedBuilding } from '../../../../map/index.ts';
import type { Language } from '../../../../texts/language.ts';
import { sketchMap } from '../../../../texts/ui/sketch-map.ts';
import type { LaidLand, Offered } from '../laying/asked.ts';
import { outlineOf } from './outlines.ts';
import { standingOf } from './standing.ts';

/** A layout that would be taken: no tool draws its buildings. */
export const isLaidOut = (intent: Intent): intent is IntentOf<'draw-buildings'> =>
  intent.do === 'draw-buildings' && intent.note?.code === 'laid-out';

/** Keys that no record has: buildings of a layout are none yet. */
const NO_RECORD = 1e9;

/** Buildings of a layout for the map, by storeys; they have no numbers before it is taken. */
export function laidBuildings(intent: Intent | null, language: Language): PlannedBuilding[] {
  const crs = intent && isLaidOut(intent) ? planeCrsOf(intent.crs) : null;
  if (!crs || !intent || !isLaidOut(intent)) return [];
  const say = sketchMap[language];
  return intent.outlines.map(({ shape, fields }, i) => ({
    key: NO_RECORD + i,
    geometry: outlineOf({ shape }, crs),
    label: fields?.use === 'amenity' ? say.amenity : '',
    ...(fields?.storeys !== undefined && { change: say.storeys(fields.storeys) }),
    ...standingOf(
      language,
      fields?.use === 'amenity' ? say.amenity : '',
      fields?.storeys === undefined ? '' : say.storeys(fields.storeys),
      massOf(fields ?? {}, fields?.use !== 'amenity'),
    ),
    existing: false,
    selected: true,
    parcelKey: null,
  }));
}

type Rings = LaidLand['rings'];

const polygon = (ring: Rings[number], crs: PlaneCrs): Geometry => {
  const points = ring.map(([east, north]) => toLonLat(crs, east, north));
  return { type: 'Polygon', coordinates: [[...points, points[0]]] };
};

/** What a layout takes of the land beside its buildings, the land alone where there is none; `side`: one that is pointed at. */
export function laidGround(land: LaidLand, layout: Offered | null, side: number | null): LaidGround | null {
  const crs = planeCrsOf(land.crs);
  if (!crs) return null;
  const all = (rings: Rings): Geometry[] => rings.map((ring) => polygon(ring, crs));
  const outer = new Set(land.sides.filter(({ isInner }) => !isInner).map(({ ring }) => ring));
  const whole = land.rings.flatMap((ring, r) => (outer.has(r) ? [{ shell: ring, holes: holesIn(land, r) }] : []));
  return {
    land: {
      type: 'MultiPolygon',
      coordinates: whole.map(({ shell, holes }) =>
        [shell, ...holes].map((ring) => (polygon(ring, crs) as { coordinates: number[][][] }).coordinates[0]),
      ),
    },
    ways: all(layout?.roads ?? []),
    parking: all(layout?.parking ?? []),
    yards: all(layout?.aprons ?? []),
    kept: all(land.buildings.flatMap(({ isKept, rings }) => (isKept ? rings : []))),
    side: side === null ? null : lineOf(land, side, crs),
  };
}

/** Rings come part by part, each with its holes after it. */
function holesIn({ rings, sides }: LaidLand, shell: number): Rings {
  const inner = new Set(sides.filter(({ isInner }) => isInner).map(({ ring }) => ring));
  const after = rings.slice(shell + 1);
  const end = after.findIndex((_, i) => !inner.has(shell + 1 + i));
  return after.slice(0, end < 0 ? undefined : end);
}

function lineOf({ rings, sides }: LaidLand, side: number, crs: PlaneCrs): Geometry | null {
  const of = sides[side];
  if (!of) return null;
  const ring = rings[of.ring];
  const points = [...of.edges, of.edges[of.edges.length - 1] + 1].map((i) => ring[i % ring.length]);
  return { type: 'LineString', coordinates: points.map(([east, north]) => toLonLat(crs, east, north)) };
}
