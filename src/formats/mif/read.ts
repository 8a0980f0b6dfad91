import { refuse, type Result } from '../../domain/outcome.ts';
import type { FileNote, FormatRefusal, NamedBytes, ReadOptions, ReadResult } from '../contract.ts';
import { readTable } from '../features/read.ts';
import { ShapeCollector } from '../features/shapes.ts';
import { refusals } from '../refused.ts';
import { encodingOfText, LineReader } from '../text/line-reader.ts';
import { declaredCoordSys } from './coord-sys.ts';
import { readHeader } from './header.ts';
import { ObjectReader } from './objects.ts';
import { readRows } from './rows.ts';

/** Between a curve and its chords, metres, and about the same in degrees. */
const CHORD_ERROR_M = 0.01;
const CHORD_ERROR_DEGREES = 1e-7;

/** A layer of MapInfo as text: shapes in the .mif, the rows of their fields in the .mid of the same name. */
export const readMif = (
  main: NamedBytes,
  options: ReadOptions,
  files: readonly NamedBytes[],
): Result<ReadResult, FormatRefusal> =>
  refusals(() => {
    const { name, bytes } = main;
    const midName = name.replace(/\.mif$/i, '.mid');
    const mid = files.find((file) => file.name.toLowerCase() === midName.toLowerCase());
    const encoding = encodingOfText(bytes);
    const lines = new LineReader(name, bytes, encoding, true);
    const header = readHeader(name, lines);
    if (!mid && header.columns.length > 0) return refuse('missing-companion', { name: midName });
    const declared = () => declaredCoordSys(header.coordSys);
    const said = declared();
    const isDegrees = said.ok && said.value?.source.plane === null;
    const shapes = new ShapeCollector();
    const objects = new ObjectReader(name, lines, shapes, header, isDegrees ? CHORD_ERROR_DEGREES : CHORD_ERROR_M);
    const count = objects.all();
    const rows = mid ? readRows(mid, header) : Array.from({ length: count }, () => ({}));
    if (rows.length !== count)
      return refuse('truncated', { name: rows.length < count ? mid!.name : name, record: Math.min(rows.length, count) + 1 }); // prettier-ignore
    const notes: FileNote[] = encoding === 'GBK' ? [{ code: 'encoding-guessed', params: { encoding } }] : [];
    if (objects.curves > 0)
      notes.push({ code: 'arcs-densified', params: { count: objects.curves, chordM: CHORD_ERROR_M } });
    const table = { name, rows, outlines: shapes.build(), shapeOutcomes: shapes.outcomes(), declared, notes };
    return readTable('mif', table, options);
  });
