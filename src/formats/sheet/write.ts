import { ok, refuse, type Result } from '../../domain/outcome.ts';
import { toSurveyed } from '../../domain/geometry/columns/builder.ts';
import type { Layer, Position } from '../../domain/geometry/columns/layer.ts';
import type { Parcel, Project } from '../../domain/land/model.ts';
import type { FormatRefusal, NamedBytes, WriteOptions, Written } from '../contract.ts';
import { checkFits, outlineIn, planeTarget } from '../crs/target.ts';
import { featureKey } from '../exchange/sort.ts';
import type { SourceCrs } from '../crs/source.ts';
import { utf8Pieces } from '../text/pieces.ts';
import { csvText } from './csv.ts';
import { mostSheetRows } from './grid.ts';
import { writeWorkbook, type SheetCell } from './xlsx-write.ts';
import type { Records } from '../../domain/land/records/records.ts';

/** 界址点成果表: X north, Y east, metres; 边长 is that of the edge to the next point. */
const pointHeader = ['地块编号', '地块名称', '点号', '圈号', 'X', 'Y', '边长'] as const;

/** The parcels as a 界址点成果表 in CSV, UTF-8 with a byte order mark, which Excel needs to see the Chinese. */
export function writeCsv(project: Project, options: WriteOptions): Result<Written, FormatRefusal> {
  const rows = pointRows(project, options);
  if (!rows.ok) return rows;
  let guarded = 0;
  const pieces = function* (): Generator<string> {
    yield '\ufeff';
    for (const some of rows.value) {
      if (some.length === 0) continue;
      const piece = csvText(some.map((cells) => cells.map(String)));
      guarded += piece.guarded;
      yield piece.text;
    }
  };
  const files = [{ name: `${options.name}.csv`, bytes: utf8Pieces(pieces()) }];
  return ok({ files, notes: guarded > 0 ? [{ code: 'cells-guarded', params: { count: guarded } }] : [] });
}

/** The same as a workbook, with every field of the parcels on a second sheet. */
export function writeXlsx(project: Project, options: WriteOptions): Result<readonly NamedBytes[], FormatRefusal> {
  const rows = pointRows(project, options);
  if (!rows.ok) return rows;
  const points: SheetCell[][] = [];
  for (const some of rows.value) {
    for (const row of some) points.push(row);
    // No spreadsheet holds more, and the ones that are there would pass for all.
    if (points.length > mostSheetRows)
      return refuse('too-large', {
        where: `${options.name}.xlsx`,
        what: 'rows',
        found: `> ${mostSheetRows}`,
        most: mostSheetRows,
      });
  }
  const bytes = writeWorkbook([
    { title: '界址点成果表', rows: points },
    { title: '属性表', rows: attributeRows(project.parcels.records) },
  ]);
  return ok([{ name: `${options.name}.xlsx`, bytes }]);
}

/** The head, then the rows of one parcel after the other. */
function pointRows(project: Project, options: WriteOptions): Result<Iterable<SheetCell[][]>, FormatRefusal> {
  const { records, layer } = project.parcels;
  if (records.length === 0) return refuse('no-parcels');
  const target = planeTarget(layer, options.epsg);
  if (!target.ok) return target;
  if (!target.value.plane) return refuse('crs-not-written', { code: target.value.code });
  const placed = checkFits(project.parcels, target.value);
  if (!placed.ok) return placed;
  return ok(rowsOf(project.parcels, target.value, target.value.plane.epsg));
}

function* rowsOf({ records, layer }: Project['parcels'], target: SourceCrs, epsg: number): Generator<SheetCell[][]> {
  const round = keepsDigits(layer, epsg) ? (v: number) => v : (v: number) => Number(v.toFixed(4));
  yield [[...pointHeader]];
  for (const [f, { id, name }] of records.entries())
    yield outlineIn(layer, f, target)
      .flat()
      .flatMap((ring, r) =>
        ring.map(([east, north], v): SheetCell[] => {
          const length = v + 1 < ring.length ? lengthOf(ring[v], ring[v + 1]) : '';
          // The last point is the first again, by its own name.
          const point = v + 1 < ring.length ? `J${v + 1}` : 'J1';
          return [id, name ?? '', point, r + 1, round(north), round(east), length];
        }),
      );
}

const keepsDigits = (layer: Layer, epsg: number): boolean =>
  toSurveyed(layer, 0) !== null && layer.surveyed?.crs.epsg === epsg;

/** To the centimetre, as 边长 is given. */
const lengthOf = ([ax, ay]: Position, [bx, by]: Position): number => Number(Math.hypot(bx - ax, by - ay).toFixed(2));

function attributeRows(records: Records<Parcel>): SheetCell[][] {
  const flat = records.map(({ extra, ...fields }): Record<string, unknown> => ({ ...fields, ...extra }));
  const names = [...new Set(flat.flatMap((fields) => Object.keys(fields)))].filter((name) => name !== featureKey);
  const cell = (value: unknown): SheetCell => {
    if (value === undefined || value === null) return '';
    if (typeof value === 'number') return value;
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  return [names, ...flat.map((fields) => names.map((name) => cell(fields[name])))];
}
