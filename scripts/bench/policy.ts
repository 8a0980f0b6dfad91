import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { ParkFacts } from '../../src/domain/land/facts.ts';
import { landIndex } from '../../src/domain/land/land-index.ts';
import type { Project } from '../../src/domain/land/model.ts';
import { parkFacts } from '../../src/domain/land/park-facts.ts';
import { readExchange } from '../../src/formats/exchange/read.ts';
import { contextOf } from '../../src/policy/context.ts';
import { evaluatePark } from '../../src/policy/evaluate.ts';
import { repairsOf } from '../../src/policy/repairs/repairs.ts';
import { baselineOf, difference } from '../../src/policy/what-if/difference.ts';
import { parametersOf } from '../../src/policy/what-if/parameters.ts';
import { surroundingsOf } from '../../src/domain/land/surroundings.ts';
import type { Pack } from '../../src/policy/shape/pack.ts';
import { landUsesOf } from '../../src/policy/land-uses.ts';
import { policyPack } from './packs.ts';
import type { Benchmark, BenchOptions, BenchReport } from './contract.ts';
import { interleaved, median, shownMs } from './rounds.ts';

const PARKS = 5000;
const ROUNDS = 7;
const DATE = '2026-01-01';
const data = new URL('../../data/', import.meta.url);

function sampleCity(pack: Pack): Project {
  const bytes = new Uint8Array(gunzipSync(readFileSync(new URL('sample/city.geojson.gz', data))));
  const read = readExchange('city.geojson', bytes, { fields: pack.fields });
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.project;
}

/** The parks of the sample over and over, each with facts of its own: what is looked up once per park is so here. */
const many = (facts: readonly ParkFacts[], count: number): ParkFacts[] =>
  Array.from({ length: count }, (_, i) => structuredClone(facts[i % facts.length]));

/** CPU time of this process in ms, its garbage collector included. */
function cpuOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Findings of a city of 5 000 parks and of one park after an edit; with and without the steps that led to them. */
async function run({ say }: BenchOptions): Promise<BenchReport> {
  const pack = policyPack('zhengzhou-draft');
  const project = sampleCity(pack);
  const landUses = landUsesOf(pack);
  const index = landIndex(project, landUses);
  const context = contextOf({ ...project, zones: [...project.zones.records] }, pack);
  const own = project.parks.map((park) => parkFacts(project, index, park, landUses));
  const city = many(own, PARKS);
  say(`${PARKS} parks from ${own.length}`);
  const lean = (parks: readonly ParkFacts[]) => () =>
    parks.reduce((sum, facts) => sum + evaluatePark(pack, facts, context, DATE).length, 0);
  const traced = (parks: readonly ParkFacts[]) => () =>
    parks.reduce(
      (sum, facts) => sum + evaluatePark(pack, facts, context, DATE).reduce((n, f) => n + f.trace.length, 0),
      0,
    );
  const factsAgain = () =>
    project.parks.reduce((sum, park) => sum + parkFacts(project, index, park, landUses).parcels.length, 0);
  const base = baselineOf(pack, own, context, DATE);
  const parameters = parametersOf(pack, DATE);
  // Every parameter of the pack a tenth higher, one after the other: a slider moved once for each.
  const slide = () =>
    parameters.reduce((n, { id, value }) => n + difference(base, [{ id, value: value * 1.1 }]).flips.length, 0);
  const mend = () =>
    own.reduce((n, facts) => {
      const land = surroundingsOf(project, index, facts, landUses);
      return n + repairsOf({ pack, facts, context, date: DATE, land }).length;
    }, 0);
  const timings = await interleaved({ lean: lean(city), traced: traced(city), facts: factsAgain, slide, mend }, ROUNDS);
  const cpuMs = median(Array.from({ length: ROUNDS }, () => cpuOf(lean(city))));
  const of = (name: string) => timings.find((t) => t.name === name)!.rounds;
  const each = (name: string, parks: number) => `${((median(of(name)) / parks) * 1000).toFixed(0)} µs`;
  return {
    about: `The parks of the sample city (${own.length}) over and over to ${PARKS}, ${pack.rules.length} rules; ${ROUNDS} rounds. No other program judges these rules, so the figures stand alone; the trace is made when it is read.`,
    table: {
      head: ['what', 'ms', 'a park'],
      rows: [
        [`findings of ${PARKS} parks, facts ready`, shownMs(of('lean')), each('lean', PARKS)],
        [`the same by CPU time, whatever else runs`, shownMs([cpuMs]), `${((cpuMs / PARKS) * 1000).toFixed(0)} µs`],
        [`the same, every trace read`, shownMs(of('traced')), each('traced', PARKS)],
        [`facts of ${own.length} parks from geometry`, shownMs(of('facts')), each('facts', own.length)],
        [
          `what-if: ${parameters.length} parameters moved, ${own.length} parks`,
          shownMs(of('slide')),
          `${(median(of('slide')) / parameters.length).toFixed(2)} ms a move`,
        ],
        [
          `repairs of all rules missed, with the free land around, ${own.length} parks`,
          shownMs(of('mend')),
          each('mend', own.length),
        ],
      ],
    },
    checks: [],
    ratios: { traced: median(of('traced')) / median(of('lean')) },
    peers: [],
  };
}

export const policy: Benchmark = { name: 'policy', title: 'Findings of a city', usesPostgis: false, run };
