import { ok, type Result } from '../../domain/outcome.ts';
import type { FileNote, FormatRefusal, ReadOptions, ReadResult } from '../contract.ts';
import { outlinesOf } from '../features/outlines.ts';
import { readTable } from '../features/read.ts';
import { readDrawing } from './drawing.ts';
import { everyLayer } from './layers.ts';
import { notesOf } from './notes.ts';
import { readLayers, type ReadLayers } from './read-layers.ts';
import { rowsOf } from './rows.ts';
import { drawingText } from './text.ts';
import { metre } from './units.ts';

/**
 * A DXF drawing from its bytes: every closed curve of model space is a parcel 宗地, every filled area 填充 that is not the
 * filling of one, and every ring that single lines join to; its layer 图层 a field.
 */
export function readDxf(name: string, bytes: Uint8Array, options: ReadOptions): Result<ReadResult, FormatRefusal> {
  const text = drawingText(name, bytes);
  if (!text.ok) return text;
  const drawing = readDrawing(name, text.value.text);
  if (!drawing.ok) return drawing;
  const notes: FileNote[] = text.value.guessed ? [{ code: 'encoding-guessed', params: { encoding: 'GBK' } }] : [];
  const read = readLayers(name, drawing.value, options);
  if (!read.ok) return read;
  const { found, unit, plots } = read.value;
  if (unit !== metre) notes.push({ code: 'unit-scaled', params: { unit: unit.name } });
  const { rows, notes: told } = rowsOf(plots.shapes, found.labels);
  const table = {
    name,
    rows,
    outlines: outlinesOf(plots.shapes.map(({ outline }) => outline)),
    declared: () => ok(null),
    notes: [...notes, ...notesOf(read.value), ...told],
  };
  const result = readTable('dxf', table, options);
  return result.ok ? ok({ ...result.value, ...choicesOf(read.value) }) : result;
}

/** What a person may choose anew: the layer, and the layer whose lines' faces are parcels. */
function choicesOf({ layer, plots }: ReadLayers): Pick<ReadResult, 'layers' | 'faces'> {
  const choices = [...[...plots.layers.values()].map(({ name }) => name), everyLayer];
  const forked = plots.joined.forks.map((fork) => fork.layer);
  const faces = plots.faces
    ? { choices: [plots.faces.layer], read: plots.faces.layer }
    : { choices: forked, read: null };
  return {
    ...(choices.length > 2 && { layers: { choices, read: layer } }),
    ...(faces.choices.length > 0 && { faces }),
  };
}
