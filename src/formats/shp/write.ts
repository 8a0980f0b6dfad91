import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { Parcel, Project } from '../../domain/land/model.ts';
import type { FormatRefusal, NamedBytes, WriteOptions } from '../contract.ts';
import { checkFits, outlineIn, planeTarget } from '../crs/target.ts';
import { featureKey } from '../exchange/sort.ts';
import { encodeGbk } from '../text/gbk.ts';
import { columnOf } from './columns.ts';
import { prjOf } from './prj.ts';
import { writeDbf, type Cell, type Column } from './write-dbf.ts';
import { writeShapes } from './write-shapes.ts';

/** The parcels as a Shapefile: .shp .shx .dbf .prj .cpg. */
export function writeShapefile(project: Project, options: WriteOptions): Result<readonly NamedBytes[], FormatRefusal> {
  const { records, layer } = project.parcels;
  const target = planeTarget(layer, options.epsg);
  if (!target.ok) return target;
  const prj = prjOf(target.value);
  if (prj === null) return refuse('crs-unsupported', { code: target.value.code });
  if (records.length === 0) return refuse('no-parcels');
  const placed = checkFits(project.parcels, target.value);
  if (!placed.ok) return placed;
  const dbf = writeDbf(columnsOf(records.map(cellsOf)), records.length);
  if (!dbf.ok) return dbf;
  const { shp, shx } = writeShapes(records.map((_, f) => outlineIn(layer, f, target.value)));
  const file = (extension: string, bytes: Uint8Array) => ({ name: `${options.name}.${extension}`, bytes });
  const text = (content: string) => new TextEncoder().encode(content);
  return ok([
    file('shp', shp),
    file('shx', shx),
    file('dbf', dbf.value.bytes),
    file('prj', text(prj)),
    file('cpg', text(dbf.value.codePage)),
  ]);
}

/** Fields of a parcel by name, those unknown to us among them; lists and records as JSON. */
function cellsOf(parcel: Parcel): ReadonlyMap<string, Cell> {
  const { extra, landClass, ...fields } = parcel;
  const all: Record<string, unknown> = { ...extra, ...fields };
  if (landClass) Object.assign(all, { landClassSystem: landClass.system, landClassCode: landClass.code });
  const entries = Object.entries(all).filter(([field, v]) => v !== undefined && v !== null && field !== featureKey);
  return new Map(entries.map(([field, value]) => [field, cellOf(value)]));
}

const cellOf = (value: unknown): Cell =>
  typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);

function columnsOf(rows: readonly ReadonlyMap<string, Cell>[]): readonly Column[] {
  const fields = new Set(['id', ...rows.flatMap((row) => [...row.keys()])]);
  const taken = new Set<string>();
  const names = [...fields].map((field): [string, string] => {
    const name = Object.hasOwn(columnOf, field) ? columnOf[field] : freeName(field, taken);
    taken.add(name.toUpperCase());
    return [field, name];
  });
  return names.map(([field, name]) => ({ name, cells: rows.map((row) => row.get(field) ?? null) }));
}

const known = new Set(Object.values(columnOf));
const bytesIn = (text: string): number => Math.max(new TextEncoder().encode(text).length, encodeGbk(text)?.length ?? 0);

/** The field's own name cut to 10 bytes, numbered where that is taken. */
function freeName(field: string, taken: ReadonlySet<string>): string {
  for (let n = 0; ; n++) {
    const tail = n === 0 ? '' : `_${n}`;
    let name = field;
    while (bytesIn(name + tail) > 10) name = [...name].slice(0, -1).join('');
    const free = (name || 'F') + tail;
    if (!taken.has(free.toUpperCase()) && !known.has(free.toUpperCase())) return free;
  }
}
