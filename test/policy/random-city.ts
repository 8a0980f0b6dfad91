import fc from 'fast-check';
import type { Feature, FeatureCollection } from 'geojson';
import { building, collection, parcel, park, rectangle, roadClass } from '../helpers/city.ts';

/*
 * Small cities in which nothing is tidy: parcels that abut, overlap or lie apart, roads and strips between them, free
 * land around; buildings across boundaries, high storeys, stated beside drawn areas, units, leases; any field missing.
 */

/** The value, or nothing in about one of `n + 1` cases. */
const maybe = <T>(arb: fc.Arbitrary<T>, n = 3): fc.Arbitrary<T | undefined> =>
  fc.option(arb, { nil: undefined, freq: n });

const shell = { system: 'planning-guide-2023', code: '0901' };
const townships = ['410181001', '410181001', '410181001', '410181002'];
const uses = ['production', 'production', 'rnd', 'admin', 'dormitory'];
const day = fc.constantFrom('2024-03-01', '2025-06-30', '2025-12-31', '2027-01-31', '2033-05-31');

const lease = (n: number) =>
  fc
    .record(
      {
        signedOn: day,
        filedOn: fc.option(day),
        startOn: day,
        endOn: day,
        paymentPeriodMonths: fc.integer({ min: 1, max: 14 }),
        rentYuanPerM2Month: fc.integer({ min: 10, max: 30 }),
        marketRentYuanPerM2Month: fc.integer({ min: 10, max: 30 }),
        sublet: fc.boolean(),
      },
      { requiredKeys: [] },
    )
    .map((own) => ({ id: `L${n}`, ...own }));

const listOf = <T>(most: number, of: (n: number) => fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.integer({ min: 0, max: most }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => of(n))));

const parkFields = fc.record(
  {
    parkType: fc.constantFrom('manufacturing', 'service'),
    origin: fc.constantFrom('new', 'renovated', 'extended', 'nested'),
    stage: fc.constantFrom('planned', 'operating'),
    industries: fc.subarray(['智能装备', '电子信息', '新材料', ' ']),
    industryShare: fc.constantFrom(0.5, 0.69995, 0.7, 0.9),
    firms: fc.integer({ min: 20, max: 40 }),
    smallFirms: fc.integer({ min: 10, max: 20 }),
    manufacturingFirms: fc.integer({ min: 10, max: 20 }),
    heldAreaM2: fc.integer({ min: 0, max: 40_000 }),
    heldTermYears: fc.constantFrom(10, 20, 50),
    taxPerMuWan: fc.integer({ min: 5, max: 30 }),
    agreedTaxPerMuWan: fc.integer({ min: 5, max: 30 }),
    recognised: fc.boolean(),
    registeredOn: fc.option(day),
    keyPark: fc.boolean(),
    reportingFrom: day,
    monthlyReports: fc.subarray(['2025-09', '2025-10', '2025-11']),
    leases: listOf(3, lease),
  },
  { requiredKeys: ['parkType', 'origin'] },
);

interface Placed {
  readonly east: number;
  readonly north: number;
  readonly width: number;
  readonly depth: number;
}

/** On a lattice of 140 m: 139 wide leaves a gap, 140 abuts, 150 overlaps. */
const place: fc.Arbitrary<Placed> = fc.record({
  east: fc.integer({ min: 0, max: 3 }).map((n) => 140 * n),
  north: fc.integer({ min: 0, max: 2 }).map((n) => 140 * n),
  width: fc.constantFrom(120, 139, 140, 140, 140, 150, 170, 280),
  depth: fc.constantFrom(120, 140, 140, 140, 150),
});

const parcelFields = fc.record(
  {
    landClass: fc.constantFrom({ system: 'planning-guide-2023', code: '100101' }, shell, roadClass),
    townshipCode: fc.constantFrom(...townships),
    statedAreaM2: fc.integer({ min: 15_000, max: 40_000 }),
    floorAreaM2: fc.integer({ min: 0, max: 60_000 }),
    landUseTermYears: fc.constantFrom(20, 50),
    planYear: fc.constantFrom(2025, 2026),
    phase: fc.integer({ min: 1, max: 2 }),
  },
  { requiredKeys: [] },
);
/** Mostly industrial land of one township, or no rule would be asked. */
const ownParcel = fc.tuple(place, parcelFields, fc.nat(9)).map(([at, { landClass, ...fields }, dice]) => ({
  at,
  fields: { ...fields, ...(dice < 2 ? { landClass } : {}), ...(dice > 3 ? { statedAreaM2: undefined } : {}) },
}));

const unit = (n: number) =>
  fc
    .record(
      {
        floorAreaM2: fc.integer({ min: 100, max: 900 }),
        use: fc.constantFrom(...uses),
        held: fc.boolean(),
        soldOn: day,
        buyerType: fc.constantFrom('production', 'individual', 'enterprise'),
        usedBy: fc.constantFrom('buyer', 'other'),
      },
      { requiredKeys: [] },
    )
    .map((own) => ({ id: `${101 + n}`, ...own }));

const buildingFields = fc.record(
  {
    use: fc.constantFrom(...uses),
    storeys: fc.integer({ min: 1, max: 6 }),
    storeyHeightM: fc.constantFrom(2.1, 4, 8, 8.1, 9),
    storeyHeightsM: fc.array(fc.constantFrom(2.1, 4, 8, 8.1, 9), { minLength: 1, maxLength: 4 }),
    floorAreaM2: fc.integer({ min: 500, max: 40_000 }),
    floorAreaBelowM2: fc.integer({ min: 0, max: 400 }),
    footprintM2: fc.integer({ min: 300, max: 12_000 }),
    units: listOf(4, unit),
  },
  { requiredKeys: [] },
);
/** Mostly what a sketch has: an outline, a use, storeys. */
const oneBuilding = fc.record({
  outline: maybe(
    fc.record({
      east: fc.integer({ min: -20, max: 60 }),
      north: fc.integer({ min: 5, max: 40 }),
      width: fc.integer({ min: 20, max: 100 }),
      depth: fc.integer({ min: 20, max: 80 }),
    }),
    9,
  ),
  on: fc.nat(9),
  isNamed: fc.nat(9).map((n) => n > 0),
  fields: fc.tuple(buildingFields, fc.nat(9)).map(([own, dice]) => {
    const { storeys, storeyHeightM, storeyHeightsM, floorAreaM2, footprintM2, ...rest } = own;
    const sketched = { use: 'production', storeys: storeys ?? 4, storeyHeightM: storeyHeightM ?? 5, ...rest };
    if (dice < 5) return sketched;
    const heights = dice < 7 ? { storeyHeightsM } : { storeys, storeyHeightM };
    return { ...rest, ...heights, floorAreaM2, footprintM2 };
  }),
});

/** One park `P` in its surroundings. */
export const randomCity: fc.Arbitrary<FeatureCollection> = fc
  .record({
    fields: parkFields,
    own: fc.array(ownParcel, { minLength: 1, maxLength: 6 }),
    free: fc.array(ownParcel, { maxLength: 3 }),
    roads: fc.array(place, { maxLength: 2 }),
    buildings: fc.array(oneBuilding, { maxLength: 5 }),
  })
  .map(({ fields, own, free, roads, buildings }) => {
    const rectangleOf = ({ east, north, width, depth }: Placed) => rectangle(east, north, width, depth);
    const drawn = (prefix: string, more: object) => (p: { readonly at: Placed; readonly fields: object }, n: number) =>
      parcel(`${prefix}${n}`, rectangleOf(p.at), { ...p.fields, ...more });
    const onLand = buildings.map(({ outline, on, isNamed, fields: of }, n): Feature => {
      const under = on % own.length;
      const { east, north } = own[under].at;
      const at = outline && rectangleOf({ ...outline, east: east + outline.east, north: north + outline.north });
      return building(`B${n}`, isNamed ? `A${under}` : undefined, at ?? null, { use: undefined, ...of });
    });
    return collection(
      park(fields),
      ...own.map(drawn('A', {})),
      ...free.map(drawn('F', { parkId: undefined, status: 'idle' })),
      ...roads.map((at, n) => parcel(`R${n}`, rectangleOf(at), { parkId: undefined, landClass: roadClass })),
      ...onLand,
    );
  });
