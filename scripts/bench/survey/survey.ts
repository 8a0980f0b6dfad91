import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultDictionary } from '../../../src/cli/pack.ts';
import type { Benchmark, BenchOptions, BenchReport } from '../contract.ts';
import { median } from '../rounds.ts';
import { writeLines, writeMif, writeVct } from './survey-texts.ts';

const ROUNDS = 3;
const MOST = 100_000;
/** Rows of the large table, each with a photograph of so many bytes: 1 GB. */
const PHOTOGRAPH_BYTES = 65_536;
const PYTHON = '/usr/bin/python3';
const PEER = fileURLToPath(new URL('gdal.py', import.meta.url));

/** What survey offices send, read by the product's reader and by GDAL. */
export const survey: Benchmark = { name: 'survey', title: 'Files of survey offices', usesPostgis: false, run };

interface Taken {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly startMb: number;
  readonly peakMb: number;
  readonly rows: number;
  readonly areaM2: number;
}
interface Row {
  readonly what: string;
  /** What GDAL does with the same file. */
  readonly peer: string;
  readonly ours: readonly Taken[];
  readonly gdal: readonly Taken[];
}

async function run({ size, say }: BenchOptions): Promise<BenchReport> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yuantu-survey-'));
  try {
    const reader = await bundled(folder);
    const gdal = versionOfPeer();
    const rows = rowsOf(folder, reader, Math.min(size, MOST), gdal !== null, say);
    return report(rows, gdal);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function versionOfPeer(): string | null {
  try {
    return execFileSync(PYTHON, [PEER, 'version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null;
  }
}

/** The reader as the page has it, one program: what runs TypeScript takes more memory than the reader. */
async function bundled(folder: string): Promise<string> {
  const { build } = await import('vite');
  const entry = fileURLToPath(new URL('read-one.ts', import.meta.url));
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: entry, outDir: path.join(folder, 'reader'), minify: false },
    ssr: { noExternal: true },
  });
  writeFileSync(path.join(folder, 'reader/package.json'), '{"type":"module"}');
  writeFileSync(path.join(folder, 'dictionary.json'), JSON.stringify(defaultDictionary()));
  return path.join(folder, 'reader/read-one.js');
}

function rowsOf(folder: string, reader: string, size: number, hasPeer: boolean, say: BenchOptions['say']): Row[] {
  const at = (name: string) => path.join(folder, name);
  const ours = (...files: string[]) => taken(process.execPath, [reader, at('dictionary.json'), ...files]);
  const oursThrough = (file: string) => taken(process.execPath, [reader, 'rows', file]);
  const peer = (file: string, layer = '') => (hasPeer ? taken(PYTHON, [PEER, 'read', file, layer]) : []);
  const converted = (file: string, driver: string) => taken(PYTHON, [PEER, 'convert', file, 'DLTB', driver]);
  const rows: Row[] = [];
  const add = (what: string, row: Pick<Row, 'ours' | 'gdal'>, peer = 'features gone through') => {
    rows.push({ what, peer, ...row });
    say(`${what} read`);
  };
  /** The rows alone against GDAL's features, and all of the reader against GDAL making a file of them. */
  const addDatabase = (what: string, file: string, gdalPath: string) => {
    add(`${what}: rows gone through`, { ours: oursThrough(file), gdal: peer(gdalPath, 'DLTB') });
    const whole = ours(file);
    for (const driver of ['FlatGeobuf', 'GPKG'])
      add(`${what}: to parcels`, { ours: whole, gdal: converted(gdalPath, driver) }, `made a ${driver}`);
  };
  if (hasPeer) {
    makeGeodatabase(at('dltb.gdb'), size, 0);
    const zip = at('dltb.gdb.zip');
    execFileSync(PYTHON, ['-m', 'zipfile', '-c', zip, at('dltb.gdb')]);
    const counted = size.toLocaleString('en');
    addDatabase(`.gdb in a zip, ${counted} 图斑, ten fields`, zip, `/vsizip/${zip}/dltb.gdb`);
    addDatabase('the same in a folder', at('dltb.gdb'), at('dltb.gdb'));
    const photographs = Math.round((size / MOST) * 2 ** 14);
    makeGeodatabase(at('large.gdb'), photographs, PHOTOGRAPH_BYTES);
    const gb = (bytesIn(at('large.gdb')) / 1e9).toFixed(2);
    add(`.gdb of ${gb} GB in a folder, ${photographs.toLocaleString('en')} 图斑 with photographs`, { ours: ours(at('large.gdb')), gdal: peer(at('large.gdb'), 'DLTB') }); // prettier-ignore
    rmSync(at('large.gdb'), { recursive: true });
  }
  const polygons = writeVct(at('dltb.vct'), size);
  add(`VCT, ${polygons.toLocaleString('en')} polygons by shared lines`, { ours: ours(at('dltb.vct')), gdal: [] });
  writeMif(at('dltb.mif'), at('dltb.mid'), size);
  add(`MIF/MID, ${size.toLocaleString('en')} regions`, { ours: ours(at('dltb.mif'), at('dltb.mid')), gdal: peer(at('dltb.mif')) }); // prettier-ignore
  writeLines(at('lines.dxf'), size / 4);
  add(`DXF, ${size.toLocaleString('en')} single lines joined to plots (GDAL joins none)`, { ours: ours(at('lines.dxf')), gdal: peer(at('lines.dxf')) }); // prettier-ignore
  return rows;
}

const makeGeodatabase = (file: string, rows: number, bytes: number): void =>
  void execFileSync(PYTHON, [PEER, 'make', file, String(rows), String(bytes)], { stdio: ['ignore', 'ignore', 'inherit'] }); // prettier-ignore

const bytesIn = (folder: string): number =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);

const taken = (program: string, args: readonly string[]): Taken[] =>
  Array.from(
    { length: ROUNDS },
    () => JSON.parse(execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })) as Taken,
  );

function report(rows: readonly Row[], gdal: string | null): BenchReport {
  const mid = (all: readonly Taken[], of: (one: Taken) => number) => median(all.map(of));
  const shown = (all: readonly Taken[], of: (one: Taken) => number) => (all.length > 0 ? mid(all, of).toFixed(0) : '—');
  const times = ({ ours, gdal: peer }: Row) => mid(ours, (one) => one.cpuMs) / mid(peer, (one) => one.cpuMs);
  const compared = rows.filter((row) => row.gdal.length > 0);
  return {
    about:
      'Files made for this, each read three times in a process of its own: ours to parcels as the page has them, all columns read as fields, placed, stated ' +
      `areas held against drawn ones, copies looked for; GDAL ${gdal ?? ''} to features, one after another and none kept, which is less; of a .gdb also our rows alone, with all ` +
      'values and shapes, and GDAL making a file of all features as ogr2ogr does. CPU time of all threads; peak is resident memory of the whole process, start ' +
      'what of it was there before the file was opened.',
    table: {
      head: [
        'file',
        'ours, CPU ms',
        'wall ms',
        'peak MB',
        'start MB',
        'GDAL',
        'CPU ms',
        'wall ms',
        'peak MB',
        'start MB',
        'ours ÷ GDAL',
      ],
      rows: rows.map((row) => [
        row.what,
        shown(row.ours, (one) => one.cpuMs),
        shown(row.ours, (one) => one.wallMs),
        shown(row.ours, (one) => one.peakMb),
        shown(row.ours, (one) => one.startMb),
        row.gdal.length > 0 ? row.peer : '—',
        shown(row.gdal, (one) => one.cpuMs),
        shown(row.gdal, (one) => one.wallMs),
        shown(row.gdal, (one) => one.peakMb),
        shown(row.gdal, (one) => one.startMb),
        row.gdal.length > 0 ? times(row).toFixed(1) : '—',
      ]),
    },
    checks: compared.flatMap(({ what, ours: [own], gdal: [peer] }) => {
      // Of a drawing GDAL has the lines alone.
      if (peer.areaM2 === 0) return [];
      const apart = Math.abs(own.areaM2 - peer.areaM2);
      return [`${what}: ${own.rows} rows and ${peer.rows} of GDAL, areas together ${apart.toFixed(3)} m² apart`];
    }),
    ratios: Object.fromEntries(compared.map((row) => [`${row.what}; GDAL: ${row.peer}`, 1 / times(row)])),
    peers: [],
    missing: gdal === null ? ['GDAL, install python3-gdal; without it no geodatabase is made'] : [],
  };
}
