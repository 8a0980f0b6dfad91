import type { Feature } from 'geojson';
import { building, parcel, park, rectangle } from '../../helpers/city.ts';

export type Fields = Readonly<Record<string, unknown>>;
type Box = readonly [east: number, north: number, width: number, depth: number];
export interface Land extends Fields {
  readonly box?: Box;
}
/** One park of a file, and what its rules have to say: outcome by rule. */
export interface Case {
  readonly name: string;
  readonly expect: Readonly<Record<string, string>>;
  readonly park?: Fields;
  readonly land?: readonly Land[];
  readonly built?: readonly (Land & { readonly on?: number })[];
}

export const date = '2026-05-20'; // a Wednesday
export const commercial = { system: 'planning-guide-2023', code: '0901' };
const operating = { parkType: 'manufacturing', origin: 'new', stage: 'operating' };
const plain = { use: 'production', storeys: 3, storeyHeightM: 5, footprintM2: 3000 };

export function featuresOf({ park: own, land = [{ statedAreaM2: 10_000 }], built = [] }: Case, n: number): Feature[] {
  const [east, north] = [(n % 10) * 3000, Math.floor(n / 10) * 3000];
  const drawn = (box?: Box) => (box ? rectangle(east + box[0], north + box[1], box[2], box[3]) : null);
  return [
    park({ id: `P${n}`, ...operating, ...own }),
    ...land.map(({ box, ...fields }, i) => parcel(`P${n}-${i}`, drawn(box), { parkId: `P${n}`, ...fields })),
    ...built.map(({ box, on = 0, ...fields }, i) =>
      building(`P${n}-B${i}`, `P${n}-${on}`, drawn(box), { ...plain, ...fields }),
    ),
  ];
}
