import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { Project } from '../../domain/land/model.ts';
import type { FileNote, FormatRefusal, WriteOptions, Written } from '../contract.ts';
import { columnOf } from '../features/columns.ts';
import { tableOf, type TableColumn } from '../features/write.ts';
import { encodeGbk } from '../text/gbk.ts';
import { prjOf } from './prj.ts';
import { writeDbf, type Column } from './write-dbf.ts';
import { writeShapes } from './write-shapes.ts';

/** The parcels as a Shapefile: .shp .shx .dbf .prj .cpg. */
export function writeShapefile(project: Project, options: WriteOptions): Result<Written, FormatRefusal> {
  const table = tableOf(project, options, 'plane');
  if (!table.ok) return table;
  const { fields, target, outlines } = table.value;
  const prj = prjOf(target);
  if (prj === null) return refuse('crs-not-written', { code: target.code });
  const columns = columnsOf(fields);
  const dbf = writeDbf(columns, outlines.length);
  if (!dbf.ok) return dbf;
  const { shp, shx } = writeShapes(outlines);
  const file = (extension: string, bytes: Uint8Array) => ({ name: `${options.name}.${extension}`, bytes });
  const text = (content: string) => new TextEncoder().encode(content);
  const files = [
    file('shp', shp),
    file('shx', shx),
    file('dbf', dbf.value.bytes),
    file('prj', text(prj)),
    file('cpg', text(dbf.value.codePage)),
  ];
  return ok({ files, notes: renamedNote(fields, columns) });
}

const mostNamed = 10;

/** Fields whose own names are too long for the table; those of the exchange file come back by their columns. */
function renamedNote(fields: readonly TableColumn[], columns: readonly Column[]): readonly FileNote[] {
  const pairs = fields.flatMap(({ name }, i) =>
    Object.hasOwn(columnOf, name) || columns[i].name === name ? [] : [`${name} → ${columns[i].name}`],
  );
  const names = pairs.slice(0, mostNamed).join(', ') + (pairs.length > mostNamed ? ' …' : '');
  return pairs.length > 0 ? [{ code: 'fields-renamed', params: { count: pairs.length, names } }] : [];
}

/** Truth values as text: many programs know no other way to write them here. */
function columnsOf(fields: readonly TableColumn[]): readonly Column[] {
  const taken = new Set<string>();
  return fields.map(({ name: field, cells }) => {
    const name = Object.hasOwn(columnOf, field) ? columnOf[field] : freeName(field, taken);
    taken.add(name.toUpperCase());
    return { name, cells: cells.map((cell) => (typeof cell === 'boolean' ? String(cell) : cell)) };
  });
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
