import { figuresDocument } from './figures-document.ts';
import { figuresLines } from './figures-text.ts';
import { fileExpected, print, printJson, readingOptions, type Context, type Exit } from './context.ts';
import type { FileNote } from '../formats/contract.ts';
import { printColumns, printNotes, readSeveral, withoutFolders } from './files.ts';
import { defaultDictionary } from './pack.ts';
import { precisionOption } from './precision.ts';

/** `yuantu figures FILE…`: every parcel's areas, perimeter and boundary problems. */
export async function figures(context: Context): Promise<Exit> {
  const { options, language, progress } = context;
  const files = withoutFolders(context.files);
  if (files.length === 0) fileExpected(context);
  const dictionary = defaultDictionary();
  const reading = readingOptions(options);
  const precision = precisionOption(options);
  const together = await readSeveral(files, { ...reading, ...dictionary }, context);
  const document = figuresDocument(together, language, precision?.vertexSigmaM, progress.stage('measuring'));
  progress.clear();
  // What a line of the table says of a parcel is not said before it as well.
  const inTable = ({ code, params }: FileNote) =>
    !options.json && code === 'stated-area-differs' && told.has(params.id);
  const told = new Set<unknown>(
    document.parcels.flatMap(({ id, problems }) =>
      problems.some(({ code }) => code === 'stated-area-differs') ? [id] : [],
    ),
  );
  const notes = together.notes.filter((note) => !inTable(note));
  printNotes(context, together.reads.length > 1 ? null : together.reads[0].name, notes);
  if (!options.json) printColumns(context, together.reads);
  if (options.json) printJson(context, document);
  else for (const lines of figuresLines(document, precision, language)) print(context, lines.join('\n'));
  return 0;
}
