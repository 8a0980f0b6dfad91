import { ancillaryFloorOf } from '../../domain/land/ancillary.ts';
import type { BuildingFacts, ParcelFacts, ParkFacts } from '../../domain/land/facts.ts';
import type { Parcel } from '../../domain/land/model.ts';
import { unitNames } from '../../domain/land/unit-names.ts';
import { statedResolutionM2 } from '../../domain/land/stated-area.ts';
import { storeyCount } from '../../domain/land/storeys.ts';
import { known, unknown, type Figure, type Input } from '../../domain/land/figure.ts';
import { sumOf } from '../../domain/land/figure-arithmetic.ts';

/** Figures of one parcel: its area, and the buildings on it summed. */
export function parcelFigure(facts: ParkFacts, parcel: ParcelFacts, name: string): Input<Figure> {
  switch (name) {
    case 'area':
      return parcel.area;
    case 'floorArea':
    case 'countedFloorArea':
      return floorOf(facts, parcel, name);
    case 'footprintArea':
      return sumOf(
        name,
        buildingsOn(facts, parcel.parcel).map((b) => b.footprint),
      );
    default:
      throw new Error(`no parcel figure ${name}`);
  }
}

export const parcelFigures = ['area', 'floorArea', 'countedFloorArea', 'footprintArea'] as const;

export function buildingFigure(facts: ParkFacts, building: BuildingFacts, name: string): Input<Figure> {
  switch (name) {
    case 'floorArea':
    case 'countedFloorArea':
      return building[name];
    case 'footprintArea':
      return building.footprint;
    case 'ancillaryFloor':
      return ancillaryFloorOf(building, unitNames(facts.buildings));
    case 'storeys':
      return storeysOf(building);
    default:
      throw new Error(`no building figure ${name}`);
  }
}

export const buildingFigures = ['floorArea', 'countedFloorArea', 'footprintArea', 'ancillaryFloor', 'storeys'] as const;

/** 地上层数 */
function storeysOf({ building }: BuildingFacts): Input<Figure> {
  const storeys = storeyCount(building);
  if (storeys === null) return unknown({ kind: 'building', id: building.id, field: 'storeys' });
  return known({ what: 'storeys', value: storeys, unit: 'count', inputs: [building.id] });
}

/**
 * Floor area on one parcel. Where no building is given the parcel's own stated floor area serves (its storeys are
 * unknown, so none is doubled); a bare parcel of a park built elsewhere has none; nothing recorded at all is unknown.
 */
function floorOf(facts: ParkFacts, { parcel }: ParcelFacts, what: 'floorArea' | 'countedFloorArea'): Input<Figure> {
  const on = buildingsOn(facts, parcel);
  if (on.length > 0)
    return sumOf(
      what,
      on.map((b) => b[what]),
    );
  const stated = (value: number, ...notes: string[]): Input<Figure> =>
    known({ what, value, unit: 'm2', basis: 'registered', resolution: statedResolutionM2, inputs: [parcel.id], notes });
  if (parcel.floorAreaM2 !== undefined)
    return what === 'floorArea'
      ? stated(parcel.floorAreaM2)
      : stated(parcel.floorAreaM2, 'storeys-missing-counted-once');
  if (plotOf(facts).built) return stated(0, 'bare-parcel');
  return unknown({ kind: 'parcel', id: parcel.id, field: 'floorAreaM2' });
}

interface Plot {
  readonly buildings: ReadonlyMap<string, readonly BuildingFacts[]>;
  /** Some floor area is recorded somewhere in the park. */
  readonly built: boolean;
}

/** Looked up once per park, not once per parcel. */
const plots = new WeakMap<ParkFacts, Plot>();

function plotOf(facts: ParkFacts): Plot {
  const known = plots.get(facts);
  if (known) return known;
  const buildings = new Map<string, BuildingFacts[]>();
  for (const b of facts.buildings) {
    const on = buildings.get(b.parcelId);
    if (on) on.push(b);
    else buildings.set(b.parcelId, [b]);
  }
  const built = facts.buildings.length > 0 || facts.parcels.some((p) => p.parcel.floorAreaM2 !== undefined);
  const plot = { buildings, built };
  plots.set(facts, plot);
  return plot;
}

const buildingsOn = (facts: ParkFacts, parcel: Parcel): readonly BuildingFacts[] =>
  plotOf(facts).buildings.get(parcel.id) ?? [];
