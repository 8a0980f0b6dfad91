import { sigmaOfPulls } from '../geometry/measure/uncertainty.ts';
import { ancillaryFloorOf, isAncillary } from './ancillary.ts';
import type { BuildingFacts, ParcelFacts, ParkFacts, Site } from './facts.ts';
import { known, notApplicable, unknown, type Figure, type Input } from './figure.ts';
import { lessOf, ratioOf, sumOf } from './figure-arithmetic.ts';
import type { LandUses } from './land-use.ts';
import { perhaps } from './partly.ts';
import { statedResolutionM2 } from './stated-area.ts';
import { unitNames } from './unit-names.ts';

/** Sum of areas of parcels. The points that neighbours have in common do not err twice, nor on their own in each. */
function landSum(what: string, parcels: readonly ParcelFacts[]): Input<Figure> {
  const sum = sumOf(
    what,
    parcels.map((p) => p.area),
  );
  if (sum.state !== 'value' || sum.value.sigma === undefined) return sum;
  const pulls = parcels.flatMap(({ area, areaPull }) =>
    area.state !== 'value' || area.value.sigma === undefined ? [] : [areaPull],
  );
  return pulls.every((pull) => pull !== undefined) ? known({ ...sum.value, sigma: sigmaOfPulls(pulls) }) : sum;
}

/** Land area of parcels with what they overlap each other taken off once. */
function landArea(what: string, parcels: readonly ParcelFacts[], overlapM2: number): Input<Figure> {
  const sum = landSum(what, parcels);
  if (overlapM2 === 0) return sum;
  const overlap: Figure = {
    what: 'overlap',
    value: overlapM2,
    unit: 'm2',
    inputs: [],
    notes: ['overlap-counted-once'],
  };
  return lessOf(sum, overlap);
}

/**
 * Floor area over the park. A parcel's own stated floor area stands where it has no buildings; where the park has
 * buildings elsewhere a parcel without any has none; where nothing at all is recorded it is unknown.
 */
function floorAreaSum(
  what: 'floorArea' | 'countedFloorArea',
  parcels: readonly ParcelFacts[],
  buildings: readonly BuildingFacts[],
): Input<Figure> {
  const built = new Set(buildings.map((b) => b.parcelId));
  const parts: Input<Figure>[] = buildings.map((b) => b[what]);
  const bare = parcels.filter((p) => !built.has(p.parcel.id));
  const stated = bare.filter((p) => p.parcel.floorAreaM2 !== undefined);
  for (const { parcel, doubt } of stated) {
    const figure = known<Figure>({
      what,
      value: parcel.floorAreaM2!,
      unit: 'm2',
      basis: 'registered',
      resolution: statedResolutionM2,
      inputs: [parcel.id],
      notes: what === 'countedFloorArea' ? ['storeys-missing-counted-once'] : [],
    });
    parts.push(doubt ? perhaps(doubt, figure) : figure);
  }
  if (parts.length === 0)
    return unknown(...bare.map((p) => ({ kind: 'parcel', id: p.parcel.id, field: 'floorAreaM2' }) as const));
  return sumOf(what, parts);
}

/** Those that are industrial for certain. */
export const industrialOf = (parcels: readonly ParcelFacts[], landUses: LandUses): readonly ParcelFacts[] =>
  parcels.filter(({ parcel: { landClass } }) => landClass && landUses.isIndustrial(landClass) === true);

/** Ground under ancillary buildings. */
function ancillaryLandOf(buildings: readonly BuildingFacts[]): Input<Figure> {
  if (buildings.length === 0) return notApplicable;
  return sumOf(
    'ancillaryLand',
    buildings.map(({ building, footprint }) => {
      if (building.use === undefined) return perhaps([{ kind: 'building', id: building.id, field: 'use' }], footprint);
      return isAncillary(building) ? footprint : notApplicable;
    }),
  );
}

/** The standing figures of a park, by name. */
export function parkFigures(
  parcels: readonly ParcelFacts[],
  buildings: readonly BuildingFacts[],
  sites: Input<readonly Site[]>,
  { overlapM2, industrialOverlapM2 }: Pick<ParkFacts, 'overlapM2' | 'industrialOverlapM2'>,
  landUses: LandUses,
): Readonly<Record<string, Input<Figure>>> {
  if (parcels.length === 0) return {};
  const land = landArea('landArea', parcels, overlapM2);
  const floor = floorAreaSum('floorArea', parcels, buildings);
  const counted = floorAreaSum('countedFloorArea', parcels, buildings);
  const footprint =
    buildings.length > 0
      ? sumOf(
          'footprintArea',
          buildings.map((b) => b.footprint),
        )
      : notApplicable;
  const ancillaryLand = ancillaryLandOf(buildings);
  const nameOf = unitNames(buildings);
  const ancillaryFloor =
    buildings.length > 0
      ? sumOf(
          'ancillaryFloor',
          buildings.map((b) => (b.doubt ? perhaps(b.doubt, ancillaryFloorOf(b, nameOf)) : ancillaryFloorOf(b, nameOf))),
        )
      : notApplicable;
  const industrial = industrialOf(parcels, landUses);
  const industrialLand =
    industrial.length > 0 ? landArea('industrialLandArea', industrial, industrialOverlapM2) : notApplicable;
  return {
    landArea: land,
    industrialLandArea: industrialLand,
    floorArea: floor,
    countedFloorArea: counted,
    footprintArea: footprint,
    plotRatio: ratioOf('plotRatio', counted, land),
    buildingDensity: ratioOf('buildingDensity', footprint, land),
    ancillaryFloor,
    ancillaryLandShare: ratioOf('ancillaryLandShare', ancillaryLand, industrialLand),
    ancillaryFloorShare: ratioOf('ancillaryFloorShare', ancillaryFloor, floor),
    siteCount:
      sites.state === 'value'
        ? known({
            what: 'siteCount',
            value: sites.value.length,
            unit: 'count',
            inputs: parcels.map((p) => p.parcel.id),
          })
        : sites,
  };
}
