import { buildLayer, toMultiPolygon } from '../../src/domain/geometry/columns/builder.ts';
import type { MultiPolygon, Position } from '../../src/domain/geometry/columns/layer.ts';
import { LiveLayer, type LiveOptions } from '../../src/domain/geometry/near/live-layer.ts';
import { nearPairs } from '../../src/domain/geometry/near/near-pairs.ts';
import { planeColumns } from '../../src/domain/geometry/plane/plane-columns.ts';
import { planeCrsOf } from '../../src/domain/geodesy/zones.ts';
import { benchCity, benchTownships } from './city.ts';
import type { Benchmark, BenchOptions, BenchReport } from './contract.ts';
import { randomFrom } from './parcels.ts';
import { median, quantile } from './rounds.ts';

const MOST_PARCELS = 100_000;
const EDITS = 2000;
/** Whole layers made anew, to set the edit against. */
const REBUILDS = 3;
/** A vertex is drawn at most so far, degrees: some 3 m. */
const DRAWN = 3e-5;
const CRS = planeCrsOf(4547)!;

export const edit: Benchmark = { name: 'edit', title: 'An edit in a large layer', usesPostgis: false, run };

/** One vertex of one parcel after another is moved; each edit gives areas, neighbours and shares of townships. */
async function run({ size, say }: BenchOptions): Promise<BenchReport> {
  const { layer } = benchCity(Math.min(size, MOST_PARCELS));
  const options: LiveOptions = { crs: CRS, toleranceM: 0.5, minBorderM: 1, over: benchTownships().layer };
  const started = performance.now();
  const live = new LiveLayer(layer, options);
  const madeMs = performance.now() - started;
  const random = randomFrom(11);
  const edited = new Map<number, MultiPolygon>();
  const times: number[] = [];
  for (let n = 0; n < EDITS; n++) {
    const row = Math.floor(random() * layer.size);
    const next = moved(edited.get(row) ?? toMultiPolygon(layer, row), random);
    edited.set(row, next);
    const before = performance.now();
    live.replace(row, next);
    times.push(performance.now() - before);
  }
  say('making the layer anew …');
  const features = Array.from({ length: layer.size }, (_, f) => edited.get(f) ?? toMultiPolygon(layer, f));
  const rebuilds: number[] = [];
  let pairs = new Uint32Array(0);
  for (let n = 0; n < REBUILDS; n++) {
    const before = performance.now();
    pairs = Uint32Array.from(nearPairs(planeColumns(buildLayer(features), CRS), options.toleranceM)!);
    rebuilds.push(performance.now() - before);
  }
  const [mid, last, most] = [median(times), quantile(times, 0.99), quantile(times, 1)];
  const ratio = median(rebuilds) / mid;
  const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 0);
  return {
    about:
      `A vertex of a random one of ${layer.size} parcels is moved, ${EDITS} times; each edit gives the parcel's areas, its ` +
      `neighbours within ${options.toleranceM} m, whom it adjoins, and its shares in 180 townships. Making the live layer: ${ms(madeMs)} ms, once.`,
    table: {
      head: ['contender', 'median ms', '99 % ms', 'longest ms', '× ours'],
      rows: [
        ['yuantu live layer', ms(mid), ms(last), ms(most), '1'],
        ['the layer and its near pairs anew', ms(median(rebuilds)), '', ms(quantile(rebuilds, 1)), ratio.toFixed(0)],
      ],
    },
    checks: [compared(live, pairs)],
    ratios: { rebuild: ratio },
    peers: [],
  };
}

/** The feature with one vertex of its first ring drawn elsewhere. */
function moved(feature: MultiPolygon, random: () => number): MultiPolygon {
  const [[shell, ...holes], ...parts] = feature;
  const open = shell.slice(0, -1);
  const vertex = Math.floor(random() * open.length);
  const drawn = open.map(([lon, lat], v): Position =>
    v === vertex ? [lon + (random() - 0.5) * DRAWN, lat + (random() - 0.5) * DRAWN] : [lon, lat],
  );
  return [[drawn, ...holes], ...parts];
}

/** The neighbours of every row against the pairs of a layer made anew. */
function compared(live: LiveLayer, pairs: Uint32Array): string {
  const expected = Array.from({ length: live.size }, (): number[] => []);
  for (let k = 0; k < pairs.length; k += 2) {
    expected[pairs[k]].push(pairs[k + 1]);
    expected[pairs[k + 1]].push(pairs[k]);
  }
  let different = 0;
  for (let f = 0; f < live.size; f++) {
    const { near } = live.standing(f);
    const own = expected[f].sort((a, b) => a - b);
    if (near.length !== own.length || near.some((g, n) => g !== own[n])) different++;
  }
  return different === 0
    ? `after all edits the neighbours of all ${live.size} parcels are those of a layer made anew`
    : `${different} parcels have DIFFERENT neighbours than in a layer made anew`;
}
