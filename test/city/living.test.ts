import fc from 'fast-check';
import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import { City } from '../../src/city/city.ts';
import type { Judgement } from '../../src/city/judgement.ts';
import type { Change } from '../../src/domain/land/change.ts';
import type { Project } from '../../src/domain/land/model.ts';
import { problemsOfShared } from '../../src/domain/land/overlaps.ts';
import { readExchange } from '../../src/formats/exchange/read.ts';
import { writeFiles } from '../../src/formats/index.ts';
import { bytes } from '../helpers/city.ts';
import { readPack } from '../policy/cases.ts';
import { randomCity } from '../policy/random-city.ts';
import { around } from './places-around.ts';
import { changeBy, deeds } from './random-change.ts';

const law = { pack: readPack('zhengzhou-draft'), date: '2026-01-01' };

function projectOf(city: FeatureCollection): Project {
  const read = readExchange('city.geojson', bytes({ ...city, features: [...city.features, ...around] }), {
    fields: law.pack.fields,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value.project;
}

/** Everything that is derived of a city, by place in the file. */
function derived(city: City, judgement: Judgement) {
  const place = (name: 'parcel' | 'building', key: number) => city.land.keys(name).indexOf(key);
  const parcels = city.land.keys('parcel');
  return {
    notes: city.notes,
    parcels: [...city.project.parcels.records],
    problems: parcels.map((key) => {
      const { shared, unasked } = city.overlapsOf(key);
      return problemsOfShared(shared, unasked, (other) => city.placed.parcel(other)!.id);
    }),
    parks: city.parks.map((key) => {
      const facts = judgement.facts(key);
      return {
        facts: {
          ...facts,
          parcels: facts.parcels.map((p) => ({ ...p, key: place('parcel', p.key) })),
          buildings: facts.buildings.map((b) => ({ ...b, key: place('building', b.key) })),
        },
        findings: judgement.findings(key).map((finding) => ({ ...finding, trace: finding.trace })),
        repairs: judgement.repairs(key),
        places: judgement.places(key),
      };
    }),
    jurisdictions: judgement
      .jurisdictions()
      .map(({ findings, ...own }) => ({ ...own, outcomes: findings.map((f) => f.outcome) })),
    targets: judgement.targets(),
  };
}

const fromNothing = (city: City) => {
  const anew = City.open(city.land.project)!;
  return derived(anew, anew.judge(law));
};

function applied(city: City, change: Change): Change {
  const result = city.apply(change);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value.inverse;
}

async function packed(city: City): Promise<Buffer> {
  const written = await writeFiles('ytp', city.land.project, { name: 'city' });
  if (!written.ok) throw new Error(written.refusal.code);
  return Buffer.concat(written.value.files.map((file) => file.bytes));
}

describe('a city that lives', () => {
  it('derives by touch what it derives from nothing, whatever is changed, and the same again when it is undone', async () => {
    await fc.assert(
      fc.asyncProperty(randomCity, deeds(4), async (file, steps) => {
        const city = City.open(projectOf(file))!;
        const judgement = city.judge(law);
        const [first, firstFile] = [derived(city, judgement), await packed(city)];
        const undo: Change[] = [];
        for (const wanted of steps) {
          undo.push(applied(city, changeBy(city.land, wanted)));
          expect(derived(city, judgement)).toEqual(fromNothing(city));
        }
        while (undo.length > 0) applied(city, undo.pop()!);
        expect(derived(city, judgement)).toEqual(first);
        expect((await packed(city)).equals(firstFile)).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  it('is not touched by what is done to a fork, nor the fork by what is done to it', () => {
    fc.assert(
      fc.property(randomCity, deeds(2), deeds(2), (file, here, there) => {
        const city = City.open(projectOf(file))!;
        const judgement = city.judge(law);
        const before = derived(city, judgement);
        const fork = city.fork();
        const judged = judgement.on(fork);
        for (const wanted of there) applied(fork, changeBy(fork.land, wanted));
        expect(derived(fork, judged)).toEqual(fromNothing(fork));
        expect(derived(city, judgement)).toEqual(before);
        const forked = derived(fork, judged);
        for (const wanted of here) applied(city, changeBy(city.land, wanted));
        expect(derived(city, judgement)).toEqual(fromNothing(city));
        expect(derived(fork, judged)).toEqual(forked);
      }),
      { numRuns: 6 },
    );
  });
});
