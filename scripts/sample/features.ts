import { makeCity } from './city.ts';
import type { City } from './city.ts';
import { footprints } from './footprints.ts';
import { lotsOf, townOf } from './lots.ts';
import type { Lot } from './lots.ts';
import { massing } from './massing.ts';
import { CITY, UNITS } from './names.ts';
import { useOf } from './parcel-fields.ts';
import { parkBuildings, parkRecord } from './park-fields.ts';
import { namer } from './park-names.ts';
import { specsOf } from './park-specs.ts';
import type { Spec } from './park-specs.ts';
import { area } from './polygon.ts';
import { random } from './random.ts';
import type { Random } from './random.ts';
import { sitePlan } from './siting.ts';
import { dissolve } from './townships.ts';
import { featureText, placeOf, polygonText } from './write.ts';
import type { Place } from './write.ts';

interface Numbered extends Lot {
  readonly id: string;
}

interface Tile {
  readonly city: City;
  readonly prefix: string;
  readonly cityCode: string;
  readonly place: Place;
}

/** Decimals of a degree: 0.1 mm where a park stands, 1 cm elsewhere, 10 cm for ordinary outlines of buildings. */
const FINE = 9;
const PLAIN = 7;
const ROUGH = 6;

const zoneOf = (lot: Lot, city: City): string | undefined => {
  const town = townOf(city, lot.block);
  return town.category === 'development-zone' ? town.districtCode : undefined;
};

const parcelText = (tile: Tile, lot: Numbered, fine: boolean, rnd: Random): string => {
  const town = townOf(tile.city, lot.block);
  const zoneId = zoneOf(lot, tile.city);
  const properties = {
    kind: 'parcel',
    id: lot.id,
    districtCode: town.districtCode,
    townshipCode: town.code,
    ...(zoneId ? { zoneId } : {}),
    landClass: { system: 'planning-guide-2023', code: lot.landClass },
    ...(lot.given
      ? { status: 'in-use', landUseTermYears: 50, ...lot.given }
      : useOf(lot.landClass, area(lot.ring), rnd)),
  };
  return featureText(properties, polygonText([lot.ring], tile.place, fine ? FINE : PLAIN));
};

function* ordinaryBuildings(tile: Tile, lot: Numbered, text: string, rnd: Random): Generator<string> {
  if (/"status":"(idle|approved-not-supplied|vacant|planned)"/.test(text)) return;
  const works = lot.landClass.startsWith('10');
  for (const [i, mass] of massing(lot, rnd).entries())
    yield featureText(
      {
        kind: 'building',
        id: `${lot.id}-${i + 1}`,
        parcelId: lot.id,
        ...(works ? { use: 'production' } : {}),
        storeys: mass.storeys,
      },
      polygonText([mass.ring], tile.place, ROUGH),
    );
}

/** Parks keep their buildings in proportion to the land of each parcel. */
function* parkText(
  tile: Tile,
  spec: Spec,
  lots: readonly Numbered[],
  named: ReturnType<typeof namer>,
  rnd: Random,
): Generator<string> {
  const m2 = lots.reduce((sum, l) => sum + area(l.ring), 0);
  const floorM2 = m2 * (spec.far ?? 0);
  const town = lots[0] && townOf(tile.city, lots[0].block).name;
  const districtCode = tile.cityCode + (spec.where === 'county' ? '21' : '02');
  const land = { ...named(spec, town), m2, floorM2, districtCode, zoneId: lots[0] && zoneOf(lots[0], tile.city) };
  yield featureText({ kind: 'park', ...parkRecord(spec, land, rnd) }, null);
  if (spec.far === undefined) return;
  for (const lot of lots) {
    const rings = footprints(lot.ring, {
      setback: 11,
      along: rnd.between(56, 84),
      deep: rnd.between(24, 34),
      gapAlong: 14,
      gapDeep: 14,
      most: 14,
    });
    const buildings =
      rings.length > 0 ? parkBuildings(lot.id, rings.map(area), area(lot.ring) * spec.far, spec, rnd) : [];
    for (const [i, b] of buildings.entries())
      yield featureText({ kind: 'building', ...b }, polygonText([rings[i]], tile.place, 8));
  }
}

function* borders(tile: Tile): Generator<string> {
  const { city, cityCode, place } = tile;
  for (const unit of UNITS) {
    const code = cityCode + unit.code.slice(4);
    yield featureText({ kind: 'jurisdiction', code, name: unit.name, category: unit.category }, null);
    if (unit.category !== 'development-zone') continue;
    const group = city.owner.map((t) => (t >= 0 && city.towns[t].districtCode === code ? 1 : 0));
    yield featureText(
      { kind: 'zone', id: code, name: unit.name, zoneType: 'development' },
      polygonText(dissolve(city.map, group, 1), place, PLAIN),
    );
  }
  for (const [i, t] of city.towns.entries())
    yield featureText(
      { kind: 'township', id: t.code, code: t.code, name: t.name, districtCode: t.districtCode },
      polygonText(dissolve(city.map, city.owner, i), place, PLAIN),
    );
}

const tileOf = (number: number): Tile => {
  const cityCode = number === 0 ? '9901' : String(9901 - number);
  const prefix = number === 0 ? '' : `${cityCode}-`;
  return {
    city: makeCity(number === 0 ? CITY : `${CITY}/${number}`, cityCode),
    prefix,
    cityCode,
    place: placeOf(number),
  };
};

/** All features of one city, one JSON text each: borders, parcels with their buildings, parks. */
export function* features(number: number): Generator<string> {
  const tile = tileOf(number);
  const { city, prefix } = tile;
  yield* borders(tile);
  const specs = specsOf(prefix);
  const claims = sitePlan(city, specs, random(`${prefix}/siting`));
  const rnd = random(`${prefix}/parcels`);
  const ofPark = new Map<string, Numbered[]>();
  let count = 0;
  for (const [index, block] of city.blocks.entries()) {
    for (const lot of lotsOf(block, claims.get(index), rnd)) {
      count += 1;
      const numbered = { ...lot, id: `${prefix}D${String(count).padStart(5, '0')}` };
      const text = parcelText(tile, numbered, claims.has(index), rnd);
      yield text;
      const park = lot.given?.parkId;
      if (park) ofPark.set(park, [...(ofPark.get(park) ?? []), numbered]);
      else yield* ordinaryBuildings(tile, numbered, text, rnd);
    }
  }
  const named = namer();
  for (const spec of specs) yield* parkText(tile, spec, ofPark.get(spec.id) ?? [], named, random(`${spec.id}/fields`));
}
