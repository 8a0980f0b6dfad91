import { ok, refuse, type Result } from '../../domain/outcome.ts';
import { toSurveyed } from '../../domain/geometry/builder.ts';
import type { Layer, Position } from '../../domain/geometry/layer.ts';
import type { Parcel, Project } from '../../domain/land/model.ts';
import type { FormatRefusal, NamedBytes, WriteOptions, Written } from '../contract.ts';
import { checkFits, outlineIn, planeTarget } from '../crs/target.ts';
import { featureKey } from '../exchange/sort.ts';
import { csvText } from './csv.ts';
import { writeWorkbook, type SheetCell } from './xlsx-write.ts';

/** 界址点成果表: X north, Y east, metres; 边长 is that of the edge to the next point. */
const pointHeader = ['地块编号', '地块名称', '点号', '圈号', 'X', 'Y', '边长'] as const;

/** The parcels as a 界址点成果表 in CSV, UTF-8 with a byte order mark, which Excel needs to see the Chinese. */
export function writeCsv(project: Project, options: WriteOptions): Result<Written, FormatRefusal> {
  const rows = pointRows(project, options);
  if (!rows.ok) return rows;
  const { text, guarded } = csvText(rows.value.map((cells) => cells.map(String)));
  const files = [{ name: `${options.name}.csv`, bytes: new TextEncoder().encode(`\ufeff${text}`) }];
  return ok({ files, notes: guarded > 0 ? [{ code: 'cells-guarded', params: { count: guarded } }] : [] });
}

/** The same as a workbook, with every field of the parcels on a second sheet. */
export function writeXlsx(project: Project, options: WriteOptions): Result<readonly NamedBytes[], FormatRefusal> {
  const rows = pointRows(project, options);
  if (!rows.ok) return rows;
  const bytes = writeWorkbook([
    { title: '界址点成果表', rows: rows.value },
    { title: '属性表', rows: attributeRows(project.parcels.records) },
  ]);
  return ok([{ name: `${options.name}.xlsx`, bytes }]);
}

function pointRows(project: Project, options: WriteOptions): Result<SheetCell[][], FormatRefusal> {
  const { records, layer } = project.parcels;
  if (records.length === 0) return refuse('no-parcels');
  const target = planeTarget(layer, options.epsg);
  if (!target.ok) return target;
  if (!target.value.plane) return refuse('crs-not-written', { code: target.value.code });
  const placed = checkFits(project.parcels, target.value);
  if (!placed.ok) return placed;
  const round = keepsDigits(layer, target.value.plane.epsg) ? (v: number) => v : (v: number) => Number(v.toFixed(4));
  const rows: SheetCell[][] = [[...pointHeader]];
  for (const [f, { id, name }] of records.entries())
    outlineIn(layer, f, target.value)
      .flat()
      .forEach((ring, r) =>
        ring.forEach(([east, north], v) => {
          const length = v + 1 < ring.length ? lengthOf(ring[v], ring[v + 1]) : '';
          // The last point is the first again, by its own name.
          const point = v + 1 < ring.length ? `J${v + 1}` : 'J1';
          rows.push([id, name ?? '', point, r + 1, round(north), round(east), length]);
        }),
      );
  return ok(rows);
}

const keepsDigits = (layer: Layer, epsg: number): boolean =>
  toSurveyed(layer, 0) !== null && layer.surveyed?.crs.epsg === epsg;

/** To the centimetre, as 边长 is given. */
const lengthOf = ([ax, ay]: Position, [bx, by]: Position): number => Number(Math.hypot(bx - ax, by - ay).toFixed(2));

function attributeRows(records: readonly Parcel[]): SheetCell[][] {
  const flat = records.map(({ extra, ...fields }): Record<string, unknown> => ({ ...fields, ...extra }));
  const names = [...new Set(flat.flatMap((fields) => Object.keys(fields)))].filter((name) => name !== featureKey);
  const cell = (value: unknown): SheetCell => {
    if (value === undefined || value === null) return '';
    if (typeof value === 'number') return value;
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  return [names, ...flat.map((fields) => names.map((name) => cell(fields[name])))];
}
