import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FileNote, FormatRefusal, NamedBytes, ReadOptions, ReadResult } from '../contract.ts';
import { chordErrorM } from '../dxf/read-layers.ts';
import { declaredEpsg, type Declared } from '../features/crs.ts';
import { ParcelRows } from '../features/parcel-rows.ts';
import { ShapeCollector } from '../features/shapes.ts';
import { readTable, type FeatureTable } from '../features/read.ts';
import { dictionaryOf, type Dictionary } from '../fields/dictionary.ts';
import { mostRows, mostVertices } from '../limits.ts';
import { Refused, refusedBy, stop } from '../refused.ts';
import { declaredWkt } from '../shp/prj.ts';
import { readCatalogue, tableOf } from './catalogue.ts';
import { columnsOf, wordOf, type Columns } from './columns.ts';
import { Cursor } from './cursor.ts';
import { TYPE, type Field } from './head.ts';
import { chosenLayer, layersOf, type GdbLayer } from './layers.ts';
import { databasesOf } from './parts.ts';
import { ShapeReader, type Besides } from './shape.ts';
import { eachRow, type Table } from './table.ts';
import type { TextPool } from './text-pool.ts';
import { isPlain, poolsOf, readValue, skipValue, typeName, type Value } from './values.ts';

/** File geodatabases 文件地理数据库 from their files: one layer of polygons, every row a parcel 宗地. */
export async function readGeodatabase(
  files: readonly NamedBytes[],
  options: ReadOptions,
): Promise<Result<ReadResult, FormatRefusal>> {
  const databases = databasesOf(files);
  const name = databases.map((parts) => parts.name).filter(Boolean).join(', ') || files[0].name; // prettier-ignore
  try {
    const layers: GdbLayer[] = [];
    for (const parts of databases) {
      const catalogue = await readCatalogue(parts);
      if ('code' in catalogue) return { ok: false, refusal: catalogue };
      layers.push(...(await layersOf(parts, catalogue, databases.length > 1)));
    }
    const layer = await chosenLayer(name, layers, options.layer);
    if (!layer.ok) return layer;
    const others = layers.filter((other) => other !== layer.value && other.kind !== 'table').map(({ label }) => label);
    return await readLayer(name, layer.value, others, options);
  } catch (error) {
    return refusedBy(error, { name });
  }
}

async function readLayer(
  name: string,
  layer: GdbLayer,
  others: readonly string[],
  options: ReadOptions,
): Promise<Result<ReadResult, FormatRefusal>> {
  const table = await tableOf(layer.parts, layer.listed.id);
  const field = table?.fields.find(({ type }) => type === TYPE.shape);
  if (!table || !field?.grid) return refuse('damaged', { name, detail: 'gdb-fields' });
  const dictionary = dictionaryOf(options.fields, options.landClasses);
  const columns = columnsOf(table.fields, layer, dictionary);
  const read = await new Rows(name, table, field, columns, dictionary).read();
  const left: FileNote[] = others.length > 0 ? [{ code: 'layers-left-out', params: { names: others.join(', ') } }] : [];
  const notes = [...left, ...read.notes, ...columnsLeft(table.fields)];
  const declared = () => declaredCrs(field.wkt ?? '', layer);
  return readTable('gdb', { ...read, name, notes, declared }, options);
}

const columnsLeft = (fields: readonly Field[]): FileNote[] =>
  fields
    .filter((field) => !isPlain(field) && field.type !== TYPE.shape && field.type !== TYPE.id)
    .map((field) => ({ code: 'column-left-out', params: { column: field.name, type: typeName(field) } }));

/** By its own text; where that says nothing by the number in the catalogue. A CRS without a name is a GUID. */
function declaredCrs(wkt: string, { listed }: GdbLayer): Result<Declared | null, FormatRefusal> {
  if (/^\s*(GEOG|PROJ)/i.test(wkt)) return declaredWkt(wkt);
  const epsg = listed.definition?.epsg ?? null;
  return epsg === null ? ok(null) : declaredEpsg(epsg);
}

/** In degrees a chord that is as near to its curve. */
const METRES_PER_DEGREE = 111_320;

/** The rows of a table, one by one. */
class Rows {
  readonly #name: string;
  readonly #table: Table;
  readonly #columns: Columns;
  readonly #shapes = new ShapeCollector();
  readonly #reader: ShapeReader;
  readonly #rows: ParcelRows;
  readonly #shape = new Cursor(new Uint8Array(), 'gdb-shape');
  readonly #pools: readonly TextPool[];
  readonly #isPlain: readonly boolean[];
  readonly #values: Value[];
  /** Of the columns that are read, as `ParcelRows` takes them. */
  readonly #cells: Value[] = [];

  constructor(name: string, table: Table, { wkt = '', grid }: Field, columns: Columns, dictionary: Dictionary) {
    this.#name = name;
    this.#table = table;
    this.#columns = columns;
    this.#rows = new ParcelRows(columns.of.flatMap((column) => column?.name ?? []), dictionary); // prettier-ignore
    const chordError = /^\s*GEOG/i.test(wkt) ? chordErrorM / METRES_PER_DEGREE : chordErrorM;
    this.#reader = new ShapeReader(grid!, this.#shapes, chordError);
    this.#pools = poolsOf(table);
    this.#isPlain = table.fields.map(isPlain);
    this.#values = table.fields.map(() => null);
  }

  async read(): Promise<Pick<FeatureTable, 'rows' | 'outlines' | 'shapeOutcomes'> & { readonly notes: FileNote[] }> {
    try {
      await eachRow(this.#table, this.#value, this.#end);
      await this.#table.rows.end();
    } catch (error) {
      const params = { name: this.#name, where: `#${this.#rows.length + 1}` };
      throw new Refused(refusedBy(error, params).refusal);
    }
    return {
      rows: this.#rows,
      outlines: this.#shapes.build(),
      shapeOutcomes: this.#shapes.outcomes(),
      notes: notesOf(this.#reader.besides),
    };
  }

  readonly #value = (f: number, row: Cursor): void => {
    const field = this.#table.fields[f];
    if (field.type === TYPE.shape) {
      row.lend(this.#shape, row.varuint());
      this.#reader.read(this.#shape);
    } else if (this.#isPlain[f]) this.#values[f] = readValue(field, this.#pools[f], row);
    else skipValue(field, row);
  };

  readonly #end = (): void => {
    this.#shapes.endFeature();
    const { of, subtype } = this.#columns;
    const kind = subtype < 0 ? null : this.#values[subtype];
    let cell = 0;
    for (let f = 0; f < of.length; f++) {
      const column = of[f];
      if (column) this.#cells[cell++] = wordOf(column, this.#values[f], kind);
    }
    this.#values.fill(null);
    this.#rows.take(this.#cells);
    requireAtMost('rows', this.#rows.length, mostRows);
    requireAtMost('points', this.#reader.vertices, mostVertices);
  };
}

function requireAtMost(what: 'rows' | 'points', found: number, most: number): void {
  if (found > most) stop('too-large', { what, found, most });
}

function notesOf({ heights, measures, curves }: Besides): FileNote[] {
  const counted = (code: 'heights-left' | 'measures-left', count: number): FileNote[] =>
    count > 0 ? [{ code, params: { count } }] : [];
  return [
    ...(curves > 0 ? [{ code: 'arcs-densified' as const, params: { count: curves, chordM: chordErrorM } }] : []),
    ...counted('heights-left', heights),
    ...counted('measures-left', measures),
  ];
}
