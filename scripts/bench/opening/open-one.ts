import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openProject } from '../../../src/city/open-project.ts';
import type { TilePlace } from '../../../src/city/view.ts';
import { policyPack } from '../packs.ts';
import { Watched } from './process.ts';

/*
 * A file opened as the page's worker opens it, to the whole list and the tiles a map begins with; then every park judged, as
 * the page asks for it: `open-one.ts FILE`. The policy is read before, as the worker has it.
 */

/** The zoom at which a tile or four hold a whole city. */
const ZOOM = 8;

const [file] = process.argv.slice(2);
const pack = policyPack('zhengzhou-draft');
const watched = new Watched();
const files = [{ name: path.basename(file), bytes: readFileSync(file) }];
/** The step that is being done. */
let doing = 'read';
const onProgress = (_done: number, step: string): void => {
  watched.part(doing);
  doing = names[step] ?? doing;
};
const names: Readonly<Record<string, string>> = { check: 'land', draw: 'view' };
const opened = await openProject({ files, pack, date: '2026-01-01', onProgress });
if (!opened.ok) throw new Error(opened.refusal.code);
const { view } = opened.value;
watched.part('view');
let bytes = 0;
for (const set of ['afar', 'parcels'] as const)
  for (const place of tilesOver(view.bounds)) bytes += opened.value.tile({ set, ...place })?.byteLength ?? 0;
watched.part('tiles');
if (bytes === 0 || view.parcels.size === 0) throw new Error('nothing was opened');
await opened.value.lines(opened.value.city.parks);
watched.part('parks');
watched.print();

function tilesOver([west, south, east, north]: readonly [number, number, number, number]): Omit<TilePlace, 'set'>[] {
  const column = (lon: number) => Math.floor((lon / 360 + 0.5) * 2 ** ZOOM);
  const row = (lat: number) =>
    Math.floor((0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)) * 2 ** ZOOM);
  const places: Omit<TilePlace, 'set'>[] = [];
  for (let y = row(north); y <= row(south); y++)
    for (let x = column(west); x <= column(east); x++) places.push({ z: ZOOM, x, y });
  return places;
}
