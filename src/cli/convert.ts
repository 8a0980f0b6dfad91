import path from 'node:path';
import { formatOf, writeFiles } from '../formats/index.ts';
import { sayRefusal } from '../texts/refusals.ts';
import { CommandRefused, readingOptions, type Context, type Exit } from './context.ts';
import { printNotes, readOne, writeAll } from './files.ts';
import { defaultFields } from './pack.ts';
import { txtOptions } from './txt-options.ts';

/**
 * `yuantu convert IN OUT`: the format of each from its extension. `--crs` is the CRS of the coordinates written; where
 * the input does not state its own it is the input's as well, so that one call is enough.
 */
export async function convert({ files, options, language }: Context): Promise<Exit> {
  const [input, output] = files;
  if (files.length !== 2)
    throw new CommandRefused({ code: 'file-expected', params: { usage: 'yuantu convert IN OUT' } });
  if (path.resolve(input) === path.resolve(output))
    throw new CommandRefused({ code: 'same-file', params: { name: input } });
  const format = formatOf(output);
  // Packed files are read, not written.
  if (!format || /\.gz$/i.test(output)) throw new CommandRefused({ code: 'unknown-format', params: { name: output } });
  const { epsg, ...reading } = readingOptions(options);
  const txt = txtOptions(options);
  if (txt && format !== 'txt') throw new CommandRefused({ code: 'txt-option-elsewhere', params: { name: output } });
  const read = await readOne(input, { fields: defaultFields(), epsgIfUnstated: epsg, ...reading }, language);
  // What is kept aside on reading is kept only by the exchange file; else `not-carried` says what became of it.
  const notes = read.notes.filter(
    (note) => note.code !== 'other-geometry-kept' || format === 'geojson' || format === 'ytp',
  );
  printNotes(language, input, notes);
  const { name } = path.parse(output);
  const written = await writeFiles(format, read.project, { name, epsg, txt });
  if (!written.ok) {
    const why = sayRefusal(language, written.refusal);
    throw new CommandRefused({ code: 'file-refused', params: { name: output, why } });
  }
  writeAll(path.dirname(output), written.value.files);
  printNotes(language, output, written.value.notes);
  for (const file of written.value.files) console.error(path.join(path.dirname(output), file.name));
  return 0;
}
