import path from 'node:path';
import { formatOf, writeFiles } from '../formats/index.ts';
import { sayNote } from '../texts/problems.ts';
import { sayRefusal } from '../texts/refusals.ts';
import { CommandRefused, datumOption, epsgOption, layerOption, type Context, type Exit } from './context.ts';
import { readOne, writeAll } from './files.ts';
import { defaultPack, parcelAliases } from './pack.ts';

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
  if (!format) throw new CommandRefused({ code: 'unknown-format', params: { name: output } });
  const epsg = epsgOption(options.crs);
  const datum = datumOption(options.datum);
  const layer = layerOption(options.layer);
  const read = await readOne(
    input,
    { aliases: parcelAliases(defaultPack), epsgIfUnstated: epsg, datum, layer },
    language,
  );
  // What is kept aside on reading is kept only by the exchange file; else `not-carried` says what became of it.
  const notes = read.notes.filter(
    (note) => note.code !== 'other-geometry-kept' || format === 'geojson' || format === 'ytp',
  );
  for (const note of notes) console.error(`${input}: ${sayNote(language, note)}`);
  const { name } = path.parse(output);
  const written = await writeFiles(format, read.project, { name, epsg });
  if (!written.ok) {
    const why = sayRefusal(language, written.refusal);
    throw new CommandRefused({ code: 'file-refused', params: { name: output, why } });
  }
  writeAll(path.dirname(output), written.value.files);
  for (const note of written.value.notes) console.error(`${output}: ${sayNote(language, note)}`);
  for (const file of written.value.files) console.error(path.join(path.dirname(output), file.name));
  return 0;
}
