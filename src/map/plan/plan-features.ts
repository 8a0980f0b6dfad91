import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { ringsOf } from '../../domain/geometry/draw/drawn-rings.ts';
import { pointInside } from '../../domain/geometry/lines/point-inside.ts';
import { collection, empty, feature } from '../features.ts';
import type { Plan, PlannedBuilding, PlannedParcel } from '../tools/contract.ts';
import type { MapState } from '../view.ts';
import { edgeLabel, zoomFor } from './edge-label.ts';

/** What the tiles leave to a plan; the same object as before where it is the same, so that no layer is filtered anew. */
export function plannedOf(plan: Plan | null, before: MapState['planned']): MapState['planned'] {
  const planned = plan && {
    parcels: plan.parcels.map(({ key }) => key),
    buildings: plan.buildings.map(({ key }) => key),
    hasSites: plan.sites !== null,
    standing: plan.buildings.flatMap(({ key, mass }) => (mass === undefined ? [] : [key])),
  };
  return JSON.stringify(planned) === JSON.stringify(before) ? before : planned;
}

/* The park in hand as sources: its parcels with their names, its buildings as plates. */

type Planned = Plan | null;

const isNothing = (shape: Geometry): boolean => shape.type !== 'Polygon' && shape.type !== 'MultiPolygon';

export const planParcels = (plan: Planned): FeatureCollection =>
  plan ? collection(plan.parcels.flatMap(parcelOf)) : empty;

const parcelOf = ({ key, geometry, role, selected }: PlannedParcel): Feature[] =>
  isNothing(geometry) ? [] : [feature(geometry, { role, selected: selected === true }, key)];

export const planBuildings = (plan: Planned): FeatureCollection =>
  plan ? collection(plan.buildings.flatMap(buildingOf)) : empty;

export const lookOf = ({ selected, change, existing, cleared }: PlannedBuilding): string =>
  cleared ? 'cleared' : selected || change !== undefined ? 'chosen' : existing ? 'existing' : 'plain';

const buildingOf = (building: PlannedBuilding): Feature[] =>
  isNothing(building.geometry)
    ? []
    : [feature(building.geometry, { look: lookOf(building), existing: building.existing }, building.key)];

/** Width of a line of text of 12 px, px: what is Chinese is as wide as it is high. */
const textWidth = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > '⺀' ? 12 : 6.8), 0);

/** Named along their boundary, clear of buildings, from where there is room for it. */
export function planParcelNames(plan: Planned): FeatureCollection {
  const buildings = (plan?.buildings ?? []).map(({ geometry }) => geometry);
  return collection(
    (plan?.parcels ?? []).flatMap(({ key, geometry, label, role }) => {
      const edge = label === '' ? null : edgeLabel(geometry, textWidth(label), buildings);
      if (!edge) return [];
      const { at, turn, side, from } = edge;
      return [feature({ type: 'Point', coordinates: at }, { label, turn, side, from, role }, key)];
    }),
  );
}

/** A space at which no line ends. */
const NBSP = '\u00A0';

/** A building that is a little too narrow is named with the others: so much earlier, in zooms. */
const TOGETHER = 0.35;

/** In the middle of each: number, storeys, and what changes. */
export function planBuildingNames(plan: Planned): FeatureCollection {
  const names = (plan?.buildings ?? []).flatMap(nameOf);
  const zooms = names.map(({ from }) => from).sort((p, q) => p - q);
  const most = zooms[Math.floor((zooms.length - 1) / 2)];
  return collection(
    names.map(({ key, at, from, ...properties }) => {
      const isNear = from > most && from - most < TOGETHER;
      return feature({ type: 'Point', coordinates: at }, { ...properties, from: isNear ? most : from }, key);
    }),
  );
}

function nameOf({ key, geometry, label, storeys, change }: PlannedBuilding) {
  const at = pointInside(ringsOf(geometry));
  if (!at) return [];
  const more = (change ?? storeys ?? '').replaceAll(' ', NBSP);
  const [width, depth] = [chordOf(geometry, at, 0), chordOf(geometry, at, 1)];
  // On two lines where it is not wider than it is deep.
  const isWide = width > 1.4 * depth;
  const px = isWide ? textWidth(`${label} ${more}`) : Math.max(textWidth(label), textWidth(more));
  const join = more === '' ? '' : isWide ? ' ' : '\n';
  const isChanged = change !== undefined;
  return [{ key, at, label: label.replaceAll(' ', NBSP), join, more, isChanged, from: zoomFor(width, px, at[1]) }];
}

const METRES_PER_DEGREE = 111_320;

/** The room there is at a place inside from west to east (`axis` 0) or from south to north (1), metres. */
function chordOf(geometry: Geometry, at: Position, axis: 0 | 1): number {
  const across = 1 - axis;
  const crossings = ringsOf(geometry).flatMap((ring) =>
    ring.slice(1).flatMap((b, i) => {
      const a = ring[i];
      if (a[across] > at[across] === b[across] > at[across]) return [];
      return [a[axis] + ((at[across] - a[across]) / (b[across] - a[across])) * (b[axis] - a[axis])];
    }),
  );
  const before = crossings.filter((place) => place <= at[axis]);
  const after = crossings.filter((place) => place > at[axis]);
  if (before.length === 0 || after.length === 0) return 0;
  const degrees = Math.min(...after) - Math.max(...before);
  return degrees * METRES_PER_DEGREE * (axis === 0 ? Math.cos((at[1] * Math.PI) / 180) : 1);
}

export const planMarks = (plan: Planned): FeatureCollection =>
  collection(
    (plan?.marks ?? []).map(({ at, outcome }) => feature({ type: 'Point', coordinates: [...at] }, { outcome })),
  );
