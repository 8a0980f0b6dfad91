import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { FileNote, FormatRefusal, NamedBytes, ReadOptions, ReadResult } from '../contract.ts';
import type { Declared } from '../features/crs.ts';
import { dictionaryOf, type Dictionary } from '../fields/dictionary.ts';
import { outlinesOf } from '../features/outlines.ts';
import { readTable } from '../features/read.ts';
import { decodeText } from '../text/decode.ts';
import { readCells, type Cells } from './cells.ts';
import { encodingOf, readDbf } from './dbf.ts';
import { readShapes } from './geometry.ts';
import { wholeNames } from './names.ts';
import { declaredWkt } from './prj.ts';

const stem = (name: string) => name.replace(/\.[^.]*$/, '').toLowerCase();

/** A Shapefile from the bytes of its files: every record is a parcel 宗地. */
export function readShapefile(
  files: readonly NamedBytes[],
  shp: NamedBytes,
  options: ReadOptions,
): Result<ReadResult, FormatRefusal> {
  const beside = (extension: string) => files.find((f) => f.name.toLowerCase() === `${stem(shp.name)}.${extension}`);
  const named = (extension: string) => shp.name.replace(/\.[^.]*$/, `.${extension}`);
  const dbf = beside('dbf');
  if (!dbf) return refuse('missing-companion', { name: named('dbf') });
  const shapes = readShapes(shp);
  if (!shapes.ok) return shapes;
  const notes: FileNote[] = [];
  const rows = readRows(dbf, beside('cpg'), dictionaryOf(options.fields), notes);
  if (!rows.ok) return rows;
  const [drawn, described] = [shapes.value.length, rows.value.length];
  if (drawn !== described)
    return refuse('truncated', {
      name: drawn < described ? shp.name : dbf.name,
      record: Math.min(drawn, described) + 1,
    });
  return readTable(
    'shp',
    {
      name: shp.name,
      rows: rows.value,
      outlines: outlinesOf(shapes.value),
      declared: () => declaredCrs(beside('prj')),
      notes,
    },
    options,
  );
}

function readRows(
  file: NamedBytes,
  cpg: NamedBytes | undefined,
  dictionary: Dictionary,
  notes: FileNote[],
): Result<readonly Cells[], FormatRefusal> {
  const dbf = readDbf(file);
  if (!dbf.ok) return dbf;
  const codePage = cpg ? String.fromCharCode(...cpg.bytes.subarray(0, 40)) : null;
  const { encoding, said } = encodingOf(dbf.value, codePage);
  if (!said) notes.push({ code: 'encoding-guessed', params: { encoding } });
  const cells = readCells(file.name, dbf.value, encoding);
  if (!cells.ok) return cells;
  const { names, rows } = cells.value;
  const whole = wholeNames(dbf.value.fields, names, rows, encoding, dictionary);
  if (whole.size === 0) return ok(rows);
  const pairs = [...whole].map(([cut, name]) => `${cut} → ${name}`);
  notes.push({ code: 'names-completed', params: { count: pairs.length, names: pairs.join(', ') } });
  const named = ([name, cell]: [string, Cells[string]]) => [whole.get(name) ?? name, cell] as const;
  return ok(rows.map((row) => Object.fromEntries(Object.entries(row).map(named))));
}

/** What the .prj says; null without one. */
function declaredCrs(prj: NamedBytes | undefined): Result<Declared | null, FormatRefusal> {
  if (!prj || prj.bytes.length === 0) return ok(null);
  const text = decodeText(prj.bytes, prj.name);
  return text.ok ? declaredWkt(text.value.text) : text;
}
