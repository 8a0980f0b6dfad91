import type { Benchmark, BenchOptions, BenchReport } from '../contract.ts';
import { coverageChecks } from './coverage.ts';
import { HEAD, laid, rowOf, type Laid } from './laid.ts';
import { hardParcels, idleLand, inventedParcels, type BenchParcel } from './parcels.ts';
import { looksCheck } from './looks-check.ts';
import { publishedCheck } from './published.ts';
import { samenessCheck } from './same.ts';

const MANY = 1000;
const LARGE = 50;
const COVERED = 200;
const ALL_ANGLES = 20;
const MOVED = 25;
const WARM_UP = 20;

/** As many of the parcels as the seconds of CPU allow. */
function laidWithin(parcels: readonly BenchParcel[], seconds: number): Laid[] {
  const start = process.cpuUsage();
  const all: Laid[] = [];
  for (const parcel of parcels) {
    const { user, system } = process.cpuUsage(start);
    if ((user + system) / 1e6 > seconds) break;
    all.push(laid(parcel));
  }
  return all;
}

async function run({ seconds, say }: BenchOptions): Promise<BenchReport> {
  for (const parcel of inventedParcels(WARM_UP, 20, 60)) laid(parcel);
  const invented = inventedParcels(MANY, 20, 150);
  const sets: readonly (readonly [string, readonly BenchParcel[]])[] = [
    ['invented, 20–150 亩', invented],
    ['invented, 150–400 亩', inventedParcels(LARGE, 150, 400)],
    ['idle land of the sample city, ≥ 20 亩', idleLand()],
    ['pond, neck, tip, curve, a building that stays', hardParcels()],
  ];
  const faults: string[] = [];
  const looks: string[] = [];
  const rows = sets.map(([name, parcels]) => {
    const all = laidWithin(parcels, seconds / 2);
    faults.push(...all.flatMap((one) => one.faults));
    looks.push(looksCheck(name, parcels, all));
    say(rowOf(name, all).join(' | '));
    return rowOf(name, all);
  });
  return {
    about: `Layouts of factory buildings by the usual wishes, all families of each parcel; CPU of the process, median / 95 of 100 / most, after ${WARM_UP} parcels to warm up. Each layout is judged by arithmetic of its own (setbacks, spacing, roads in one piece, places, figures).`,
    table: { head: HEAD, rows },
    checks: [
      ...[...new Set(faults)].slice(0, 5).map((fault) => `Fault: ${fault}.`),
      ...looks,
      ...coverageChecks(invented.slice(0, COVERED), ALL_ANGLES, say),
      publishedCheck(),
      samenessCheck(invented.slice(0, MOVED)),
    ],
    ratios: {},
    peers: [],
  };
}

export const laying: Benchmark = {
  name: 'layout',
  title: 'Laying out factory buildings',
  usesPostgis: false,
  run,
};
