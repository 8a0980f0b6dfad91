import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { backdropOf } from '../../src/city/drawing/backdrop.ts';
import { City } from '../../src/city/city.ts';
import { shapeOf } from '../../src/city/drawing/shapes.ts';
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
  const { layer, records } = city.project.parcels;
  const status = records.field('status');
  const idle = Array.from({ length: layer.size }, (_, row) => row).flatMap((row) => {
    const shape = STATES_OF_USE.includes(status(row) as StateOfUse) ? shapeOf(layer, row) : null;
    return shape ? [{ kind: status(row) as StateOfUse, shape }] : [];
  });
  return {
    ...{ city, pack, idle, sites: [], backdrop: null },
    withheld: { parcels: new Set(), buildings: new Set() },
    first: {
      title: { zh: '澄州市', en: 'Chengzhou' },
      districts: city.project.jurisdictions.map(({ code, name = code }) => ({ code, name: { zh: name, en: name } })),
      townships: [],
    },
    thinning: { digits: 6, toleranceM: 0.5 },
  };
}
