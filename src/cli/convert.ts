import path from 'node:path';
import { formatOf, writeFiles } from '../formats/index.ts';
import { sayRefusal } from '../texts/refusals.ts';
import { CommandRefused, readingOptions, type Context, type Exit } from './context.ts';
import { printNotes, readOne, readSeveral, writeAll } from './files.ts';
import { defaultFields } from './pack.ts';
import { txtOptions } from './txt-options.ts';

/**
 * `yuantu convert IN… OUT`: the format of each from its extension; several become one layer. `--crs` is the CRS of the coordinates written; where
 * the input does not state its own it is the input's as well, so that one call is enough.
 */
export async function convert({ files, options, language }: Context): Promise<Exit> {
  const inputs = files.slice(0, -1);
  const output = files[inputs.length];
  if (inputs.length === 0)
    throw new CommandRefused({ code: 'file-expected', params: { usage: 'yuantu convert IN… OUT' } });
  const same = inputs.find((input) => path.resolve(input) === path.resolve(output));
  if (same !== undefined) throw new CommandRefused({ code: 'same-file', params: { name: same } });
  const format = formatOf(output);
  // Packed files are read, not written.
  if (!format || /\.gz$/i.test(output)) throw new CommandRefused({ code: 'unknown-format', params: { name: output } });
  const { epsg, ...reading } = readingOptions(options);
  const txt = txtOptions(options);
  if (txt && format !== 'txt') throw new CommandRefused({ code: 'txt-option-elsewhere', params: { name: output } });
  const fields = defaultFields();
  const read =
    inputs.length === 1
      ? await readOne(inputs[0], { fields, epsgIfUnstated: epsg, ...reading }, language)
      : await readSeveral(inputs, { fields, epsg, answers: true, ...reading }, language);
  // What is kept aside on reading is kept only by the exchange file; else `not-carried` says what became of it.
  const notes = read.notes.filter(
    (note) => note.code !== 'other-geometry-kept' || format === 'geojson' || format === 'ytp',
  );
  printNotes(language, inputs.length === 1 ? inputs[0] : null, notes);
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
