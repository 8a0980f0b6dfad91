import { expect, it } from 'vitest';
import { City } from '../../src/city/city.ts';
import { buildLayer } from '../../src/domain/geometry/columns/builder.ts';
import type { MultiPolygon } from '../../src/domain/geometry/columns/layer.ts';
import { readExchange } from '../../src/formats/exchange/read.ts';
import { bytes, collection, parcel, park, rectangle } from '../helpers/city.ts';

const count = 8;
const read = readExchange(
  'a.geojson',
  bytes(
    collection(park(), ...Array.from({ length: count }, (_, n) => parcel(`A${n}`, rectangle(200 * n, 0, 100, 100)))),
  ),
  {},
);
if (!read.ok) throw new Error(read.refusal.code);
const { project } = read.value;

/** Parcel `key` drawn `side` metres wide and deep, with a note of it. */
function drawn(city: City, key: number, side: number): void {
  const shape = buildLayer([[[rectangle(200 * key, 0, side, side)]] as unknown as MultiPolygon]);
  const record = { ...city.land.table('parcel').record(key)!, costWan: side };
  const done = city.apply({ base: city.version, tables: { parcel: { put: [{ key, record, shape }] } } });
  if (!done.ok) throw new Error(done.refusal.code);
}

/** The parcel given a field, drawn as it was: its boundary stays where it is held. */
function noted(city: City, key: number, suitability: number): void {
  const done = city.apply({ base: city.version, tables: { parcel: { patch: [{ key, fields: { suitability } }] } } });
  if (!done.ok) throw new Error(done.refusal.code);
}

it('knows each fork by its own land, whichever of them was folded when', () => {
  const city = City.open(project)!;
  const side = (key: number, n: number) => 20 + key + (n % 90);
  const [one, other] = [city.fork(), city.fork()];
  const expected = new Map<City, Map<number, number>>([one, other].map((own) => [own, new Map()]));
  const check = () => {
    for (const [own, sides] of expected)
      for (const [key, length] of sides) {
        expect(own.placed.parcel(key)).toMatchObject({
          id: `A${key}`,
          costWan: length,
          suitability: Math.floor(length),
        });
        expect(own.placed.measured(key).areas!.planeM2 / length ** 2).toBeCloseTo(1, 3);
      }
  };
  for (let n = 0; n < 4600; n++) {
    // Forks that are tried and dropped fill the rows that all share.
    const trial = city.fork();
    drawn(trial, n % count, side(n % count, n) + n / 1e4);
    noted(trial, n % count, n % 100);
    if (n % 500 !== 499 && n < 4090) continue;
    const own = n % 2 === 0 ? one : other;
    const key = n % count;
    const length = side(key, n) + 0.5 + n / 1e4;
    drawn(own, key, length);
    noted(own, key, Math.floor(length));
    expected.get(own)!.set(key, length);
    expect(trial.placed.parcel(key)?.costWan).toBeCloseTo(side(key, n) + n / 1e4, 9);
    if (n % 50 === 0) check();
  }
  check();
  expect([...city.project.parcels.records]).toEqual([...City.open(project)!.project.parcels.records]);
});
