import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { toMultiPolygon } from '../../src/domain/geometry/columns/builder.ts';
import type { Layer } from '../../src/domain/geometry/columns/layer.ts';
import type { Parcel, ParcelStatus, Project } from '../../src/domain/land/model.ts';
import { readPacked } from '../../src/formats/packed/read.ts';
import { packedBytes } from '../../src/formats/packed/write.ts';
import { benchCity } from './city.ts';
import type { Benchmark, BenchReport } from './contract.ts';
import { randomFrom } from './parcels.ts';
import { median, shownMs } from './rounds.ts';
import { arrayRecords } from '../../src/domain/land/records/array-records.ts';
import { emptyTable } from '../../src/domain/land/records/empty-table.ts';

const ROUNDS = 3;
const CHILD = fileURLToPath(new URL('load-one.ts', import.meta.url));
const contenders = {
  columns: 'Yuantu, columns',
  project: 'Yuantu, project',
  records: 'Yuantu, project and every record',
  json: 'JSON.parse',
} as const;
type Contender = keyof typeof contenders;

interface Load {
  readonly ms: number;
  readonly peakMb: number;
  readonly keptMb: number;
}

/** A whole city from its file: the packed file against JSON.parse of the same as GeoJSON. */
export const load: Benchmark = {
  name: 'load',
  title: 'Loading a packed file',
  usesPostgis: false,
  run: ({ size, say }) => Promise.resolve(run(size, say)),
};

function run(size: number, say: (line: string) => void): BenchReport {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yuantu-load-'));
  try {
    const files = { packed: path.join(folder, 'city.ytp'), json: path.join(folder, 'city.geojson') };
    const exact = writeBoth(size, files);
    say('files written');
    const loads: Record<Contender, Load[]> = { columns: [], project: [], records: [], json: [] };
    for (let round = 0; round < ROUNDS; round++)
      for (const name of Object.keys(contenders) as Contender[])
        loads[name].push(loadOnce(name, name === 'json' ? files.json : files.packed));
    return report(size, loads, statSync(files.packed).size, statSync(files.json).size, exact);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The program has to warm up in every run: a file is loaded once. */
function loadOnce(contender: Contender, file: string): Load {
  const args = ['--expose-gc', '--max-old-space-size=12000', '--import', 'tsx', CHILD, contender, file];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Load;
}

function report(
  size: number,
  loads: Readonly<Record<Contender, readonly Load[]>>,
  packedBytesLength: number,
  jsonLength: number,
  exact: boolean,
): BenchReport {
  const mid = (name: Contender, of: keyof Load) => median(loads[name].map((l) => l[of]));
  const times = (name: Contender, of: keyof Load) => mid('json', of) / mid(name, of);
  const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0);
  const rows = (Object.keys(contenders) as Contender[]).map((name) => [
    contenders[name],
    shownMs(loads[name].map((l) => l.ms)),
    `${times(name, 'ms').toFixed(1)} ×`,
    mid(name, 'peakMb').toFixed(0),
    `1/${times(name, 'peakMb').toFixed(1)}`,
    mid(name, 'keptMb').toFixed(0),
    megabytes(name === 'json' ? jsonLength : packedBytesLength),
  ]);
  return {
    about:
      `${size} parcels with id, landClass, status and statedAreaM2 from a file on disk (cached), each load in a fresh ` +
      `process, ${ROUNDS} times. Peak is resident memory above the start, kept is what the collector leaves.`,
    table: { head: ['contender', 'ms', 'speed', 'peak MB', 'of JSON', 'kept MB', 'file MB'], rows },
    checks: [
      `every coordinate and attribute of the packed file is the one written: ${exact ? 'yes' : 'NO'}`,
      `the packed file has ${((100 * packedBytesLength) / jsonLength).toFixed(1)} % of the GeoJSON's size`,
    ],
    ratios: {
      'JSON.parse': times('columns', 'ms'),
      'JSON.parse, project': times('project', 'ms'),
      'JSON.parse, memory': times('columns', 'peakMb'),
      'JSON.parse, size': jsonLength / packedBytesLength,
    },
    peers: [],
  };
}

function writeBoth(size: number, files: { packed: string; json: string }): boolean {
  const { layer } = benchCity(size);
  const records = attributes(size);
  const parcels = { records: arrayRecords(records), layer };
  const project: Project = {
    parks: [],
    parcels,
    buildings: emptyTable(),
    townships: emptyTable(),
    zones: emptyTable(),
    jurisdictions: [],
    others: [],
  };
  writeGeojson(layer, records, files.json);
  const bytes = packedBytes(project);
  writeFileSync(files.packed, bytes);
  const back = readPacked('city.ytp', bytes);
  return back.ok && sameLayer(layer, back.value.project.parcels.layer) && sameRecords(records, back.value.project);
}

const sameLayer = (a: Layer, b: Layer): boolean =>
  (['lonLat', 'vertexStart', 'ringStart', 'partStart'] as const).every((column) =>
    Buffer.from(a[column].buffer, a[column].byteOffset, a[column].byteLength).equals(
      Buffer.from(b[column].buffer, b[column].byteOffset, b[column].byteLength),
    ),
  );
const sameRecords = (records: readonly Parcel[], { parcels }: Project): boolean =>
  records.every((record, f) => JSON.stringify(record) === JSON.stringify(parcels.records.peek(f)));

function attributes(size: number): Parcel[] {
  const random = randomFrom(4);
  const statuses: ParcelStatus[] = ['in-use', 'in-use', 'in-use', 'idle', 'low-efficiency', 'vacant', 'planned'];
  const codes = ['100101', '100102', '1101', '0901', '1207', '0701'];
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  return Array.from({ length: size }, (_, f) => ({
    id: `4101${String(f).padStart(8, '0')}`,
    landClass: { system: 'planning-guide-2023' as const, code: one(codes) },
    status: one(statuses),
    statedAreaM2: Math.round(100 * (500 + 20_000 * random())) / 100,
  }));
}

function writeGeojson(layer: Layer, records: readonly Parcel[], file: string): void {
  const out = openSync(file, 'w');
  writeSync(out, '{"type":"FeatureCollection","features":[\n');
  const ROWS_PER_WRITE = 10_000;
  for (let first = 0; first < layer.size; first += ROWS_PER_WRITE) {
    const rows = records.slice(first, first + ROWS_PER_WRITE).map((record, i) => {
      const parts = toMultiPolygon(layer, first + i);
      const geometry =
        parts.length === 1 ? { type: 'Polygon', coordinates: parts[0] } : { type: 'MultiPolygon', coordinates: parts };
      return JSON.stringify({ type: 'Feature', properties: { kind: 'parcel', ...record }, geometry });
    });
    writeSync(out, `${first > 0 ? ',\n' : ''}${rows.join(',\n')}`);
  }
  writeSync(out, '\n]}\n');
  closeSync(out);
}
