import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { assembleLand, workOn } from '../../src/city/assembling/assemble.ts';
import { offered } from '../../src/city/assembling/offered.ts';
import { soughtIn } from '../../src/city/assembling/sought.ts';
import { City } from '../../src/city/city.ts';
import type { Judgement } from '../../src/city/judgement.ts';
import type { Project } from '../../src/domain/land/model.ts';
import { readExchange } from '../../src/formats/exchange/read.ts';
import { assemble, needsOf } from '../../src/supply/assemble/assemble.ts';
import { usualEffort } from '../../src/supply/assemble/best.ts';
import { eligible, type Candidate, type Candidates } from '../../src/supply/assemble/candidates.ts';
import { setCostMu, type Plots } from '../../src/supply/assemble/plots.ts';
import type { Requirements } from '../../src/supply/assemble/requirements.ts';
import { reaches, sitesOf, type Needs } from '../../src/supply/assemble/units.ts';
import { usualWeights } from '../../src/supply/assemble/weights.ts';
import { collection } from '../sample/collection.ts';
import { features } from '../sample/features.ts';
import type { Benchmark, BenchOptions, BenchReport } from './contract.ts';
import { policyPack } from './packs.ts';
import { randomFrom } from './parcels.ts';
import { median, quantile } from './rounds.ts';

const DATE = '2026-01-01';
const KINDS = ['manufacturing', 'service'] as const;
/** Every subset of so many parcels is looked at. */
const FEW = 14;
/** Free parcels of made-up townships, side by side with gaps: the hardest there is. */
const CROWDED = [50, 100, 350];
const MOST_PARCELS = 100_000;
const PER_CITY = 8000;

export const assembling: Benchmark = {
  name: 'assemble',
  title: 'The best land for a park',
  usesPostgis: false,
  run,
};

const none = () => undefined;
const total = (times: readonly number[]): number => times.reduce((sum, ms) => sum + ms, 0);

function sampleCity(): Project {
  const bytes = gunzipSync(readFileSync(new URL('../../data/sample/city.geojson.gz', import.meta.url)));
  return projectOf(new Uint8Array(bytes));
}

function projectOf(bytes: Uint8Array): Project {
  const read = readExchange('city.geojson', bytes, { fields: policyPack('zhengzhou-draft').fields });
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value.project;
}

/** Several sample cities in one file, in the same places: townships have as many times the parcels. */
function largeCity(size: number): Project {
  const cities = Math.max(1, Math.round(Math.min(size, MOST_PARCELS) / PER_CITY));
  const texts = collection((function* () { for (let n = 0; n < cities; n++) yield* features(n); })()); // prettier-ignore
  return projectOf(new TextEncoder().encode([...texts].join('')));
}

interface Question {
  readonly township: string;
  readonly parkType: (typeof KINDS)[number];
}

const questionsIn = ({ land }: City): readonly Question[] => {
  const codes = [...new Set([...land.table('township').compact().records].map(({ code, id }) => code ?? id))];
  return KINDS.flatMap((parkType) => codes.map((township) => ({ township, parkType })));
};

function offerFor(city: City, judgement: Judgement, question: Question) {
  const sought = soughtIn(city, judgement, question);
  if (!sought.ok) throw new Error(sought.refusal.code);
  return offered(city, judgement, sought.value.offering);
}

/** Fewest sites first, then the cost: what a set by land alone comes to. */
interface Score {
  readonly sites: number;
  readonly costMu: number;
}
const nothing: Score = { sites: Infinity, costMu: Infinity };
const isBetter = (a: Score, b: Score): boolean => a.sites < b.sites || (a.sites === b.sites && a.costMu < b.costMu);

function scoreOf(set: readonly number[], plots: Plots, { landM2, mostSites }: Needs): Score {
  const sum = (of: 'landM2' | 'spareM2') => set.reduce((total, place) => total + plots.plots[place][of], 0);
  if (!reaches(sum('landM2'), landM2) || sum('spareM2') < -1e-6) return nothing;
  if (set.some((a) => plots.over[a].some((b) => set.includes(b)))) return nothing;
  const sites = sitesOf(set, plots.near).length;
  return sites > mostSites ? nothing : { sites, costMu: setCostMu(set, sites, plots, usualWeights) };
}

function bruteForce(plots: Plots, needs: Needs): Score {
  let best = nothing;
  const count = plots.plots.length;
  for (let mask = 1; mask < 2 ** count; mask++) {
    const set: number[] = [];
    for (let place = 0; place < count; place++) if ((mask >>> place) & 1) set.push(place);
    const score = scoreOf(set, plots, needs);
    if (isBetter(score, best)) best = score;
  }
  return best;
}

/** As it is done by hand: from every parcel on, the neighbour that costs least, else the nearest parcel, until it is enough; then what is not needed goes. */
function greedy(plots: Plots, needs: Needs): Score {
  let best = nothing;
  for (const start of plots.plots.keys()) {
    let set = [start];
    const land = () => set.reduce((sum, place) => sum + plots.plots[place].landM2, 0);
    while (land() < needs.landM2) {
      const open = [...plots.plots.keys()].filter(
        (place) => !set.includes(place) && !plots.over[place].some((o) => set.includes(o)),
      );
      const beside = open.filter((place) => plots.near[place].some((other) => set.includes(other)));
      const next = (beside.length > 0 ? beside : open)
        .map((place) => ({ place, cost: setCostMu([...set, place], 1, plots, usualWeights) }))
        .sort((a, b) => a.cost - b.cost)[0];
      if (!next) break;
      set.push(next.place);
    }
    for (const place of [...set].sort((a, b) => plots.plots[a].landM2 - plots.plots[b].landM2)) {
      const rest = set.filter((other) => other !== place);
      if (rest.length > 0 && isBetter(scoreOf(rest, plots, needs), scoreOf(set, plots, needs))) set = rest;
    }
    const score = scoreOf(set, plots, needs);
    if (isBetter(score, best)) best = score;
  }
  return best;
}

/** Parcels of 3 to 13 亩 on a lattice of which two cells in three are free, some of them idle. */
function lattice(count: number): Plots {
  const random = randomFrom(count);
  const side = Math.ceil(Math.sqrt(count * 1.5));
  const at = new Map<number, number>();
  const plots: Candidate[] = [];
  for (let cell = 0; cell < side * side && plots.length < count; cell++) {
    if (random() > 2 / 3) continue;
    at.set(cell, plots.length);
    const landM2 = (2000 / 3) * (3 + 10 * random());
    const use = random() < 0.3 ? 'idle' : random() < 0.4 ? 'low-efficiency' : 'other';
    const [x, y] = [(cell % side) * 80, Math.floor(cell / side) * 80];
    plots.push({ landM2, floorM2: 0, spareM2: 0, x, y, use, hold: 'free', bars: [] });
  }
  const near = [...at.keys()].map((cell) =>
    [
      cell - side,
      cell + side,
      ...(cell % side > 0 ? [cell - 1] : []),
      ...((cell + 1) % side > 0 ? [cell + 1] : []),
    ].flatMap((other) => at.get(other) ?? []),
  );
  return { plots, near, over: plots.map(() => []) };
}

/** The search on made-up townships, beside the greedy planner. */
async function crowdedRows(requirements: Requirements) {
  const rows: {
    readonly count: number;
    readonly ms: number;
    readonly nodes: number;
    readonly score: Score;
    readonly hand: Score;
    readonly gapMu: number;
  }[] = [];
  for (const count of CROWDED) {
    const plots = lattice(count);
    const candidates = { ...plots, plots: plots.plots as readonly Candidate[] };
    const own = await search(candidates, requirements);
    rows.push({ count, ...own, hand: greedy(plots, needsOf(requirements)) });
  }
  return rows;
}

/** The best set by land of the search, and what it cost to find it. */
async function search(candidates: Candidates, requirements: Requirements) {
  const byLand = { ...requirements, size: requirements.size && { ...requirements.size, floorM2: Infinity } };
  const before = performance.now();
  const settings = { weights: usualWeights, wanted: 1, effort: usualEffort };
  const { sets, nodes, proven } = await assemble({ candidates, requirements: byLand, ...settings }, none);
  const ms = performance.now() - before;
  const [set] = sets;
  const score = set ? { sites: set.sites.length, costMu: set.costMu } : nothing;
  return { ms, nodes, proven, score, gapMu: set ? set.costMu - set.leastMu : 0 };
}

async function timed(city: City, judgement: Judgement, questions: readonly Question[]) {
  const whole: number[] = [];
  for (const question of questions) {
    const before = performance.now();
    await assembleLand(city, judgement, question, workOn(city, {}));
    whole.push(performance.now() - before);
  }
  return whole;
}

async function run({ size, say }: BenchOptions): Promise<BenchReport> {
  const law = { pack: policyPack('zhengzhou-draft'), date: DATE };
  const city = City.open(sampleCity())!;
  city.overlaps();
  const judgement = city.judge(law);
  const questions = questionsIn(city);
  say(`${questions.length} questions of the sample city …`);
  await timed(city, judgement, questions.slice(0, 10));
  const whole = await timed(city, judgement, questions);
  const found = {
    ms: [] as number[],
    nodes: [] as number[],
    brute: [] as number[],
    few: 0,
    same: 0,
    better: 0,
    worse: 0,
    fewerSites: 0,
    missed: 0,
    both: 0,
    ours: 0,
    theirs: 0,
  };
  let proven = 0;
  for (const question of questions) {
    const { candidates, requirements } = offerFor(city, judgement, question);
    const { plots } = eligible(candidates);
    const needs = needsOf(requirements);
    const own = await search(candidates, requirements);
    found.ms.push(own.ms);
    found.nodes.push(own.nodes);
    proven += Number(own.proven);
    if (plots.plots.length <= FEW) {
      const before = performance.now();
      const all = bruteForce(plots, needs);
      found.brute.push(performance.now() - before);
      found.few++;
      found.same += Number(
        all.sites === own.score.sites && (all.sites === Infinity || Math.abs(all.costMu - own.score.costMu) < 1e-6),
      );
    }
    const hand = greedy(plots, needs);
    if (own.score.sites === Infinity) continue;
    if (hand.sites === Infinity) found.missed++;
    else if (isBetter(hand, own.score) && hand.costMu < own.score.costMu - 1e-6) found.worse++;
    else if (own.score.sites < hand.sites) found.fewerSites++;
    else {
      found.both++;
      found.better += Number(own.score.costMu < hand.costMu - 1e-6);
      found.ours += own.score.costMu;
      found.theirs += hand.costMu;
    }
  }
  say('crowded townships …');
  const { requirements } = offerFor(city, judgement, questions[0]);
  const crowdedOnes = await crowdedRows(requirements);
  say('a large city …');
  const large = City.open(largeCity(size))!;
  large.overlaps();
  const largeJudged = large.judge(law);
  const crowded = questionsIn(large)
    .map((question) => ({
      question,
      free: offerFor(large, largeJudged, question).candidates.plots.filter(({ bars }) => bars.length === 0).length,
    }))
    .sort((a, b) => b.free - a.free)
    .slice(0, 5);
  const slow = await timed(
    large,
    largeJudged,
    crowded.map(({ question }) => question),
  );
  const deep = await Promise.all(crowded.map(({ question }) => { const { candidates, requirements } = offerFor(large, largeJudged, question); return search(candidates, requirements); })); // prettier-ignore
  const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 0);
  const row = (name: string, times: readonly number[], nodes: string) => [
    name,
    String(times.length),
    ms(median(times)),
    ms(quantile(times, 0.99)),
    ms(quantile(times, 1)),
    nodes,
  ];
  return {
    about:
      `For every township of the sample city and both kinds of park: the best sets, each judged by all rules on a fork, or why there is none. ` +
      `Then the ${crowded.length} townships with most free parcels (${crowded.at(-1)!.free}–${crowded[0].free}) of ${large.land.keys('parcel').length} parcels.`,
    table: {
      head: ['what', 'times', 'median ms', '99 % ms', 'longest ms', 'choices looked at (most)'],
      rows: [
        row('sample city, the whole answer', whole, ''),
        row('sample city, the best set by land', found.ms, String(Math.max(...found.nodes))),
        row(`every subset, townships of up to ${FEW} parcels`, found.brute, ''),
        row('large city, the whole answer', slow, ''),
        row(
          'large city, the best set by land',
          deep.map((own) => own.ms),
          String(Math.max(...deep.map((own) => own.nodes))),
        ),
        ...crowdedOnes.map(({ count, ms: own, nodes }) =>
          row(`${count} free parcels side by side, the best set by land`, [own], String(nodes)),
        ),
      ],
    },
    checks: [
      ...crowdedOnes.map(
        ({ count, score, hand, gapMu }) =>
          `${count} free parcels side by side: ${score.costMu.toFixed(1)} 亩 in ${score.sites} site(s), at most ${gapMu.toFixed(1)} 亩 dearer than the best; the greedy planner's ${hand.costMu.toFixed(1)} in ${hand.sites}`,
      ),
      `the same as the best of every subset in ${found.same} of ${found.few} townships`,
      `proven: ${proven} of ${questions.length} in the sample city, ${deep.filter((own) => own.proven).length} of ${deep.length} in the large one`,
      `against a greedy planner: it finds no set where there is one ${found.missed} times, needs more sites ${found.fewerSites} times; of ${found.both} in as many sites ours costs less ${found.better} times, ${((1 - found.ours / found.theirs) * 100).toFixed(1)} % in all; ours is worse ${found.worse} times`,
    ],
    ratios: { everySubset: total(found.brute) / total(found.ms) },
    peers: [],
  };
}
