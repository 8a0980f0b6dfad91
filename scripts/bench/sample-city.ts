import type { Project } from '../../src/domain/land/model.ts';
import { readExchange } from '../../src/formats/exchange/read.ts';
import { collection } from '../sample/collection.ts';
import { features } from '../sample/features.ts';
import { policyPack } from './packs.ts';

const MOST_PARCELS = 100_000;
/** Parcels of one sample city, about. */
const PER_CITY = 8000;

/** So many sample cities beside each other as hold about `size` parcels, at most 100 000. */
export function sampleCity(size: number): Project {
  const cities = Math.max(1, Math.round(Math.min(size, MOST_PARCELS) / PER_CITY));
  const texts = collection((function* () { for (let n = 0; n < cities; n++) yield* features(n); })()); // prettier-ignore
  const read = readExchange('city.geojson', new TextEncoder().encode([...texts].join('')), {
    fields: policyPack('zhengzhou-draft').fields,
  });
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.project;
}
