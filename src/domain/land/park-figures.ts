import type { Building } from './model.ts';
import type { BuildingFacts, ParcelFacts, Site } from './facts.ts';
import { known, notApplicable, unknown, type AreaBasis, type Figure, type Input, type Missing } from './figure.ts';
import type { LandUses } from './land-use.ts';
import { statedResolutionM2 } from './parcel-facts.ts';

/** Non-production uses 非生产性用房; R&D counts as production. */
const ancillaryUses: ReadonlySet<Building['use']> = new Set(['admin', 'amenity', 'dormitory']);

const rank: Record<AreaBasis, number> = { registered: 2, plane: 1, ellipsoid: 0 };

/**
 * Sum of figures of one unit; unknown as soon as one part is, naming all that is missing.
 * The basis of a sum is the lowest of its parts', and another basis is only offered where every part has it.
 */
export function sumOf(what: string, parts: readonly Input<Figure>[]): Input<Figure> {
  const missing: Missing[] = parts.flatMap((p) => (p.state === 'unknown' ? p.missing : []));
  if (missing.length > 0) return unknown(...missing);
  const figures = parts.flatMap((p) => (p.state === 'value' ? [p.value] : []));
  const total = (pick: (f: Figure) => number) => figures.reduce((sum, f) => sum + pick(f), 0);
  const bases = figures.flatMap((f) => (f.basis ? [f.basis] : []));
  const basis = bases.length > 0 ? bases.reduce((a, b) => (rank[a] <= rank[b] ? a : b)) : undefined;
  const crs = [...new Set(figures.flatMap((f) => (f.crs ? [f.crs] : [])))].join(' ');
  const valueOn = (f: Figure, on: AreaBasis) =>
    f.basis === on ? f.value : f.others?.find((o) => o.basis === on)?.value;
  const others = (['plane', 'ellipsoid'] as const)
    .filter((on) => on !== basis && figures.length > 0 && figures.every((f) => valueOn(f, on) !== undefined))
    .map((on) => ({ basis: on, value: total((f) => valueOn(f, on) ?? 0) }));
  return known({
    what,
    value: total((f) => f.value),
    unit: figures[0]?.unit ?? 'm2',
    ...(basis ? { basis } : {}),
    ...(crs ? { crs } : {}),
    resolution: total((f) => f.resolution ?? 0),
    ...(others.length > 0 ? { others } : {}),
    inputs: figures.flatMap((f) => f.inputs),
    notes: [...new Set(figures.flatMap((f) => f.notes ?? []))],
  });
}

/** A quotient with the resolution and the other bases that follow from both sides. A zero divisor is not applicable. */
export function ratioOf(what: string, top: Input<Figure>, bottom: Input<Figure>): Input<Figure> {
  if (top.state === 'not-applicable' || bottom.state === 'not-applicable') return notApplicable;
  if (top.state === 'unknown' || bottom.state === 'unknown')
    return unknown(...[top, bottom].flatMap((s) => (s.state === 'unknown' ? s.missing : [])));
  const [t, b] = [top.value, bottom.value];
  if (b.value === 0) return notApplicable;
  const value = t.value / b.value;
  return known({
    what,
    value,
    unit: 'ratio',
    ...(b.basis ? { basis: b.basis } : {}),
    ...(b.crs ? { crs: b.crs } : {}),
    resolution: (t.resolution ?? 0) / b.value + (value * (b.resolution ?? 0)) / b.value,
    ...(b.others ? { others: b.others.map((o) => ({ basis: o.basis, value: t.value / o.value })) } : {}),
    inputs: [...t.inputs, ...b.inputs],
    notes: [...new Set([...(t.notes ?? []), ...(b.notes ?? [])])],
  });
}

/** Land area of the park with overlaps of its own parcels taken off once. */
function landArea(parcels: readonly ParcelFacts[], overlapM2: number): Input<Figure> {
  const sum = sumOf(
    'landArea',
    parcels.map((p) => p.area),
  );
  if (sum.state !== 'value' || overlapM2 === 0) return sum;
  const f = sum.value;
  return known({
    ...f,
    value: f.value - overlapM2,
    ...(f.others ? { others: f.others.map((o) => ({ ...o, value: o.value - overlapM2 })) } : {}),
    notes: [...(f.notes ?? []), 'overlap-counted-once'],
  });
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
  for (const { parcel } of stated)
    parts.push(
      known({
        what,
        value: parcel.floorAreaM2!,
        unit: 'm2',
        resolution: statedResolutionM2,
        inputs: [parcel.id],
        notes: what === 'countedFloorArea' ? ['storeys-missing-counted-once'] : [],
      }),
    );
  if (parts.length === 0)
    return unknown(...bare.map((p) => ({ kind: 'parcel', id: p.parcel.id, field: 'floorAreaM2' }) as const));
  return sumOf(what, parts);
}

/** The standing figures of a park, by name. */
export function parkFigures(
  parcels: readonly ParcelFacts[],
  buildings: readonly BuildingFacts[],
  sites: Input<readonly Site[]>,
  overlapM2: number,
  landUses: LandUses,
): Readonly<Record<string, Input<Figure>>> {
  if (parcels.length === 0) return {};
  const land = landArea(parcels, overlapM2);
  const floor = floorAreaSum('floorArea', parcels, buildings);
  const counted = floorAreaSum('countedFloorArea', parcels, buildings);
  const footprint =
    buildings.length > 0
      ? sumOf(
          'footprintArea',
          buildings.map((b) => b.footprint),
        )
      : notApplicable;
  const ancillary = buildings.filter((b) => ancillaryUses.has(b.building.use));
  const useMissing = buildings.filter((b) => b.building.use === undefined);
  const ancillarySum = (what: string, pick: (b: BuildingFacts) => Input<Figure>): Input<Figure> =>
    buildings.length === 0
      ? notApplicable
      : useMissing.length > 0
        ? unknown(...useMissing.map((b) => ({ kind: 'building', id: b.building.id, field: 'use' }) as const))
        : sumOf(what, ancillary.map(pick));
  const industrial = parcels.filter((p) => p.parcel.landClass && landUses.isIndustrial(p.parcel.landClass) === true);
  const industrialLand =
    industrial.length > 0
      ? sumOf(
          'industrialLandArea',
          industrial.map((p) => p.area),
        )
      : notApplicable;
  return {
    landArea: land,
    industrialLandArea: industrialLand,
    floorArea: floor,
    countedFloorArea: counted,
    footprintArea: footprint,
    plotRatio: ratioOf('plotRatio', counted, land),
    buildingDensity: ratioOf('buildingDensity', footprint, land),
    ancillaryLandShare: ratioOf(
      'ancillaryLandShare',
      ancillarySum('ancillaryLand', (b) => b.footprint),
      industrialLand,
    ),
    ancillaryFloorShare: ratioOf(
      'ancillaryFloorShare',
      ancillarySum('ancillaryFloor', (b) => b.floorArea),
      floor,
    ),
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
