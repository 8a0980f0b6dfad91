import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { randomFrom } from '../parcels.ts';

type Ring = readonly (readonly [number, number])[];

interface Feature {
  readonly type: 'Feature';
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly type: string; readonly coordinates: readonly unknown[] } | null;
}

/** A city with what is looked at of it. */
export interface MassCity {
  readonly name: string;
  readonly text: string;
  /** The park in hand, and its building that is raised. */
  readonly park: string;
  readonly building: string;
  readonly at: readonly [lon: number, lat: number];
  readonly zoom: number;
  /** Buildings of the view, for who draws the same without us. */
  readonly buildings: readonly { readonly rings: readonly Ring[]; readonly heightM: number }[];
}

const sampleAt = new URL('../../../data/sample/city.geojson.gz', import.meta.url);
const STOREY_M = 4;

/** The sample city at the township with most buildings, at the park with most of them there. */
export function largestTownship(): MassCity {
  const text = gunzipSync(readFileSync(sampleAt)).toString();
  const { features } = JSON.parse(text) as { readonly features: readonly Feature[] };
  const of = (kind: string) => features.filter(({ properties }) => properties.kind === kind);
  const parcels = new Map(of('parcel').map((parcel) => [parcel.properties.id, parcel]));
  const buildings = of('building').flatMap((building) => {
    const parcel = parcels.get(building.properties.parcelId);
    return parcel && building.geometry?.type === 'Polygon' ? [{ building, parcel }] : [];
  });
  const township = most(buildings.map(({ parcel }) => parcel.properties.townshipCode));
  const own = buildings.filter(({ parcel }) => parcel.properties.townshipCode === township);
  const park = most(own.flatMap(({ parcel }) => parcel.properties.parkId ?? []));
  const first = own.find(({ parcel, building }) => parcel.properties.parkId === park && building.properties.storeys)!;
  return {
    name: `the largest township of the sample city, ${own.length} buildings`,
    text,
    park,
    building: String(first.building.properties.name ?? first.building.properties.id),
    at: (first.building.geometry!.coordinates[0] as Ring)[0],
    zoom: 14.5,
    buildings: buildings.map(({ building: { geometry, properties } }) => ({
      rings: geometry!.coordinates as unknown as readonly Ring[],
      heightM: STOREY_M * Number(properties.storeys ?? 1),
    })),
  };
}

function most(values: readonly unknown[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

const [LON, LAT] = [113.7, 34.75];
const [PER_M_EAST, PER_M_NORTH] = [1 / (111_320 * Math.cos((LAT * Math.PI) / 180)), 1 / 110_940];
/** Each of so many parcels bears so many by so many buildings, metres. */
const [BLOCKS, ROWS, COLUMNS] = [14, 10, 10];
const STEP = [32, 20] as const;
const SIZE = [24, 13] as const;

/** About 20 000 buildings so near to each other that all of them are in view; the parcel in the middle is a park. */
export function manyBuildings(): MassCity {
  const random = randomFrom(20);
  const block = [COLUMNS * STEP[0], ROWS * STEP[1]] as const;
  const middle = BLOCKS >> 1;
  const features: Feature[] = [feature({ kind: 'park', id: 'P1', name: '测量园', parkType: 'manufacturing', origin: 'new', stage: 'planned' }, null)]; // prettier-ignore
  const buildings: MassCity['buildings'][number][] = [];
  for (let i = 0; i < BLOCKS; i++)
    for (let j = 0; j < BLOCKS; j++) {
      const [x, y] = [(i - middle) * (block[0] + 12), (j - middle) * (block[1] + 12)];
      const id = `L${i}-${j}`;
      const isPark = i === middle && j === middle;
      features.push(
        feature(
          { kind: 'parcel', id, landClass: { system: 'planning-guide-2023', code: '100101' }, ...(isPark && { parkId: 'P1' }) },
          [box(x, y, ...block)],
        ),
      ); // prettier-ignore
      for (let n = 0; n < ROWS * COLUMNS; n++) {
        const storeys = 1 + Math.floor(6 * random());
        const rings = [box(x + 4 + (n % COLUMNS) * STEP[0], y + 4 + Math.floor(n / COLUMNS) * STEP[1], ...SIZE)];
        buildings.push({ rings, heightM: STOREY_M * storeys });
        features.push(feature({ kind: 'building', id: `${id}-${n}`, parcelId: id, use: 'production', storeys, storeyHeightM: STOREY_M }, rings)); // prettier-ignore
      }
    }
  return {
    name: `${buildings.length} buildings in view, 100 of them of the park`,
    text: JSON.stringify({ type: 'FeatureCollection', title: 'mass', features }),
    park: 'P1',
    building: `L${middle}-${middle}-0`,
    at: [LON, LAT],
    zoom: 14.1,
    buildings,
  };
}

const feature = (properties: Feature['properties'], rings: readonly Ring[] | null): Feature => ({
  type: 'Feature',
  properties,
  geometry: rings && { type: 'Polygon', coordinates: rings },
});

function box(x: number, y: number, width: number, height: number): Ring {
  const at = (east: number, north: number) => [Number((LON + east * PER_M_EAST).toFixed(8)), Number((LAT + north * PER_M_NORTH).toFixed(8))] as const; // prettier-ignore
  return [at(x, y), at(x + width, y), at(x + width, y + height), at(x, y + height), at(x, y)];
}
