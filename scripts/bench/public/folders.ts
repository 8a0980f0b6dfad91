import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFiles } from '../../../src/formats/index.ts';
import { precompress } from '../../precompress.ts';
import { largeCity } from '../opening/large-city.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const library = path.join(root, 'node_modules/maplibre-gl/dist');

/** What publishing took. */
export interface Publishing {
  readonly seconds: number;
  /** The most memory it held at a time; null where the system does not tell. */
  readonly memoryMb: number | null;
  /** Of what lies in the folder without the compressed copies. */
  readonly megabytes: number;
  readonly tilesMb: number;
}

/** As the command does it, in a process of its own; ten minutes are enough for any city. */
function publish(folder: string, ...files: readonly string[]): Publishing {
  const program = path.join(root, 'scripts/yuantu.mjs');
  const began = performance.now();
  const done = spawnSync(process.execPath, ['--import', peak, program, 'publish', folder, ...files], {
    encoding: 'utf8',
    timeout: 600_000,
    maxBuffer: 1 << 26,
  });
  if (done.status !== 0)
    throw new Error(
      `Publishing ${files.join(' ') || 'the sample city'} ${done.error?.message ?? 'failed'}: ${done.stderr}`,
    );
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => !/\.(?:br|gz)$/.test(name));
  const megabytes = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0) / 1e6;
  return {
    seconds: (performance.now() - began) / 1000,
    memoryMb: Number(/^peak (\d+)$/m.exec(done.stderr)?.[1] ?? NaN) / 1024 || null,
    megabytes: megabytes(all),
    tilesMb: megabytes(all.filter((name) => name.endsWith('.pmtiles'))),
  };
}

/** Loaded before the command: tells at its end how much memory it held, kB. */
const peak = `data:text/javascript,process.on('exit',()=>console.error('peak '+process.resourceUsage().maxRSS))`;

/** The sample city as it is published, and a city of `size` parcels: the page has to be built (`npm run build`). */
export const publishedSample = (folder: string): Publishing => publish(folder);

export async function publishedLarge(folder: string, size: number): Promise<Publishing> {
  const written = await writeFiles('ytp', largeCity(size), { name: 'large' });
  if (!written.ok) throw new Error(written.refusal.code);
  const file = `${folder}.ytp`;
  writeFileSync(file, written.value.files[0].bytes);
  return publish(folder, file);
}

/** MapLibre with an empty style: what any page with a map of it costs. */
export async function emptyMap(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const file of ['maplibre-gl.mjs', 'maplibre-gl-shared.mjs', 'maplibre-gl-worker.mjs', 'maplibre-gl.css'])
    copyIfThere(path.join(library, file), path.join(folder, file));
  writeFileSync(
    path.join(folder, 'index.html'),
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Map</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="maplibre-gl.css"><style>html,body,#map{height:100%;margin:0}</style></head><body><p>Map</p><div id="map"></div>
<script type="module" src="map.js"></script></body></html>`,
  );
  writeFileSync(
    path.join(folder, 'map.js'),
    `import { Map, setWorkerUrl } from './maplibre-gl.mjs';
setWorkerUrl('./maplibre-gl-worker.mjs');
const map = new Map({ container: 'map', style: { version: 8, sources: {}, layers: [{ id: 'b', type: 'background', paint: { 'background-color': '#eee' } }] }, center: [113.7, 34.7], zoom: 10 });
map.once('load', () => document.body.setAttribute('data-usable', ''));`,
  );
  await precompress(folder);
}

function copyIfThere(from: string, to: string): void {
  try {
    copyFileSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** Script of a large map application of a city, compressed. */
export const HEAVY_BYTES = 1_400_000;

/**
 * A page that shows its list when a script of that size has run. No such application can be fetched here, so its script is
 * made: functions of different names and numbers, as hard to compress as written code.
 */
export async function heavyPage(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const lines: string[] = [];
  let seed = 1;
  const next = () => `n${(seed = (seed * 48_271) % 2_147_483_647).toString(36)}`;
  // About 20 compressed bytes a line.
  for (let i = 0; i < HEAVY_BYTES / 20; i++)
    lines.push(`function ${next()}${i}(a,b){return a.${next()}(b)?{${next()}:a,k:${i}}:[b,"${next()}"]}`);
  writeFileSync(
    path.join(folder, 'app.js'),
    `${lines.join('\n')}\ndocument.body.insertAdjacentHTML('beforeend','<h1>List of parks</h1>');document.body.setAttribute('data-usable','');`,
  );
  writeFileSync(
    path.join(folder, 'index.html'),
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Heavy</title><meta name="viewport" content="width=device-width"></head><body><script type="module" src="app.js"></script></body></html>',
  );
  await precompress(folder);
}
