import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { geodatabaseFiles } from '../../../src/cli/geodatabase.ts';
import { goneThrough, peakMb } from './go-through.ts';
import { areasOf } from '../../../src/domain/geometry/measure/measures.ts';
import type { NamedBytes, ReadOptions } from '../../../src/formats/contract.ts';
import { readFiles } from '../../../src/formats/index.ts';
import { readGeodatabase } from '../../../src/formats/gdb/read.ts';
import { readDxf } from '../../../src/formats/dxf/read.ts';
import { readMif } from '../../../src/formats/mif/read.ts';
import { readVct } from '../../../src/formats/vct/read.ts';

/*
 * Files read by the product's reader in a process of its own: `node read-one.js DICTIONARY FILE…` prints what it took as JSON, the
 * memory that the program had before among it. With `rows` in place of the dictionary the rows of a geodatabase are gone
 * through and nothing is made of them.
 */
const [dictionary, ...files] = process.argv.slice(2);
if (dictionary === 'rows') {
  console.log(JSON.stringify(await goneThrough(files.flatMap(given))));
  process.exit(0);
}
const options = JSON.parse(readFileSync(dictionary, 'utf8')) as ReadOptions;
// Loaded before, as peers are.
if ([readGeodatabase, readDxf, readMif, readVct].some((reader) => typeof reader !== 'function')) throw new Error();

function given(file: string): NamedBytes[] {
  return statSync(file).isDirectory()
    ? geodatabaseFiles(file)
    : [{ name: path.basename(file), bytes: new Uint8Array(readFileSync(file)) }];
}

const startMb = peakMb();
const cpu = process.cpuUsage();
const began = performance.now();
const read = await readFiles(files.flatMap(given), options);
const wallMs = performance.now() - began;
const { user, system } = process.cpuUsage(cpu);
const taken = { wallMs, cpuMs: (user + system) / 1000, startMb, peakMb: peakMb() };
if (!read.ok) throw new Error(JSON.stringify(read.refusal));
const { records, layer } = read.value.project.parcels;
let areaM2 = 0;
for (let row = 0; row < layer.size; row++) areaM2 += areasOf(layer, row).planeM2;
console.log(JSON.stringify({ ...taken, rows: records.length, areaM2 }));
