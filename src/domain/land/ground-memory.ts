import type { Outline } from '../geometry/plane/outline.ts';
import type { Metres, SquareMetres } from '../quantity/units.ts';
import type { BuildingOutline } from './building-facts.ts';
import { ByPair } from './by-pair.ts';
import { ByShelf, type Shelved } from './by-shelf.ts';
import type { PlacedLinks } from './placed-links.ts';
import type { BuildingFacts, ParcelFacts } from './facts.ts';
import type { LandUses } from './land-use.ts';
import type { Building, Parcel, Project } from './model.ts';

/**
 * What boundaries have told of themselves and of each other: rows never change, so it is told once, however often a park is
 * looked at on land that changes around it.
 */
export class GroundMemory {
  readonly outlines = new ByShelf<BuildingOutline>();
  /** What a record of a parcel came to when it was last looked at, and on what. */
  readonly parcels = new WeakMap<
    Parcel,
    { readonly drawn: Shelved; readonly vertexSigmaM?: Metres; readonly facts: ParcelFacts }
  >();
  /** What a record of a building came to when it was last looked at, and on what. */
  readonly built = new WeakMap<Building, { readonly on: BuiltOn; readonly facts: readonly BuildingFacts[] }>();
  /** m² of a building that lie inside a parcel. */
  readonly inside = new ByPair<SquareMetres>();
  /** Parcels on a plane, by its central meridian. */
  readonly onPlanes = new ByShelf<Map<number, Outline>>();
  /** Whether two parcels are of one site, and how far apart they are; the one that comes first in the file first. */
  readonly near = new ByPair<boolean>();
  readonly apart = new ByPair<Metres>();
  /** The shortest links between two parcels, up to a length; in the order in which they were asked of. */
  readonly links = new ByPair<{ readonly reach: Metres; readonly links: readonly PlacedLinks[] }>();
}

/** All that the facts of a building rest on besides its record. */
export interface BuiltOn extends Pick<BuildingFacts, 'row' | 'key'> {
  readonly drawn: Shelved;
  readonly landUses: LandUses;
  /** Those it may lie in, in their order. */
  readonly parcels: readonly (Pick<Parcel, 'id' | 'landClass'> & {
    readonly valid: boolean;
    readonly drawn: Shelved;
  })[];
}

export const isBuiltAlike = (a: BuiltOn, b: BuiltOn): boolean =>
  a.row === b.row &&
  a.key === b.key &&
  a.landUses === b.landUses &&
  isSameShelved(a.drawn, b.drawn) &&
  a.parcels.length === b.parcels.length &&
  a.parcels.every((own, n) => {
    const other = b.parcels[n];
    return (
      own.id === other.id &&
      own.landClass === other.landClass &&
      own.valid === other.valid &&
      isSameShelved(own.drawn, other.drawn)
    );
  });

export const isSameShelved = (a: Shelved, b: Shelved): boolean => a.row === b.row && a.shelf === b.shelf;

/** A memory, and what the rows of a project are in it. */
export interface Remembering {
  readonly memory: GroundMemory;
  readonly parcel: (row: number) => Shelved;
  readonly building: (row: number) => Shelved;
}

/** A memory of this project alone. */
export function remembering({ parcels, buildings }: Pick<Project, 'parcels' | 'buildings'>): Remembering {
  const on = (shelf: object) => (row: number) => ({ row, shelf });
  return { memory: new GroundMemory(), parcel: on(parcels.layer), building: on(buildings.layer) };
}
