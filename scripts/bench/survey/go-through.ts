import { readFileSync } from 'node:fs';
import { planeRingArea } from '../../../src/domain/geodesy/plane-area.ts';
import type { NamedBytes } from '../../../src/formats/contract.ts';
import { ShapeCollector } from '../../../src/formats/features/shapes.ts';
import { readCatalogue, tableOf } from '../../../src/formats/gdb/catalogue.ts';
import { Cursor } from '../../../src/formats/gdb/cursor.ts';
import { TYPE } from '../../../src/formats/gdb/head.ts';
import { databasesOf } from '../../../src/formats/gdb/parts.ts';
import { ShapeReader } from '../../../src/formats/gdb/shape.ts';
import { eachRow } from '../../../src/formats/gdb/table.ts';
import { isPlain, poolsOf, readValue, skipValue } from '../../../src/formats/gdb/values.ts';
import { unpack } from '../../../src/formats/unpack.ts';

/** Highest resident memory of this program, MB. */
export const peakMb = (): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;

/** All rows of the first layer of a geodatabase with their values and shapes, as GDAL goes through its features: nothing is kept. */
export async function goneThrough(files: readonly NamedBytes[]): Promise<object> {
  const startMb = peakMb();
  const cpu = process.cpuUsage();
  const began = performance.now();
  const unpacked = await unpack(files, undefined);
  if (!unpacked.ok) throw new Error(unpacked.refusal.code);
  const [parts] = databasesOf(unpacked.value.files);
  const catalogue = await readCatalogue(parts);
  if ('code' in catalogue) throw new Error(catalogue.code);
  const table = await tableOf(parts, catalogue.tables[0].id);
  const field = table?.fields.find(({ type }) => type === TYPE.shape);
  if (!table || !field?.grid) throw new Error('no layer');
  let shapes = new ShapeCollector();
  let reader = new ShapeReader(field.grid, shapes, 0.01);
  const [cursor, pools] = [new Cursor(new Uint8Array(), 'gdb-shape'), poolsOf(table)];
  let [rows, areaM2, held] = [0, 0, 0];
  const measure = () => {
    const { xy, vertexStart } = shapes.build();
    for (let r = 0; r + 1 < vertexStart.length; r++) areaM2 += Math.abs(planeRingArea(xy, vertexStart[r], vertexStart[r + 1])); // prettier-ignore
    [shapes, held] = [new ShapeCollector(), 0];
    reader = new ShapeReader(field.grid!, shapes, 0.01);
  };
  await eachRow(
    table,
    (f, row) => {
      const own = table.fields[f];
      if (own.type === TYPE.shape) {
        row.lend(cursor, row.varuint());
        reader.read(cursor);
      } else if (isPlain(own)) readValue(own, pools[f], row);
      else skipValue(own, row);
    },
    () => {
      shapes.endFeature();
      rows++;
      if (++held === 1024) measure();
    },
  );
  await table.rows.end();
  measure();
  const wallMs = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  return { wallMs, cpuMs: (user + system) / 1000, startMb, peakMb: peakMb(), rows, areaM2 };
}
