import { refuse, type Result } from '../../domain/outcome.ts';
import type { FileNote, FormatRefusal, NamedBytes, ReadOptions, ReadResult } from '../contract.ts';
import type { Properties } from '../exchange/object.ts';
import { firstPosition, OutlineBuilder } from '../features/outlines.ts';
import { readTable } from '../features/read.ts';
import { foundOf } from '../found.ts';
import { refusals } from '../refused.ts';
import { encodingOfText, LineReader } from '../text/line-reader.ts';
import { crsOf, isOld, readHead, type Head } from './head.ts';
import { chooseLayer, layersOf, type VctLayer } from './layers.ts';
import { readLines } from './lines.ts';
import { Points, type Range } from './points.ts';
import { readPolygons, type Polygon } from './polygons.ts';
import { RingMaker } from './rings.ts';
import { Scanner } from './scan.ts';
import { readFeatureKinds, readTables, rowOf, type FeatureKind, type Table } from './tables.ts';

/** What of a VCT file is kept while it is read. */
interface Vct {
  head: Head;
  kinds: readonly FeatureKind[];
  tables: ReadonlyMap<string, Table>;
  readonly points: Points;
  readonly lines: Map<string, Range>;
  readonly polygons: Polygon[];
  /** Of the layer that is read, by the number of the polygon. */
  readonly rows: Map<string, Properties>;
  readonly joined: string[];
  readonly unclear: string[];
  /** The rows stand before the polygons: they are read once these tell which are wanted. */
  isRowsFirst: boolean;
  layer: Result<VctLayer, FormatRefusal> | null;
}

/**
 * A file of land survey 国土调查 in the exchange format of GB/T 17798 (VCT), line by line: one layer of polygons with the
 * table of its fields. Points, annotations and topology are passed over.
 */
export const readVct = ({ name, bytes }: NamedBytes, options: ReadOptions): Result<ReadResult, FormatRefusal> =>
  refusals(() => {
    const encoding = encodingOfText(bytes);
    const scanner = () => new Scanner(name, new LineReader(name, bytes, encoding));
    const vct = parsed(name, scanner(), options.layer);
    if (vct.polygons.length === 0) return refuse('no-parcels', { name, found: foundOf([['line', vct.lines.size]]) });
    const layer = (vct.layer ??= chosen(name, vct, options.layer));
    if (!layer.ok) return layer;
    if (vct.isRowsFirst) readRowsFirst(scanner(), vct, layer);
    const notes: FileNote[] = encoding === 'GBK' ? [{ code: 'encoding-guessed', params: { encoding } }] : [];
    return readLayer(name, vct, layer.value, notes, options);
  });

const chosen = (name: string, { polygons, kinds, tables }: Vct, asked: string | undefined) =>
  chooseLayer(name, layersOf(polygons, kinds, tables), asked);

function parsed(name: string, scanner: Scanner, asked: string | undefined): Vct {
  const vct: Vct = {
    head: new Map(),
    kinds: [],
    tables: new Map(),
    points: new Points(),
    lines: new Map(),
    polygons: [],
    rows: new Map(),
    joined: [],
    unclear: [],
    isRowsFirst: false,
    layer: null,
  };
  for (let line = scanner.next(); line !== null; line = scanner.next()) {
    const section = /^(\w{1,40})begin$/i.exec(line)?.[1].toLowerCase();
    if (section === 'head') vct.head = readHead(scanner);
    else if (section === 'featurecode') vct.kinds = readFeatureKinds(scanner);
    else if (section === 'tablestructure') vct.tables = readTables(scanner);
    else if (section === 'line') readLines(scanner, vct.head, vct.points, vct.lines);
    else if (section === 'polygon') readPolygons(scanner, vct.head, vct.points, vct.polygons);
    else if (section === 'attribute' && vct.polygons.length === 0) {
      vct.isRowsFirst = true;
      scanner.pass(section);
    } else if (section === 'attribute') readAttributes(scanner, vct, (vct.layer ??= chosen(name, vct, asked)));
    else if (section !== undefined) scanner.pass(section);
  }
  return vct;
}

/** The file once more, for the rows that stand before the polygons. */
function readRowsFirst(scanner: Scanner, vct: Vct, layer: Result<VctLayer, FormatRefusal>): void {
  for (let line = scanner.next(); line !== null && !/^polygonbegin$/i.test(line); line = scanner.next())
    if (/^headbegin$/i.test(line)) readHead(scanner);
    else if (/^attributebegin$/i.test(line)) readAttributes(scanner, vct, layer);
}

/** The rows of one table, for each its name, rows and `TableEnd`; those of others are passed over. */
function readAttributes(scanner: Scanner, vct: Vct, layer: Result<VctLayer, FormatRefusal>): void {
  const wanted = layer.ok ? layer.value.table : null;
  let table: string | null = null;
  for (let line = scanner.within('attribute'); line !== null; line = scanner.within('attribute')) {
    if (/^tableend$/i.test(line)) table = null;
    else if (table === null) table = line.toUpperCase();
    else if (wanted && table === wanted.name.toUpperCase()) addRow(scanner.cells(line), scanner.separator, wanted, vct);
  }
}

/** The number of the feature stands before the fields of 3.0; in older files it is the first of them. */
function addRow(cells: readonly string[], separator: string, table: Table, vct: Vct): void {
  const id = cells[0];
  const { row, state } = rowOf(table, isOld(vct.head) ? cells : cells.slice(1), separator);
  vct.rows.set(id, row);
  if (state === 'joined') vct.joined.push(id);
  else if (state === 'unclear') vct.unclear.push(id);
}

function readLayer(
  name: string,
  vct: Vct,
  layer: VctLayer,
  notes: readonly FileNote[],
  options: ReadOptions,
): Result<ReadResult, FormatRefusal> {
  const builder = new OutlineBuilder();
  const rows: Properties[] = [];
  const maker = new RingMaker(name, vct.points, vct.lines, new Map(vct.polygons.map((own) => [own.id, own])));
  const drawn = new Set<string>();
  for (const polygon of vct.polygons) {
    if (!layer.codes.has(polygon.code)) continue;
    maker.add(polygon, rows.length + 1, builder);
    // Two polygons of one number both have its row; that the number is there twice is said.
    rows.push(vct.rows.get(polygon.id) ?? {});
    drawn.add(polygon.id);
  }
  // Rows of which no polygon is there are records without boundary.
  for (const [id, row] of vct.rows) {
    if (drawn.has(id)) continue;
    rows.push(row);
    builder.endFeature();
  }
  const outlines = builder.build();
  const declared = () => crsOf(vct.head, firstPosition(outlines));
  return readTable('vct', { name, rows, outlines, declared, notes: [...notes, ...notesOf(vct, layer)] }, options);
}

const mostNamed = 10;

function notesOf(vct: Vct, layer: VctLayer): FileNote[] {
  const others = layersOf(vct.polygons, vct.kinds, vct.tables).filter((own) => own.name !== layer.name);
  const named = (code: 'row-texts-joined' | 'row-texts-unclear', ids: readonly string[]): FileNote[] => {
    const names = ids.slice(0, mostNamed).join(', ') + (ids.length > mostNamed ? ' …' : '');
    return ids.length > 0 ? [{ code, params: { count: ids.length, ids: names } }] : [];
  };
  return [
    ...(others.length > 0 ? [{ code: 'layers-left-out' as const, params: { names: others.map((own) => own.name).join(', ') } }] : []), // prettier-ignore
    ...named('row-texts-joined', vct.joined),
    ...named('row-texts-unclear', vct.unclear),
  ];
}
