import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { backdropOf } from '../../src/city/drawing/backdrop.ts';
import { City } from '../../src/city/city.ts';
import { STATES_OF_USE, type StateOfUse } from '../../src/domain/land/states-of-use.ts';
import { readExchange } from '../../src/formats/exchange/read.ts';
import type { Pack } from '../../src/policy/shape/pack.ts';
import type { PublishedLand } from '../../src/publish/tiles/published-land.ts';

const sampleFile = (name: string): Uint8Array =>
  gunzipSync(readFileSync(new URL(`../../data/sample/${name}`, import.meta.url)));

/** The land of the sample city as if all of it were published, without parks. */
export function sampleLand(pack: Pack): PublishedLand {
  const read = readExchange('city.geojson', sampleFile('city.geojson.gz'), { fields: pack.fields });
  if (!read.ok) throw new Error(read.refusal.code);
  const backdrop = JSON.parse(new TextDecoder().decode(sampleFile('backdrop.geojson.gz')));
  return { ...landOf(City.open(read.value.project)!, pack), backdrop: backdropOf(backdrop) };
}

/** The same of any city, without a base map; offered is what a texture is drawn for. */
export function landOf(city: City, pack: Pack): PublishedLand {
  const status = city.project.parcels.records.field('status');
  const idle = city.land.keys('parcel').flatMap((key, row) => {
    const kind = status(row) as StateOfUse;
    return STATES_OF_USE.includes(kind) ? [{ key, kind }] : [];
  });
  return {
    ...{ city, pack, idle, outlines: [], backdrop: null },
    withheld: { parcels: new Set(), buildings: new Set() },
    first: {
      title: { zh: '澄州市', en: 'Chengzhou' },
      districts: city.project.jurisdictions.map(({ code, name = code }) => ({ code, name: { zh: name, en: name } })),
      townships: [],
      parks: { name: [], nameEn: [] },
    },
    thinning: { digits: 5, thinM: 1 },
  };
}
