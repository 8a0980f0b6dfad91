import path from 'node:path';
import type { ReadResult } from '../formats/contract.ts';
import { writeFiles } from '../formats/index.ts';
import type { ReadSets } from '../formats/sets/read.ts';
import { sayRefusal } from '../texts/refusals.ts';
import { CommandRefused, fileExpected, readingOptions, type Context, type Exit } from './context.ts';
import { printColumns, printNotes, readOne, readSeveral, withoutFolders, sayWritten } from './files.ts';
import { defaultDictionary } from './pack.ts';
import { HEAVY_PARCELS } from './progress.ts';
import { txtOptions } from './txt-options.ts';
import { asNamed, formatToWrite, requireWritable, writeAll } from './write.ts';

/**
 * `yuantu convert IN… OUT`: the format of each from its extension; several become one layer. `--crs` is the CRS of the coordinates written; where
 * the input does not state its own it is the input's as well, so that one call is enough.
 */
export async function convert(context: Context): Promise<Exit> {
  const { files, options, language, progress } = context;
  if (files.length < 2) fileExpected(context);
  const inputs = withoutFolders(files.slice(0, -1));
  const output = files[files.length - 1];
  const format = formatToWrite(output);
  const { epsg, ...reading } = readingOptions(options);
  const txt = txtOptions(options);
  if (txt && format !== 'txt') throw new CommandRefused({ code: 'txt-option-elsewhere', params: { name: output } });
  requireWritable(output, inputs);
  const dictionary = defaultDictionary();
  const read =
    inputs.length === 1
      ? await readOne(inputs[0], { ...dictionary, epsgIfUnstated: epsg, ...reading }, context)
      : await readSeveral(inputs, { ...dictionary, epsg, answers: true, ...reading }, context);
  // What is kept aside on reading is kept only by the exchange file; else `not-carried` says what became of it.
  const notes = read.notes.filter(
    (note) => note.code !== 'other-geometry-kept' || format === 'geojson' || format === 'ytp',
  );
  const { name } = path.parse(output);
  progress.stage('writing', read.project.parcels.layer.size > HEAVY_PARCELS);
  const written = await writeFiles(format, read.project, { name, epsg, txt });
  if (!written.ok) {
    const why = sayRefusal(language, written.refusal);
    throw new CommandRefused({ code: 'file-refused', params: { name: output, why } });
  }
  const made = asNamed(output, written.value.files);
  await writeAll(path.dirname(output), made, inputs);
  progress.clear();
  printNotes(context, inputs.length === 1 ? inputs[0] : null, notes);
  printColumns(context, readsOf(read, inputs[0]));
  printNotes(context, output, written.value.notes);
  sayWritten(context, path.dirname(output), made);
  return 0;
}

/** Each file as it was read; one alone is its own. */
const readsOf = (read: ReadResult | ReadSets, name: string): ReadSets['reads'] =>
  'reads' in read ? read.reads : [{ name, read }];
