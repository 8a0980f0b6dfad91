import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Project } from '../../../src/domain/land/model.ts';
import { emptyTable } from '../../../src/domain/land/records/empty-table.ts';
import { readExchange } from '../../../src/formats/exchange/read.ts';
import { writeFiles, type Format } from '../../../src/formats/index.ts';
import type { Benchmark, BenchOptions, BenchReport } from '../contract.ts';
import { median } from '../rounds.ts';
import { largeCity } from './large-city.ts';
import { inOwnProcess, type Taken } from './process.ts';

const ROUNDS = 3;
/** Of other formats a smaller city is opened, against the same from a packed file: to write one takes long. */
const MOST_FOREIGN = 100_000;
const FOREIGN = ['gpkg', 'fgb', 'parquet'] as const satisfies readonly Format[];
const SAMPLE_PARCELS = 100_000;
/** What each park may cost beside the kernels. */
const MS_A_PARK = 2;

/** Files opened as the page's worker opens them, each in a process of its own. */
export const opening: Benchmark = { name: 'city', title: 'A city from its file to the map', usesPostgis: false, run };

interface Row {
  readonly what: string;
  readonly taken: readonly Taken[];
  readonly against?: Against;
}

/** What something is set against, and what CPU time of its own is not counted; `parksMs` only once they are judged. */
interface Against {
  readonly what: string;
  readonly cpuMs: number;
  /** What went by meanwhile, where that is compared too. */
  readonly wallMs?: number;
  readonly lessMs?: number;
  readonly parksMs?: number;
}

async function run({ size, say }: BenchOptions): Promise<BenchReport> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yuantu-opening-'));
  try {
    const rows = [
      ...(await largeRows(folder, size, say)),
      ...(await foreignRows(folder, Math.min(size, MOST_FOREIGN), say)),
      ...(await sampleRows(folder, Math.min(size, SAMPLE_PARCELS), say)),
    ];
    return report(rows);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const opened = (file: string): Taken[] => times(() => inOwnProcess('open-one.ts', file));
const times = (once: () => Taken): Taken[] => Array.from({ length: ROUNDS }, once);
const cpuOf = (taken: readonly Taken[], part?: string): number =>
  median(taken.map(({ cpuMs, parts }) => (part === undefined ? cpuMs : (parts[part] ?? 0))));

async function largeRows(folder: string, size: number, say: (line: string) => void): Promise<Row[]> {
  const project = largeCity(size);
  const file = await written(folder, 'large', 'ytp', project);
  say(`a city of ${size} parcels is written`);
  const kernels = times(() => inOwnProcess('kernels-one.ts', file));
  const { length } = project.parks;
  const against = { what: 'kernels', cpuMs: cpuOf(kernels), parksMs: MS_A_PARK * length };
  return [
    { what: `kernels alone, ${size} parcels`, taken: kernels },
    { what: `opened from .ytp, ${size} parcels, ${length} parks`, taken: opened(file), against },
  ];
}

async function foreignRows(folder: string, size: number, say: (line: string) => void): Promise<Row[]> {
  const project = largeCity(size);
  // The other formats hold parcels alone.
  const bare: Project = { ...project, townships: emptyTable(), parks: project.parks.map(({ id }) => ({ id })) };
  const packed = opened(await written(folder, 'foreign', 'ytp', bare));
  const rows: Row[] = [{ what: `opened from .ytp, ${size} parcels`, taken: packed }];
  for (const format of FOREIGN) {
    const file = await written(folder, 'foreign', format, bare);
    say(`${format} is written`);
    const taken = opened(file);
    const against = { what: 'from .ytp, reading apart', cpuMs: cpuOf(packed), lessMs: cpuOf(taken, 'read') };
    rows.push({ what: `the same from .${format}`, taken, against });
  }
  return rows;
}

async function sampleRows(folder: string, size: number, say: (line: string) => void): Promise<Row[]> {
  const geojson = path.join(folder, 'sample.geojson');
  const sample = fileURLToPath(new URL('../../sample/main.ts', import.meta.url));
  execFileSync(process.execPath, ['--import', 'tsx', sample, '--parcels', String(size), '--out', geojson]);
  const read = readExchange('sample.geojson', readFileSync(geojson), {});
  if (!read.ok) throw new Error(read.refusal.code);
  const file = await written(folder, 'sample', 'ytp', read.value.project);
  say('the sample city is written');
  const parsed = times(() => inOwnProcess('parse-one.ts', geojson));
  const against = { what: 'JSON.parse', cpuMs: cpuOf(parsed), wallMs: median(parsed.map(({ wallMs }) => wallMs)) };
  const { parcels, parks } = read.value.project;
  return [
    { what: `JSON.parse of the sample city, ${parcels.records.length} parcels, ${parks.length} parks`, taken: parsed },
    { what: 'opened from .ytp', taken: opened(file), against },
    { what: 'opened from .geojson', taken: opened(geojson), against },
  ];
}

async function written(folder: string, name: string, format: Format, project: Project): Promise<string> {
  const made = await writeFiles(format, project, { name });
  if (!made.ok) throw new Error(made.refusal.code);
  const [{ name: own, bytes }] = made.value.files;
  const file = path.join(folder, own);
  writeFileSync(file, bytes);
  return file;
}

function report(rows: readonly Row[]): BenchReport {
  /** Before the parks are judged. */
  const shownMs = (taken: readonly Taken[]) => median(taken.map(({ cpuMs, parts }) => cpuMs - (parts.parks ?? 0)));
  const shownWallMs = (taken: readonly Taken[]) =>
    median(taken.map(({ wallMs, wallParts }) => wallMs - (wallParts.parks ?? 0)));
  const ratioOf = (taken: readonly Taken[], { cpuMs, lessMs = 0 }: Against) => (shownMs(taken) - lessMs) / cpuMs;
  const judgedRatioOf = (taken: readonly Taken[], { cpuMs, lessMs = 0, parksMs = 0 }: Against) =>
    (cpuOf(taken) - lessMs - parksMs) / cpuMs;
  const times = (ratio: number) => `${ratio.toFixed(2)} ×`;
  const shown = ({ what, taken, against }: Row): string[] => [
    what,
    shownMs(taken).toFixed(0),
    shownWallMs(taken).toFixed(0),
    cpuOf(taken).toFixed(0),
    median(taken.map(({ mainMs }) => mainMs)).toFixed(0),
    median(taken.map(({ wallMs }) => wallMs)).toFixed(0),
    against
      ? `${times(ratioOf(taken, against))} ${against.what}` +
        (against.wallMs === undefined ? '' : `, ${times(shownWallMs(taken) / against.wallMs)} as time goes by`)
      : '',
    against ? times(judgedRatioOf(taken, against)) + (against.parksMs ? ', 2 ms a park apart' : '') : '',
    median(taken.map(({ peakMb }) => peakMb)).toFixed(0),
  ];
  const partsOf = ({ what, taken }: Row): string =>
    `${what}: ${Object.keys(taken[0].parts)
      .map((part) => `${part} ${cpuOf(taken, part).toFixed(0)}`)
      .join(', ')} ms of CPU`;
  return {
    about:
      'Files opened as the page’s worker opens them, to the whole list and the tiles a map begins with; then every park ' +
      `judged. Each in a process of its own, ${ROUNDS} times. CPU time is of all threads, the collector’s among them, so that ` +
      'what else runs changes it least; that of the main thread, without collector and compiler beside it, is what the work ' +
      'takes on a machine where a core is free for these; peak is the resident memory of the whole process, of which Node itself has some 150 MB.',
    table: {
      head: [
        'what',
        'CPU ms, list shown',
        'ms, list shown',
        'CPU ms, all judged',
        'main thread ms',
        'ms, all judged',
        'list shown against',
        'all judged',
        'peak MB',
      ],
      rows: rows.map(shown),
    },
    checks: rows.map(partsOf),
    ratios: Object.fromEntries(
      rows.flatMap(({ what, taken, against }) => (against ? [[what, ratioOf(taken, against)]] : [])),
    ),
    peers: [],
  };
}
