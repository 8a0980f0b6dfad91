import { makeCity } from './city.ts';
import type { City } from './city.ts';
import { footprints } from './footprints.ts';
import { flagForPublic, parkForPublic } from './for-public.ts';
import { lotsOf, townOf } from './lots.ts';
import type { Lot } from './lots.ts';
import { massing } from './massing.ts';
import { CITY, UNITS } from './names.ts';
import { useOf } from './parcel-fields.ts';
import { parkBuildings, parkRecord } from './park-fields.ts';
import { namer } from './park-names.ts';
import { isOrdinary, specsOf } from './park-specs.ts';
import type { Spec } from './park-specs.ts';
import { area } from './polygon.ts';
import { random } from './random.ts';
import type { Random } from './random.ts';
import type { Parcel } from '../../src/domain/land/model.ts';
import type { Made, MadePark } from './made.ts';
import { reported } from './monthly.ts';
import { supplyYear } from './supply-year.ts';
import { isScattered, widened } from './widened.ts';
import { sitePlan } from './siting.ts';
import { dissolve } from './townships.ts';
import { featureText, placeOf, polygonText } from './write.ts';
import type { Place } from './write.ts';

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

const madeLot = (tile: Tile, lot: Lot, id: string, fine: boolean, rnd: Random): Made => {
  const town = townOf(tile.city, lot.block);
  const zoneId = zoneOf(lot, tile.city);
  const properties = {
    kind: 'parcel' as const,
    id,
    districtCode: town.districtCode,
    townshipCode: town.code,
    ...(zoneId ? { zoneId } : {}),
    landClass: { system: 'planning-guide-2023' as const, code: lot.landClass },
    ...(lot.given
      ? { status: 'in-use' as const, landUseTermYears: 50, ...lot.given }
      : useOf(lot.landClass, area(lot.ring), rnd)),
  };
  const geometry = polygonText([lot.ring], tile.place, fine ? FINE : PLAIN);
  const own = { lot, id, town: lot.block.town, properties, geometry };
  return { ...own, buildings: lot.given?.parkId ? [] : [...ordinaryBuildings(tile, own, rnd)] };
};

const UNBUILT: readonly Parcel['status'][] = ['idle', 'approved-not-supplied', 'vacant', 'planned'];

function* ordinaryBuildings(
  tile: Tile,
  { lot, id, properties }: Omit<Made, 'buildings'>,
  rnd: Random,
): Generator<string> {
  if (UNBUILT.includes(properties.status)) return;
  const works = lot.landClass.startsWith('10');
  for (const [i, mass] of massing(lot, rnd).entries())
    yield featureText(
      {
        kind: 'building',
        id: `${id}-${i + 1}`,
        parcelId: id,
        ...(works ? { use: 'production' } : {}),
        storeys: mass.storeys,
      },
      polygonText([mass.ring], tile.place, ROUGH),
    );
}

/** A park with its buildings. Parks keep their buildings in proportion to the land of each parcel. */
const madePark = (tile: Tile, spec: Spec, lots: readonly Made[], named: ReturnType<typeof namer>): MadePark => {
  const rnd = random(`${spec.id}/fields`);
  const m2 = lots.reduce((sum, { lot }) => sum + area(lot.ring), 0);
  const floorM2 = m2 * (spec.far ?? 0);
  const town = lots[0] && townOf(tile.city, lots[0].lot.block).name;
  const districtCode = tile.cityCode + (spec.where === 'county' ? '21' : '02');
  const land = { ...named(spec, town), m2, floorM2, districtCode, zoneId: lots[0] && zoneOf(lots[0].lot, tile.city) };
  const isWide = lots.length > spec.sites && isOrdinary(spec) && isScattered(spec);
  const reason = isWide ? { dispersalReason: '周边均为已供宗地，隔路取得相邻用地' } : {};
  const record = parkForPublic(reported({ ...parkRecord(spec, land, rnd), ...reason }, land), { town, floorM2 });
  if (spec.far === undefined) return { record, lots, buildings: [] };
  const { far } = spec;
  return { record, lots, buildings: lots.flatMap((own) => buildingsOn(tile, own, far, spec, rnd)) };
};

const buildingsOn = (tile: Tile, { lot, id }: Made, far: number, spec: Spec, rnd: Random): string[] => {
  const rings = footprints(lot.ring, {
    setback: 11,
    along: rnd.between(56, 84),
    deep: rnd.between(24, 34),
    gapAlong: 14,
    gapDeep: 14,
    most: 14,
  });
  const buildings = rings.length > 0 ? parkBuildings(id, rings.map(area), area(lot.ring) * far, spec, rnd) : [];
  return buildings.map((b, i) => featureText({ kind: 'building', ...b }, polygonText([rings[i]], tile.place, 8)));
};

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

/** All features of one city, one JSON text each: borders, parcels with their buildings, parks, a year's supply plan. */
export function* features(number: number): Generator<string> {
  const tile = tileOf(number);
  const { city, prefix } = tile;
  yield* borders(tile);
  const specs = specsOf(prefix);
  const claims = sitePlan(city, specs, random(`${prefix}/siting`));
  const rnd = random(`${prefix}/parcels`);
  const all: Made[] = [];
  for (const [index, block] of city.blocks.entries())
    for (const lot of lotsOf(block, claims.get(index), rnd)) {
      const id = `${prefix}D${String(all.length + 1).padStart(5, '0')}`;
      all.push(madeLot(tile, lot, id, claims.has(index), rnd));
    }
  const ofPark = widened(specs, all, prefix);
  const named = namer();
  const parks = specs.map((spec) => madePark(tile, spec, ofPark.get(spec.id) ?? [], named));
  const { plans, rows, marks } = supplyYear(prefix, tile.cityCode, all, parks);
  for (const { id, properties, geometry, buildings } of all) {
    const own = { ...properties, ...marks.get(id) };
    yield featureText({ ...own, ...flagForPublic(own) }, geometry);
    yield* buildings;
  }
  for (const { record, buildings } of parks) {
    yield featureText({ kind: 'park', ...record }, null);
    yield* buildings;
  }
  for (const plan of plans) yield featureText({ kind: 'supplyPlan', ...plan }, null);
  for (const row of rows) yield featureText({ kind: 'supplyRow', ...row }, null);
}
