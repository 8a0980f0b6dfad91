import fc from 'fast-check';
import { expect, it } from 'vitest';
import { City } from '../../src/city/city.ts';
import { OpenLand, type ReadView } from '../../src/city/open-land.ts';
import type { TileSetName } from '../../src/domain/tile-sets.ts';
import type { Change, Key } from '../../src/domain/land/change.ts';
import { readExchange } from '../../src/formats/exchange/read.ts';
import { bytes, lonLat } from '../helpers/city.ts';
import { readPack } from '../policy/cases.ts';
import { randomCity } from '../policy/random-city.ts';
import { around } from './places-around.ts';
import { changeBy, deeds } from './random-change.ts';

const law = { pack: readPack('zhengzhou-draft'), date: '2026-01-01' };
const openedLand = (city: City) => new OpenLand(city, law, {} as ReadView);

const SETS: readonly TileSetName[] = ['parcels', 'afar', 'states', 'listed', 'listedPoints', 'buildings', 'parcelLabels', 'buildingLabels']; // prettier-ignore

/** Of every set all tiles of some zooms, as text. */
function tilesOf({ tiles }: OpenLand): string[] {
  const shown: string[] = [];
  const [[west, south], [east, north]] = [lonLat(-100, -100), lonLat(900, 900)];
  for (const z of [8, 13, 15, 16])
    for (let x = column(z, west); x <= column(z, east); x++)
      for (let y = row(z, north); y <= row(z, south); y++)
        for (const set of SETS) {
          const tile = tiles.tile({ set, z, x, y });
          if (tile) shown.push(`${set} ${z}/${x}/${y} ${Buffer.from(tile).toString('base64')}`);
        }
  return shown;
}
const column = (z: number, lon: number) => Math.floor((lon / 360 + 0.5) * 2 ** z);
const row = (z: number, lat: number) =>
  Math.floor((0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)) * 2 ** z);

/** The same land opened as it is now, with the same list. */
function tilesAnew({ city: { land } }: OpenLand, listed: Uint32Array): string[] {
  const anew = openedLand(City.open(land.project)!);
  anew.tiles.list(listed.filter((key) => land.table('parcel').rowOf(key) !== undefined));
  return tilesOf(anew);
}

it('tiles of land that is changed are those of the land opened as it is then, and undone those there were', () => {
  fc.assert(
    fc.property(randomCity, deeds(4), fc.boolean(), (file, steps, seen) => {
      const read = readExchange('city.geojson', bytes({ ...file, features: [...file.features, ...around] }), {
        fields: law.pack.fields,
      });
      if (!read.ok) throw new Error(JSON.stringify(read.refusal));
      const land = openedLand(City.open(read.value.project)!);
      const { city } = land;
      const apply = (change: Change): Change => {
        const done = city.apply(change);
        if (!done.ok) throw new Error(done.refusal.code);
        land.changed(change.tables, done.value.touched);
        return done.value.inverse;
      };
      const listed = Uint32Array.from([...city.land.keys('parcel')].reverse().filter((key: Key) => key % 3 !== 1));
      land.tiles.list(listed);
      const first = seen ? tilesOf(land) : null;
      if (first) expect(first.length).toBeGreaterThan(0);
      const undo: Change[] = [];
      for (const wanted of steps) {
        undo.push(apply(changeBy(city.land, wanted)));
        expect(tilesOf(land)).toEqual(tilesAnew(land, listed));
      }
      while (undo.length > 0) apply(undo.pop()!);
      if (first) expect(tilesOf(land)).toEqual(first);
    }),
    { numRuns: 25 },
  );
});
