import { City } from '../../../src/city/city.ts';
import type { Judgement } from '../../../src/city/judgement.ts';
import { drawingPlane } from '../../../src/desk/stored-shape.ts';
import { LandGround, type Scene } from '../../../src/desk/tools/index.ts';
import { policyPack } from '../packs.ts';
import { randomFrom } from '../parcels.ts';
import { sampleCity } from '../sample-city.ts';
import { done } from './big-park.ts';

export const EDITS_BEFORE = 1000;
const DATE = '2026-01-01';

/** A large city that is open, judged, and looked at by tools. */
export interface Bench {
  readonly city: City;
  readonly judgement: Judgement;
  readonly scene: Scene;
  readonly ground: LandGround;
  readonly random: () => number;
}

/** As after some hours of work: what was changed before is carried by every fork. */
export function begun(size: number): Bench {
  const project = sampleCity(size);
  const city = City.open(project)!;
  city.overlaps();
  const judgement = city.judge({ pack: policyPack('zhengzhou-draft'), date: DATE });
  for (const key of city.parks) judgement.findings(key);
  const random = randomFrom(12);
  const keys = city.land.keys('parcel');
  for (let n = 0; n < EDITS_BEFORE; n++)
    done(city, {
      do: 'fields',
      table: 'parcel',
      keys: [keys[Math.floor(random() * keys.length)]],
      fields: { costWan: n },
    });
  const crs = drawingPlane(project.parcels.layer);
  const ground = new LandGround(
    (['parcel', 'building'] as const).map((table) => {
      const { layer } = city.land.table(table).compact();
      return { table, layer, keys: city.land.keys(table) };
    }),
    crs,
  );
  const snaps = { vertex: true, intersection: true, midpoint: true, perpendicular: true, edge: true, extension: true, parallel: true }; // prettier-ignore
  return { city, judgement, ground, random, scene: { crs, ground, settings: { snaps, ortho: 0, trace: false } } };
}
